"""Sentences of one paragraph."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.vocabulary import words

Span = tuple[int, int]

_STOP = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?:\s+|(?<=[^\W\d_A-Z]{3}\.)(?=[A-ZА-Я][^\W\d_]*\s))"
)
_NEXT = re.compile(r"[\"'“‘«„(\[—–-]*\s*(\w*)")
_LAST = re.compile(r"[^\W_][\w.'’-]*\Z")
_VOWEL = re.compile(r"[aeiouyаеёиоуыэюяəıöüäéèíóúâêôåøæąęőű]", re.IGNORECASE)
_ITEM = re.compile(
    r"\W*(?:\d+(?:\.\d+)*|[A-Za-z]|[IVX]+|(?:[^\W\d_]+|§)\s*(?:\d{1,2}|[IVX]+))"
)
_REACH = 40  # no abbreviation with its context is longer
LONGEST = 4000  # characters; a text without stops is cut where it has a space
_FIGURE = re.compile(r"\d|[IVXLC]+\b")


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The spans of the sentences in ``text[span]``, without outer white space.

    None is longer than ``LONGEST``, so that no later step meets one without end.
    """
    for whole in _sentences(text, span):
        yield from _cut(text, *whole)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > start else start + LONGEST
        yield start, stop
        start = _trimmed(text, stop, end)[0]
    if start < end:
        yield start, end


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop, start):
            yield _trimmed(text, start, stop.end())
            start = stop.end()
    if text[start:end].strip():
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return (
        start + len(piece) - len(piece.lstrip()),
        end - len(piece) + len(piece.rstrip()),
    )


def _ends_sentence(text: str, stop: re.Match[str], start: int) -> bool:
    following = _NEXT.match(text, stop.end())
    word = following.group(1) if following else ""
    if word[:1].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    if stop.group().strip() != ".":
        return not _is_initial(text, stop, start) or word.lower() in _list("openers")
    before = _LAST.search(text[max(start, stop.start() - _REACH) : stop.start()])
    if before is None:
        return True
    return _stands_alone(before.group(), word, opens=_opens(text, stop, start))


def _opens(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether only the number or letter of an item precedes: 3. b. Article IV."""
    reach = text[start : min(stop.start(), start + _REACH)]
    return bool(_ITEM.fullmatch(reach)) and len(reach) < _REACH


def _is_initial(text: str, stop: re.Match[str], start: int) -> bool:
    before = text[max(start, stop.start() - 2) : stop.start()]
    return before[-1:].isupper() and not before[:1].isalnum()


def _stands_alone(word: str, following: str, *, opens: bool) -> bool:
    """Whether the stop after ``word`` is a full stop."""
    if word[0].isdigit() or opens:
        return not opens
    low = word.lower()
    if low in _list("before_name"):
        return False
    if low in _list("before_figure") and not (len(word) == 1 and word.isupper()):
        return not _FIGURE.match(following)
    if _may_be_short(word, low):
        return following.lower() in _list("openers")
    return True


def _may_be_short(word: str, low: str) -> bool:
    last = re.split(r"[.\-’']", word)[-1]
    if len(last) == 1 and last.isalpha():
        return True
    if low in _list("may_end") or re.fullmatch(r"(?:[a-z]\.)+[a-z]", low):
        return True
    return len(word) <= 4 and word.isalpha() and _is_unspeakable(word)


def _is_unspeakable(word: str) -> bool:
    return not word.isupper() and not _VOWEL.search(word)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(words("en", "sentences")[name])
