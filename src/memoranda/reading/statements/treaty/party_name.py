"""The name of one party as it stands in a title, a preamble or over a signature."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.names import country_of, find_places
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span

ARTICLE = re.compile(r"(?:(?i:of)\s+)?(?i:the)\s*(?=[^\W\d_a-z])|(?i:of)\s+")


@dataclass(frozen=True, slots=True)
class PartyName:
    """``text[start:end]`` is the name without "Government of" and its article."""

    start: int
    end: int
    name: str
    country: str | None
    sound: bool  # the words themselves show that it is a state or an institution
    is_adjective: bool = False  # the state is named by its people: "Danish Government"


def party_name(text: str, span: Span, language: str) -> PartyName | None:
    """The name in ``span`` without its article and the organ that speaks for it."""
    start, end = span
    organ = _organ(language).match(text, start, end)
    if organ and organ.end() < end:
        start = organ.end()
    article = ARTICLE.match(text, start, end)
    start = article.end() if article else start
    quote = text[start:end].strip(" \n\t,.;:")
    if re.search(r"\.\w$", quote):  # "S.R.L." is no end of a sentence
        quote = text[start:end].strip(" \n\t,;:")
    if re.fullmatch(_organs(language), quote, re.IGNORECASE):
        return None
    if quote.lower() in {"the", "of", "and"}:
        return None
    if len(quote) < (2 if quote.isupper() else 3) or (
        not quote[0].isalnum() and quote[0] not in '"“'
    ):
        return None
    start = text.index(quote, start)
    name = " ".join(quote.split())
    adjective = _is_adjective(name, language)
    institution = is_institution(name, language) and not _is_state(name, language)
    institution = institution and not adjective
    country = None if institution else country_of(bare(name, language))
    sound = bool(country or organ or institution or _is_state(name, language))
    return PartyName(start, start + len(quote), name, country, sound, adjective)


def is_country(name: PartyName) -> bool:
    """Whether a state is named as such, not by its people, a town or a street."""
    places = find_places(name.name, (0, len(name.name)))
    return bool(name.country) and any(place.kind == "country" for place in places)


def _is_adjective(name: str, language: str) -> bool:
    """Whether a people names the state, by its organ or last: "Swiss Federal Council"."""
    found = _adjective(language).fullmatch(name)
    if found:
        return bool(country_of(found["people"].rstrip()))
    places = [
        each for each in find_places(name, (0, len(name))) if each.end == len(name)
    ]
    is_last = any(each.kind == "demonym" for each in places)
    return is_last and not is_institution(name, language)


@cache
def _adjective(language: str) -> re.Pattern[str]:
    people = r"(?P<people>(?:[\w'’-]+\s+){1,3}?)"
    return re.compile(rf"{people}{_organs(language)}", re.IGNORECASE)


@cache
def _organs(language: str) -> str:
    """A government by any name, or another organ that speaks for a party."""
    organs = any_of(listed(language, "parties", "organs"))
    return rf"(?:{_governments(language)}|{organs})"


@cache
def _governments(language: str) -> str:
    """ "the Provisional Military Government", "the Government of National Unity"."""
    kinds = any_of(listed(language, "parties", "governments"))
    unity = any_of(listed(language, "parties", "unity"))
    return rf"(?:{kinds}\s+){{0,3}}governments?(?:\s+{unity})?"


@cache
def _envoys(language: str) -> str:
    """ "the Delegates", "the Ministers responsible for Culture and Heritage"."""
    envoys = any_of(listed(language, "parties", "envoys"))
    ministers = any_of(listed(language, "parties", "ministers"))
    charged = any_of(listed(language, "parties", "charged"))
    more = r"(?:(?:,\s+|\s+and\s+|,\s+and\s+|\s+)(?!of\b)[\w'’-]+){0,5}?"
    field = rf"{charged}\s+(?!the\b)[\w'’-]+{more}"
    return rf"(?:{envoys}|{ministers}\s+{field})"


@cache
def _organ(language: str) -> re.Pattern[str]:
    organs = rf"(?:{_organs(language)}|{_envoys(language)})"
    styles = any_of(listed(language, "parties", "styles"))
    return re.compile(
        rf"(?:the\s+)?(?:{styles},?\s+)?(?:the\s+)?{organs}\s+(?:of|in)\s+(?={'(?:the|[A-Z])'})"
        rf"|{styles}['’]s\s+government\s+in\s+",
        re.IGNORECASE,
    )


def organ_end(text: str, span: Span, language: str) -> int:
    """Where the organ that speaks for a party ends; the start where there is none."""
    organ = _organ(language).match(text, *span)
    return organ.end() if organ else span[0]


def bare(name: str, language: str) -> str:
    """The name without organ, article and "Government", as a gazetteer knows it."""
    organ = _organ(language).match(name)
    name = name[organ.end() :] if organ else name
    name = re.sub(r"^(?:of\s+)?the\s+", "", name, flags=re.IGNORECASE)
    people = _adjective(language).fullmatch(name)
    name = people["people"].rstrip() if people else name
    return name.title() if name.isupper() else name


def is_organ(words: str, language: str) -> bool:
    """Whether the words open with an organ of a state: "the President of"."""
    return bool(_organ(language).match(words))


def is_institution(words: str, language: str) -> bool:
    """Whether the first words hold the name of a kind of institution."""
    return bool(pattern(language, "parties", "institutions").search(words, 0, 90))


@cache
def _state_head(language: str) -> re.Pattern[str]:
    heads = any_of(listed(language, "parties", "state_heads"))
    return re.compile(rf"(?:[\w'’-]+\s+){{0,4}}{heads}(?!\w)", re.IGNORECASE)


def _is_state(name: str, language: str) -> bool:
    found = pattern(language, "parties", "institutions").finditer(name)
    heads = listed(language, "parties", "state_heads")
    bodies = [each.group().casefold() for each in found]
    if any(body not in heads for body in bodies):
        return False
    head = _state_head(language).match(name)
    return bool(head and (not bodies or country_of(bare(name, language))))


def holds_commas(words: str, language: str) -> bool:
    """Whether a name that begins so may go on after a comma (ministries)."""
    head = pattern(language, "parties", "with_commas").search(words, 0, 60)
    state = _state_head(language).search(words, head.end()) if head else None
    return bool(head and not state)
