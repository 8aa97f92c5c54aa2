"""UTF-8 that was once read as Windows-1252: finding such crumbs and mending them."""

import re

# What each byte 80..BF becomes when read as Windows-1252 (or, undefined, as Latin-1).
_AS_READ = {
    byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}
_BYTE_OF = {char: byte for byte, char in _AS_READ.items()}
_BYTE_OF |= {chr(byte): byte for byte in range(0x80, 0xA0)}


def _one_of(first: int, last: int) -> str:
    chars = {c for c, byte in _BYTE_OF.items() if first <= byte <= last}
    return "[" + re.escape("".join(sorted(chars))) + "]"


_NEXT = _one_of(0x80, 0xBF)
CRUMB = re.compile(
    f"(?:{_one_of(0xC2, 0xDF)}{_NEXT}|{_one_of(0xE0, 0xEF)}{_NEXT}{{2}}"
    f"|{_one_of(0xF0, 0xF4)}{_NEXT}{{3}})+"
)


def mended(match: re.Match[str]) -> str:
    """The text the crumb once was, or the match unchanged where that is unsure.

    A capital letter with a mark before a closing quote (``CAFÉ”``) looks like a
    crumb; only a neighbouring lower-case letter, a longer run or a sign that
    opens no word in any language makes it one.
    """
    crumb = match.group()
    if not _is_telling(crumb) and not _has_lower_neighbour(match):
        return crumb
    try:
        return bytes(_BYTE_OF[char] for char in crumb).decode("utf-8")
    except UnicodeDecodeError:
        return crumb


def _is_telling(crumb: str) -> bool:
    return len(crumb) >= 3 or (crumb[0] in "ÂÃ" and crumb[1] not in "’”»“")


def _has_lower_neighbour(match: re.Match[str]) -> bool:
    text = match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return before.islower() or after.islower()
