"""The text as it should have been typed: one kind of line end and space, no crumbs.

Line breaks stay, save inside a hyphenated word; finding paragraphs across them
is the layout's work.
"""

import re
import unicodedata

from memoranda.reading.text.hyphenation import hyphenation_rule
from memoranda.reading.text.mojibake import CRUMB, mended
from memoranda.reading.text.offsets import OffsetMap
from memoranda.reading.text.substitution import CleanText, Rule

MAX_ROUNDS = 8  # text mistreated more often than this stays as it is

_ENTITIES = {
    "amp": "&",
    "nbsp": " ",
    "quot": '"',
    "apos": "'",
    "lt": "<",
    "gt": ">",
    "#39": "'",
    "#160": " ",
    "ndash": "–",
    "mdash": "—",
    "laquo": "«",
    "raquo": "»",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
}


def _from_windows(match: re.Match[str]) -> str:
    char = match.group()
    return char.encode("latin-1").decode("cp1252", errors="ignore")


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES[match.group(1)]


RULES = (
    Rule(re.compile(r"\r\n?|[\v\f\u2028\u2029]"), "\n"),
    Rule(CRUMB, mended),
    # Windows-1252 punctuation that was read as Latin-1
    Rule(re.compile(r"[\x80-\x9f]"), _from_windows),
    Rule(re.compile("&(?:amp;)*(" + "|".join(_ENTITIES) + ");"), _entity),
    Rule(re.compile(r"\t"), "    "),
    Rule(re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"), " "),
    # soft hyphens, zero-width and direction marks, other controls, private use
    Rule(
        re.compile(
            r"[\x00-\x08\x0e-\x1f\x7f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
            r"\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff"
            r"\U000f0000-\U0010ffff]"
        )
    ),
    Rule(re.compile(r"[^\W\d_][\u0300-\u036f]+"), _composed),
    # quotation marks that some site could not write: " ??and then"
    Rule(re.compile(r"(?<![^\s(])\?{2,}(?=\w)")),
    Rule(re.compile(r"(?<=\S)  (?=\S)"), " "),
    Rule(re.compile(r"(?<! ) +(?=\n)")),
    Rule(re.compile(r"\n{3,}"), "\n\n"),
    Rule(re.compile(r"\A\s+|(?<!\s)\s+\Z")),
)


def clean(original: str) -> CleanText:
    """The cleaned text of ``original``, with the map back; cleaning it again
    changes nothing.
    """
    state = CleanText(original, OffsetMap.identity(len(original)))
    for _ in range(MAX_ROUNDS):
        before = state.text
        for rule in (*RULES, hyphenation_rule(state.text)):
            state = rule.apply(state)
        if state.text == before:
            break
    return state
