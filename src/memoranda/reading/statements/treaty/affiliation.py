"""For which party a person signed, told by whatever words stand near the name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from memoranda.reading.names import country_of
from memoranda.reading.records import Party
from memoranda.reading.statements.treaty.lexicon import listed, pattern
from memoranda.reading.statements.treaty.party_label import party_label
from memoranda.reading.statements.treaty.party_name import PartyName, bare

ALIAS_REACH = 220  # characters after a party's name within which it is given another
NAMED_REACH = 6000  # characters in which the parties get their short names
DEFINED_REACH = 60  # characters before it in which "The House" is defined
DEFINED = re.compile(
    r"[“\"](?:[Tt]he\s+)?([^\W\d_a-z][\w ]{1,30})[”\"]\s*(?:is|are|means|mean|:|=)\s+(?:the\s+)?$"
)
LABEL_REACH = 24  # characters before it in which "Lender:" stands
MOST_SEEN = 12  # capitalised words of an office that may name a state

BEFORE_NAME = re.compile(r"^\s*(?:the|each)\s+", re.IGNORECASE)
OF = re.compile(r"\bof\s+(?:the\s+)?")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
ALIAS = re.compile(r"[“\"‘«]\s*(?:the\s+)?([^”\"’»\n]{2,40}?)\s*[”\"’»]", re.IGNORECASE)
# "(hereinafter: the Composer)", without quotation marks.
CALLED = re.compile(
    r"\b(?:hereinafter|hereafter)[\s:,]+(?:(?:referred\s+to\s+as|called|the)[\s:,]+)*"
    r"(?:(?:the|THE)\s+)?([A-Z][\w-]*(?:\s[A-Z][\w-]*)?)\s*(?:[),;]|\n)"
)
# "Radio Centrale (RC)", right behind the name.
SHORT_FORM = re.compile(
    r"\s*(?:\((?=[^)]*\))|\|[ ]+)([^\W\d_a-z](?:\w?[^\W\d_a-z]){1,6})(?:\)|[ ]+\|)"
)
ELSEWHERE = re.compile(r"\s(?:at|in|to|accredited)\s(?!the\s+name)")
CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+(?:of\s+)?[^\W\d_a-z][\w'’-]*)*")


@dataclass(frozen=True, slots=True)
class Side:
    """A party with the other names it goes by and the words that are its alone."""

    party: Party
    names: frozenset[str]
    own_words: frozenset[str]
    country: str | None


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of one agreement, to be told apart."""

    each: tuple[Side, ...]
    language: str

    def named(self, words: str) -> Party | None:
        """The one party that ``words`` name or describe; None if none or several."""
        exact = self.known_as(words)
        return exact or self._by_words(words) or self._by_country(words)

    def known_as(self, words: str) -> Party | None:
        """The party that has exactly this name, of those that the text gives it."""
        said = " ".join(words.split()).strip(" .:;,").casefold()
        return next((side.party for side in self.each if said in side.names), None)

    def has_name(self, words: str) -> bool:
        """Whether a party goes by ``words``, with or without an article before them."""
        return self.known_as(BEFORE_NAME.sub("", words)) is not None

    def _by_words(self, words: str) -> Party | None:
        said = {word.casefold() for word in WORD.findall(words)}
        scores = [len(said & side.own_words) for side in self.each]
        best = max(scores, default=0)
        if best == 0 or scores.count(best) > 1:
            return None
        return self.each[scores.index(best)].party

    def _by_country(self, words: str) -> Party | None:
        """By the state named first; one after "at" is where the person is posted."""
        here = ELSEWHERE.split(words, maxsplit=1)[0]
        for found in list(CAPITALISED.finditer(here))[:MOST_SEEN]:
            for said in _readings(found.group()):
                country = country_of(bare(said, self.language))
                same = [s.party for s in self.each if country == s.country]
                if country and len(same) == 1:
                    return same[0]
        return None


def sides_of(text: str, parties: Sequence[Party], language: str) -> Sides:
    """The parties with the names that ``text`` gives them: (“FPM”), "Lender:"."""
    words = [_words(str(party.name.value)) for party in parties]
    sides = []
    for place, party in enumerate(parties):
        others = {
            word for other in words[:place] + words[place + 1 :] for word in other
        }
        names = {str(party.name.value).casefold(), *_aliases(text, party, parties)}
        names |= _labels(text, party, language) | _defined(text, party)
        names |= _short(str(party.name.value), others, language)
        sides.append(
            Side(
                party,
                frozenset(names),
                frozenset(words[place] - others - _common(language)),
                party.country or _state_in(str(party.name.value), language),
            )
        )
    return Sides(tuple(sides), language)


def _readings(words: str) -> Iterable[str]:
    """The capitalised words together, then each alone: an adjective among them."""
    yield words
    parts = words.split()
    if len(parts) > 1:
        yield from parts


def _words(name: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(name) if len(word) > 2}


@cache
def _common(language: str) -> frozenset[str]:
    """Words that tell no two parties apart."""
    lists = (
        ("parties", "institutions"),
        ("parties", "state_heads"),
        ("parties", "organs"),
    )
    words = {
        word
        for of in lists
        for phrase in listed(language, *of)
        for word in phrase.split()
    }
    return frozenset({*words, *listed(language, "parties", "plain_words")})


def short_names(text: str) -> Iterator[str]:
    """What the text sets in quotation marks at its head, where it names its parties."""
    for found in ALIAS.finditer(text, 0, min(len(text), NAMED_REACH)):
        yield " ".join(found[1].split())


def towns(names: Iterable[PartyName]) -> Iterator[str]:
    """ "Bellhaven" for the City of Bellhaven, by which a town signs."""
    for name in names:
        found = OF.search(name.name)
        if found:
            yield name.name[found.end() :]


def _aliases(text: str, party: Party, parties: Sequence[Party]) -> set[str]:
    """The short name that the text gives the party first, right after its mention.

    Where the quoted mention has none, "(UoB)" behind another one is it.
    """
    start = party.name.end
    later = [other.name.start for other in parties if other.name.start > start]
    end = min([start + ALIAS_REACH, len(text), *later])
    told = [each.search(text, start, end) for each in (ALIAS, CALLED)]
    told += [SHORT_FORM.match(text, start, end)]
    first = min(filter(None, told), key=lambda found: found.start(), default=None)
    first = first or _short_elsewhere(text, str(party.name.value))
    return {" ".join(first[1].split()).casefold()} if first else set()


def _short_elsewhere(text: str, name: str) -> re.Match[str] | None:
    spelled = r"\s+".join(re.escape(word) for word in name.split())
    again = re.finditer(spelled, text[:NAMED_REACH], re.IGNORECASE)
    found = (SHORT_FORM.match(text, each.end()) for each in again)
    return next(filter(None, found), None)


def _state_in(name: str, language: str) -> str | None:
    """The state of the Ministry of Culture of the Republic of Kenya."""
    ends = (name[found.end() :] for found in OF.finditer(name))
    found = (country_of(bare(end, language)) for end in ends)
    return next((country for country in found if country), None)


def _short(name: str, others: set[str], language: str) -> set[str]:
    """ "Bellhaven" for City of Bellhaven; "theatre" where one party alone is one."""
    bodies = pattern(language, "parties", "institutions").finditer(name)
    parts = name.split()
    told = {found.group().casefold() for found in bodies}
    told |= {parts[0].casefold()} - _common(language) if len(parts) > 1 else set()
    told |= {" ".join(parts[2:]).casefold()} if parts[1:2] == ["of"] else set()
    return {word for word in told if len(word) > 2 and word not in others}


def _defined(text: str, party: Party) -> set[str]:
    """ "The House" is the Maison X: the short name that stands before the name."""
    before = text[max(0, party.name.start - DEFINED_REACH) : party.name.start]
    found = DEFINED.search(before)
    return {" ".join(found[1].split()).casefold()} if found else set()


def _labels(text: str, party: Party, language: str) -> set[str]:
    start = max(0, party.name.start - LABEL_REACH)
    found = _label(language).search(text, start, party.name.start)
    return {" ".join(found[1].split()).casefold()} if found else set()


@cache
def _label(language: str) -> re.Pattern[str]:
    labels = party_label(language)
    return re.compile(rf"(?<!\w)({labels})(?!\w)[\s:.,|–-]*(?:the\s+)?$", re.IGNORECASE)
