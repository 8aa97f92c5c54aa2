"""What money is called: the names of currencies, by Unicode's CLDR (through babel)."""

from collections import defaultdict
from functools import cache

from babel.core import get_global
from babel.numbers import get_currency_name

LONGEST_NAME = 4  # words
SPELLINGS = {"en": ("en", "en_GB")}  # "rubles" and "roubles"
# Sums are not told in these by their bare noun, which is another word as well.
OTHER_WORDS = frozenset({"gold", "lev", "real", "sol", "unit", "units", "won"})


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes of what is legal tender somewhere today."""
    return frozenset(code for code, is_used in _tender() if is_used)


@cache
def currency_names(language: str) -> dict[str, str]:
    """Lower-case names, in full and by their nouns, to codes or to what is said.

    "swiss francs" to CHF, "tenge" to KZT. A noun that several currencies have had
    ("dollars", "marks") names none of them and leads to itself.
    """
    used = currency_codes()
    full: dict[str, str] = {}
    owners: dict[str, set[str]] = defaultdict(set)  # by a noun's singular
    singular: dict[str, str] = {}
    for code, _ in sorted(_tender()):
        for locale in SPELLINGS.get(language, (language,)):
            names = [
                get_currency_name(code, count=count, locale=locale).lower()
                for count in (1, 2)
            ]
            nouns = [name.split()[-1] for name in names]
            owners[nouns[0]].add(code)
            singular |= dict.fromkeys(nouns, nouns[0])
            if code in used:
                full |= dict.fromkeys(names, code)
    nouns_alone = {
        noun: min(owners[one]) if len(owners[one]) == 1 else noun
        for noun, one in singular.items()
        if noun not in OTHER_WORDS
    }
    return nouns_alone | full


def _tender() -> set[tuple[str, bool]]:
    """Every code that was tender somewhere, and whether it still is there."""
    return {
        (code, until is None)
        for listed in get_global("territory_currencies").values()
        for code, _since, until, is_tender in listed
        if is_tender
    }
