"""The number, unit and counted things of a figure: "more than 300 Persian rugs"."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.press.currencies import (
    LONGEST_NAME,
    currency_codes,
    currency_names,
)
from memoranda.reading.vocabulary import words

Span = tuple[int, int]
_SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_SHARE = re.compile(r"\s*(?:%|per ?cent\b|percent\b)")
_REST = re.compile(r"\s+(\w[^\n;:()]*\w)")
_WORD = re.compile(r"\s+(\w+)")
_THING = re.compile(r"\s+([^\W\d_][\w-]+)")
_MORE = re.compile(r"\s+[^\W\d_][\w-]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written at ``span``, with its unit or with what it counts."""

    span: Span
    number: int | float
    unit: Span | None = None
    unit_name: str | None = None
    counted: Span | None = None


def amount_in(text: str, span: Span, language: str = "en") -> Amount | None:
    """The first number of ``text[span]``, in digits or words; None without one.

    Number, unit and counted things may go on behind the span.
    """
    begins = _numbers(language).search(text, *span)
    if begins is None:
        return None
    match = _numbers(language).match(text, begins.start()) or begins
    number, said = _number_of(match, language), _said_at(match)
    if match["sign"]:
        sign = match["sign"].strip()
        unit, name = match.span("sign"), _SIGNS.get(sign.lower(), sign.upper())
        return Amount(said, number, unit, name)
    if share := _SHARE.match(text, match.end()):
        return Amount(said, number, share.span(), "%")
    if coin := _currency(text, match.end(), language):
        unit, name = coin
        end, each = _each(text, unit[1], language)
        return Amount(said, number, (unit[0], end), name + each)
    counted = _counted(text, (match.end(), span[1]), language)
    return Amount(said, number, counted=counted)


def _said_at(match: re.Match[str]) -> Span:
    return match.end() - len(match[0].lstrip()), match.end()


def _counted(text: str, behind: Span, language: str) -> Span | None:
    """What stands behind the number in the span; else the word right behind it."""
    lists = words(language, "promises")
    rest = _REST.match(text, *behind) if behind[0] < behind[1] else None
    if rest is None:
        rest = _THING.match(text, behind[0])
        if rest is None or rest[1].lower() in lists["unfinished"] + lists["verbs"]:
            return None
    start, end = rest.span(1)
    goes_on = text[start:end].rsplit(maxsplit=1)[-1].lower() in lists["unfinished"]
    if goes_on and (more := _MORE.match(text, end)):
        end = more.end()
    return start, _each(text, end, language)[0]


def _each(text: str, at: int, language: str) -> tuple[int, str]:
    """The end and the words of "a year" or "per month" right here; else none."""
    match = _rates(language).match(text, at)
    return (match.end(), f" {match[1]}") if match else (at, "")


def _currency(text: str, at: int, language: str) -> tuple[Span, str] | None:
    """The longest name of a currency that begins here, and its code or itself."""
    names = currency_names(language)
    found, first = None, None
    for _ in range(LONGEST_NAME):
        word = _WORD.match(text, at)
        if word is None:
            break
        first, at = first or word.start(1), word.end()
        said = " ".join(text[first:at].split())
        if said in currency_codes():
            found = (first, at), said
        elif said.lower() in names:
            found = (first, at), names[said.lower()]
    return found


def _number_of(match: re.Match[str], language: str) -> int | float:
    if match["words"]:
        return _spoken(match["words"], language)
    sizes = words(language, "figures")["sizes"]
    plain = float(re.sub(r"[,\s\u00a0]", "", match["digits"]))
    plain *= sizes.get((match["size"] or "").lower(), 1)
    return int(plain) if plain == int(plain) else plain


def _spoken(said: str, language: str) -> int:
    """A number in words: "two hundred and twenty-nine thousand"."""
    numerals, sizes = _numerals(language), words(language, "figures")["sizes"]
    whole = part = 0
    for word in re.split(r"[\s-]+", said.lower()):
        if word in numerals:
            part += numerals[word]
        elif sizes.get(word, 0) >= 1000:
            whole, part = whole + max(part, 1) * sizes[word], 0
        elif word in sizes:
            part = max(part, 1) * sizes[word]
    return whole + part


def _numerals(language: str) -> dict[str, int]:
    calendar = words(language, "calendar")
    numerals: dict[str, int] = calendar["numerals"] | calendar["tens"]
    return numerals


@cache
def _rates(language: str) -> re.Pattern[str]:
    lists = words(language, "figures")
    each, times = ("|".join(map(re.escape, lists[name])) for name in ("each", "times"))
    return re.compile(rf"\s+((?:{each})\s+(?:{times}))\b", re.IGNORECASE)


@cache
def _numbers(language: str) -> re.Pattern[str]:
    sizes = _any_of(words(language, "figures")["sizes"])
    tens = _any_of(words(language, "calendar")["tens"])
    numeral = rf"(?:{tens}-)?{_any_of(_numerals(language))}"
    codes = "|".join(sorted(currency_codes()))
    return re.compile(
        rf"(?P<sign>US\$|[$€£¥]|\b(?-i:{codes})\s)?\s?"
        r"(?<![\w.,])(?:"
        r"(?P<digits>\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+(?:\.\d+)?)"
        rf"(?:[\s-]?(?P<size>{sizes})\b)?"
        rf"|(?P<words>\b(?:{numeral}\b|an?(?=\s{sizes}\b))"
        rf"(?:[\s-]{sizes}\b(?:(?:\s|\sand\s){numeral}\b)?)*))",
        re.IGNORECASE,
    )


def _any_of(listed: dict[str, int]) -> str:
    ordered = sorted(listed, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})"
