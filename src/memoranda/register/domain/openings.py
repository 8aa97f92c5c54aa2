"""Opening things by hand: an actor that a value leads to, or a whole record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.acts import judge_in, open_act
from memoranda.register.domain.assertions import Assertion, Evidence
from memoranda.register.domain.claims import assert_claims
from memoranda.register.domain.projections import project_near
from memoranda.register.domain.restrictions import withhold
from memoranda.register.domain.subjects import open_subject
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Act, Subject
from memoranda.store.writing import writing

DRAFT = "a draft"


@dataclass(frozen=True, slots=True)
class NewActor:
    """An actor that the register does not know yet; ``kind`` is of ActorKind."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says: a value or what it leads to, and on what ground."""

    value: Any = None
    target: Subject | NewActor | None = None
    evidence: Evidence | None = None
    language: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A record to be opened: ``words`` are its properties with what is said of them.

    The same person's opening with the same ``seed`` is one record, so that a form
    sent twice opens it once. ``withheld``: only the person's office sees it, and the
    actors opened with it.
    """

    type: SubjectType
    seed: str
    words: Sequence[tuple[str, Word]] = field(default_factory=tuple)
    withheld: bool = False


def open_record(opening: Opening, *, by: Account) -> tuple[Subject, Act | None]:
    """Open a record by hand; without an act it waits for an editor.

    Raises NotAllowed, and a RegisterError for a value that does not fit or a person
    without an office who would withhold it.
    """
    require(by, Capability.CONTRIBUTE)
    with writing():
        seed = f"by hand {by.pk} {opening.type} {opening.seed}"
        subject = open_subject(opening.type, seed=seed)
        assertions = [
            assertion
            for property_, word in opening.words
            for assertion in assertions_of(subject, property_, word, by=by)
        ]
        written = assert_claims(assertions, by=by)
        fresh = [claim for claim, is_new in written if is_new]
        if opening.withheld:
            _withhold(subject, assertions, by=by)
        act = None
        if by.may(Capability.JUDGE) and fresh:
            act = open_act(ClaimStatus.SUPERSEDED, by=by)
            judge_in(act, fresh, ClaimStatus.ACCEPTED)
        project_near({subject.pk, *(claim.subject_id for claim in fresh)})
    return subject, act


def _withhold(
    subject: Subject, assertions: Sequence[Assertion], *, by: Account
) -> None:
    """Before anything of it is accepted, so that no page ever shows it."""
    opened = {one.subject.pk: one.subject for one in assertions}
    withhold([subject, *opened.values()], by=by, reason=DRAFT)


def assertions_of(
    subject: Subject, property_: str, word: Word, *, by: Account
) -> list[Assertion]:
    """What is to be asserted for ``word``: a new actor's name and kind, itself last.

    A new actor of the same name for the same property of a subject is one actor.
    """
    opening: list[Assertion] = []
    target = word.target
    if isinstance(target, NewActor):
        seed = f"by hand {by.pk} {subject.key} {property_} {target.kind} {target.name}"
        opened = open_subject(SubjectType.ACTOR, seed=seed)
        opening = [
            Assertion(opened, "name", value=target.name),
            Assertion(opened, "kind", value=target.kind),
        ]
        target = opened
    own = Assertion(
        subject,
        property_,
        value=word.value,
        target=target,
        evidence=word.evidence,
        language=word.language,
        reason=word.reason,
    )
    return [*opening, own]
