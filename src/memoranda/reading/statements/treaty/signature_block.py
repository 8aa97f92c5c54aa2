"""Blocks of signatures: the party printed over each, and the lines under it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from memoranda.reading.names import country_of
from memoranda.reading.statements.treaty.columns import columns
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Line, Span
from memoranda.reading.statements.treaty.party_label import label_alone
from memoranda.reading.statements.treaty.party_name import (
    PartyName,
    bare,
    is_country,
    party_name,
)
from memoranda.reading.statements.treaty.person import is_person, mark

REACH = 4000  # signature blocks are read no further
LONGEST = 80  # characters of a line "for the Museum" in small letters
HEAD_LINES = 5  # lines over which the name of one party may run

ACRONYM = re.compile(r"[^\W\d_a-z](?:\w?[^\W\d_a-z]){1,6}")
YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class Block:
    """One party's block: the name over it and the lines under that name.

    ``sender`` is the office of a letter's writer, where its heading tells it.
    """

    over: PartyName | None
    lines: list[Line] = field(default_factory=list)
    sender: Line | None = None


def blocks_in(
    text: str, span: Span, known: Sequence[PartyName], *, language: str
) -> list[Block]:
    """The blocks of ``span``, opened by "For ..." or by a known party's name."""
    span = (span[0], min(span[1], span[0] + REACH))
    blocks: list[Block] = []
    for column in columns(text, span, language):
        lines = [line for line in column if not line.is_blank]
        lines = list(_unwatched(lines, language))
        bodies = _bodies(column, language)
        blocks += _column_blocks(lines, known, bodies, language=language)
    return [block for block in blocks if block.over or block.lines]


def _unwatched(lines: list[Line], language: str) -> Iterator[Line]:
    """The lines without each signer's witnesses, as deeds name them below."""
    is_deed = any(signer_in(line, language) for line in lines)
    watched = False
    for line in lines:
        watched = watched or bool(witnessed(language).match(line.words))
        watched = is_deed and watched and not signer_in(line, language)
        if not watched:
            yield line


def _bodies(column: Sequence[Line], language: str) -> Iterator[PartyName]:
    """Bodies named on a line of their own, between an empty line and a person's name."""
    above = [None, *column]
    for before, line, after in zip(above, column, column[1:], strict=False):
        if (
            (before and not before.is_blank)
            or line.is_blank
            or YEAR.search(line.words)
            or not is_person(after, language)
        ):
            continue
        name = party_name(line.words, (0, len(line.words)), language)
        if (
            name
            and (is_country(name) if name.country else name.sound)
            and not pattern(language, "signatures", "offices").search(line.words)
        ):
            yield replace(name, name=line.words)


def _column_blocks(
    lines: list[Line],
    known: Sequence[PartyName],
    bodies: Iterator[PartyName],
    *,
    language: str,
) -> list[Block]:
    by_name = {name.name.casefold(): name for name in (*bodies, *known)}
    below = _stand_below(lines, by_name, language)
    blocks = [Block(None)]
    place = 0
    while place < len(lines):
        line = lines[place]
        same = by_name.get(line.words.rstrip(" :").casefold())
        signer = signer_in(line, language)
        head = None if signer else _over(line, language)
        bare_by = _is_bare_by(line, language) and place + 1 < len(lines)
        beside = None if head or bare_by else _beside(line, by_name, language)
        if signer:
            blocks.append(_signed_block(line, signer, language))
        elif head or bare_by:
            place += int(bare_by)
            lines[place] = _cut(line, head.end()) if head else lines[place]
            last, tail = _head_end(lines, place, language)
            block = _block(lines[place : last + 1], tail, language)
            is_below = (below or bare_by) and _is_below(blocks[-1], language)
            blocks.append(_behind(blocks[-1], block) if is_below else block)
            place = last
        elif beside:
            blocks.append(beside)
        elif same and (below or not _is_below(blocks[-1], language)):
            blocks.append(_named(blocks[-1], line, same, language=language))
        else:
            blocks[-1].lines.append(line)
        place += 1
    return blocks


def _named(last: Block, line: Line, over: PartyName, *, language: str) -> Block:
    """The block of a party on a line of its own, which may close a person's lines."""
    block = Block(replace(over, start=line.start, end=line.end))
    if not _is_below(last, language):
        return block
    last.lines.append(line)
    return _behind(last, block)


def _behind(last: Block, block: Block) -> Block:
    """What follows a party named below its person: it heads the block before."""
    last.over = block.over
    return Block(None, block.lines)


def _signed_block(line: Line, signer: Line, language: str) -> Block:
    """ "Signed by Ada Quill": also "for and on behalf of the Museum" on the same line."""
    behind = line.words[signer.end - line.start :]
    over = _behind_signer(language).match(behind)
    if over is None:
        return Block(None, [signer])
    head = _cut(line, signer.end - line.start + over.end())
    return replace(_block([head], None, language), lines=[signer])


def _stand_below(
    lines: list[Line], known: Mapping[str, PartyName], language: str
) -> bool:
    """Whether every party stands below its person: none of them ends the column."""
    heads = [
        place
        for place, line in enumerate(lines)
        if _over(line, language) or line.words.rstrip(" :").casefold() in known
    ]
    if not heads:
        return False
    last, _ = _head_end(lines, heads[-1], language)
    before, after = lines[: heads[0]], lines[last + 1 :]
    return any(is_person(line, language) for line in before) and not any(
        is_person(line, language) for line in after
    )


def _is_bare_by(line: Line, language: str) -> bool:
    """ "Signed for and on behalf of" alone: the party stands on the next line."""
    by = any_of(listed(language, "signatures", "by"))
    bare = re.fullmatch(rf"{by}(?:\s+the)?\s*:?", line.words, re.IGNORECASE)
    return bare is not None and len(line.words.split()) > 1


def signer_in(line: Line, language: str) -> Line | None:
    """ "Signed by Ada Quill, Keeper": a person where else a party is named.

    The party that may be named behind the person is no part of the line returned.
    """
    found = _signed_by(language).match(line.words)
    signer = _cut(line, found.end()) if found else None
    over = _behind_signer(language).search(signer.words) if signer else None
    if signer and over:
        end = signer.start + over.start()
        signer = Line(signer.start, end, signer.words[: over.start()])
    return signer if signer and is_person(signer, language) else None


@cache
def _behind_signer(language: str) -> re.Pattern[str]:
    """ ", for and on behalf of the" behind the person who signed."""
    by = any_of(listed(language, "signatures", "in_the_name"))
    return re.compile(rf",?\s+(?i:{by})\s+(?i:the\s+)?(?=[^\W\d_a-z])")


@cache
def witnessed(language: str) -> re.Pattern[str]:
    """What stands before the names of those who only watched the signing."""
    watched = any_of(listed(language, "signatures", "witnesses"))
    return re.compile(rf"{watched}(?!\w)(?!\s+whereof)", re.IGNORECASE)


@cache
def _signed_by(language: str) -> re.Pattern[str]:
    by = any_of(listed(language, "signatures", "signed_by"))
    return re.compile(rf"{by}\s*:?\s+", re.IGNORECASE)


def _beside(line: Line, known: Mapping[str, PartyName], language: str) -> Block | None:
    """ "Museum of Salt: Ada Quill, Director" for a known body; "The Composer:"."""
    before, colon, after = line.words.partition(":")
    if not colon or len(before) > LONGEST:
        return None
    offset = len(line.words) - len(after.lstrip())
    tail = _cut(line, offset) if after.strip() else None
    name = party_name(before, (0, len(before)), language)
    label = label_alone(language).fullmatch(name.name if name else "")
    is_known = name is not None and name.name.casefold() in known
    is_short = bool(ACRONYM.fullmatch(before))
    body = (is_known or is_short) and tail and is_person(tail, language)
    office = pattern(language, "signatures", "offices").search(before)
    if name is None or not (label or (body and not office)):
        return None
    start = line.start + name.start
    over = replace(name, start=start, end=start + len(name.name))
    return Block(over, [tail] if tail else [])


def _is_below(block: Block, language: str) -> bool:
    """Whether a body named now stands below a person that no party stands over."""
    unheaded = block.over is None
    return unheaded and any(is_person(line, language) for line in block.lines)


def _over(line: Line, language: str) -> re.Match[str] | None:
    """ "For the": also in small letters, where the line is short."""
    small = by_line(language, capital=False) if len(line.words) <= LONGEST else None
    return by_line(language).match(line.words) or (small and small.match(line.words))


@cache
def by_line(language: str, *, capital: bool = True) -> re.Pattern[str]:
    """ "For the", "On behalf of": what stands before a party over its signature."""
    by = any_of(listed(language, "signatures", "by"))
    return re.compile(
        rf"(?:{'(?=[A-Z])' if capital else ''}(?i:{by})|{by}(?=\s+(?:the\s+)?[A-Z]{{3}}))"
        r"(?:\s+|\s?:\s+)(?=(?i:the\b)|[A-Z“\"])(?:(?i:the)\s+)?"
    )


def _cut(line: Line, offset: int) -> Line:
    return Line(line.start + offset, line.end, line.words[offset:])


def _head_end(lines: list[Line], first: int, language: str) -> tuple[int, Line | None]:
    """The last line of the words over a block, and what follows a colon on it."""
    for place in range(first, min(first + HEAD_LINES, len(lines))):
        line = lines[place]
        before, colon, _ = line.words.partition(":")
        if colon:
            offset = len(line.words) - len(line.words[len(before) + 1 :].lstrip(" ."))
            return place, _cut(line, offset) if offset < len(line.words) else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is None or _ends_head(line, after, language):
            return place, None
    return first, None


def _ends_head(line: Line, after: Line, language: str) -> bool:
    if by_line(language).match(after.words) or mark(language).match(after.words):
        return True
    leads_on = re.search(r"\b(?:of|the|and|for)$", line.words, re.IGNORECASE)
    if leads_on or _is_office(after, language):
        return not leads_on
    if line.words.endswith(","):
        return bool(pattern(language, "signatures", "offices").search(after.words))
    if re.match(r"(?:of|and|the)\b", after.words, re.IGNORECASE):
        return False
    return not pattern(language, "parties", "state_heads").match(after.words)


def _is_office(line: Line, language: str) -> bool:
    """Whether the line is an office without a body: "The General Manager"."""
    offices = pattern(language, "signatures", "offices").search(line.words)
    body = pattern(language, "parties", "institutions").search(line.words)
    return bool(offices) and not body


def _block(parts: list[Line], tail: Line | None, language: str) -> Block:
    """A block whose head runs over ``parts``; quoted by the part its name begins in."""
    words = " ".join(part.words for part in parts).partition(":")[0]
    cut = _state_end(words, language) if tail is None and len(parts) == 1 else None
    if cut is not None:
        tail = _cut(parts[0], cut + 1)
        words = words[:cut]
    lines = [tail] if tail else []
    name = party_name(words, (0, len(words)), language)
    if name is None:
        return Block(None, lines)
    offset = 0
    for part in parts:
        if name.start < offset + len(part.words):
            begin = part.start + name.start - offset
            end = min(begin + len(name.name), part.end)
            return Block(replace(name, start=begin, end=end), lines)
        offset += len(part.words) + 1
    return Block(None, lines)


def _state_end(words: str, language: str) -> int | None:
    """Where the state ends that is followed by a person on the same line."""
    for space in list(re.finditer(" ", words))[:8]:
        before, after = words[: space.start()], words[space.end() :]
        if len(after.split()) > 1 and country_of(bare(before, language)):
            person = Line(0, len(after), after)
            return space.start() if is_person(person, language) else None
    return None
