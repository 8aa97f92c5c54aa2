"""A claim as a review shows it: its words, its quote, where it would land."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.interfaces import words
from memoranda.register.interfaces.wording import worded
from memoranda.register.queries.decisions import last_verdicts
from memoranda.register.queries.landing import Landing, Standing, landing_of
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import Promise

    from memoranda.people.models import Account
    from memoranda.register.models import Claim, Document, Entry, Verdict

LONGEST_QUOTE = 220  # code points shown beside a value


@dataclass(frozen=True, slots=True)
class Stands:
    """A value that stands now, in words, and who says so."""

    text: str
    document: Document | None
    person: Account | None
    same: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One claim. ``rest``: claims on the same subject that wait while this one, by
    which it would exist, was rejected.
    """

    claim: Any
    label: str | Promise
    text: str
    quote: str
    target: Entry | None
    stands: list[Stands]
    verdict: Verdict | None
    mine: bool
    exists_by_it: bool
    rest: list[int] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether it is to be decided."""
        return bool(self.claim.status == ClaimStatus.PROPOSED)

    @property
    def percent(self) -> int:
        """The certainty of the reading, of a hundred."""
        share: float = self.claim.certainty
        return round(100 * share)


def items_of(claims: Sequence[Any], *, person: Account) -> list[Item]:
    """Items in the order of ``claims``, which have ``status``."""
    return items_at(claims, landing_of(claims), person=person)


def items_at(claims: Sequence[Any], landing: Landing, *, person: Account) -> list[Item]:
    """``items_of``, where it is known already where they land."""
    verdicts = last_verdicts([claim.pk for claim in claims])
    return [
        _item(claim, landing, verdict=verdicts.get(claim.pk), person=person)
        for claim in claims
    ]


def title_of(subject: int, landing: Landing) -> str:
    """What a subject is called: its entry's title, else what is claimed of it."""
    entry = landing.entries.get(subject)
    if entry is not None:
        return entry.title
    name, value = landing.called.get(subject, ("", None))
    if value is None:
        return str(_("without a name"))
    return words.kind(str(value)) if name == "kind" else str(value)


def _item(
    claim: Any, landing: Landing, *, verdict: Verdict | None, person: Account
) -> Item:
    type_ = SubjectType(claim.subject.type)
    known = PROPERTIES.get((type_, claim.property))
    waits = claim.status == ClaimStatus.PROPOSED
    return Item(
        claim=claim,
        label=known.label if known else words.plain(claim.property),
        text=text_of(claim, landing),
        quote=_shortened(claim.quote),
        target=landing.entries.get(claim.target_id),
        stands=_stands(claim, landing) if waits else [],
        verdict=None if waits else verdict,
        mine=bool(verdict and verdict.decided_by_id == person.pk),
        exists_by_it=claim.property == EXISTENCE[type_],
    )


def text_of(claim: Claim, landing: Landing) -> str:
    """The value in words; of a relation the name of what it leads to."""
    text = worded(claim.subject.type, claim.property, claim.value)
    if not claim.target_id:
        return text
    name = title_of(claim.target_id, landing)
    return f"{text} ({name})" if text else name


def _stands(claim: Claim, landing: Landing) -> list[Stands]:
    """What stands where the claim would land; of many side by side only the same."""
    known = PROPERTIES.get((SubjectType(claim.subject.type), claim.property))
    found = []
    for standing in landing.at(claim):
        same = _is_same(claim, standing, landing)
        if same or (known and not known.many and standing.fact.preferred):
            found.append(_stand(claim, standing, same=same))
    return found


def _is_same(claim: Claim, standing: Standing, landing: Landing) -> bool:
    fact = standing.fact
    entry = landing.entries.get(claim.target_id or 0)
    leads = entry.pk if entry else None
    return (fact.value, fact.target_id) == (claim.value, leads) and (
        fact.language == claim.language
    )


def _stand(claim: Claim, standing: Standing, *, same: bool) -> Stands:
    fact, ground = standing.fact, standing.ground
    text = worded(claim.subject.type, fact.property, fact.value)
    return Stands(
        text=text or (fact.target.title if fact.target else ""),
        document=ground.document if ground else None,
        person=ground.asserted_by if ground else None,
        same=same,
    )


def _shortened(quote: str) -> str:
    folded = " ".join(quote.split())
    if len(folded) <= LONGEST_QUOTE:
        return folded
    return f"{folded[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def labelled(items: Sequence[Item], number: int) -> str:
    """Items in a message: "Signed on: 4 May 2020"; where they are many their number."""
    if number == len(items) == 1:
        return f"{items[0].label}: {items[0].text}"
    return str(_("%(number)d statements") % {"number": number})
