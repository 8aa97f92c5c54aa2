"""Words that point back at an actor: "the Center", "the two ministries"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from memoranda.reading.entities.cast import Actor, ActorKind, Link, Span
from memoranda.reading.names import find_places
from memoranda.reading.vocabulary import words

BACK = 12  # sentences looked back for what a plural points at
AHEAD = 4
Kinds = tuple[frozenset[ActorKind], frozenset[str]]
ANY = frozenset({"two", "them"})
COUNTED = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


@cache
def sorts_of_bodies(language: str) -> dict[str, frozenset[str]]:
    """Each noun for a sort of body, with the nouns of the same sort."""
    return {
        word: frozenset(group)
        for group in words(language, "roles")["bodies"]["sorts"]
        for word in group
    }


@cache
def definite_pattern(language: str) -> re.Pattern[str]:
    """ "The museum", not followed by more of a name."""
    nouns = "|".join(sorted(sorts_of_bodies(language), key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+((?i:{nouns}))\b(?!\s+(?:of|for|in|on|to|[A-Z])|-)"
    )


@cache
def plural_pattern(language: str) -> re.Pattern[str]:
    """ "The two museums", "both sides", "the parties"."""
    lists = words(language, "roles")["bodies"]
    named = {noun for key in lists if key.startswith("pairs") for noun in lists[key]}
    nouns = "|".join(sorted(named, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:the|these|our|their)\s+)?(?P<count>two|both|three|four|five)\s+"
        rf"(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+){{0,2}}?(?P<noun>{nouns})\b"
        rf"|\bthe\s+(?P<bare>sides|parties|partners|two)\b(?!\s+\w+s\b)"
        rf"|\bbetween\s+(?:the\s+|our\s+|their\s+)?(?P<joined>{nouns}|them)\b",
        re.IGNORECASE,
    )


class ReferenceReader:
    """Resolves references against the named links of the document."""

    def __init__(self, text: str, sentences: Sequence[Span], *, language: str) -> None:
        self.text = text
        self.sentences = sentences
        self.language = language

    def short_names(self, actors: Sequence[Actor]) -> list[Link]:
        """Links for "the Guimet": the one telling word of a body's longer name."""
        telling = _telling_words(self.language, actors)
        if not telling:
            return []
        pattern = re.compile(
            rf"\b[Tt]he\s+({'|'.join(map(re.escape, sorted(telling, key=len, reverse=True)))})\b(?!\s+[A-Z])"
        )
        return [
            Link(m.start(), m.end(), (telling[m[1]],), "definite")
            for m in pattern.finditer(self.text)
        ]

    def definites(self, actors: Sequence[Actor], links: Sequence[Link]) -> list[Link]:
        """Links for "the museum", each to the body of that sort named last."""
        sorts = sorts_of_bodies(self.language)
        latest: dict[frozenset[str], int] = {}
        found: list[Link] = []
        named = iter(sorted(links, key=lambda link: link.start))
        pending = next(named, None)
        for match in definite_pattern(self.language).finditer(self.text):
            while pending is not None and pending.start < match.start():
                self._note_sorts(actors, pending, latest)
                pending = next(named, None)
            actor = latest.get(sorts[match[1].lower()])
            if actor is not None:
                found.append(Link(match.start(), match.end(), (actor,), "definite"))
        return found

    def _note_sorts(
        self, actors: Sequence[Actor], link: Link, latest: dict[frozenset[str], int]
    ) -> None:
        actor = actors[link.actors[0]]
        if actor.kind is not ActorKind.ORGANISATION:
            return
        sorts = sorts_of_bodies(self.language)
        for token in actor.label.lower().split():
            if token in sorts:
                latest[sorts[token]] = link.actors[0]

    def plurals(self, actors: Sequence[Actor], links: Sequence[Link]) -> list[Link]:
        """Links for "the two museums", each to the bodies it stands for."""
        table = _by_sentence(self.sentences, links)
        found = []
        for number, match in self._plural_matches():
            count = COUNTED.get((match["count"] or "two").lower(), 2)
            group = match.lastgroup or "noun"
            noun = match[group].lower()
            chosen = self._resolve(actors, table, (number, match.start(), noun, count))
            start = match.start("joined") if group == "joined" else match.start()
            if chosen:
                found.append(Link(start, match.end(), chosen, "pair"))
        return found

    def _plural_matches(self) -> Iterator[tuple[int, re.Match[str]]]:
        pattern = plural_pattern(self.language)
        for number, (start, end) in enumerate(self.sentences):
            for match in pattern.finditer(self.text, start, end):
                yield number, match

    def _resolve(
        self,
        actors: Sequence[Actor],
        table: Sequence[Sequence[Link]],
        wanted: tuple[int, int, str, int],
    ) -> tuple[int, ...]:
        number, offset, noun, count = wanted
        behind = range(number, max(-1, number - BACK), -1)
        ahead = range(number + 1, min(len(table), number + AHEAD))
        readings = self._readings(noun)
        if noun in ANY:
            order = [(place, reading) for place in behind for reading in readings]
        else:
            places = [*behind, *ahead]
            order = [(place, reading) for reading in readings for place in places]
        for place, reading in order:
            here = _matching(actors, table[place], reading)
            until = offset if place == number else self.sentences[place][1]
            distinct = tuple(dict.fromkeys(a for a, start in here if start < until))
            if len(distinct) == count:
                return distinct
        return self._scattered(actors, table, (number, readings[:1], count))

    def _scattered(
        self,
        actors: Sequence[Actor],
        table: Sequence[Sequence[Link]],
        wanted: tuple[int, "list[Kinds]", int],
    ) -> tuple[int, ...]:
        """The last ``count`` that fit, named in different sentences."""
        number, readings, count = wanted
        found: dict[int, None] = {}
        for reading in readings:
            for place in range(number, max(-1, number - BACK), -1):
                for actor, _ in reversed(_matching(actors, table[place], reading)):
                    found.setdefault(actor)
                    if len(found) == count:
                        return tuple(reversed(found))
        return ()

    def _readings(self, noun: str) -> list[tuple[frozenset[ActorKind], frozenset[str]]]:
        """What a plural may stand for, the likeliest first."""
        lists = words(self.language, "roles")["bodies"]
        readings = []
        singular = (
            re.sub(r"ies$", "y", noun) if noun.endswith("ies") else noun.rstrip("s")
        )
        sort = sorts_of_bodies(self.language).get(singular, frozenset())
        bodies = frozenset({ActorKind.ORGANISATION})
        if noun in lists["pairs"] or noun in ANY:
            if sort:
                readings.append((bodies, sort))
            readings.append((bodies, frozenset()))
        if noun in lists["pairs_of_states"] or noun in ANY:
            readings.append((frozenset({ActorKind.STATE}), frozenset()))
        if noun in lists["pairs_of_cities"] or noun in ANY:
            readings.append((frozenset({ActorKind.CITY}), frozenset()))
        if noun in lists["pairs_of_persons"]:
            readings.append((frozenset({ActorKind.PERSON}), frozenset()))
        return readings


def _telling_words(language: str, actors: Sequence[Actor]) -> dict[str, int]:
    """Capitalised words that stand in the name of one body only, and name no sort."""
    sorts = sorts_of_bodies(language)
    owners: dict[str, int | None] = {}
    for position, actor in enumerate(actors):
        if actor.kind is ActorKind.ORGANISATION and " " in actor.label:
            for word in set(actor.label.split()):
                if len(word) > 3 and word[0].isupper() and word.lower() not in sorts:
                    owners[word] = None if word in owners else position
    common = {
        "National",
        "State",
        "International",
        "Royal",
        "Cultural",
        "Academic",
        "Central",
    }
    return {
        word: position
        for word, position in owners.items()
        if position is not None
        and word not in common
        and not find_places(word, (0, len(word)), language)
    }


def _by_sentence(sentences: Sequence[Span], links: Sequence[Link]) -> list[list[Link]]:
    table: list[list[Link]] = [[] for _ in sentences]
    ordered = sorted(links, key=lambda link: link.start)
    number = 0
    for link in ordered:
        while number < len(sentences) - 1 and sentences[number][1] <= link.start:
            number += 1
        if table:
            table[number].append(link)
    return table


def _matching(
    actors: Sequence[Actor],
    links: Sequence[Link],
    wanted: tuple[frozenset[ActorKind], frozenset[str]],
) -> list[tuple[int, int]]:
    kinds, sort = wanted
    found = []
    for link in links:
        for position in link.actors:
            actor = actors[position]
            if actor.kind in kinds and (
                not sort or sort & set(actor.label.lower().split())
            ):
                found.append((position, link.start))
    return found
