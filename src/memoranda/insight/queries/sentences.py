"""The sentence that a quote stands in, for reading and not for analysis."""

import re

# After a full stop and before a letter, digit or opening quotation mark; a line break
# ends a sentence too. An abbreviation may cut one short: nothing rests on it.
BREAK = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[^\W_]|[\"“«(\d])|\n+")


def sentence_around(
    text: str, start: int, end: int, *, goes_before: bool, goes_on: bool
) -> tuple[str, str]:
    """What stands before and after ``text[start:end]`` in its sentence.

    ``text`` may be a part of a longer one, which ``goes_before`` it or ``goes_on``
    behind it: where the sentence reaches over that edge, the word that is cut there
    gives place to an ellipsis.
    """
    breaks = [match.span() for match in BREAK.finditer(text) if _ends(match)]
    begin = next((last for _, last in breaks[::-1] if last <= start), None)
    stop = next((first for first, _ in breaks if first >= end), None)
    before, after = text[begin or 0 : start], text[end:stop]
    if begin is None and goes_before:
        before = f"… {before.partition(' ')[2]}"
    if stop is None and goes_on:
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _ends(match: re.Match[str]) -> bool:
    """Whether no small letter follows, in any script: "в 2020 г. в Баку" goes on."""
    following = match.string[match.end() : match.end() + 1]
    return "\n" in match[0] or not following.islower()
