"""What a caller may choose about a reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Limits and choices of one run of the engine.

    ``max_bytes``: larger files are refused with DocumentTooLarge.
    ``max_characters``: a longer text is refused with DocumentTooLarge.
    ``seconds``: the time that one document may take; what is not read by then is
    noted.
    ``with_model``: False reads of a press text its names only, by rules.
    """

    max_bytes: int = 20_000_000
    max_characters: int = 2_000_000
    seconds: float = 60.0
    with_model: bool = True
