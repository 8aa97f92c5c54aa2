"""A value and the quote it stands on."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Value:
    """What a document says, normalised, with where it says so.

    ``start`` and ``end`` are code points in the document's text and
    ``text[start:end] == quote`` always. Where the value stands in pieces,
    ``spans`` lists them all and ``start``/``end`` hold the first.
    """

    value: str | int | float | bool
    start: int
    end: int
    quote: str
    certainty: float
    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, span: tuple[int, int], **given: Any) -> "Value":
        """The value quoted from ``text[start:end]``.

        ``given`` may hold ``value`` (default: the quote itself) and
        ``certainty`` (default: 0.8). Raises ValueError for an empty span.
        """
        start, end = span
        quote = text[start:end]
        if not quote or start < 0:
            raise ValueError(f"no text at {start}:{end}")
        return cls(
            value=given.get("value", quote),
            start=start,
            end=end,
            quote=quote,
            certainty=round(float(given.get("certainty", 0.8)), 3),
            spans=tuple(given.get("spans", ())),
        )

    def with_certainty(self, certainty: float) -> "Value":
        """The same value, held with another certainty."""
        return replace(self, certainty=round(certainty, 3))

    def as_json(self) -> dict[str, Any]:
        """The value as reading-format describes it."""
        plain: dict[str, Any] = {
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "certainty": self.certainty,
        }
        if self.spans:
            plain["spans"] = [list(span) for span in self.spans]
        return plain
