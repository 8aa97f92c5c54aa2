"""Who signed, in what capacity, and for whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from memoranda.reading.records import Party, Signatory, Value
from memoranda.reading.statements.treaty.affiliation import Sides, sides_of
from memoranda.reading.statements.treaty.line import Line
from memoranda.reading.statements.treaty.person import Person, persons_in
from memoranda.reading.statements.treaty.plenipotentiary import Plenipotentiary
from memoranda.reading.statements.treaty.signature_block import Block

IN_BRACKETS = re.compile(r",?[ ]\((?P<words>[^()\n]{2,60})\)")
LIKENESS = 82  # of two spellings of a surname, in percent
SHORT = 3  # letters of a word that alone does not tell two persons apart
COMPLETED = 0.55  # certainty of a party that is told by order or elimination


def signatories_of(
    text: str,
    blocks: Sequence[Block],
    named: Sequence[Plenipotentiary],
    *,
    parties: Sequence[Party],
    language: str,
) -> tuple[Signatory, ...]:
    """The persons of the blocks, else those who the preamble says represent a party.

    An office that is not printed there, and a name of which only initials
    are, is completed from the plenipotentiaries that the preamble names.
    """
    sides = sides_of(text, parties, language)
    found: list[Signatory] = []
    for block in blocks:
        for person in persons_in(block.lines, language):
            party = sides.known_as(person.name.words)
            if party and found and found[-1].on_behalf_of is None:
                name = _value((person.name,), certainty=0.75)
                name = replace(name, value=party.name.value)
                found[-1] = replace(found[-1], on_behalf_of=name)
            if party and not person.office and found:
                continue
            known = _known(text, person, named)
            found.append(_signatory(text, person, known, block=block, sides=sides))
    if not found:
        found = [
            _representative(text, each, sides) for each in named if each.represents
        ]
    return tuple(_completed(list(_once(found)), parties))


def _once(found: list[Signatory]) -> Iterator[Signatory]:
    """Each person once: "T. V. Quill" by hand is the Thea Vera Quill printed below."""
    seen: set[str] = set()
    full = [each for each in found if not _has_initials(str(each.name.value))]
    surnames = {str(each.name.value).casefold().split()[-1] for each in full}
    for signatory in found:
        key = str(signatory.name.value).casefold()
        by_hand = signatory not in full and key.split()[-1] in surnames
        if key not in seen and not by_hand:
            seen.add(key)
            yield signatory


def _known(
    text: str, person: Person, named: Sequence[Plenipotentiary]
) -> Plenipotentiary | None:
    """The plenipotentiary who shares a long word with the printed name."""
    printed = [word.strip(".,").casefold() for word in person.name.words.split()]
    words = {word for word in printed if len(word) > SHORT} | set(printed[-1:])
    for other in named:
        theirs = {word for word in other.words(text) if len(word) > 2}
        if words & theirs or _is_misprint(printed[-1], theirs):
            return other
    return None


def _is_misprint(surname: str, names: set[str]) -> bool:
    """Whether a scanner may have made ``surname`` of one of the names."""
    return len(surname) > SHORT and any(
        fuzz.ratio(surname, name) >= LIKENESS for name in names
    )


def _signatory(
    text: str,
    person: Person,
    known: Plenipotentiary | None,
    *,
    block: Block,
    sides: Sides,
) -> Signatory:
    office = person.office or ((block.sender,) if block.sender else ())
    name = _value((person.name,), certainty=0.85)
    if known and known.capacity and not person.office:
        office = (_line(text, known.capacity),)
    if known and _has_initials(person.name.words):
        full = " ".join(_line(text, known.name).words.split())
        name = Value.of(text, (name.start, name.end), value=full, certainty=0.8)
    beside = _beside(text, person.name)
    told = [beside] if beside and sides.known_as(beside.words) else []
    told += [block.sender] if block.sender else []
    told += [*person.office, *office, *([_context(text, known)] if known else [])]
    return Signatory(
        name,
        _value(office, certainty=0.8) if office else None,
        _behalf(text, block, told, sides=sides),
    )


def _beside(text: str, name: Line) -> Line | None:
    """ "Ada Quill (RNS)": what stands in brackets behind the name."""
    found = IN_BRACKETS.match(text, name.end)
    return _line(text, found.span("words")) if found else None


def _representative(text: str, known: Plenipotentiary, sides: Sides) -> Signatory:
    name = _value((_line(text, known.name),), certainty=0.6)
    office = (_line(text, known.capacity),) if known.capacity else ()
    told = [*office, _context(text, known)]
    return Signatory(
        name,
        _value(office, certainty=0.6) if office else None,
        _behalf(text, Block(None), told, sides=sides),
    )


def _context(text: str, known: Plenipotentiary) -> Line:
    return _line(text, known.context)


def _completed(found: list[Signatory], parties: Sequence[Party]) -> Iterator[Signatory]:
    """Whom the others signed for: each party has one signatory where numbers agree."""
    taken = {str(each.on_behalf_of.value) for each in found if each.on_behalf_of}
    free = [party for party in parties if str(party.name.value) not in taken]
    open_ = [each for each in found if each.on_behalf_of is None]
    agree = len(found) == len(parties) and len(free) == len(open_)
    for each in found:
        if each.on_behalf_of or not agree:
            yield each
        else:
            name = free.pop(0).name.with_certainty(COMPLETED)
            yield replace(each, on_behalf_of=name)


def _has_initials(name: str) -> bool:
    first, *rest = name.split()
    return not rest or len(first.strip(".")) == 1 or "." in first


def _line(text: str, span: tuple[int, int]) -> Line:
    return Line(span[0], span[1], text[span[0] : span[1]])


def _value(pieces: Sequence[Line], *, certainty: float) -> Value:
    """One value from the lines it stands on, one below the other in a column."""
    value = " ".join(" ".join(piece.words.split()) for piece in pieces).rstrip(",")
    spans = tuple((piece.start, piece.end) for piece in pieces)
    first = pieces[0]
    rest = spans if len(spans) > 1 else ()
    return Value(value, first.start, first.end, first.words, certainty, rest)


def _behalf(
    text: str, block: Block, told: Sequence[Line], *, sides: Sides
) -> Value | None:
    """The party over the block, or one that the person's office or clause tells."""
    if block.over:
        span = (block.over.start, block.over.end)
        party = sides.named(block.over.name)
        name = party.name.value if party else block.over.name
        return Value.of(text, span, value=name, certainty=0.85)
    for line in told:
        party = sides.named(line.words) if line.words.strip() else None
        if party:
            words = Line(line.start, line.end, line.words)
            return replace(_value((words,), certainty=0.75), value=party.name.value)
    return None
