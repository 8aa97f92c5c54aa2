"""A small text with its cast and the scores that a model might give it."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from memoranda.reading.dates import DateMention
from memoranda.reading.entities.cast import Actor, ActorKind, Cast, Link
from memoranda.reading.statements.press import Filler, Findings, RecordMention, Scene
from memoranda.reading.statements.press.schema import (
    KINDS,
    ROLE_NUMBER,
    ROLES_OF,
    STATES,
)
from memoranda.reading.text import lay_out

LOW, HIGH = -6.0, 4.0


@dataclass
class Sketch:
    """Builds a scene: actors, dates and records by their words, then what is told."""

    text: str
    actors: list[Actor] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    records: list[RecordMention] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)
    odds: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def span(self, words: str) -> tuple[int, int]:
        start = self.text.index(words)
        return start, start + len(words)

    def actor(self, words: str, kind: ActorKind) -> int:
        span = self.span(words)
        self.actors.append(Actor(kind, span, words))
        letter = {"person": "P", "organisation": "O"}.get(kind.value, "L")
        self.fillers.append(Filler(*span, letter, len(self.actors) - 1))
        return len(self.fillers) - 1

    def date(self, words: str, edtf: str, **given) -> int:
        span = self.span(words)
        self.dates.append(DateMention(*span, edtf, 0.9, **given))
        self.fillers.append(Filler(*span, "D", len(self.dates) - 1))
        return len(self.fillers) - 1

    def record(self, words: str, kind: str, state: str, **given) -> int:
        span = self.span(words)
        kinds = np.full(len(KINDS), LOW, dtype=np.float32)
        border = 12 if given.get("letter", "A") == "E" else 0
        kinds[KINDS.index(kind, border)] = HIGH
        states = np.full(len(STATES), LOW, dtype=np.float32)
        states[STATES.index(state, 5 if border else 0)] = HIGH
        self.records.append(
            RecordMention(
                *span,
                letter=given.get("letter", "A"),
                sentence=0,
                told=given.get("told", 0.95),
                named=given.get("named", False),
                kinds=kinds,
                states=states,
            )
        )
        number = len(self.records) - 1
        self.fillers.append(Filler(*span, given.get("letter", "A"), number))
        return number

    def tell(self, record: int, role: str, filler: int, odds: float = HIGH) -> None:
        letter = self.records[record].letter
        self.odds[record, filler, ROLE_NUMBER[letter, role]] = odds

    def filler_of(self, record: int) -> int:
        letter = self.records[record].letter
        return next(
            place
            for place, filler in enumerate(self.fillers)
            if (filler.letter, filler.thing) == (letter, record)
        )

    def same(self, one: int, other: int) -> None:
        self.tell(one, "same", self.filler_of(other))
        self.tell(other, "same", self.filler_of(one))

    def scene(self, **given) -> Scene:
        layout = lay_out(self.text)
        roles = []
        for number in range(len(self.records)):
            own = ROLES_OF[self.records[number].letter]
            scores = np.full((len(self.fillers), len(own)), LOW, dtype=np.float32)
            for (record, filler, role), odds in self.odds.items():
                if record == number:
                    scores[filler, role] = odds
            roles.append((0, scores))
        links = [
            Link(f.start, f.end, (f.thing,), "name")
            for f in self.fillers
            if f.letter in "POL"
        ]
        return Scene(
            text=self.text,
            language="en",
            paragraphs=layout.paragraphs,
            sentences=layout.sentences,
            published=given.pop("published", None),
            cast=Cast.of(self.actors, links),
            dates=self.dates,
            findings=Findings(tuple(self.records), tuple(self.fillers), tuple(roles)),
            **given,
        )


@pytest.fixture
def sketch():
    return Sketch
