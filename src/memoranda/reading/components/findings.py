"""From tags and scores to the mentions that the press reader puts together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.components.clues import Clues
from memoranda.reading.components.pairs import Place
from memoranda.reading.components.record_model import Encoding, RecordModel, Scores
from memoranda.reading.components.span import in_order, tidied
from memoranda.reading.components.tags import TagPath
from memoranda.reading.entities import ActorKind, Cast
from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.statements.press import (
    Filler,
    Findings,
    RecordMention,
    chance_of,
)
from memoranda.reading.statements.press.schema import LAYERS

_PATHS = [TagPath(names) for names in LAYERS]
_ENTITIES, _RECORDS, _CLAUSES = range(3)
_LABELS = {
    "P": MentionLabel.PERSON,
    "O": MentionLabel.ORGANISATION,
    "L": MentionLabel.PLACE,
    "W": MentionLabel.WORK,
}
_NAME = MentionLabel.EVENT  # of a record: trimmed as names of events are
_LETTERS = {ActorKind.PERSON: "P", ActorKind.ORGANISATION: "O"}


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``first`` to ``last`` with one label, and how sure the tags are."""

    first: int
    last: int
    label: str
    certainty: float


def names_in(text: str, encoding: Encoding) -> list[Mention]:
    """People, bodies, places and works; the certainty is the model's, mean of words."""
    offsets = encoding.words.offsets
    found = (
        Mention(
            offsets[run.first][0],
            offsets[run.last][1],
            _LABELS[run.label],
            round(min(run.certainty, 1.0), 3),
        )
        for run in _runs(encoding, _ENTITIES)
    )
    tidy = (tidied(text, mention) for mention in found)
    return in_order(mention for mention in tidy if mention)


def findings_of(
    model: RecordModel, read: tuple[str, Encoding], known: tuple[Clues, Cast]
) -> Findings:
    """The mentions of records, what may fill their roles, and the scores of both.

    ``read`` is the text with its encoding, ``known`` what lists and grammar know of
    it. Both kinds of mentions are in the order of the text.
    """
    (text, encoding), (clues, cast) = read, known
    page = _Page(text, encoding)
    records = [*_candidates(page, clues), *_runs(encoding, _CLAUSES)]
    records.sort(key=lambda run: (run.first, run.last))
    sources = [page.place(run.first, run.last, run.label[0]) for run in records]
    own = [(place, n) for n, place in enumerate(sources) if place.letter in "AE"]
    fillers = [*_actors(page, cast), *_dates(page, clues), *own]
    fillers.sort(key=lambda pair: (pair[0].first, pair[0].last))
    scores = model.relate(encoding, sources, [place for place, _ in fillers])
    return Findings(
        records=tuple(
            _mention(page, run, (scores, number)) for number, run in enumerate(records)
        ),
        fillers=tuple(
            Filler(*page.span(place.first, place.last), place.letter, thing)
            for place, thing in fillers
        ),
        roles=tuple(scores.roles),
    )


class _Page:
    """The words of an encoding, to be looked up by offset."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [start for start, _ in encoding.words.offsets]
        self._ends = [end for _, end in encoding.words.offsets]

    def words(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last word that ``text[start:end]`` touches; None for no word."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        return (first, last) if first <= last else None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets from the first to the last word."""
        return self._starts[first], self._ends[last]

    def place(self, first: int, last: int, letter: str) -> Place:
        """A mention for the model."""
        return Place(first, last, letter, self.encoding.words.sentences[first])


def _runs(encoding: Encoding, layer: int) -> Iterator[_Run]:
    chances = encoding.chances[layer]
    if not len(encoding.words.offsets):
        return
    path = _PATHS[layer].best(chances)
    for first, stop in _PATHS[layer].runs(path):
        label, own = _PATHS[layer].label(path[first])
        certainty = float(chances[first:stop, own].sum(axis=1).mean())
        yield _Run(first, stop - 1, label, certainty)


def _candidates(page: _Page, clues: Clues) -> list[_Run]:
    """What the tags say, and every other noun that may tell of a record."""
    runs = list(_runs(page.encoding, _RECORDS))
    taken = {word for run in runs for word in range(run.first, run.last + 1)}
    outside = page.encoding.chances[_RECORDS][:, 0]
    for start, end, letter in clues.nouns:
        words = page.words(start, end)
        if words and taken.isdisjoint(range(words[0], words[1] + 1)):
            chance = 1.0 - float(outside[words[0] : words[1] + 1].min())
            runs.append(_Run(*words, letter, chance))
    return runs


def _actors(page: _Page, cast: Cast) -> Iterator[tuple[Place, int]]:
    """Where one actor is named; "the museum" and "the two sides" fill no role."""
    for link in cast.links:
        words = page.words(link.start, link.end)
        if words and link.form == "name" and len(link.actors) == 1:
            letter = _LETTERS.get(cast.actors[link.actors[0]].kind, "L")
            yield page.place(*words, letter), link.actors[0]


def _dates(page: _Page, clues: Clues) -> Iterator[tuple[Place, int]]:
    for number, date in enumerate(clues.dates):
        words = page.words(date.start, date.end)
        if words and date.edtf:
            yield page.place(*words, "D"), number


def _mention(page: _Page, run: _Run, at: tuple[Scores, int]) -> RecordMention:
    scores, number = at
    start, end = page.span(run.first, run.last)
    named = run.label.endswith("!")
    if named and (tidy := tidied(page.text, Mention(start, end, _NAME, 1.0))):
        start, end = tidy.start, tidy.end
    told = run.certainty
    if run.label[0] in "AE":
        told = (told + chance_of(float(scores.told[number]))) / 2
    return RecordMention(
        start=start,
        end=end,
        letter=run.label[0],
        sentence=page.encoding.words.sentences[run.first],
        told=told,
        named=named,
        kinds=scores.kinds[number],
        states=scores.states[number],
    )
