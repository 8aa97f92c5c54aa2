"""Where a name really begins and ends, whoever found it."""

import re
from collections.abc import Iterable

from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.vocabulary import words

_EDGES = " \t\r\n\u00a0\"'’‘“”„«»‹›`´,;:!?…–—-([{<>}])/|*_#=~^"
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_ABBREVIATED = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|[JS]r|Inc|Ltd|Co|Corp|Bros)\.$")
_HYPHENED_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]*-$|(?<![\w-])(?:al|el|ul|an|as)-$")
_HYPHENED_AFTER = re.compile(r"-[A-ZÀ-ÖØ-Þ][^\W\d_]*")
_LONGEST_PART = 40


def tidied(text: str, mention: Mention) -> Mention | None:
    """``mention`` without quotes, marks and possessive; None when no letter is left.

    The capitalised parts of a hyphenated name stay together, and nothing but a person
    begins or ends on a function word.
    """
    start, end = mention.start, mention.end
    start, end = _with_hyphened_parts(text, start, end)
    start, end = _trimmed(text, start, end)
    if mention.label is not MentionLabel.PERSON:
        start, end = _without_function_words(text, start, end)
    if not any(character.isalpha() for character in text[start:end]):
        return None
    return Mention(start, end, mention.label, mention.certainty)


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions`` by place; of two that overlap the surer, then the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.label)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
        elif _rank(mention) > _rank(kept[-1]):
            kept[-1] = mention
    return kept


def _rank(mention: Mention) -> tuple[float, int]:
    return mention.certainty, mention.end - mention.start


def _with_hyphened_parts(text: str, start: int, end: int) -> tuple[int, int]:
    before = _HYPHENED_BEFORE.search(text, max(0, start - _LONGEST_PART), start)
    after = _HYPHENED_AFTER.match(text, end, end + _LONGEST_PART)
    return (before.start() if before else start), (after.end() if after else end)


def _without_function_words(text: str, start: int, end: int) -> tuple[int, int]:
    function = frozenset(words("en", "organisations")["edges"])
    parts = list(re.finditer(r"\S+", text[start:end]))
    while parts and parts[0][0] in function:
        del parts[0]
    while parts and parts[-1][0] in function:
        del parts[-1]
    if not parts:
        return start, start
    return start + parts[0].start(), start + parts[-1].end()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    before = (-1, -1)
    while before != (start, end):
        before = (start, end)
        while start < end and text[start] in f"{_EDGES}.":
            start += 1
        while start < end and _ends_on_mark(text, start, end):
            end -= 1
        if end - start > 2 and _POSSESSIVE.match(text[end - 2 : end]):
            end -= 2
    return start, end


def _ends_on_mark(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last == ")":
        return "(" not in text[start:end]
    if last == ".":
        return not _ABBREVIATED.search(text[max(start, end - 6) : end])
    return last in _EDGES
