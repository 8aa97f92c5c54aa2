"""A part of an agreement's text, as its own numbering names it."""

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What the parts of an agreement are, in the order in which they stand."""

    HEADING = "heading"
    PREAMBLE = "preamble"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    CLOSING = "closing"
    SIGNATURES = "signatures"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Part:
    """``text[start:end]`` is a part; paragraphs lie inside their article.

    ``label`` is how one refers to it, "Article 7(2)"; empty where it has no name.
    """

    kind: PartKind
    label: str
    start: int
    end: int
