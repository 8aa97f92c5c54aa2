"""Documents that say the same in two languages: the version that can be read.

What stands in other languages is blanked, so every offset stays what it was. Which
language a piece is in is told by the share of function words in it; single names
and headings tell nothing, and stay unless what is around them is blanked.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from memoranda.reading.text.twin_columns import without_twin_column
from memoranda.reading.text.word_share import WordShare, share_of, total

Span = tuple[int, int]

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_INK = re.compile(r"\S")

SHORTEST_VERSION = 40  # words of another language that are a version, not a quotation
RUNNING = 0.45  # of its words begin small: less are lists of names and figures
SHORTEST_LINE = 5  # words of a line that shows its language
INTERLEAVED = 0.25  # of the telling lines in another language: versions line by line
LETTERS_TOLD = 12  # letters of a line by which its script is told


@dataclass(frozen=True, slots=True)
class Piece:
    """A block or line of the text and what its words show."""

    span: Span
    share: WordShare


def in_language(text: str, language: str) -> str:
    """``text`` with all that is a version in another language blanked.

    Handles a second column, another script, versions line by line, and versions
    one after the other. A text in one language is returned unchanged.
    """
    text = without_twin_column(text, language)
    text = _blanked(text, _in_other_script(text))
    text = _blanked(text, _between_the_lines(text, language))
    return _blanked(text, _other_versions(text, language))


def words_in(text: str, language: str) -> int:
    """How many words of running ``language`` stand in ``text``."""
    blocks = (share_of(found.group(), language) for found in _BLOCK.finditer(text))
    return sum(share.words for share in blocks if share.is_native)


def _blanked(text: str, spans: Sequence[Span]) -> str:
    if not spans:
        return text
    kept: list[str] = []
    place = 0
    for start, end in spans:
        kept += [text[place:start], _INK.sub(" ", text[start:end])]
        place = end
    return "".join([*kept, text[place:]])


def _in_other_script(text: str) -> list[Span]:
    found = (line.span() for line in _LINE.finditer(text))
    return [span for span in found if not _is_latin(text[slice(*span)])]


def _is_latin(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()][:LETTERS_TOLD]
    latin = sum(map(_is_latin_letter, letters))
    return latin * 2 >= len(letters)


@cache
def _is_latin_letter(letter: str) -> bool:
    return letter.isascii() or "LATIN" in unicodedata.name(letter, "LATIN")


def _between_the_lines(text: str, language: str) -> list[Span]:
    """The foreign lines of a text whose versions alternate line by line."""
    lines = [
        Piece(found.span(), share_of(found.group(), language))
        for found in _LINE.finditer(text)
    ]
    telling = [line for line in lines if line.share.words > SHORTEST_LINE]
    foreign = [line for line in telling if _is_foreign_text(line.share)]
    turns = sum(
        _is_foreign_text(one.share) != _is_foreign_text(other.share)
        for one, other in pairwise(telling)
    )
    if len(foreign) < INTERLEAVED * len(telling) or turns < len(foreign):
        return []
    return [line.span for line in foreign]


def _other_versions(text: str, language: str) -> list[Span]:
    """Runs of foreign blocks, from the first to the last, long enough to be a version."""
    blocks = [
        Piece(found.span(), share_of(found.group(), language))
        for found in _BLOCK.finditer(text)
    ]
    return [
        (run[0].span[0], run[-1].span[1])
        for run in _foreign_runs(blocks)
        if _is_version(total(piece.share for piece in run))
    ]


def _is_version(share: WordShare) -> bool:
    """Whether it is long enough, and running text, not names and figures."""
    return share.words >= SHORTEST_VERSION and _is_running(share)


def _is_foreign_text(share: WordShare) -> bool:
    """Whether it is in another language, and no list of names."""
    return share.is_foreign and _is_running(share)


def _is_running(share: WordShare) -> bool:
    return share.running >= RUNNING * share.words


def _foreign_runs(blocks: list[Piece]) -> Iterator[list[Piece]]:
    """Foreign blocks that no native one divides; a run goes on to the text's end."""
    run: list[Piece] = []
    undecided: list[Piece] = []
    for piece in blocks:
        if piece.share.is_native:
            yield from [run] if run else []
            run, undecided = [], []
        elif piece.share.is_foreign:
            run += [*undecided, piece] if run else [piece]
            undecided = []
        else:
            undecided.append(piece)
    yield from [run + undecided] if run else []
