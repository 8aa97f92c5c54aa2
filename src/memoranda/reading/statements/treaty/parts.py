"""The parts of an agreement, labelled as one would cite them: "Article 7(2)"."""

import re
from collections.abc import Iterator

from memoranda.reading.records import Part, PartKind
from memoranda.reading.statements.treaty.article import Article
from memoranda.reading.statements.treaty.closing import annex_heads
from memoranda.reading.statements.treaty.line import trimmed
from memoranda.reading.statements.treaty.paragraph import Paragraph, paragraphs_in
from memoranda.reading.statements.treaty.structure import Structure

LONGEST_LABEL = 80
MARKS = re.compile(r"[().\s]+")


def parts_of(
    text: str, structure: Structure, *, heading_end: int, language: str
) -> tuple[Part, ...]:
    """The parts in the order of the text, an article before its paragraphs.

    Spans have no white space at their ends; what is empty is left out.
    """
    begins = [_line_start(text, article) for article in structure.articles]
    first = begins[0] if begins else structure.closing[0]
    heading_end = min(heading_end, first)
    parts = [
        Part(PartKind.HEADING, "", 0, heading_end),
        Part(PartKind.PREAMBLE, "", heading_end, first),
        *_articles(text, structure, begins),
        Part(PartKind.CLOSING, "", *structure.closing),
        Part(PartKind.SIGNATURES, "", *structure.signatures),
        *_annexes(text, structure, language),
    ]
    return tuple(
        _tight(text, part) for part in parts if text[part.start : part.end].strip()
    )


def _tight(text: str, part: Part) -> Part:
    line = trimmed(text, (part.start, part.end))
    return Part(part.kind, part.label, line.start, line.end)


def _line_start(text: str, article: Article) -> int:
    return text.rfind("\n", 0, article.number[0]) + 1


def _articles(text: str, structure: Structure, begins: list[int]) -> Iterator[Part]:
    ends = [*begins[1:], structure.closing[0]]
    for article, begin, end in zip(structure.articles, begins, ends, strict=False):
        label = _label(text[begin : article.number[1]])
        yield Part(PartKind.ARTICLE, label, begin, max(begin, end))
        number = text[slice(*article.number)]
        for found in paragraphs_in(
            text, (article.start, max(article.start, end)), number
        ):
            yield Part(
                PartKind.PARAGRAPH, _inside(label, found), found.start, found.end
            )


def _label(printed: str) -> str:
    """ "ARTICLE (II)" as one cites it: "Article II"."""
    words = MARKS.sub(" ", printed).split()
    if len(words) < 2:
        return "".join(words)
    return f"{words[0].capitalize()} {' '.join(words[1:])}"


def _inside(label: str, paragraph: Paragraph) -> str:
    if paragraph.is_decimal:
        word, _, _ = label.rpartition(" ")
        return f"{word} {paragraph.marks[0]}".strip()
    return label + "".join(f"({mark})" for mark in paragraph.marks)


def _annexes(text: str, structure: Structure, language: str) -> Iterator[Part]:
    heads = annex_heads(text, structure.rest, language)
    ends = [*(head.start for head in heads[1:]), structure.rest[1]]
    for head, end in zip(heads, ends, strict=False):
        label = " ".join(head.words.split())[:LONGEST_LABEL]
        yield Part(PartKind.ANNEX, label, head.start, end)
