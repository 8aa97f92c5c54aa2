"""Footnotes of a page: the quotes its values rest on, numbered as they come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from memoranda.insight.queries.sentences import sentence_around
from memoranda.register.queries.facts import claims_with_context

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.register.models import Claim, Fact

CITED = 8  # claims cited for one value; a name may stand in thousands of documents


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark beside a value: the note's number and the mark's own anchor."""

    number: int
    anchor: str


@dataclass(slots=True)
class Footnote:
    """A quote in its sentence, or the word of a person where there is no quote."""

    number: int
    claim: Claim
    before: str = ""
    after: str = ""
    part: str = ""  # of an agreement: "Article 7(2)"
    references: list[str] = field(default_factory=list)


def uncited(fact: Fact) -> int:
    """How many claims a fact rests on beside those that are cited."""
    return max(0, len(fact.claims) - CITED)


class Footnotes:
    """The notes of one page; citing numbers them in the order of the page.

    Claims on the same words of the same document share a note.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Fetch, in one query, every claim that ``facts`` rest on."""
        pks = {pk for fact in facts for pk in fact.claims[:CITED]}
        self._claims = {claim.pk: claim for claim in claims_with_context(pks)}
        self._notes: dict[object, Footnote] = {}

    def cite(self, fact: Fact) -> list[Reference]:
        """The marks for ``fact``, one for each note, in the order of its claims.

        At most ``CITED`` claims are cited; ``uncited`` says how many are not.
        """
        cited = fact.claims[:CITED]
        claims = [self._claims[pk] for pk in cited if pk in self._claims]
        notes = {id(note): note for note in map(self._note, claims)}
        return [self._refer(note) for note in notes.values()]

    @property
    def notes(self) -> list[Footnote]:
        """The notes cited so far, by number."""
        return list(self._notes.values())

    def _note(self, claim: Claim) -> Footnote:
        key: object = (claim.document_id, claim.start, claim.end)
        if claim.document_id is None:
            key = claim.pk
        if key not in self._notes:
            before, after = _around(claim)
            number = len(self._notes) + 1
            self._notes[key] = Footnote(number, claim, before, after, part=_part(claim))
        return self._notes[key]

    def _refer(self, note: Footnote) -> Reference:
        anchor = f"r{note.number}-{len(note.references) + 1}"
        note.references.append(anchor)
        return Reference(note.number, anchor)


def _part(claim: Any) -> str:
    return claim.part or ""


def _around(claim: Any) -> tuple[str, str]:
    if claim.document_id is None or claim.window is None:
        return "", ""
    first, last = claim.window_start, claim.window_start + len(claim.window)
    return sentence_around(
        claim.window,
        claim.start - first,
        claim.end - first,
        goes_before=first > 0,
        goes_on=last < claim.text_length,
    )
