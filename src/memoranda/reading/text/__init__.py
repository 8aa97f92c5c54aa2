"""From a file to a cleaned text that knows its layout, language and genre."""

from memoranda.reading.text.cleaning import clean
from memoranda.reading.text.genre import genre_of
from memoranda.reading.text.language import identify_language
from memoranda.reading.text.layout import Layout, lay_out
from memoranda.reading.text.loaded import Loaded
from memoranda.reading.text.loaders import load
from memoranda.reading.text.offsets import OffsetMap
from memoranda.reading.text.substitution import CleanText
from memoranda.reading.text.versions import in_language, words_in

__all__ = [
    "CleanText",
    "Layout",
    "Loaded",
    "OffsetMap",
    "clean",
    "genre_of",
    "identify_language",
    "in_language",
    "lay_out",
    "load",
    "words_in",
]
