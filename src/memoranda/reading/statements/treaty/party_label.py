"""The labels that stand for a party's name: "Lender", "Partner 2", "Third Venue"."""

import re
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed


@cache
def party_label(language: str) -> str:
    """A pattern for any such label; a noun as plain as "Party" needs number or rank."""
    plain = any_of(listed(language, "parties", "labels"))
    noun = any_of(listed(language, "parties", "numbered"))
    numeral = any_of(listed(language, "parties", "numerals"))
    rank = any_of(listed(language, "parties", "ranks"))
    number = rf"\s(?:no\.?\s)?{numeral}(?![\w’'])"
    return rf"(?:{rank}\s{noun}(?:{number})?|{noun}{number}|{plain}(?:{number})?)"


@cache
def label_alone(language: str) -> re.Pattern[str]:
    """A label as a whole word, without regard to case."""
    return re.compile(rf"(?<!\w){party_label(language)}(?!\w)", re.IGNORECASE)
