"""Web pages: the main text, without menus and advertising."""

import logging
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from memoranda.reading.errors import DocumentTooLarge, UnreadableDocument
from memoranda.reading.text.decoding import decode, is_binary
from memoranda.reading.text.loaded import Loaded

MEDIA_TYPE = "text/html"
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
# What takes a parser minutes and no page of a newspaper has. A long tag alone is none:
# it may hold a picture.
MAX_TAGS, MAX_ATTRIBUTES = 200_000, 2_000
_LONG_TAG = re.compile(r"<[^<>]{20000,}")
_HIDDEN = ("script", "style", "noscript", "template", "head")
_SHARE = 0.25  # of all the body's text: less than this, and the main text was missed
_CELL = "\x00"  # between cells; no markup holds it
_BEFORE = {"br": "\n", "li": "\n", "tr": "\n"}
_AFTER = {"td": _CELL, "th": _CELL}
_ROW = re.compile(r"^\| ?(.*?) ?\| *$", re.MULTILINE)
_BLOCK = re.compile(
    r"p|div|h[1-6]|[uod]l|d[td]|table|caption|section|article|header|footer|main|aside|nav"
    r"|blockquote|pre|figure|figcaption|address|hr|form|fieldset|body"
)


def load_html(content: bytes) -> Loaded:
    """The page's main text and what its metadata say.

    Where no main text can be told apart, all the visible text of the body. Raises
    UnreadableDocument, and DocumentTooLarge beyond MAX_TAGS or MAX_ATTRIBUTES of one.
    """
    if is_binary(content):
        raise UnreadableDocument("the page holds binary data, not HTML")
    markup = _markup(content)
    _check_size(markup)
    visible = visible_text(markup)
    found = _extracted(markup) if visible else None
    main = (found.text or "") if found else ""
    text = main if len(main) >= min(200, _SHARE * len(visible)) else visible
    if not found:
        return Loaded(text, MEDIA_TYPE)
    return Loaded(
        text,
        MEDIA_TYPE,
        title=found.title or None,
        byline=found.author or None,
        publisher=found.sitename or None,
        published=found.date or None,
    )


def _markup(content: bytes) -> str:
    declared = _DECLARED.search(content[:4096])
    # a page that is readable as ASCII so far is not what "utf-16" promises
    if declared and not declared.group(1).lower().startswith((b"utf-16", b"utf-32")):
        try:
            return content.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


def _check_size(markup: str) -> None:
    if markup.count("<") > MAX_TAGS:
        raise DocumentTooLarge(f"the page has more than {MAX_TAGS:,} tags")
    if any(tag[0].count("=") > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise DocumentTooLarge(
            f"a tag of the page has more than {MAX_ATTRIBUTES:,} attributes"
        )


def _tree(markup: str) -> Any:
    # an encoding declared in the markup is refused once it is characters
    undeclared = re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup).replace("\0", "")
    try:
        return lxml_html.document_fromstring(undeclared)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _extracted(markup: str) -> Any:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found: Any = bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            # a date somewhere in the body may be that of an event
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001  whatever a parser trips over, the body remains
        return None
    if found is not None:
        text = _ROW.sub(_cells, found.text or "")
        found.text = re.sub(r"\n(?!- )", "\n\n", text)
    return found


def _cells(row: re.Match[str]) -> str:
    return "\t".join(cell.strip() for cell in row.group(1).split("|"))


def visible_text(markup: str) -> str:
    """All that a browser would show of the page, a blank line between blocks."""
    tree = _tree(markup)
    if tree is None:
        return ""
    for element in list(tree.iter(*_HIDDEN)):
        element.drop_tree()
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment")):
        pieces += _shown(event, element)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    text = re.sub(rf" ?{_CELL} ?(?=(\n|\Z)?)", _tab, "\n".join(lines))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _tab(edge: re.Match[str]) -> str:
    return "\t" if edge.group(1) is None else ""


def _shown(event: str, element: Any) -> tuple[str, str]:
    """The white space and text that stand where the element begins or ends."""
    if event == "comment":
        return "", _spaced(element.tail)
    tag = element.tag if isinstance(element.tag, str) else ""
    block = "\n\n" if _BLOCK.fullmatch(tag) else ""
    if event == "start":
        return block or _BEFORE.get(tag, ""), _spaced(element.text)
    return block or _AFTER.get(tag, ""), _spaced(element.tail)


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
