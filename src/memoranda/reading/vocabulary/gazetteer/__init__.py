"""Tables of states, towns and capitals, read when first asked for.

Made by ``tools/make_gazetteer.py``; see LICENCES.md for where they come from.
"""

import gzip
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", ".": None})
_GAPS = re.compile(r"[\s\-‑–]+")


@lru_cache(maxsize=50_000)
def key_of(name: str) -> str:
    """The form in which the tables hold a name: no case, no dots, no hyphens."""
    lower = unicodedata.normalize("NFC", name.translate(_SIGNS)).lower()
    key = _GAPS.sub(" ", unicodedata.normalize("NFC", lower)).strip()
    return "saint" + key[2:] if key.startswith("st ") else key


@cache
def table(name: str) -> dict[str, str]:
    """First column to the rest of the row: "states", "towns", "heads", "capitals".

    A row of towns is kind ("t" town, "r" region), alpha-3 and population,
    divided by tabs; of the others it is one value. Shared: never change it.
    """
    packed = resources.files(__name__).joinpath(f"{name}.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").split("\n")
    return dict(line.split("\t", 1) for line in lines if line)
