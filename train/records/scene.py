"""What a model of records found in one text, before anybody puts it together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memoranda.reading.components.tags import TagPath
from memoranda.reading.dates import find_dates
from memoranda.reading.entities import Cast, assemble, second_look
from memoranda.reading.entities.cast import ActorKind
from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.text import lay_out
from train.records.examples import Example, Span, windows_of, words_of
from train.records.loss import word_states
from train.records.model import RecordModel
from train.records.pairs import steps_of
from train.records.roles import LAYERS

_PATHS = [TagPath(names) for names in LAYERS]
_LABELS = {"P": MentionLabel.PERSON, "O": MentionLabel.ORGANISATION}
_LETTERS = {ActorKind.PERSON: "P", ActorKind.ORGANISATION: "O"}


@dataclass(frozen=True, slots=True)
class Found:
    """A run of tags: its words, its label and how sure the tags are."""

    first: int
    last: int
    label: str
    certainty: float


@dataclass(frozen=True, slots=True)
class _Page:
    """A text and its words; ``said`` grows by the value of each target."""

    text: str
    document: Example
    said: dict[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A text's cast, its records' mentions, and the scores of what they are.

    ``targets`` are mentions of actors, dates and records, the records last;
    ``roles`` is (records, targets, roles). ``said`` gives the value of a target.
    """

    cast: Cast
    records: list[Span]
    names: list[str | None]
    targets: list[Span]
    said: dict[str, str]
    kinds: NDArray[np.float32]
    states: NDArray[np.float32]
    roles: NDArray[np.float32]


def scene_of(
    text: str, published: str | None, model: RecordModel, *, tokenizer: Tokenizer
) -> Scene:
    """What the model finds in a cleaned ``text``."""
    words, sentences, paragraphs = words_of(text)
    windows = list(windows_of(text, words, paragraphs, tokenizer=tokenizer))
    tags = np.zeros((len(LAYERS), len(words)), dtype=np.int64)
    document = Example("", windows, words, sentences, tags, [], {}, {})
    states = word_states(model, [document])[0]
    runs = [list(_runs(n, head(states))) for n, head in enumerate(model.layers)]
    cast = _cast(text, words, runs[0])
    page = _Page(text, document, {})
    targets = [
        *_actors(page, cast),
        *_places(page, runs[0]),
        *_dates(page, published),
    ]
    records = [
        Span(r.first, r.last, r.label[0], f"{r.label[0]}{n}", sentences[r.first])
        for n, r in enumerate(runs[1])
    ]
    names = [
        text[words[r.first][0] : words[r.last][1]] if r.label.endswith("!") else None
        for r in runs[1]
    ]
    targets = [*_apart(targets), *records]
    own, others = model.spans(states, records), model.spans(states, targets)
    return Scene(
        cast=cast,
        records=records,
        names=names,
        targets=targets,
        said=page.said,
        kinds=model.kinds(own).numpy(),
        states=model.states(own).numpy(),
        roles=model.pairs(own, others, steps_of(records, targets)).numpy()
        if records
        else np.zeros((0, len(targets), 0), dtype=np.float32),
    )


def _runs(layer: int, scores: torch.Tensor) -> Iterator[Found]:
    chances = scores.float().softmax(1).numpy()
    path = _PATHS[layer].best(chances)
    for first, stop in _PATHS[layer].runs(path):
        label = LAYERS[layer][path[first]][2:]
        own = [n for n, name in enumerate(LAYERS[layer]) if name[2:] == label]
        certainty = float(chances[first:stop, own].sum(1).mean())
        yield Found(first, stop - 1, label, certainty)


def _cast(text: str, words: Sequence[tuple[int, int]], runs: Sequence[Found]) -> Cast:
    mentions = [
        Mention(
            words[r.first][0], words[r.last][1], _LABELS[r.label], round(r.certainty, 3)
        )
        for r in runs
        if r.label in _LABELS
    ]
    looked = second_look(text, mentions, language="en")
    return assemble(text, lay_out(text).sentences, looked, language="en")


def _actors(page: _Page, cast: Cast) -> Iterator[Span]:
    for link in cast.links:
        if link.form == "name" and len(link.actors) == 1:
            actor = cast.actors[link.actors[0]]
            letter = _LETTERS.get(actor.kind, "L")
            thing = f"{letter}{link.actors[0]}"
            page.said[thing] = actor.label
            yield from _span(page.document, (link.start, link.end), thing)


def _places(page: _Page, runs: Sequence[Found]) -> Iterator[Span]:
    """Places that no gazetteer knows."""
    for run in runs:
        if run.label == "L":
            start, end = (
                page.document.words[run.first][0],
                page.document.words[run.last][1],
            )
            thing = f"L:{page.text[start:end]}"
            page.said[thing] = page.text[start:end]
            yield from _span(page.document, (start, end), thing)


def _dates(page: _Page, published: str | None) -> Iterator[Span]:
    for sentence in lay_out(page.text).sentences:
        for date in find_dates(page.text, sentence, published=published, language="en"):
            if date.edtf:
                thing = f"D{date.start}"
                page.said[thing] = date.edtf
                yield from _span(page.document, (date.start, date.end), thing)


def _span(document: Example, reach: tuple[int, int], thing: str) -> Iterator[Span]:
    inside = [
        n
        for n, (start, end) in enumerate(document.words)
        if start < reach[1] and reach[0] < end
    ]
    if inside:
        sentence = document.sentences[inside[0]]
        yield Span(inside[0], inside[-1], thing[0], thing, sentence)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans without those of a place that an actor's name covers."""
    taken: set[int] = set()
    kept = []
    for span in spans:
        if ":" in span.thing and not taken.isdisjoint(range(span.first, span.last + 1)):
            continue
        taken.update(range(span.first, span.last + 1))
        kept.append(span)
    return kept
