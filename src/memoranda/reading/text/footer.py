"""What a site adds to an article: links, credits, invitations to subscribe."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from memoranda.reading.text.layout import Layout
from memoranda.reading.text.phrases import any_of
from memoranda.reading.text.sentences import Span

LONGEST = 220  # characters of a footer's paragraph or sentence
AFTER_RULE = 300  # characters between a rule and the end that belong to the site
TAIL_SHARE = 0.5  # of the text: footers stand in its second half
_LEAD = re.compile(r"[\W_]*")
_AFTER_LABEL = re.compile(r"\s*(?:[:|(]|\W*\Z)|[^.:!?\n]{0,24}\Z")
_AFTER_CREDIT = re.compile(
    r"[^.!?\n]{0,40}?:|[^.!?\n]{0,80}\Z|\s*(?:by|courtesy)\b|.*\W\Z(?<=\))",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(r":\s*\Z|\A[^.?!]*\Z")
_RULE = re.compile(r"\A\W+\Z")


def footers(text: str, layout: Layout) -> Iterator[Span]:
    """The spans of footers, in order."""
    from_here = len(text) * TAIL_SHARE
    paragraphs = [p for p in layout.paragraphs if p[0] >= from_here]
    reach = -1
    for span in paragraphs:
        if span[0] < reach:
            yield span
        elif _is_footer(text, span):
            yield span
            reach = _reach(text, span)
        else:
            yield from _closing_sentences(text, layout, span)


def _is_footer(text: str, span: Span) -> bool:
    piece = text[slice(*span)]
    if _RULE.match(piece):
        return True
    return len(piece) <= LONGEST and _opens_footer(piece)


def _opens_footer(piece: str) -> bool:
    if piece.startswith(("©", "(c)", "(C)")):
        return True
    start = _LEAD.match(piece).end()  # type: ignore[union-attr]  # never fails
    if any_of("header", "footer_openers").match(piece, start):
        return True
    label = any_of("header", "footer_labels").match(piece, start)
    if label:
        return bool(_AFTER_LABEL.match(piece, label.end()))
    credit = any_of("header", "credit_openers").match(piece, start)
    return bool(credit and _AFTER_CREDIT.match(piece, credit.end()))


def _reach(text: str, span: Span) -> int:
    """How far a footer goes: a rule near the end to the end of the text, a heading
    such as ``Read also`` to the end of its block, any other only as far as it stands.
    """
    piece = text[slice(*span)]
    if _RULE.match(piece):
        near = "-" in piece and len(text) - span[1] <= AFTER_RULE
        return len(text) if near else span[1]
    if len(piece) >= 40 or not _LIST_HEAD.search(piece):
        return span[1]
    end = text.find("\n\n", span[1])
    return len(text) if end < 0 else end


def _closing_sentences(text: str, layout: Layout, span: Span) -> Iterator[Span]:
    """Footers run into the last paragraph of the article."""
    first = bisect_left(layout.sentences, (span[0], 0))
    last = bisect_left(layout.sentences, (span[1], span[1]))
    for sentence in layout.sentences[first + 1 : last]:
        piece = text[slice(*sentence)]
        if len(piece) <= LONGEST and _opens_footer(piece):
            yield sentence
