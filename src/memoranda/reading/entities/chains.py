"""Mentions of one thing gathered into a chain; the algebra, not the criteria."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from memoranda.reading.entities.cast import Span
from memoranda.reading.names import fold


@dataclass(slots=True)
class Chain:
    """Spans that name the same thing; ``tokens`` are those of its fullest form."""

    spans: list[Span]
    forms: list[str]
    certainty: float
    tokens: tuple[str, ...]
    acronyms: set[str] = field(default_factory=set)

    def add(self, span: Span, form: str, tokens: tuple[str, ...]) -> None:
        """Take another mention in; a longer form becomes the chain's name."""
        self.spans.append(span)
        self.forms.append(form)
        if len(tokens) > len(self.tokens):
            self.tokens = tokens

    def fullest(self, size: Callable[[str], int]) -> int:
        """Position of the most complete form; the first among equals."""
        return max(range(len(self.forms)), key=lambda n: (size(self.forms[n]), -n))


class Register:
    """Chains that can be found by any of their name's tokens."""

    def __init__(self, *, bodies: bool) -> None:
        self.bodies = bodies
        self.chains: list[Chain] = []
        self._by_token: defaultdict[str, list[int]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], int] = {}

    def open(
        self, span: Span, form: str, tokens: tuple[str, ...], *, certainty: float
    ) -> int:
        """Begin a chain; returns its position."""
        self.chains.append(Chain([span], [form], certainty, tokens))
        position = len(self.chains) - 1
        self.index(position, tokens)
        return position

    def index(self, position: int, tokens: Iterable[str]) -> None:
        """Let the chain be found by these tokens too."""
        named = tuple(tokens)
        self._by_name.setdefault(named, position)
        for token in named:
            self._by_token[token].append(position)

    def exact(self, tokens: tuple[str, ...]) -> int | None:
        """The chain that has this very name."""
        return self._by_name.get(tokens)

    def candidates(self, tokens: Iterable[str], *, limit: int = 12) -> list[int]:
        """The latest chains that share a token, latest first, at most ``limit``.

        The limit keeps a long list of like names from costing quadratic time.
        """
        seen: dict[int, None] = {}
        for token in tokens:
            for position in self._by_token.get(token, ())[-limit:]:
                seen[position] = None
        return sorted(seen, reverse=True)[:limit]


def folded_tokens(form: str, *, drop: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The folded words of a name without those in ``drop``."""
    words = fold(form).split()
    kept = tuple(word for word in words if word not in drop)
    return kept or tuple(words)
