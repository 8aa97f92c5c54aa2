"""What the model of records is told of its mistakes.

Roles are labelled for things, not for mentions. The scores of all pairs of mentions
of two things are joined by log-sum-exp, so that one pair may carry the role
(multiple-instance learning; Dietterich, Lathrop and Lozano-Perez, 1997).
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from memoranda.reading.components.windows import Row
from memoranda.reading.components.words import Shape
from memoranda.reading.statements.press.schema import ROLES, SOURCES, TARGETS
from train.examples import UNTOLD, Example, Span
from train.model import RecordModel
from train.pairs import ALLOWED, SAME_ROLE, gaps_of, letters_of, steps_of

TAG_SCALE, ROLE_SCALE, KIND_SCALE, SAME_SCALE, TOLD_SCALE = 4.0, 1 / 20, 0.5, 0.5, 2.0
_LOW = -30.0


def word_states(model: RecordModel, batch: Sequence[Example]) -> list[Tensor]:
    """The states of the words of each document: (words, WIDTH)."""
    windows = [window for example in batch for window in example.windows]
    longest = max(len(window.pieces) for window in windows)

    def padded(rows: list[Row], fill: int) -> Tensor:
        whole = np.full((len(rows), longest), fill, dtype=np.int64)
        for place, row in zip(whole, rows, strict=True):
            place[: len(row)] = row
        return torch.from_numpy(whole)

    states = model.encoder(
        padded([w.pieces for w in windows], 0),
        padded([w.shapes for w in windows], int(Shape.OTHER)),
        padded([w.hints for w in windows], 0),
        padded([np.ones_like(w.pieces) for w in windows], 0),
    )
    rows = [state[window.firsts] for state, window in zip(states, windows, strict=True)]
    found, taken = [], 0
    for example in batch:
        found.append(torch.cat(rows[taken : taken + len(example.windows)]))
        taken += len(example.windows)
    return found


def losses_of(model: RecordModel, batch: Sequence[Example]) -> tuple[Tensor, ...]:
    """The losses of tags, of kinds and of roles, each a mean over the batch."""
    states = word_states(model, batch)
    words = model.dropout(torch.cat(states))
    tags = torch.zeros(())
    for layer, head in enumerate(model.layers):
        gold = torch.cat([torch.from_numpy(example.tags[layer]) for example in batch])
        tags = tags + nn.functional.cross_entropy(head(words).float(), gold)
    kinds, roles = torch.zeros(()), torch.zeros(())
    for example, own in zip(batch, states, strict=True):
        if example.spans:
            views = model.mentions.of(own, example.spans)
            own_kinds = _kind_loss(model, example, views)
            told = TOLD_SCALE * _told_of_records(model, example, views)
            kinds = kinds + (own_kinds + told) / len(batch)
            roles = roles + _role_loss(model, example, words=own, views=views) / len(
                batch
            )
    return TAG_SCALE * tags, KIND_SCALE * kinds, ROLE_SCALE * roles


def _told_of_records(model: RecordModel, example: Example, views: Tensor) -> Tensor:
    """Of nouns that tell of a record, and of those that only could."""
    places = [n for n, span in enumerate(example.spans) if span.letter in "AE"]
    if not places:
        return torch.zeros(())
    gold = [float(UNTOLD not in example.spans[n].thing) for n in places]
    scores = model.told(model.much_dropout(views[places])).float()[:, 0]
    loss = nn.functional.binary_cross_entropy_with_logits
    return loss(scores, torch.tensor(gold))


def _kind_loss(model: RecordModel, example: Example, views: Tensor) -> Tensor:
    places = [n for n, s in enumerate(example.spans) if s.thing in example.kinds]
    if not places:
        return torch.zeros(())
    gold = torch.tensor([example.kinds[example.spans[n].thing] for n in places])
    own = model.much_dropout(views[places])
    loss = nn.functional.cross_entropy
    return loss(model.kinds(own).float(), gold[:, 0]) + loss(
        model.states(own).float(), gold[:, 1]
    )


def role_scores(
    model: RecordModel, example: Example, *, words: Tensor, views: Tensor
) -> tuple[list[Span], list[Span], Tensor]:
    """The sources, the targets, and the scores of their pairs."""
    spans = example.spans
    rows = [n for n, span in enumerate(spans) if span.letter in SOURCES]
    columns = [n for n, span in enumerate(spans) if span.letter in TARGETS]
    sources, targets = [spans[n] for n in rows], [spans[n] for n in columns]
    scores = model.pairs(
        words,
        (views[rows], views[columns], letters_of(sources), letters_of(targets)),
        (steps_of(sources, targets), gaps_of(sources, targets)),
    )
    return sources, targets, scores.float()


def _role_loss(
    model: RecordModel, example: Example, *, words: Tensor, views: Tensor
) -> Tensor:
    sources, targets, scores = role_scores(model, example, words=words, views=views)
    if not sources or not targets:
        return torch.zeros(())
    told = _told_loss(scores, (sources, targets), example)
    return told + SAME_SCALE * _same_loss(scores, sources, targets)


def _told_loss(
    scores: Tensor, ends: tuple[Sequence[Span], Sequence[Span]], example: Example
) -> Tensor:
    """Of the roles of things; a thing has none to itself."""
    names = [list(dict.fromkeys(span.thing for span in side)) for side in ends]
    places = [
        torch.tensor([own.index(span.thing) for span in side])
        for own, side in zip(names, ends, strict=True)
    ]
    shape = (len(names[0]), len(names[1]), len(ROLES))
    gold, allowed = torch.zeros(shape), torch.zeros(shape, dtype=torch.bool)
    for i, source in enumerate(names[0]):
        for j, target in enumerate(names[1]):
            if source != target:
                allowed[i, j] = ALLOWED[source[0], target[0]]
            for role in example.roles.get((source, target), ()):
                gold[i, j, role] = 1.0
    groups = (places[0][:, None] * shape[1] + places[1][None]).flatten()
    joined = log_sum(scores.flatten(0, 1), groups, shape[0] * shape[1]).view(shape)
    return nn.functional.binary_cross_entropy_with_logits(
        joined[allowed], gold[allowed], reduction="sum"
    )


def _same_loss(
    scores: Tensor, sources: Sequence[Span], targets: Sequence[Span]
) -> Tensor:
    """Of mentions that speak of one record."""
    total = torch.zeros(())
    for letter, role in SAME_ROLE.items():
        rows = [i for i, span in enumerate(sources) if span.letter == letter]
        columns = [j for j, span in enumerate(targets) if span.letter == letter]
        if len(rows) > 1:
            gold = torch.tensor(
                [
                    [float(sources[i].thing == targets[j].thing) for j in columns]
                    for i in rows
                ]
            )
            others = ~torch.eye(len(rows), dtype=torch.bool)
            block = scores[rows][:, columns, role]
            total = total + nn.functional.binary_cross_entropy_with_logits(
                block[others], gold[others], reduction="sum"
            )
    return total


def log_sum(scores: Tensor, groups: Tensor, count: int) -> Tensor:
    """Log-sum-exp of the rows of each of ``count`` groups: (count, columns)."""
    index = groups[:, None].expand_as(scores)
    floor = torch.full((count, scores.shape[1]), _LOW)
    top = floor.scatter_reduce(0, index, scores.detach(), "amax")
    powers = (scores - top.gather(0, index)).exp()
    total = torch.full((count, scores.shape[1]), 1e-9).scatter_add(0, index, powers)
    return top + total.log()
