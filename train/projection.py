"""Projects the names listed for a whole text onto its sentences as BIO tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.components.words import split_words
from memoranda.reading.records import MentionLabel
from memoranda.reading.text import lay_out
from train.corpus import LabelledText
from train.variants import organisation_variants, person_variants

OUTSIDE = "O"
LABELS = (MentionLabel.PERSON, MentionLabel.ORGANISATION, MentionLabel.EVENT)
TAGS = (OUTSIDE, *(f"{mark}-{label}" for label in LABELS for mark in "BI"))


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The words of a sentence and one tag of ``TAGS`` for each."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def tagged_sentences(source: LabelledText) -> Iterator[TaggedSentence]:
    """Every sentence of ``source``, also those without a name."""
    text = source.text
    spans = _spans(source)
    for start, end in lay_out(text).sentences:
        offsets = split_words(text, start, end)
        if offsets:
            yield TaggedSentence(
                words=tuple(text[s:e] for s, e in offsets),
                tags=tuple(_tag(offset, spans) for offset in offsets),
            )


def _tag(offset: tuple[int, int], spans: list[tuple[int, int, MentionLabel]]) -> str:
    for start, end, label in spans:
        if start <= offset[0] and offset[1] <= end:
            return f"{'B' if start == offset[0] else 'I'}-{label}"
    return OUTSIDE


def _spans(source: LabelledText) -> list[tuple[int, int, MentionLabel]]:
    """Where the names stand; of overlapping ones the longest."""
    found = sorted(
        {
            (match.start(), match.end(), label)
            for form, label in _forms(source)
            for match in re.finditer(_pattern(form), source.text)
        },
        key=lambda span: (span[0] - span[1], span),
    )
    taken: list[tuple[int, int, MentionLabel]] = []
    for start, end, label in found:
        if all(end <= s or e <= start for s, e, _ in taken):
            taken.append((start, end, label))
    return sorted(taken)


def _forms(source: LabelledText) -> Iterator[tuple[str, MentionLabel]]:
    for name in source.people:
        yield from ((form, MentionLabel.PERSON) for form in person_variants(name))
    for name in source.organisations:
        forms = organisation_variants(name, source.text)
        yield from ((form, MentionLabel.ORGANISATION) for form in forms)
    yield from ((name, MentionLabel.EVENT) for name in source.events)


def _pattern(form: str) -> str:
    """``form`` as whole words, across line breaks, also in capitals."""
    spelled = (r"\s+".join(map(re.escape, f.split())) for f in (form, form.upper()))
    return rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)"
