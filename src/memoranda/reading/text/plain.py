"""Plain text files."""

from memoranda.reading.text.decoding import decode
from memoranda.reading.text.loaded import Loaded

MEDIA_TYPE = "text/plain"


def load_plain(content: bytes) -> Loaded:
    """The text of the file; raises UnreadableDocument for binary data."""
    return Loaded(decode(content), MEDIA_TYPE)
