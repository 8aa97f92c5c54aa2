"""Words divided at a line's end, as in PDF files and scanned treaties."""

import re

from memoranda.reading.text.substitution import Rule
from memoranda.reading.vocabulary import words

DIVIDED = re.compile(r"(?<=[^\W\d_]{2})-\n *(?=[^\W\d_]{2})")
_BEFORE = re.compile(r"[^\W\d_]+\Z")
_AFTER = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 40


def hyphenation_rule(text: str) -> Rule:
    """The rule that rejoins divided words, judged by the words of ``text``.

    Joined without the hyphen, unless the text elsewhere writes the word with one
    or its first part calls for it; a capital after the break always keeps it.
    """
    if not DIVIDED.search(text):
        return Rule(DIVIDED)
    kept = words("en", "sentences")["keeps_hyphen"]
    known = {word.lower() for word in _WORD.findall(text)}

    def joined(match: re.Match[str]) -> str:
        first, second = _halves(match)
        if not second[:1].islower():
            return "-"
        if (first + second).lower() in known:
            return ""
        if f"{first}-{second}".lower() in known or first.lower() in kept:
            return "-"
        return ""

    return Rule(DIVIDED, joined)


def _halves(match: re.Match[str]) -> tuple[str, str]:
    text = match.string
    before = _BEFORE.search(text[max(0, match.start() - _LONGEST) : match.start()])
    after = _AFTER.match(text[match.end() : match.end() + _LONGEST])
    return (before.group() if before else "", after.group() if after else "")
