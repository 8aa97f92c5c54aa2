"""What the press readers share: the text, its cast and dates, and what was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from memoranda.reading.dates import DateMention, Tense, find_dates
from memoranda.reading.entities.cast import Actor, Cast, Span
from memoranda.reading.records import Note, Value
from memoranda.reading.statements.press.findings import Findings, chance_of

_LEAST = 1e-4  # of a chance


@dataclass
class Scene:
    """One press text, ready to be put together; ``notes`` grows while it is.

    ``calibration`` holds slope and intercept by field ("agreement.parties"): with
    them the log-odds that the model gives become those of being right (Platt, 1999).
    """

    text: str
    language: str
    paragraphs: Sequence[Span]
    sentences: Sequence[Span]
    published: str | None
    cast: Cast
    dates: Sequence[DateMention]
    findings: Findings
    calibration: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    _in_tense: dict[tuple[Span, Tense | None], list[DateMention]] = field(
        default_factory=dict
    )

    def actor(self, position: int) -> Actor:
        """The actor at ``position`` of the cast."""
        return self.cast.actors[position]

    def value(self, span: Span, **given: object) -> Value:
        """A value quoted from this text; see Value.of."""
        return Value.of(self.text, span, **given)

    def certainty(self, of: str, chance: float) -> float:
        """How often a value of this sort is right to which the model gives a chance."""
        slope, intercept = self.calibration.get(of, (1.0, 0.0))
        chance = min(max(chance, _LEAST), 1 - _LEAST)
        odds = log(chance / (1 - chance))
        return chance_of(slope * odds + intercept)

    def note(self, span: Span, reason: str) -> None:
        """Record what was seen and not used."""
        self.notes.append(Note(span[0], span[1], reason))

    def dates_in(self, sentence: Span, tense: Tense | None) -> list[DateMention]:
        """The dates of a sentence as ones behind or ahead of the report, or near it."""
        if (sentence, tense) not in self._in_tense:
            self._in_tense[sentence, tense] = find_dates(
                self.text,
                sentence,
                published=self.published,
                tense=tense,
                language=self.language,
                before=self._told_before(sentence[0]),
            )
        return self._in_tense[sentence, tense]

    def _told_before(self, offset: int) -> str | None:
        number = bisect_left(self._date_starts, offset)
        told = (self.dates[n].edtf for n in range(number - 1, -1, -1))
        return next(filter(None, told), None)

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence round ``offset``."""
        found = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(found, 0)]

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph round ``offset``."""
        found = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[max(found, 0)]
