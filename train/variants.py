"""The shorter forms in which a text repeats a labelled name."""

import re
from collections.abc import Iterator

from memoranda.reading.vocabulary import words

_ORGANISATION = words("en", "organisations")
_NOUNS = frozenset(_ORGANISATION["heads"])
_HEADS = _NOUNS | frozenset(_ORGANISATION["generic"])
_JOINERS = frozenset(_ORGANISATION["joiners"])
_DEMONYM = re.compile(r"(?:an|ish|ese|ic|al|ch)$")
_ACRONYM_LENGTHS = range(3, 9)


def person_variants(name: str) -> set[str]:
    """``name``, each of its ends ("al Mousawi", "Mousawi"), first with last."""
    parts = name.split()
    ends = {" ".join(parts[i:]) for i in range(len(parts))}
    if len(parts) > 2:
        ends.add(f"{parts[0]} {parts[-1]}")
    return {end for end in ends if len(end) > 2 and _is_capitalised(end.split()[-1])}


def organisation_variants(name: str, text: str) -> set[str]:
    """``name``, the acronym ``text`` uses for it, and its telling halves."""
    bare = re.sub(r"^[Tt]he ", "", name)
    return {name, bare, *_acronyms(bare, text), *_shortened(bare, text)}


def _acronyms(name: str, text: str) -> Iterator[str]:
    bracketed = re.search(re.escape(name) + r"\s+\(([^()\s]{2,12})\)", text)
    if bracketed and sum(c.isupper() for c in bracketed[1]) >= 2:
        yield bracketed[1]
    initials = "".join(part[0] for part in name.split() if part[0].isupper())
    if len(initials) in _ACRONYM_LENGTHS:
        yield initials


def _shortened(name: str, text: str) -> Iterator[str]:
    parts = name.split()
    for cut in range(1, len(parts)):
        if _is_telling(parts[:cut]) or _stands_alone(parts[:cut], name, text):
            yield " ".join(parts[:cut])
        if (
            _is_telling(parts[cut:]) and not _HEADS.issuperset(parts[cut:])
        ) or _stands_alone(parts[cut:], name, text):
            yield " ".join(parts[cut:])


def _is_telling(part: list[str]) -> bool:
    """True for a piece of several words that still says what body it is."""
    if len(part) < 2 or part[0] in _JOINERS or part[-1] in _JOINERS:
        return False
    return all(map(_is_capitalised, (part[0], part[-1]))) and any(
        word in _NOUNS for word in part
    )


def _stands_alone(part: list[str], name: str, text: str) -> bool:
    """True for the one own word of ``name`` where ``text`` says "the Hermitage".

    A place or people lends its word to a body, too; those stand after "in" or are
    adjectives.
    """
    word = part[0]
    if len(part) > 1 or len(word) < 4 or word in _HEADS or not _is_capitalised(word):
        return False
    if _DEMONYM.search(word) or not _JOINERS.isdisjoint(name.split()):
        return False
    places = re.search(rf"\b(?:in|from|to|near) {re.escape(word)}\b", text)
    return f"the {word}" in text and not places


def _is_capitalised(word: str) -> bool:
    return any(character.isupper() for character in word)
