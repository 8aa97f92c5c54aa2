"""Parties as lists, tables, labels and registers name them."""

import re
from dataclasses import replace
from functools import cache

from memoranda.reading.statements.treaty.affiliation import SHORT_FORM
from memoranda.reading.statements.treaty.closing import annex_heads
from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.party_clause import item_name, party_names
from memoranda.reading.statements.treaty.party_items import item_names, row_names
from memoranda.reading.statements.treaty.party_label import party_label
from memoranda.reading.statements.treaty.party_name import PartyName
from memoranda.reading.statements.treaty.party_phrases import CLAUSE_REACH

REGISTER = re.compile(
    r"^[ \t]*(?P<one>[A-Z][^\n]{2,90})\n\s*and\s*\n\s*(?P<two>[A-Z][^\n]{2,90})$",
    re.MULTILINE,
)
MOST_ROWS = 12


def member_names(text: str, language: str) -> list[PartyName]:
    """ "The founding members are:", "1. THE PARTIES": the list below, or a line for each."""
    opens = _members(language).search(text)
    if opens is None:
        return []
    reach = (opens.end(), min(len(text), opens.end() + CLAUSE_REACH))
    if opens["number"]:
        after = _next_number(text, reach, int(opens["number"]) + 1)
        span = (reach[0], after)
        items = item_names(text, span, language) or row_names(text, span, language)
        if items:
            return items
    names: list[PartyName] = []
    for line in lines_in(text, reach):
        found = party_names(text, (line.start, line.end), language)[:1]
        if not line.is_blank and not (found and _is_told(text, found[0])):
            break
        names += [replace(name, sound=True) for name in found]
    return names if len(names) > 1 else []


def _is_told(text: str, name: PartyName) -> bool:
    """Whether it names a body, or is given a short form: "Fondul Ars (FA)"."""
    return name.sound or SHORT_FORM.match(text, name.end) is not None


def _next_number(text: str, span: Span, number: int) -> int:
    """Where the article of that number begins."""
    following = re.compile(rf"^[ \t]*{number}[.)]?\s", re.MULTILINE)
    found = following.search(text, *span)
    return found.start() if found else span[1]


@cache
def _members(language: str) -> re.Pattern[str]:
    """ "The members are:", or a heading of that sense on a line of its own."""
    members = any_of(listed(language, "parties", "members"))
    heading = any_of(
        [
            *listed(language, "parties", "plural_labels"),
            *listed(language, "parties", "members"),
        ]
    )
    return re.compile(
        rf"(?<!\w){members}\s?:[ \t]*\n"
        rf"|^[ \t]*(?:(?:article\s+)?(?P<number>\d{{1,2}})[.):]*\s+)?{heading}[ \t]*:?[ \t]*\n",
        re.IGNORECASE | re.MULTILINE,
    )


def annexed_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "The institutions listed in Schedule 1": the list under that heading."""
    said = _annexed(language).search(text, *preamble)
    if said is None:
        return []
    heads = annex_heads(text, (preamble[1], len(text)), language)
    annex = " ".join(said["annex"].casefold().split())
    ends = [*(head.start for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=False):
        if _is_head(head, annex):
            span = (head.end, end)
            return item_names(text, span, language) or row_names(text, span, language)
    return []


def _is_head(head: Line, annex: str) -> bool:
    """Whether the line heads the annex: "SCHEDULE 1 - Members"."""
    said = " ".join(head.words.casefold().split())
    return re.match(rf"{re.escape(annex)}(?!\w)", said) is not None


@cache
def _annexed(language: str) -> re.Pattern[str]:
    listed_in = any_of(listed(language, "parties", "listed_in"))
    annex = any_of(listed(language, "closing", "annex"))
    return re.compile(
        rf"(?<!\w){listed_in}\s+(?:the\s+)?(?P<annex>{annex}(?:\s(?:\d{{1,2}}|[A-Z]|[IVX]{{1,4}})(?!\w))?)",
        re.IGNORECASE,
    )


def labelled_names(text: str, language: str) -> list[PartyName]:
    """ "Lender: X", "Borrower   Y": the parties of a contract laid out as a table."""
    names: dict[str, PartyName] = {}
    for found in _label(language).finditer(text):
        role = " ".join(found["label"].casefold().split())
        if role in names or len(names) == MOST_ROWS:
            continue
        named = item_name(text, found.span("name"), language)
        below = "\n" in text[found.end("label") : found.start("name")]
        is_bare = below and ":" not in text[found.end("label") : found.start("name")]
        if named and not (is_bare and not _fills(named, found["name"])):
            names[role] = named
    return list(names.values())


def form_names(text: str, language: str) -> list[PartyName]:
    """ "Name of institution: X" again and again: the parties of a printed form."""
    names: dict[str, PartyName] = {}
    for found in _form_line(language).finditer(text):
        named = item_name(text, found.span("name"), language)
        if named and named.sound and len(names) < MOST_ROWS:
            names.setdefault(named.name.casefold(), named)
    return list(names.values()) if len(names) > 1 else []


@cache
def _form_line(language: str) -> re.Pattern[str]:
    label = any_of(listed(language, "parties", "named_in_form"))
    return re.compile(
        rf"^[ \t]*{label}(?::\s+|[ ]{{3,}})(?P<name>\S[^\n]*)",
        re.MULTILINE | re.IGNORECASE,
    )


def _fills(named: PartyName, line: str) -> bool:
    """Whether a line below a label holds a name, and no more but behind a comma."""
    if not named.sound:
        return False
    said = " ".join(line.split())
    _, _, after = said.partition(named.name)
    return said != after and (not after or after.startswith(","))


@cache
def _label(language: str) -> re.Pattern[str]:
    labels = party_label(language)
    return re.compile(
        rf"^[ \t]*(?:\d{{1,2}}\.?\s+)?(?:the\s+)?(?P<label>{labels})(?::\s+|[ ]{{3,}}|[ \t]*\n[ \t]*)(?P<name>[^;(\n]{{2,139}}[^,;(\s])",
        re.MULTILINE | re.IGNORECASE,
    )


def register_names(text: str, end: int, language: str) -> list[PartyName]:
    """Two lines with "and" on one of its own between them, as registers print it."""
    found = REGISTER.search(text, 0, end)
    if found is None:
        return []
    lines = (found.span("one"), found.span("two"))
    return [name for line in lines for name in party_names(text, line, language)[:1]]
