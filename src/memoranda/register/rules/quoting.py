"""Where a text says what somebody typed or pasted as its words."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

Span = tuple[int, int]  # code points of the text
MOST = 50  # places told; a word that stands more often is no quote
WINDOW = 1.5  # of the quote's length: how wide a passage may be to be near it
STEP = 8  # passages begin at every eighth word's length
NEAR_ENOUGH = 0.5
BESIDE = 60  # code points told on either side of a place
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»‹›‘’‚‛′″`´"), '"') | {ord("'"): '"'}
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
_FOLDED = str.maketrans(_QUOTES | _HYPHENS | _NOTHING)


def places_of(quote: str, text: str) -> list[Span]:
    """The spans of ``text`` that read ``quote``: exactly; only where there is none,
    with any white space, quotation marks, hyphens and composed letters alike.

    In the order of the text, at most ``MOST``; none for an empty quote.
    """
    wanted = quote.strip()
    if not wanted:
        return []
    return _exact(wanted, text) or _folded(wanted, text)


def _exact(quote: str, text: str) -> list[Span]:
    found = re.finditer(re.escape(quote), text)
    return [match.span() for match, _at in zip(found, range(MOST), strict=False)]


def _folded(quote: str, text: str) -> list[Span]:
    needle = "".join(letter for letter, _at in _letters(quote)).strip()
    letters = list(_letters(text))
    hay = "".join(letter for letter, _at in letters)
    spans: list[Span] = []
    for match in re.finditer(re.escape(needle), hay) if needle else ():
        first, last = match.start(), match.end() - 1
        if not _cuts_a_letter(hay, last + 1):
            spans.append((letters[first][1], _end_of(letters[last][1], text)))
        if len(spans) == MOST:
            break
    return spans


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """The folded letters of ``text``, each with the place it comes from."""
    spaced = True
    for at, letter in enumerate(text):
        if letter.isspace():
            if not spaced:
                yield " ", at
            spaced = True
            continue
        for part in unicodedata.normalize("NFD", letter.translate(_FOLDED)):
            spaced = False
            yield part, at


def _cuts_a_letter(hay: str, end: int) -> bool:
    return end < len(hay) and unicodedata.combining(hay[end]) > 0


def _end_of(last: int, text: str) -> int:
    """After the letter at ``last`` and the marks that combine with it."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def around(start: int, end: int, text: str) -> tuple[str, str, str]:
    """What stands before a span, the span, and what stands after, on one line each."""
    line = text.replace("\n", " ")
    return (
        line[max(0, start - BESIDE) : start],
        line[start:end],
        line[end : end + BESIDE],
    )


def nearest_to(quote: str, text: str) -> str:
    """The passage of ``text`` most like ``quote``; "" where none is like it."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    size = len(quote.split())
    wanted = set(_plain(quote).split())
    if not words or not wanted:
        return ""
    width = max(1, int(size * WINDOW))
    step = max(1, size // STEP)
    passages = [
        text[words[at][0] : words[min(at + width, len(words)) - 1][1]]
        for at in range(0, max(1, len(words) - size + 1), step)
    ]
    likeliest = sorted(passages, key=lambda one: -_shared(wanted, one))[:5]
    best = max(likeliest, key=lambda one: _likeness(quote, one))
    return best if _shared(wanted, best) >= NEAR_ENOUGH else ""


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold())


def _shared(wanted: set[str], passage: str) -> float:
    """The share of the quote's words that the passage has."""
    return len(wanted & set(_plain(passage).split())) / len(wanted)


def _likeness(quote: str, passage: str) -> float:
    return SequenceMatcher(None, _plain(quote), _plain(passage)).ratio()
