"""A second look at the tagger's labels, where the words themselves decide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from memoranda.reading.entities.references import sorts_of_bodies
from memoranda.reading.names import find_places
from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.vocabulary import words

ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{2,}$")
NO_NAME = re.compile(r"[_@/]|https?:")


def second_look(
    text: str, mentions: Sequence[Mention], *, language: str
) -> list[Mention]:
    """The mentions relabelled or left out; their order and spans stay."""
    return list(_looked_at(text, mentions, language=language))


def _looked_at(
    text: str, mentions: Sequence[Mention], *, language: str
) -> Iterator[Mention]:
    heads = _event_heads(language)
    names = {text[mention.start : mention.end] for mention in mentions}
    surnames = _surnames(text, mentions)
    for whole in _whole(text, _joined(text, mentions), language=language):
        mention = _without_count(text, whole, names)
        named = text[mention.start : mention.end]
        if NO_NAME.search(named):
            continue
        if mention.label is MentionLabel.PERSON:
            if ACRONYM.match(named):
                yield replace(mention, label=MentionLabel.ORGANISATION)
            elif not _is_place(named, language):
                yield mention
        elif mention.label is MentionLabel.ORGANISATION and named in surnames:
            yield replace(mention, label=MentionLabel.PERSON)
        elif _is_event(mention, named, heads):
            yield replace(mention, label=MentionLabel.EVENT)
        else:
            yield mention


def _joined(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; two persons with nothing but a blank between them are one."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if (
            last
            and last.label is mention.label is MentionLabel.PERSON
            and text[last.end : mention.start] == " "
        ):
            found[-1] = replace(last, end=mention.end)
        else:
            found.append(mention)
    return found


def _surnames(text: str, mentions: Sequence[Mention]) -> set[str]:
    """The last words of persons' full names."""
    full = (
        text[mention.start : mention.end].split()
        for mention in mentions
        if mention.label is MentionLabel.PERSON
    )
    return {words[-1] for words in full if len(words) > 1}


def _without_count(text: str, mention: Mention, names: set[str]) -> Mention:
    """ "The Museum lends 17, the Gallery 15": no name, where the text has it bare."""
    bare, _, last = text[mention.start : mention.end].rpartition(" ")
    if last.isdecimal() and bare in names:
        return replace(mention, end=mention.start + len(bare))
    return mention


def _is_event(mention: Mention, named: str, heads: re.Pattern[str]) -> bool:
    """A body's label on a name that ends as an event's and names no sort of body."""
    return (
        mention.label is MentionLabel.ORGANISATION and heads.search(named) is not None
    )


def _whole(
    text: str, mentions: Sequence[Mention], *, language: str
) -> Iterator[Mention]:
    """The mentions; a body cut before its capitalised sort takes it in."""
    nouns = "|".join(word.capitalize() for word in sorts_of_bodies(language))
    sort = re.compile(rf" (?:{nouns})\b")
    for number, mention in enumerate(mentions):
        found = sort.match(text, mention.end)
        free = number + 1 == len(mentions) or (
            found is not None and found.end() <= mentions[number + 1].start
        )
        if found and free and mention.label is MentionLabel.ORGANISATION:
            yield replace(mention, end=found.end())
        else:
            yield mention


@cache
def _event_heads(language: str) -> re.Pattern[str]:
    """Last words that make a name an event's and no body's."""
    nouns = "|".join(map(re.escape, words(language, "events")["names"]))
    bodies = "|".join(map(re.escape, sorts_of_bodies(language)))
    return re.compile(
        rf"^(?!(?i:.*\b(?:{bodies})\b)).+\s(?!Festival|Year|Biennale|Fair)(?:{nouns})$"
    )


def _is_place(named: str, language: str) -> bool:
    """Whether a lone capitalised word is the name of a state or people."""
    places = find_places(named, (0, len(named)), language)
    return any(
        p.end - p.start == len(named) and p.kind in {"country", "demonym"}
        for p in places
    )
