"""Folded words as full text searches write them: vectors, and queries of both.

Written out here and not made by PostgreSQL's parser, which cuts words by the rules of
one server's locale; so both databases find the same words.
"""

from collections.abc import Iterator, Sequence

from memoranda.register.rules.folding import loose

# PostgreSQL's own bounds (documentation, "Limitations" of text search).
LAST_PLACE = 16_383
MOST_PLACES = 255
MOST_BYTES = 1_000_000  # of 1,048,575 that a vector may hold, with its padding
LONGEST_WORD = 2_000  # bytes, of 2,046
SMALL = 2  # bytes a place or a count of places takes

Tokens = Sequence[str]


def token_of(name: str, value: str) -> str:
    """The word of an index that stands for a facet; no folded word holds an x."""
    return f"x{name}{value.encode().hex()}"


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


def query_of(
    words: Sequence[str], *, in_title: bool = False, tokens: Sequence[Tokens] = ()
) -> str:
    """The ``tsquery`` for every folded word, the last as a beginning.

    ``tokens``: of each group one must be there.
    """
    mark = "A" if in_title else ""
    asked = []
    for word, begins in _asked(words):
        end = f":*{mark}" if begins else mark and f":{mark}"
        forms = (f"'{form[:LONGEST_WORD]}'{end}" for form in _forms(word))
        asked.append(" | ".join(forms))
    asked += [" | ".join(f"'{token}'" for token in group) for group in tokens]
    return " & ".join(f"({forms})" for forms in asked)


def match_of(
    words: Sequence[str], *, in_title: bool = False, tokens: Sequence[Tokens] = ()
) -> str:
    """What ``query_of`` asks, as FTS5 takes it."""
    asked = []
    for word, begins in _asked(words):
        forms = (f'"{form}"{"*" if begins else ""}' for form in _forms(word))
        asked.append(("{title} : " if in_title else "") + f"({' OR '.join(forms)})")
    asked += [
        "{facets} : (" + " OR ".join(f'"{token}"' for token in group) + ")"
        for group in tokens
    ]
    return " AND ".join(asked)


def _asked(words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each word and whether it may be unfinished: the last may, unless an initial."""
    for at, word in enumerate(words, 1):
        yield word, at == len(words) and len(word) > 1


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
