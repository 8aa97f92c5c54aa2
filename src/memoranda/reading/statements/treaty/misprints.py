"""Letters and figures that a scanner took for one another, set right at equal length."""

import re

FIGURES = str.maketrans("OolI", "0011")
IN_YEAR = re.compile(r"(?<!\w)(?:(?=[lIOo]{0,3}\d)[12lI][\dOolI]{3}|\d[OI])(?!\w)")
IN_CAPITALS = re.compile(r"(?<=[A-Z])[10l](?=[A-Z]{2})|(?<=[A-Z]{2})[10l](?=[A-Z])")
IN_WORD = re.compile(r"(?<=[a-z])1(?=[a-z])|(?<=[a-z])0(?=[a-z])")
OUR_LORD = re.compile(r"(?<=\byear)\s{1,3}of\s{1,3}our\s{1,3}lord\b", re.IGNORECASE)
MONTH = re.compile(r"\b(Septe|Nove|Dece)rn(ber)\b")

CAPITALS = {"1": "I", "0": "O", "l": "I"}
SMALL = {"1": "l", "0": "o"}


def mended(text: str) -> str:
    """``text`` with its plainest misreadings mended; of the same length.

    "2O25" is 2025, "REPUBL1C" and "Artic1e" words, "Decernber" a month and a blank;
    a year "of Our Lord" is one without.
    """
    text = IN_YEAR.sub(lambda found: found.group().translate(FIGURES), text)
    text = IN_CAPITALS.sub(lambda found: CAPITALS[found.group()], text)
    text = OUR_LORD.sub(lambda found: " " * len(found.group()), text)
    text = IN_WORD.sub(lambda found: SMALL[found.group()], text)
    return MONTH.sub(r"\1m\2 ", text)
