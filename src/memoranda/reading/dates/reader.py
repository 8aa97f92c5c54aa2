"""A view of the tokens that never runs out of range."""

from dataclasses import dataclass

from memoranda.reading.dates.lexicon import Lexicon
from memoranda.reading.dates.tokens import Token


@dataclass(frozen=True, slots=True)
class Reader:
    """Tokens and the words of their language; outside the tokens all is empty."""

    tokens: list[Token]
    lexicon: Lexicon

    def _has(self, at: int) -> bool:
        return 0 <= at < len(self.tokens)

    def word(self, at: int) -> str:
        """The token in lower case, or an empty string."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def is_capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self._has(at) and self.tokens[at].text[0].isupper()

    def number(self, at: int) -> int | None:
        """The value of a token of one to four figures."""
        return self.tokens[at].number if 0 <= at < len(self.tokens) else None

    def length(self, at: int) -> int:
        """The length of the token in characters."""
        return len(self.tokens[at].text) if self._has(at) else 0

    def glued(self, at: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return self._has(at) and self.tokens[at].glued

    def means(self, at: int, *classes: str) -> bool:
        """Whether the token is in one of the word classes."""
        return self.lexicon.means(self.word(at), *classes)

    def may_begin(self, at: int) -> bool:
        """Whether a date can begin with this token at all."""
        return self.number(at) is not None or self.word(at) in self.lexicon.beginnings

    def past(self, at: int, *skipped: str) -> int:
        """The place after one token out of ``skipped``, or the same place."""
        return at + 1 if self.word(at) in skipped else at

    def is_decimal(self, at: int) -> bool:
        """Whether the figures are a part of a longer number: 2,021 or 3.1972."""
        before = self.glued(at) and self.glued(at - 1) and self.word(at - 1) in ".,"
        after = self.glued(at + 1) and self.glued(at + 2) and self.word(at + 1) in ".,"
        left = before and self.word(at - 2).isdigit()
        return left or (after and self.word(at + 2).isdigit())
