"""Measures a model of records on marked texts: ``python -m train.measure``.

Prints totals only, so that it may be run on the unread third. Tags are counted as
spans with the right ends; roles between marked things, whatever the tags found.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch

from bench.marked import marked_texts
from bench.split import is_tuning, is_unseen
from memoranda.reading.components.tags import TagPath
from memoranda.reading.components.windows import WindowCutter
from memoranda.reading.statements.press.schema import LAYERS, ROLES
from train.examples import Example, example_of
from train.fit import is_held_out, tokenizer, trained
from train.loss import log_sum, role_scores, word_states
from train.model import RecordModel
from train.pairs import ALLOWED

Total = Counter[tuple[str, str]]
_PATHS = [TagPath(names) for names in LAYERS]


def main() -> None:
    """Reads the command line and prints precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder with model.pt")
    parser.add_argument("corpus", type=Path)
    arguments = parser.parse_args()
    model = trained(arguments.model)
    marked = marked_texts(arguments.corpus / "marked")
    texts = [text for text in marked if is_held_out(text.stem)]
    cutter = WindowCutter(tokenizer())
    for label, chosen in (("unseen", is_unseen), ("tuning", is_tuning)):
        own = [text for text in texts if chosen("press", text.stem)]
        total: Total = Counter()
        with torch.no_grad():
            for text in own:
                total += _count(model, example_of(text, cutter))
        print(f"{label}: {len(own)} texts")
        for name in dict.fromkeys(name for name, _ in total):
            print(f"{name:24}", _figures(total, name))


def _count(model: RecordModel, example: Example) -> Total:
    words = word_states(model, [example])[0]
    total: Total = Counter()
    for layer, head in enumerate(model.layers):
        gold = set(_runs(layer, example.tags[layer].tolist()))
        chances = head(words).softmax(1).numpy()
        read = set(_runs(layer, _PATHS[layer].best(chances)))
        _add(total, gold, read)
    if example.spans:
        _add(total, *_roles(model, example, words))
    return total


def _runs(layer: int, tags: list[int]) -> Iterator[tuple[str, int, int]]:
    for first, stop in _PATHS[layer].runs(tags):
        yield LAYERS[layer][tags[first]][2:], first, stop


def _roles(
    model: RecordModel, example: Example, words: torch.Tensor
) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """The roles of things that are marked, and those that the model gives."""
    names = [f"{letter} {role}" for letter, role, _ in ROLES]
    gold = {
        (names[role], source, target)
        for (source, target), roles in example.roles.items()
        for role in roles
    }
    views = model.mentions.of(words, example.spans)
    sources, targets, scores = role_scores(model, example, words=words, views=views)
    if not sources or not targets:
        return gold, set()
    things = list(dict.fromkeys((s.thing, t.thing) for s in sources for t in targets))
    groups = torch.tensor(
        [things.index((s.thing, t.thing)) for s in sources for t in targets]
    )
    joined = log_sum(scores.flatten(0, 1), groups, len(things))
    read = {
        (names[role], source, target)
        for (source, target), row in zip(things, joined, strict=True)
        if source != target
        for role in ((row > 0) & ALLOWED[source[0], target[0]]).nonzero().flatten()
    }
    return gold, read


def _add(total: Total, gold: set[tuple[str, ...]], read: set[tuple[str, ...]]) -> None:
    for kind, group in (("wanted", gold), ("given", read), ("right", gold & read)):
        total.update((str(found[0]), kind) for found in group)


def _figures(total: Total, name: str) -> str:
    right, given, wanted = (total[name, k] for k in ("right", "given", "wanted"))
    return (
        f"P {right / max(given, 1):.3f}  R {right / max(wanted, 1):.3f}"
        f"  F1 {2 * right / max(given + wanted, 1):.3f}  ({wanted} marked)"
    )


if __name__ == "__main__":
    main()
