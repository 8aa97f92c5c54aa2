"""Marked texts: press texts with names, agreements and events marked in place.

The format is told in ``corpus/MARKING.md``. ``python -m bench.marked FOLDER [STEM...]``
checks files and says, file by file, what is wrong.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memoranda.reading.statements.press.schema import (
    AGREEMENT_KINDS,
    AGREEMENT_STATES,
    EVENT_KINDS,
    EVENT_STATES,
)

OPEN, CLOSE, RULE = "⟦", "⟧", "====="
_HEAD = re.compile(r"([POLAEWDCN]\d+)(!?):")
_KEY = re.compile(r"[POLAEWDCN]\d+")
_EDTF = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?")
_PARTS = {
    "A": {"party", "signatory", "date", "place", "fields"},
    "E": {"organiser", "participant", "start", "end", "place", "under"},
    "C": {"who", "due", "under"},
    "N": {"indicator", "value", "unit", "period", "about"},
}


class MarkingError(ValueError):
    """A marked file that cannot be understood; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` speaks of ``thing``; ``named`` where it is a proper name."""

    start: int
    end: int
    thing: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What is said of an agreement, event, commitment or figure."""

    thing: str
    kind: str | None = None
    state: str | None = None
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    signs_for: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, the marks as spans of it, and the records."""

    stem: str
    text: str
    marks: tuple[Mark, ...]
    records: tuple[Record, ...]
    dates: dict[str, str]
    published: str | None = None
    negative: bool = False

    def mentions_of(self, thing: str) -> tuple[Mark, ...]:
        """The marks of one thing, in the order of the text."""
        return tuple(mark for mark in self.marks if mark.thing == thing)

    def name_of(self, thing: str) -> str | None:
        """The most complete form of a thing's name; the first of equals.

        A form in capitals (a headline's, a dateline's) comes after its equals.
        """
        marks = self.mentions_of(thing)
        if thing[0] in "AE":
            marks = tuple(mark for mark in marks if mark.named)
        forms = [" ".join(self.text[m.start : m.end].split()) for m in marks]
        return max(forms, key=lambda f: (len(f.split()), not f.isupper()), default=None)


def marked_texts(folder: Path) -> Iterator[MarkedText]:
    """The marked texts of a folder, by name. Raises MarkingError."""
    for path in sorted(folder.glob("*.txt")):
        yield marked_text(path)


def marked_text(path: Path) -> MarkedText:
    """The marked text of a file. Raises MarkingError."""
    return parse_marked(path.stem, path.read_text(encoding="utf-8"))


def parse_marked(stem: str, content: str) -> MarkedText:
    """The marked text of a file's ``content``. Raises MarkingError."""
    body, rule, lines = content.rpartition(f"\n{RULE}\n")
    if not rule:
        raise MarkingError(f"no line {RULE}")
    text, marks = _unmarked(body)
    found = _Lines()
    for number, line in enumerate(filter(None, map(str.strip, lines.splitlines())), 1):
        try:
            found.take(line)
        except MarkingError as error:
            raise MarkingError(f"record line {number}: {error}: {line}") from error
    marked = MarkedText(
        stem=stem,
        text=text,
        marks=tuple(sorted(marks, key=lambda m: (m.start, -m.end))),
        records=tuple(found.records),
        dates=found.dates,
        published=found.published,
        negative=found.negative,
    )
    problems = list(_loose_ends(marked))
    if problems:
        raise MarkingError("; ".join(problems))
    return marked


def _unmarked(body: str) -> tuple[str, list[Mark]]:
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[int, str, bool]] = []
    length = place = 0
    while place < len(body):
        sign = body[place]
        if sign == OPEN:
            head = _HEAD.match(body, place + 1)
            if not head:
                raise MarkingError(f"bad mark: {body[place : place + 30]!r}")
            opened.append((length, head[1], bool(head[2])))
            place = head.end()
        elif sign == CLOSE:
            if not opened:
                raise MarkingError(
                    f"nothing to close before {body[place : place + 30]!r}"
                )
            start, thing, named = opened.pop()
            if start == length:
                raise MarkingError(f"empty mark {thing}")
            marks.append(Mark(start, length, thing, named))
            place += 1
        else:
            pieces.append(sign)
            length += 1
            place += 1
    if opened:
        raise MarkingError(f"mark {opened[-1][1]} is not closed")
    return "".join(pieces), marks


class _Lines:
    def __init__(self) -> None:
        self.records: list[Record] = []
        self.dates: dict[str, str] = {}
        self.published: str | None = None
        self.negative = False

    def take(self, line: str) -> None:
        head, *rest = [part.strip() for part in line.split(";")]
        words = head.split()
        if words[0] == "negative":
            self.negative = True
        elif words[0] == "published":
            self.published = _date(words)
        elif not _KEY.fullmatch(words[0]):
            raise MarkingError("begins with no record")
        elif words[0][0] == "D":
            self.dates[words[0]] = _date(words)
        elif words[0][0] in "AE":
            self.records.append(_record(words, rest))
        elif words[0][0] in "CN":
            self.records.append(_record([words[0]], [head[len(words[0]) :], *rest]))
        else:
            raise MarkingError("persons, bodies, places and works have no record")


def _date(words: list[str]) -> str:
    if len(words) != 2 or not _EDTF.fullmatch(words[1]):
        raise MarkingError("no date in EDTF")
    return words[1]


def _record(words: list[str], parts: list[str]) -> Record:
    thing = words[0]
    kind = state = None
    if thing[0] in "AE":
        kinds = AGREEMENT_KINDS if thing[0] == "A" else EVENT_KINDS
        states = AGREEMENT_STATES if thing[0] == "A" else EVENT_STATES
        if len(words) != 3 or words[1] not in kinds or words[2] not in states:
            raise MarkingError("kind or state is unknown")
        kind, state = words[1:]
    record = Record(thing, kind, state)
    for part in filter(None, map(str.strip, parts)):
        name, _, said = part.partition(" ")
        if name not in _PARTS[thing[0]]:
            raise MarkingError(f"{name!r} is no part of {thing}")
        if name in {"indicator", "value", "unit", "fields"}:
            record.words[name] = said.strip().strip('"')
        else:
            record.roles[name] = tuple(_KEY.findall(said))
            record.signs_for.update(re.findall(r"(P\d+) for ([OLP]\d+)", said))
            if not record.roles[name]:
                raise MarkingError(f"{name!r} names nothing")
    return record


def _loose_ends(marked: MarkedText) -> Iterator[str]:
    standing = {mark.thing for mark in marked.marks}
    known = {record.thing for record in marked.records}
    for record in marked.records:
        yield from _loose_ends_of(record, marked, standing)
    for thing in sorted(standing):
        if thing[0] in "AECN" and thing not in known:
            yield f"{thing} has a mark and no record"
    if marked.negative and any(r.thing[0] in "AEC" for r in marked.records):
        yield "negative, but with records"
    for mark in marked.marks:
        said = marked.text[mark.start : mark.end]
        if said != said.strip():
            yield f"{mark.thing} begins or ends with a space: {said!r}"


def _loose_ends_of(
    record: Record, marked: MarkedText, standing: set[str]
) -> Iterator[str]:
    if record.thing not in standing:
        yield f"{record.thing} has a record and no mark"
    named = {thing for things in record.roles.values() for thing in things}
    for thing in sorted(named | set(record.signs_for.values())):
        if thing not in standing:
            yield f"{record.thing} names {thing}, which has no mark"
        if thing[0] == "D" and thing not in marked.dates:
            yield f"{thing} has no date"


def gold_of(marked: MarkedText) -> dict[str, Any]:
    """The lists of the whole text, in the form of ``gold.json``."""

    def names(things: tuple[str, ...]) -> list[str]:
        return [name for thing in things if (name := marked.name_of(thing))]

    def date(record: Record, role: str) -> str | None:
        things = record.roles.get(role, ())
        return marked.dates.get(things[0]) if things else None

    def place(record: Record) -> str | None:
        found = names(record.roles.get("place", ()))
        return found[0] if found else None

    def all_of(letter: str) -> list[str]:
        things = dict.fromkeys(m.thing for m in marked.marks if m.thing[0] == letter)
        return names(tuple(things))

    return {
        "id": marked.stem,
        "lang": "en",
        "published": marked.published,
        "negative": marked.negative,
        "agreements": [
            {
                "kind": record.kind,
                "parties": names(record.roles.get("party", ())),
                "signatories": names(
                    tuple(t for t in record.roles.get("signatory", ()) if t[0] == "P")
                ),
                "signed": date(record, "date"),
                "place": place(record),
                "status": record.state,
                "fields": record.words.get("fields", "").split(),
            }
            for record in marked.records
            if record.thing[0] == "A"
        ],
        "events": [
            {
                "kind": record.kind,
                "name": marked.name_of(record.thing),
                "organisers": names(record.roles.get("organiser", ())),
                "participants": names(record.roles.get("participant", ())),
                "start": date(record, "start"),
                "end": date(record, "end"),
                "place": place(record),
                "status": record.state,
            }
            for record in marked.records
            if record.thing[0] == "E"
        ],
        "people": all_of("P"),
        "organisations": all_of("O"),
        "commitments": [
            {
                "who": names(record.roles.get("who", ())),
                "what": next(
                    marked.text[m.start : m.end]
                    for m in marked.mentions_of(record.thing)
                ),
                "due": date(record, "due"),
            }
            for record in marked.records
            if record.thing[0] == "C"
        ],
    }


def main() -> None:
    """Checks marked files; exits with 1 when one is wrong, 2 when there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("stems", nargs="*", help="all when none is given")
    parser.add_argument("--gold", action="store_true", help="print what the marks say")
    arguments = parser.parse_args()
    found = {p.stem: p for p in sorted((arguments.corpus / "marked").glob("*.txt"))}
    missing = [stem for stem in arguments.stems if stem not in found]
    if missing or not found:
        parser.error(f"no marked text in {arguments.corpus}: {' '.join(missing)}")
    wrong = 0
    for path in map(found.__getitem__, arguments.stems or found):
        problem = _problem(path, arguments.corpus / "press" / path.name)
        if problem:
            wrong += 1
            sys.stdout.write(f"{path.stem}: {problem}\n")
        elif arguments.gold:
            marked = marked_text(path)
            sys.stdout.write(json.dumps(gold_of(marked), ensure_ascii=False) + "\n")
    sys.exit(1 if wrong else 0)


def _problem(path: Path, plain: Path) -> str | None:
    try:
        marked = marked_text(path)
    except MarkingError as error:
        return str(error)
    if not plain.exists():
        return None
    text = plain.read_text(encoding="utf-8").rstrip("\n")
    mine = marked.text.rstrip("\n")
    if mine == text:
        return None
    at = next(
        (i for i, (a, b) in enumerate(zip(mine, text, strict=False)) if a != b),
        min(len(mine), len(text)),
    )
    return (
        f"differs from the plain text at {at}:"
        f" marked {mine[at : at + 40]!r}, plain {text[at : at + 40]!r}"
    )


if __name__ == "__main__":
    main()
