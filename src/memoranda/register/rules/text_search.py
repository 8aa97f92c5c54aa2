"""Folded words as PostgreSQL's full text search writes them: vectors and queries.

Written out here and not made by its parser, which cuts words by the rules of one
server's locale; so both databases find the same words.
"""

from collections.abc import Sequence

from memoranda.register.rules.folding import loose

# PostgreSQL's own bounds (documentation, "Limitations" of text search).
LAST_PLACE = 16_383
MOST_PLACES = 255
MOST_BYTES = 1_000_000  # of 1,048,575 that a vector may hold, with its padding
LONGEST_WORD = 2_000  # bytes, of 2,046
SMALL = 2  # bytes a place or a count of places takes


def vector_of(title: str, body: str) -> str:
    """The ``tsvector`` of two folded texts, words of the title marked A.

    Places grow dear in a long text: where they do not fit, rarer ones stay out
    and the word stays in; words beyond ``MOST_BYTES`` are not found.
    """
    places: dict[str, list[str]] = {}
    for at, word in enumerate(title.split(), 1):
        places.setdefault(word, []).append(f"{min(at, LAST_PLACE)}A")
    for at, word in enumerate(body.split(), len(title.split()) + 1):
        places.setdefault(word, []).append(str(min(at, LAST_PLACE)))
    return " ".join(_fitting(places))


def query_of(words: Sequence[str]) -> str:
    """The ``tsquery`` that asks for every folded word, the last as a beginning."""
    ends = [*[""] * (len(words) - 1), ":*"]
    asked = (
        " | ".join(f"'{form[:LONGEST_WORD]}'{end}" for form in _forms(word))
        for word, end in zip(words, ends, strict=True)
    )
    return " & ".join(f"({forms})" for forms in asked)


def _forms(word: str) -> list[str]:
    return [form for form in dict.fromkeys((word, loose(word))) if form]


def _fitting(places: dict[str, list[str]]) -> list[str]:
    """Each word with as many of its places as all can have."""
    words = {word: len(word.encode()) for word in places}
    words = {word: size for word, size in words.items() if size <= LONGEST_WORD}
    left = MOST_BYTES - sum(size + 2 * SMALL for size in words.values())
    each = min(MOST_PLACES, max(0, left // (SMALL * max(1, len(words)))))
    written = []
    used = 0
    for word, size in words.items():
        used += size + SMALL * (2 + min(each, len(places[word])))
        if used > MOST_BYTES:
            break
        at = ",".join(dict.fromkeys(places[word][:each]))
        written.append(f"'{word}':{at}" if at else f"'{word}'")
    return written
