"""The number, unit and counted things of a figure: "more than 300 Persian rugs"."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.vocabulary import words

Span = tuple[int, int]
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "ro": "OMR",
}
_SHARE = re.compile(r"\s*(?:%|per ?cent\b|percent\b)")
_REST = re.compile(r"\s+(\w[^\n;:()]*\w)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written at ``span``, with its unit or with what it counts."""

    span: Span
    number: int | float
    unit: Span | None = None
    unit_name: str | None = None
    counted: Span | None = None


def amount_in(text: str, span: Span, language: str = "en") -> Amount | None:
    """The first number of ``text[span]``, in digits or words; None without one."""
    match = _numbers(language).search(text, *span)
    if match is None:
        return None
    number = _number_of(match, language)
    if match["sign"]:
        sign = match["sign"].strip().lower()
        name = _CURRENCIES.get(sign, sign.upper())
        return Amount(match.span(), number, match.span("sign"), name)
    behind = (match.end(), span[1])
    if share := _SHARE.match(text, *behind):
        return Amount(match.span(), number, share.span(), "%")
    if coin := _coins(language).match(text, *behind):
        return Amount(match.span(), number, coin.span("coin"), coin["coin"].lower())
    rest = _REST.match(text, *behind)
    return Amount(match.span(), number, counted=rest.span(1) if rest else None)


def _number_of(match: re.Match[str], language: str) -> int | float:
    sizes = words(language, "figures")["sizes"]
    size = sizes.get((match["size"] or "").lower(), 1)
    if match["word"]:
        plain = float(
            words(language, "figures")["numerals"].get(match["word"].lower(), 1)
        )
    else:
        plain = float(re.sub(r"[,\s\u00a0]", "", match["digits"]))
    plain *= size
    return int(plain) if plain == int(plain) else plain


@cache
def _numbers(language: str) -> re.Pattern[str]:
    lists = words(language, "figures")
    sizes = "|".join(map(re.escape, sorted(lists["sizes"], key=len, reverse=True)))
    numerals = "|".join(
        map(re.escape, sorted(lists["numerals"], key=len, reverse=True))
    )
    return re.compile(
        r"(?P<sign>US\$|[$€£¥]|(?:EUR|USD|GBP|RO)\s)?\s?"
        r"(?<![\w.,])(?:(?P<digits>\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+(?:\.\d+)?)"
        rf"|(?P<word>\b(?:{numerals}|a(?=\s(?:{sizes})\b))\b))"
        rf"(?:[\s-]?(?P<size>(?:{sizes})\b))?",
        re.IGNORECASE,
    )


@cache
def _coins(language: str) -> re.Pattern[str]:
    coins = "|".join(map(re.escape, words(language, "figures")["currencies"]))
    return re.compile(rf"\s+(?:[A-Z][a-z]+\s+)?(?P<coin>{coins})\b")
