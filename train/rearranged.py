"""Copies of a marked text with a paragraph less, or with some of another text's.

A model learns how the texts of a few writers are built, and relies on it. Where what
stands around a paper changes, it has to go by what is said of the paper. Only
paragraphs that stand alone are moved: no other one speaks of their people and records.
"""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bench.marked import Mark, MarkedText, Record

SHORTENED, JOINED = 0.2, 0.2  # shares of the copies
_LONGEST = 2  # paragraphs that are put in
_TRIES = 8  # to find some that stand alone
_APART = 1000  # added to the numbers of another text's things
_BROUGHT_IN, _SHARED = "PAE", "POL"
_GAP = re.compile(r"\n[ \t]*\n\s*")
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with its marks, which count from its own beginning."""

    text: str
    marks: tuple[Mark, ...]


class Rearranged:
    """Draws paragraphs from the marked texts themselves."""

    def __init__(self, texts: Iterable[MarkedText], chance: random.Random) -> None:
        self._texts = list(texts)
        self._chance = chance

    def copy_of(self, marked: MarkedText) -> MarkedText:
        """A copy that is shortened or joined; often the text as it is."""
        drawn = self._chance.random()
        if drawn < SHORTENED:
            return self._shortened(marked)
        if drawn < SHORTENED + JOINED:
            return self._joined(marked)
        return marked

    def _shortened(self, marked: MarkedText) -> MarkedText:
        own = _paragraphs(marked)
        able = [n for n in range(1, len(own)) if _stand_alone(own, (n, n + 1))]
        if not able:
            return marked
        left_out = self._chance.choice(able)
        return _put_together(marked, [*own[:left_out], *own[left_out + 1 :]])

    def _joined(self, marked: MarkedText) -> MarkedText:
        for _ in range(_TRIES):
            other = self._chance.choice(self._texts)
            theirs = _paragraphs(other)
            first = self._chance.randrange(len(theirs))
            stop = min(first + self._chance.randint(1, _LONGEST), len(theirs))
            if other.stem != marked.stem and _stand_alone(theirs, (first, stop)):
                return self._with(marked, other, theirs[first:stop])
        return marked

    def _with(
        self, marked: MarkedText, other: MarkedText, theirs: Sequence[_Paragraph]
    ) -> MarkedText:
        own, new = _paragraphs(marked), _numbers(marked, other)
        place = self._chance.randint(1, len(own))
        added = [
            replace(
                paragraph,
                marks=tuple(replace(m, thing=new[m.thing]) for m in paragraph.marks),
            )
            for paragraph in theirs
        ]
        records = (*marked.records, *(_renumbered(r, new) for r in other.records))
        return _put_together(
            replace(marked, records=records), [*own[:place], *added, *own[place:]]
        )


def _paragraphs(marked: MarkedText) -> list[_Paragraph]:
    """The paragraphs; one for the whole text where a mark goes from one to another."""
    gaps = list(_GAP.finditer(marked.text))
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(marked.text)]
    found = [
        _Paragraph(
            marked.text[start:end],
            tuple(
                replace(m, start=m.start - start, end=m.end - start)
                for m in marked.marks
                if start <= m.start and m.end <= end
            ),
        )
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]
    if sum(len(paragraph.marks) for paragraph in found) < len(marked.marks):
        return [_Paragraph(marked.text, marked.marks)]
    return found


def _stand_alone(paragraphs: Sequence[_Paragraph], run: tuple[int, int]) -> bool:
    """Whether no other paragraph speaks of the people and records of these."""
    first, stop = run
    inside = _brought_in(paragraphs[first:stop])
    return inside.isdisjoint(_brought_in([*paragraphs[:first], *paragraphs[stop:]]))


def _brought_in(paragraphs: Iterable[_Paragraph]) -> set[str]:
    return {
        mark.thing
        for paragraph in paragraphs
        for mark in paragraph.marks
        if mark.thing[0] in _BROUGHT_IN
    }


def _numbers(marked: MarkedText, other: MarkedText) -> dict[str, str]:
    """What the things of ``other`` are called beside those of ``marked``.

    Those of one name are one.
    """
    known = {
        (thing[0], marked.name_of(thing)): thing
        for thing in {mark.thing for mark in marked.marks if mark.thing[0] in _SHARED}
    }
    return {
        thing: known.get(
            (thing[0], other.name_of(thing)), f"{thing[0]}{int(thing[1:]) + _APART}"
        )
        for thing in {mark.thing for mark in other.marks}
    }


def _renumbered(record: Record, new: dict[str, str]) -> Record:
    return replace(
        record,
        thing=new[record.thing],
        roles={role: tuple(new[t] for t in own) for role, own in record.roles.items()},
        signs_for={new[who]: new[whom] for who, whom in record.signs_for.items()},
    )


def _put_together(marked: MarkedText, paragraphs: Sequence[_Paragraph]) -> MarkedText:
    """The text of these paragraphs, with the records that they speak of."""
    marks: list[Mark] = []
    texts: list[str] = []
    length = 0
    for paragraph in paragraphs:
        marks += [
            replace(m, start=m.start + length, end=m.end + length)
            for m in paragraph.marks
        ]
        texts.append(paragraph.text)
        length += len(paragraph.text) + len(_BREAK)
    told = {mark.thing for mark in marks}
    return replace(
        marked,
        text=_BREAK.join(texts),
        marks=tuple(marks),
        records=tuple(record for record in marked.records if record.thing in told),
    )
