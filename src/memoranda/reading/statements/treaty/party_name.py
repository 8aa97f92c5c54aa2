"""The name of one party as it stands in a title, a preamble or over a signature."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.names import country_of
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

    @property
    def is_adjective(self) -> bool:
        """Whether the state is only named by an adjective: "the Danish Government"."""
        return self.country is not None and "government" in self.name.lower()


def party_name(text: str, span: Span, language: str) -> PartyName | None:
    """The name in ``span`` without its article and the organ that speaks for it."""
    start, end = span
    organ = _organ(language).match(text, start, end)
    if organ and organ.end() < end:
        start = organ.end()
    article = ARTICLE.match(text, start, end)
    start = article.end() if article else start
    quote = text[start:end].strip(" \n\t,.;:")
    if pattern(language, "parties", "organs").fullmatch(quote):
        return None
    if quote.lower() in {"the", "of", "and"}:
        return None
    if len(quote) < 3 or (not quote[0].isalnum() and quote[0] not in '"“'):
        return None
    start = text.index(quote, start)
    name = " ".join(quote.split())
    institution = is_institution(name, language) and not _is_state(name, language)
    country = None if institution else country_of(bare(name, language))
    sound = bool(country or organ or institution or _is_state(name, language))
    return PartyName(start, start + len(quote), name, country, sound)


@cache
def _organ(language: str) -> re.Pattern[str]:
    organs = any_of(listed(language, "parties", "organs"))
    styles = any_of(listed(language, "parties", "styles"))
    return re.compile(
        rf"(?:the\s+)?(?:{styles},?\s+)?(?:the\s+)?{organs}\s+(?:of|in)\s+(?={'(?:the|[A-Z])'})"
        rf"|{styles}['’]s\s+government\s+in\s+",
        re.IGNORECASE,
    )


def bare(name: str, language: str) -> str:
    """The name without organ, article and "Government", as a gazetteer knows it."""
    organ = _organ(language).match(name)
    name = name[organ.end() :] if organ else name
    name = re.sub(r"^(?:of\s+)?the\s+", "", name, flags=re.IGNORECASE)
    adjective = re.sub(
        r"\s+(?:(?:federal|royal|imperial)\s+)?government$",
        "",
        name,
        flags=re.IGNORECASE,
    )
    return adjective.title() if adjective.isupper() else adjective


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
