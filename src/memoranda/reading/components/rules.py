"""A tagger without a model: capitals, head nouns, titles and reporting verbs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memoranda.reading.components.span import in_order, tidied
from memoranda.reading.components.words import split_words
from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.vocabulary import words

WARNING = (
    "The model could not be loaded: names were found by rules, and agreements and"
    " events in press texts were not read."
)
_CERTAIN, _LIKELY, _POSSIBLE = 0.8, 0.6, 0.4
_QUOTED = re.compile(r"[“\"«‘„]([^“”\"«»„\n]{3,120}?)[”\"»’“]")
_BESIDE = 40
_WORD = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"[A-Z]")


def rule_tagger() -> "RuleTagger":
    """The tagger that needs no model; its warning says that it finds less."""
    return RuleTagger("en")


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row, and the words around them."""

    offsets: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    before: str
    after: str

    def mention(
        self, label: MentionLabel, certainty: float, *, skip: int = 0
    ) -> Mention:
        """The run as a name, without its first ``skip`` words."""
        return Mention(self.offsets[skip][0], self.offsets[-1][1], label, certainty)


class RuleTagger:
    """Finds names by their letter case and by general words around them."""

    def __init__(self, language: str) -> None:
        self.name = "rules"
        self.warning = WARNING
        organisations, persons = (
            words(language, "organisations"),
            words(language, "persons"),
        )
        self._heads = frozenset(organisations["heads"])
        self._joiners = frozenset(organisations["joiners"])
        self._openers = frozenset(organisations["openers"])
        self._events = frozenset(organisations["events"])
        self._generic = frozenset(organisations["generic"])
        self._titles = frozenset(persons["titles"])
        self._offices = frozenset(persons["offices"])
        self._reporting = frozenset(persons["reporting"])
        self._particles = frozenset(persons["particles"])
        self._function = frozenset(persons["openers"])

    def tag(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Mention]:
        """The names in ``text``; the certainty is a rough grade of the cue."""
        found = (m for span in sentences for m in self._mentions(text, span))
        tidy = (tidied(text, mention) for mention in found)
        return in_order(mention for mention in tidy if mention)

    def _mentions(self, text: str, sentence: tuple[int, int]) -> Iterator[Mention]:
        yield from self._event_titles(text, sentence)
        for run in self._runs(text, sentence):
            if mention := self._judged(run):
                yield mention

    def _event_titles(self, text: str, sentence: tuple[int, int]) -> Iterator[Mention]:
        """Quoted titles with an event noun just before or after."""
        for match in _QUOTED.finditer(text, *sentence):
            before = text[max(sentence[0], match.start() - _BESIDE) : match.start()]
            after = text[match.end() : min(sentence[1], match.end() + _BESIDE)]
            beside = {*_WORD.findall(before)[-3:], *_WORD.findall(after)[:2]}
            if self._events.intersection(word.lower() for word in beside):
                yield Mention(*match.span(1), MentionLabel.EVENT, _CERTAIN)

    def _runs(self, text: str, sentence: tuple[int, int]) -> Iterator[_Run]:
        """The capitalised runs, without what only opens the sentence."""
        offsets = split_words(text, *sentence)
        spelled = [text[start:end] for start, end in offsets]
        place = 0
        while place < len(spelled):
            if not _is_capitalised(spelled[place]) or spelled[place] in self._function:
                place += 1
                continue
            stop = self._end_of_run(spelled, place)
            yield _Run(
                offsets=tuple(offsets[place:stop]),
                words=tuple(spelled[place:stop]),
                before=_neighbour(spelled, place - 1),
                after=_neighbour(spelled, stop),
            )
            place = stop

    def _end_of_run(self, spelled: list[str], place: int) -> int:
        """Past the last capitalised word that is joined to the one at ``place``."""
        stop, is_body = place + 1, spelled[place] in self._openers
        while stop < len(spelled):
            links = self._particles | {"-"}
            if is_body:
                links = self._joiners
            elif (
                _INITIAL.fullmatch(spelled[stop - 1])
                or spelled[stop - 1] in self._titles
            ):
                links = frozenset(".")
            ahead = _next_capital(spelled, stop, links)
            if ahead is None:
                break
            stop, is_body = ahead + 1, is_body or spelled[ahead] in self._openers
        return stop

    def _judged(self, run: _Run) -> Mention | None:
        if not self._heads.isdisjoint(run.words):
            return self._organisation(run)
        if len(run.words) == 1 and run.words[0].isupper() and len(run.words[0]) > 2:
            return run.mention(MentionLabel.ORGANISATION, _POSSIBLE)
        return self._person(run)

    def _organisation(self, run: _Run) -> Mention | None:
        """A body; a head noun by itself names none."""
        if len(run.words) < 2:
            return None
        telling = set(run.words) - self._heads - self._joiners - self._generic
        return run.mention(MentionLabel.ORGANISATION, _CERTAIN if telling else _LIKELY)

    def _person(self, run: _Run) -> Mention | None:
        """A run with a title, after an office, or beside a verb of saying."""
        titles = 0
        while titles < len(run.words) and run.words[titles] in self._titles | {"."}:
            titles += 1
        if titles == len(run.words):
            return None
        is_titled = titles > 0
        is_cued = run.before in self._offices or not self._reporting.isdisjoint(
            (run.before, run.after)
        )
        if not is_titled and not is_cued:
            return None
        certainty = _CERTAIN if is_titled and is_cued else _LIKELY
        return run.mention(MentionLabel.PERSON, certainty, skip=titles)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or word[0].istitle()


def _neighbour(spelled: list[str], place: int) -> str:
    return spelled[place] if 0 <= place < len(spelled) else ""


def _next_capital(spelled: list[str], place: int, links: frozenset[str]) -> int | None:
    """Where the next capitalised word is, over at most two ``links``."""
    for ahead in range(place, min(place + 3, len(spelled))):
        if _is_capitalised(spelled[ahead]):
            return ahead
        if spelled[ahead] not in links:
            return None
    return None
