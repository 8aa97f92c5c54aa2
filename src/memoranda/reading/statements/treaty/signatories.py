"""Who signed, in what capacity, and for whom."""

from collections.abc import Iterator, Sequence

from memoranda.reading.records import Party, Signatory, Value
from memoranda.reading.statements.treaty.line import Line
from memoranda.reading.statements.treaty.party_name import PartyName
from memoranda.reading.statements.treaty.person import Person, persons_in
from memoranda.reading.statements.treaty.plenipotentiary import Plenipotentiary
from memoranda.reading.statements.treaty.signature_block import Block

SHORT = 3  # letters of a word that alone does not tell two persons apart


def signatories_of(
    text: str,
    blocks: Sequence[Block],
    named: Sequence[Plenipotentiary],
    *,
    parties: Sequence[Party],
    language: str,
) -> tuple[Signatory, ...]:
    """The persons of the blocks.

    An office that is not printed there, and a name of which only initials
    are, is completed from the plenipotentiaries that the preamble names.
    """
    found: list[Signatory] = []
    for block in blocks:
        over = _behalf(text, block.over, parties) if block.over else None
        for person in persons_in(block.lines, language):
            known = _known(text, person, named)
            found.append(_signatory(text, person, known, over=over))
    return tuple(_once(found))


def _once(found: list[Signatory]) -> Iterator[Signatory]:
    seen: set[str] = set()
    for signatory in found:
        key = str(signatory.name.value).casefold()
        if key not in seen:
            seen.add(key)
            yield signatory


def _known(
    text: str, person: Person, named: Sequence[Plenipotentiary]
) -> Plenipotentiary | None:
    """The plenipotentiary who shares a long word with the printed name."""
    printed = [word.strip(".,").casefold() for word in person.name.words.split()]
    words = {word for word in printed if len(word) > SHORT} | set(printed[-1:])
    for other in named:
        if words & {word for word in other.words(text) if len(word) > 2}:
            return other
    return None


def _signatory(
    text: str, person: Person, known: Plenipotentiary | None, *, over: Value | None
) -> Signatory:
    office = person.office
    name = _value((person.name,), certainty=0.85)
    if known and known.capacity and not office:
        office = (_line(text, known.capacity),)
    if known and _has_initials(person.name.words):
        full = " ".join(_line(text, known.name).words.split())
        name = Value.of(text, (name.start, name.end), value=full, certainty=0.8)
    return Signatory(name, _value(office, certainty=0.8) if office else None, over)


def _has_initials(name: str) -> bool:
    return (
        len(name.split(maxsplit=1)[0].strip(".")) == 1
        or "." in name.split(maxsplit=1)[0]
    )


def _line(text: str, span: tuple[int, int]) -> Line:
    return Line(span[0], span[1], text[span[0] : span[1]])


def _value(pieces: Sequence[Line], *, certainty: float) -> Value:
    """One value from the lines it stands on, one below the other in a column."""
    value = " ".join(" ".join(piece.words.split()) for piece in pieces)
    spans = tuple((piece.start, piece.end) for piece in pieces)
    first = pieces[0]
    rest = spans if len(spans) > 1 else ()
    return Value(value, first.start, first.end, first.words, certainty, rest)


def _behalf(text: str, over: PartyName, parties: Sequence[Party]) -> Value:
    """The party over the block, by the name that the agreement gives it."""
    folded = over.name.casefold()
    same = [
        party
        for party in parties
        if (party.country and party.country == over.country)
        or str(party.name.value).casefold() == folded
    ]
    name = same[0].name.value if len(same) == 1 else over.name
    return Value.of(text, (over.start, over.end), value=name, certainty=0.85)
