"""What the verbs of a sentence say of its dates without a year."""

import re
from typing import Literal

FUTURE = re.compile(
    r"\b(?:will|is to|are to|to be held|tomorrow|upcoming|forthcoming|scheduled"
    r"|expected to|planned|due to|next|going to|runs?|opens|begins|starts|closes|ends"
    r"|takes place|until|are being held|is being held|performs)\b|['’]ll\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:was|were|had|did|took|held|met|came|went|gave|\w{3,}ed)\b")


def tense_of(text: str, sentence: tuple[int, int]) -> Literal["past", "future"] | None:
    """Past or future; None where the verbs say neither or both."""
    future = FUTURE.search(text, *sentence) is not None
    past = PAST.search(text, *sentence) is not None
    if future == past:
        return None
    return "future" if future else "past"
