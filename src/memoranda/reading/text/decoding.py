"""Bytes to characters when nobody says which encoding they are in."""

import codecs

from charset_normalizer import from_bytes

from memoranda.reading.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1251", "cp1254", "cp1252", "koi8_r"]
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02  # of the bytes; text has line ends and tabs only
_TEXT_CONTROLS = b"\t\n\r\f\v\x1a\x1b"
_CONTROLS = bytes(set(range(32)) - set(_TEXT_CONTROLS)) + b"\x7f"


def decode(content: bytes) -> str:
    """The characters of ``content``; raises UnreadableDocument for binary data."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    wide = _unmarked_wide(content)
    if wide:
        return content.decode(wide, errors="replace")
    if is_binary(content):
        raise UnreadableDocument("the file holds binary data, not text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(content, error):
            return content.decode("utf-8", errors="replace")
        return content.decode(_legacy_encoding(content), errors="replace")


def is_binary(content: bytes) -> bool:
    """Whether the beginning has NUL bytes or many controls, as no text does."""
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=_CONTROLS))
    return b"\0" in sample or controls > _MOST_CONTROLS * len(sample)


def _unmarked_wide(content: bytes) -> str | None:
    """UTF-16 without a mark: mostly ASCII, a NUL in every second byte."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 4 or len(content) % 2 or is_binary(sample.replace(b"\0", b"")):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even == 0 and odd > 0.6 * half:
        return "utf-16-le"
    if odd == 0 and even > 0.6 * half:
        return "utf-16-be"
    return None


def _is_broken_utf8(content: bytes, error: UnicodeDecodeError) -> bool:
    """UTF-8 that was cut or has a few damaged bytes, rather than another encoding."""
    sample = content[max(0, error.start - _SAMPLE) : error.start + _SAMPLE]
    text = sample.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - damaged
    return sound > 4 * damaged


def _legacy_encoding(content: bytes) -> str:
    best = from_bytes(content[:_SAMPLE], cp_isolation=_LEGACY).best()
    return best.encoding if best else "cp1252"
