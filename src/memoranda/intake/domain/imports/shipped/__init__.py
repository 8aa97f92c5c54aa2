"""Mappings that come with the program."""

from functools import lru_cache
from importlib import resources

from memoranda.intake.domain.imports.mapping import Mapping, mapping_in

NAMES = ("wti", "wti-parties")


@lru_cache(maxsize=8)
def shipped_mapping(name: str) -> Mapping:
    """The mapping of one of ``NAMES``."""
    file = resources.files(__package__).joinpath(f"{name}.toml")
    return mapping_in(file.read_bytes())
