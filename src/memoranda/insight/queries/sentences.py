"""The sentence that a quote stands in, for reading and not for analysis."""

import re

# After a full stop and before a capital, digit or opening quotation mark; a line
# break ends a sentence too. An abbreviation may cut one short: nothing rests on it.
BREAK = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[^\W_a-z]|[\"“«(\d])|\n+")


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``text[start:end]`` in its sentence.

    Where the sentence begins or ends outside ``text``, an ellipsis says so, unless
    the text does: pass the whole text, or a part cut somewhere around the quote.
    """
    before, after = text[:start], text[end:]
    begins = [match.end() for match in BREAK.finditer(before)]
    if begins:
        before = before[begins[-1] :]
    ends = BREAK.search(after)
    if ends:
        after = after[: ends.start()]
    return " ".join(before.split(" ")), after


def cropped(text: str, *, at_start: bool) -> str:
    """``text`` without the broken word at one end, with an ellipsis for it."""
    if at_start:
        _, _, rest = text.partition(" ")
        return f"… {rest}"
    rest, _, _ = text.rpartition(" ")
    return f"{rest} …"
