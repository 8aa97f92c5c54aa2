"""Parties as lists, tables, labels and registers name them."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

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
    r"^[ \t]*(?P<one>[A-Z][^\n]{2,90})\n\s*(?:[-–—]\s?)?and(?:\s?[-–—])?\s*\n\s*(?P<two>[A-Z][^\n]{2,90})$",
    re.MULTILINE,
)
MOST_ROWS = 12
LIST_REACH = 4000  # characters in which a paper defines its words
CELL_STOP = re.compile(r";\s*(?:and\s+)?")
MOST_SAID = 300  # characters of one definition
DEFINED = re.compile(
    r"^[ \t]*(?:[-–•*]\s+)?(?:[Tt]he\s+)?[“\"](?:[Tt]he\s+)?[^\W\d_a-z][\w ]{1,30}[”\"]\s*(?:is|are|means|mean|:)\s+(?:the\s+)?",
    re.MULTILINE,
)
GAP = re.compile(r"\n[ \t]*\n")


def member_names(text: str, language: str) -> list[PartyName]:
    """ "The founding members are:", "1. THE PARTIES": the list below, or a line for each."""
    opens = _members(language).search(text)
    if opens is None:
        return []
    reach = (opens.end(), min(len(text), opens.end() + CLAUSE_REACH))
    after = (
        _next_number(text, reach, int(opens["number"]) + 1) if opens["number"] else 0
    )
    span = (reach[0], after or _block_end(text, reach))
    items = item_names(text, span, language)
    if not items and opens["number"]:
        items = row_names(text, span, language)
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


def _block_end(text: str, span: Span) -> int:
    """The first empty line behind a line with words."""
    begin = span[0] + len(text[slice(*span)]) - len(text[slice(*span)].lstrip())
    gap = GAP.search(text, begin, span[1])
    return gap.start() if gap else span[1]


def _next_number(text: str, span: Span, number: int) -> int:
    """Where the article of that number begins."""
    following = re.compile(rf"^[ \t]*{number}[.)]?\s", re.MULTILINE)
    found = following.search(text, *span)
    return found.start() if found else span[1]


@cache
def _members(language: str) -> re.Pattern[str]:
    """ "The members are:", or a heading of that sense on a line of its own."""
    members = any_of(listed(language, "parties", "members"))
    nouns = any_of(listed(language, "parties", "bodies"))
    heading = any_of(
        [
            *listed(language, "parties", "plural_labels"),
            *listed(language, "parties", "members"),
        ]
    )
    return re.compile(
        rf"(?<!\w)(?:{members}|the\s+following\s+(?:\w+\s+){{0,2}}?{nouns}(?:\s[^.:\n]{{0,50}})?)\s?:[ \t]*\n"
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
    """ "Lender: X", "| Borrower | Y |", "- Party A: Z": the parties laid out as a table."""
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


def row_of_parties(text: str, language: str) -> list[PartyName]:
    """ "| Parties | A, Riga; B, Oslo |": the parties in one cell of the key terms."""
    found = _parties_row(language).search(text)
    if found is None:
        return []
    span = found.span("cell")
    cuts = [span[0], *(stop.end() for stop in CELL_STOP.finditer(text, *span)), span[1]]
    named = [item_name(text, each, language) for each in pairwise(cuts)]
    names = [name for name in named if name and name.sound]
    return names if len(names) > 1 else []


@cache
def _parties_row(language: str) -> re.Pattern[str]:
    labels = any_of(listed(language, "parties", "plural_labels"))
    return re.compile(
        rf"^[ \t|]*(?:\d{{1,2}}[ ]*\|?[ ]+)?{labels}[ ]*(?:\|[ ]*|[ ]{{2,}})(?P<cell>[^|\n]{{5,600}})",
        re.MULTILINE | re.IGNORECASE,
    )


def defined_names(text: str, language: str) -> list[PartyName]:
    """ "The House" is Maison X, an association: the parties among what a paper defines."""
    none = _no_party(language)
    names: dict[str, PartyName] = {}
    for found in DEFINED.finditer(text, 0, min(len(text), LIST_REACH)):
        end = text.find("\n", found.end())
        span = (
            found.end(),
            min(len(text) if end < 0 else end, found.end() + MOST_SAID),
        )
        named = item_name(text, span, language)
        if named and named.sound and not none.search(text, *span):
            names.setdefault(named.name.casefold(), named)
    return list(names.values()) if len(names) > 1 else []


@cache
def _no_party(language: str) -> re.Pattern[str]:
    """ "... , which is not a party hereto"."""
    said = any_of(listed(language, "parties", "no_party_said"))
    return re.compile(rf"(?<!\w){said}(?!\w)", re.IGNORECASE)


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
        rf"^[ \t|]*(?:[-–—•*·][ \t]+)?(?:\d{{1,2}}\.?\s+|[A-Z][ ]{{1,3}})?(?:the\s+)?(?P<label>{labels})"
        rf"(?::\s+|[ ]{{3,}}(?:\|[ ])?|[ ]*\|[ ]+|[ \t]*\n[ \t]*)(?P<name>[^;(|\n]{{2,139}}[^,;(|\s])",
        re.MULTILINE | re.IGNORECASE,
    )


def register_names(text: str, end: int, language: str) -> list[PartyName]:
    """Two lines with "and" on one of its own between them, as registers print it."""
    found = REGISTER.search(text, 0, end)
    if found is None:
        return []
    lines = (found.span("one"), found.span("two"))
    return [name for line in lines for name in party_names(text, line, language)[:1]]
