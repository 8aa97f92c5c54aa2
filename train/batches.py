"""Sentences as the tensors that the encoder takes, in batches of like length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from memoranda.reading.components.words import Shape, shape_of
from train.projection import TAGS, TaggedSentence

Batch = tuple[Tensor, Tensor, Tensor, Tensor]
IGNORED = -100
LONGEST = 256
# Headlines in capitals and in Title Case are rare in the texts and common outside.
CAPITALS, HEADLINE = 0.05, 0.05


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as numbers; ``shapes`` and ``tags`` run parallel to ``pieces``."""

    pieces: list[int]
    shapes: list[int]
    tags: list[int]


def examples_of(
    sentences: Sequence[TaggedSentence], tokenizer: Tokenizer
) -> list[Example]:
    """The sentences as numbers, the tag of a word on its first piece."""
    encodings = tokenizer.encode_batch(
        [list(sentence.words) for sentence in sentences], is_pretokenized=True
    )
    return [
        _example(sentence, encoding.ids, encoding.word_ids)
        for sentence, encoding in zip(sentences, encodings, strict=True)
    ]


def _example(
    sentence: TaggedSentence, ids: list[int], owners: list[int | None]
) -> Example:
    shapes, tags, last = [], [], None
    for owner in owners[:LONGEST]:
        if owner is None:
            shapes.append(int(Shape.OTHER))
            tags.append(IGNORED)
            continue
        shapes.append(int(shape_of(sentence.words[owner])))
        first = owner != last
        tags.append(TAGS.index(sentence.tags[owner]) if first else IGNORED)
        last = owner
    return Example(ids[:LONGEST], shapes, tags)


def batches(
    examples: Sequence[Example], *, size: int, chance: random.Random
) -> Iterator[Batch]:
    """One pass: pieces, shapes, mask and tags, ``size`` sentences at a time."""
    order = sorted(examples, key=lambda e: len(e.pieces) * chance.uniform(0.85, 1.15))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(groups)
    for group in groups:
        yield _tensors([(e.pieces, _varied(e.shapes, chance), e.tags) for e in group])


def _varied(shapes: list[int], chance: random.Random) -> list[int]:
    draw = chance.random()
    if draw < CAPITALS:
        return [int(Shape.UPPER) if shape else shape for shape in shapes]
    if draw < CAPITALS + HEADLINE:
        return [Shape.TITLE if shape == Shape.LOWER else shape for shape in shapes]
    return shapes


def _tensors(
    rows: Sequence[tuple[list[int], list[int], list[int]]],
) -> Batch:
    longest = max(len(pieces) for pieces, _, _ in rows)

    def padded(column: int, fill: int) -> Tensor:
        return torch.tensor(
            [row[column] + [fill] * (longest - len(row[0])) for row in rows]
        )

    mask = torch.tensor(
        [[1] * len(row[0]) + [0] * (longest - len(row[0])) for row in rows]
    )
    return padded(0, 0), padded(1, int(Shape.OTHER)), mask, padded(2, IGNORED)
