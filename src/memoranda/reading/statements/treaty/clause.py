"""The sentences of the operative part, and patterns for the final clauses."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.statements.treaty.structure import Structure
from memoranda.reading.vocabulary import words

if TYPE_CHECKING:
    from memoranda.reading.text import Layout

LAST = 12  # closing sentences of a text without articles that may be final clauses
FINAL = (("force", "enters"), ("term", "life"))
LONGEST = 1500  # characters of a sentence that are read
ROW = (
    r"[ \t|]*(?:(?:\d{1,2}|[A-Z])\.?(?:[ ]*\|)?[ ]+)?"  # what may stand before a label
)
LEAST_ROWS = 3  # that make a table of key terms
CELL = r"(?:[ ]?:[ \t]+|[ \t]*\|[ \t]*|[ ]{2,}|[ ]*\t[ \t]*)"  # between a label and what it tells


@dataclass(frozen=True)
class Clauses:
    """An agreement's operative part and closing, sentence by sentence."""

    text: str
    structure: Structure
    layout: "Layout"
    language: str

    @property
    def body(self) -> Span:
        """From the first article to the signatures."""
        articles = self.structure.articles
        start = articles[0].start if articles else self.structure.opening[1]
        end = self.structure.signatures[0]
        return (start, end) if start < end else (0, end)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The key terms, then the sentences of the body, cut where they are too long."""
        start, end = self.body
        told = (
            (max(s, start), min(e, end, s + LONGEST))
            for s, e in self.layout.sentences
            if e > start and s < end
        )
        return (*self.key_terms, *told)

    @cached_property
    def key_terms(self) -> tuple[Span, ...]:
        """The rows of a table "Notice    90 days" above the articles; often none."""
        over = (0, self.body[0] if self.structure.articles else 0)
        rows = list(_row(self.language).finditer(self.text, *over))
        return tuple(row.span() for row in rows) if len(rows) >= LEAST_ROWS else ()

    def key_term(self, key: str) -> Span | None:
        """What stands beside a label of the list ``key`` in that table."""
        for row in self.key_terms:
            found = _label(self.language, key).match(self.text, *row)
            if found:
                return found.end(), row[1]
        return None

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """The sentences that overlap ``span``."""
        first = bisect_right(self.sentences, span[0], key=itemgetter(1))
        last = bisect_left(self.sentences, span[1], key=itemgetter(0))
        return self.sentences[first:last]

    def having(self, *keys: tuple[str, str]) -> Iterator[Span]:
        """The sentences that hold a word of each list (table, key)."""
        patterns = [clause_words(self.language, *key) for key in keys]
        for span in self.sentences:
            if all(pattern.search(self.text, *span) for pattern in patterns):
                yield span

    def is_final(self, span: Span) -> bool:
        """Whether the span begins in an article on force, duration or ending.

        A sentence may begin with the article's number.
        """
        place = bisect_right(self._final, span[0], key=itemgetter(0)) - 1
        return place >= 0 and span[0] < self._final[place][1]

    @cached_property
    def _final(self) -> tuple[Span, ...]:
        """The articles that speak of it; of a text without articles, its last sentences."""
        parts = [(each.number[0], each.end) for each in self.structure.articles]
        parts = parts or list(self.sentences[-LAST:])
        cues = [clause_words(self.language, *key) for key in FINAL]
        return tuple(
            part for part in parts if any(cue.search(self.text, *part) for cue in cues)
        )

    def quoted(
        self, span: Span, value: str | bool, *, certainty: float = 0.75
    ) -> Value:
        """``value`` on the words of ``span``."""
        line = trimmed(self.text, span)
        return Value.of(
            self.text, (line.start, line.end), value=value, certainty=certainty
        )


@cache
def _row(language: str) -> re.Pattern[str]:
    """A line with a label and a cell: "Notice    90 days", "Language: English"."""
    keys = words(language, "clauses")["key_terms"]
    labels = any_of(label for key in keys for label in keys[key])
    return re.compile(rf"^{ROW}{labels}{CELL}[^\n]+", re.MULTILINE | re.IGNORECASE)


@cache
def _label(language: str, key: str) -> re.Pattern[str]:
    labels = any_of(words(language, "clauses")["key_terms"][key])
    return re.compile(rf"{ROW}{labels}{CELL}", re.IGNORECASE)


@cache
def clause_words(language: str, table: str, key: str) -> re.Pattern[str]:
    """Any phrase of one list of the clauses' vocabulary, as whole words."""
    phrases = words(language, "clauses")[table][key]
    return re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)", re.IGNORECASE)
