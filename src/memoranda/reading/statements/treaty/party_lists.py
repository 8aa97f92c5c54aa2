"""Parties as lists, tables, labels and registers name them."""

import re
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import lines_in
from memoranda.reading.statements.treaty.party_clause import party_names
from memoranda.reading.statements.treaty.party_name import PartyName, party_name
from memoranda.reading.statements.treaty.party_phrases import CLAUSE_REACH

REGISTER = re.compile(
    r"^[ \t]*(?P<one>[A-Z][^\n]{2,90})\n\s*and\s*\n\s*(?P<two>[A-Z][^\n]{2,90})$",
    re.MULTILINE,
)
ROW = re.compile(r"^[ \t]*\|[ \t]*(?P<name>[^|\n]{3,120}?)[ \t]*\|", re.MULTILINE)
MOST_ROWS = 12


def member_names(text: str, language: str) -> list[PartyName]:
    """ "The founding members are:" and a line for each."""
    opens = _members(language).search(text)
    names: list[PartyName] = []
    reach = (opens.end(), min(len(text), opens.end() + CLAUSE_REACH)) if opens else None
    for line in lines_in(text, reach) if reach else ():
        found = party_names(text, (line.start, line.end), language)[:1]
        if not line.is_blank and not (found and found[0].sound):
            break
        names += found
    return names if len(names) > 1 else []


@cache
def _members(language: str) -> re.Pattern[str]:
    members = any_of(listed(language, "parties", "members"))
    return re.compile(rf"(?<!\w){members}\s?:[ \t]*\n", re.IGNORECASE)


def table_names(text: str, language: str) -> list[PartyName]:
    """The first cells of a table's rows over the articles: "| Museum of A | Riga |"."""
    names = []
    for row in list(ROW.finditer(text, 0, min(len(text), CLAUSE_REACH)))[:MOST_ROWS]:
        found = party_name(text, row.span("name"), language)
        names += [found] if found and found.sound else []
    return names if len(names) > 1 else []


def labelled_names(text: str, language: str) -> list[PartyName]:
    """ "Lender: X", "Borrower   Y": the parties of a contract laid out as a table."""
    names = []
    for found in list(_label(language).finditer(text))[:6]:
        named = party_names(text, found.span("name"), language)[:1]
        label = text[found.start() : found.start("name")]
        below = "\n" in label and ":" not in label
        names += [] if below and not _fills(named, found["name"]) else named
    return names


def _fills(named: list[PartyName], line: str) -> bool:
    """Whether a line below a label holds a name, and no more but behind a comma."""
    if not named or not named[0].sound:
        return False
    said = " ".join(line.split())
    _, _, after = said.partition(named[0].name)
    return said != after and (not after or after.startswith(","))


@cache
def _label(language: str) -> re.Pattern[str]:
    labels = any_of(listed(language, "parties", "labels"))
    return re.compile(
        rf"^[ \t]*(?:\d{{1,2}}\.?\s+)?(?:the\s+)?{labels}(?::\s+|[ ]{{3,}}|[ \t]*\n[ \t]*)(?P<name>[^;(\n]{{2,139}}[^,;(\s])",
        re.MULTILINE | re.IGNORECASE,
    )


def register_names(text: str, end: int, language: str) -> list[PartyName]:
    """Two lines with "and" on one of its own between them, as registers print it."""
    found = REGISTER.search(text, 0, end)
    if found is None:
        return []
    lines = (found.span("one"), found.span("two"))
    return [name for line in lines for name in party_names(text, line, language)[:1]]
