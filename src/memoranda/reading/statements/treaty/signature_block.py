"""Blocks of signatures: the party printed over each, and the lines under it."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from memoranda.reading.statements.treaty.affiliation import short_names, towns
from memoranda.reading.statements.treaty.columns import columns
from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.line import Line, Span
from memoranda.reading.statements.treaty.party_label import label_alone
from memoranda.reading.statements.treaty.party_name import (
    PartyName,
    is_country,
    party_name,
)
from memoranda.reading.statements.treaty.person import is_person
from memoranda.reading.statements.treaty.signature_line import (
    BY_AT_END,
    LONGEST,
    behind_signer,
    for_whom,
    head_end,
    is_bare_by,
    opens_deed,
    over_in,
    signer_in,
    state_end,
    unbracketed,
    undated,
    witnessed,
)

REACH = 4000  # signature blocks are read no further

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
    called = frozenset(name.casefold() for name in (*short_names(text), *towns(known)))
    for column in columns(text, span, language):
        lines = [unbracketed(line, language) for line in column if not line.is_blank]
        lines = list(_unwatched(lines, language))
        bodies = _bodies(column, language)
        blocks += _column_blocks(lines, known, bodies, called=called, language=language)
    return [block for block in blocks if block.over or block.lines]


def _unwatched(lines: list[Line], language: str) -> Iterator[Line]:
    """The lines without each signer's witnesses, as deeds name them below."""
    is_deed = any(opens_deed(line, language) for line in lines)
    watched = False
    for line in lines:
        watched = watched or bool(witnessed(language).match(line.words))
        watched = is_deed and watched and not opens_deed(line, language)
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
    called: frozenset[str],
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
        head = None if signer else over_in(line, language)
        bare_by = is_bare_by(line, language) and place + 1 < len(lines)
        beside = (
            None
            if head or bare_by
            else _acting_for(line, language)
            or _beside(line, {*by_name, *called}, language)
        )
        if signer:
            blocks.append(_signed_block(line, signer, language))
        elif head or bare_by:
            place += int(bare_by)
            lines[place] = line.behind(head.end()) if head else lines[place]
            last, tail = head_end(lines, place, language)
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
    over = behind_signer(language).match(behind)
    if over is None:
        return Block(None, [signer])
    head = line.behind(signer.end - line.start + over.end())
    return replace(_block([head], None, language), lines=[signer])


def _acting_for(line: Line, language: str) -> Block | None:
    """ "Ada Quill, Director, for the Museum": all on one line."""
    found = for_whom(language).search(line.words)
    if found is None:
        return None
    who = Line(line.start, line.start + found.start(), line.words[: found.start()])
    if not is_person(who, language):
        return None
    return replace(_block([line.behind(found.end())], None, language), lines=[who])


def _stand_below(
    lines: list[Line], known: Mapping[str, PartyName], language: str
) -> bool:
    """Whether every party stands below its person: none of them ends the column."""
    heads = [
        place
        for place, line in enumerate(lines)
        if over_in(line, language) or line.words.rstrip(" :").casefold() in known
    ]
    if not heads:
        return False
    last, _ = head_end(lines, heads[-1], language)
    before, after = lines[: heads[0]], lines[last + 1 :]
    return any(is_person(line, language) for line in before) and not any(
        is_person(line, language) for line in after
    )


def _beside(line: Line, known: Set[str], language: str) -> Block | None:
    """ "Museum of Salt: Ada Quill, Director" for a known body; "The Composer:"."""
    before, colon, after = line.words.partition(":")
    if not colon or len(before) > LONGEST:
        return None
    offset = len(line.words) - len(after.lstrip())
    tail = undated(line.behind(offset)) if after.strip() else None
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


def _block(parts: list[Line], tail: Line | None, language: str) -> Block:
    """A block whose head runs over ``parts``; quoted by the part its name begins in."""
    words = " ".join(part.words for part in parts).partition(":")[0]
    words = BY_AT_END.sub("", words)
    cut = state_end(words, language) if tail is None and len(parts) == 1 else None
    if cut is not None:
        tail = parts[0].behind(cut + 1)
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
