"""Word lists: one folder for each language, the same file names in each.

Data, not code. A list holds general words of the language, never words of one
document.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en",)


@cache
def words(language: str, name: str) -> dict[str, Any]:
    """The list ``name`` of ``language``; shared, so never change what it returns.

    Raises LookupError for a language or list that does not exist.
    """
    if language not in LANGUAGES:
        raise LookupError(f"no vocabulary for the language {language!r}")
    source = resources.files(__name__).joinpath(language, f"{name}.toml")
    if not source.is_file():
        raise LookupError(f"no list {name!r} in the vocabulary of {language!r}")
    return tomllib.loads(source.read_text(encoding="utf-8"))
