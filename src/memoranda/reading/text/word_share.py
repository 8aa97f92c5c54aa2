"""How much of a passage is made of the function words of one language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from memoranda.reading.vocabulary import words

_WORD = re.compile(r"[^\W\d_]+")
NATIVE = 0.15  # of the words: running English has a third, lists a sixth
FOREIGN = 0.04  # chance likenesses in another language stay below
FEWEST = 6  # words that show anything


@dataclass(frozen=True, slots=True)
class WordShare:
    """``native`` of ``words`` hold the language together; ``running`` are no names."""

    words: int
    native: int
    running: int

    @property
    def is_native(self) -> bool:
        """Whether the passage is in the language; short ones need one such word."""
        return self.native > 0 and self.native >= NATIVE * self.words

    @property
    def is_foreign(self) -> bool:
        """Whether the passage is long enough to show that it is in another one."""
        return self.words >= FEWEST and self.native <= FOREIGN * self.words


def share_of(passage: str, language: str) -> WordShare:
    """The words of ``passage`` and how many of them are function words."""
    found = _WORD.findall(passage)
    native = sum(word.lower() in _function_words(language) for word in found)
    running = sum(not word[0].isupper() for word in found)
    return WordShare(len(found), native, running)


def total(shares: Iterable[WordShare]) -> WordShare:
    """The share of several passages taken together."""
    each = list(shares)
    return WordShare(
        sum(share.words for share in each),
        sum(share.native for share in each),
        sum(share.running for share in each),
    )


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(words(language, "language")["function_words"])
