"""Asserting and judging claims: the only way a value enters the register."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from memoranda.history.domain import record
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.assertions import Assertion, Evidence, fault_in
from memoranda.register.domain.errors import MissingDecider
from memoranda.register.domain.staleness import mark_stale
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim, Subject, Verdict
from memoranda.register.queries.chunks import AT_ONCE
from memoranda.store.bulk import insert_objects
from memoranda.store.writing import writing

__all__ = [
    "Assertion",
    "Evidence",
    "assert_claim",
    "assert_claims",
    "judge_claim",
    "judge_claims",
]


def assert_claim(
    subject: Subject,
    property_: str,
    *,
    by: Account | None = None,
    engine: str = "",
    **said: Any,
) -> Claim:
    """Claim ``property_`` of ``subject``; ``said`` holds the rest of an Assertion.

    The same claim on the same ground is written once. Raises a RegisterError when
    nothing stands behind it, or its value does not fit the property.
    """
    assertion = Assertion(subject, property_, **said)
    return assert_claims([assertion], by=by, engine=engine)[0][0]


def assert_claims(
    assertions: Sequence[Assertion], *, by: Account | None = None, engine: str = ""
) -> list[tuple[Claim, bool]]:
    """Write many claims at once, in order; True beside those not known before.

    All or none: the first that may not be written raises its RegisterError. Raises
    NotAllowed when ``by`` may not contribute.
    """
    require(by, Capability.CONTRIBUTE)
    for assertion in assertions:
        fault = fault_in(assertion, by=by)
        if fault is not None:
            raise fault
    prints = [assertion.fingerprint(by) for assertion in assertions]
    fresh: dict[str, Claim] = {}
    with writing():
        known = _known(prints)
        for mark, assertion in zip(prints, assertions, strict=True):
            if mark not in known and mark not in fresh:
                fresh[mark] = _claim(assertion, mark, by=by, engine=engine)
        insert_objects(list(fresh.values()))
        mark_stale(claim.subject_id for claim in fresh.values())
        _remember(list(fresh.values()), actor=_name(by, engine))
    given: list[tuple[Claim, bool]] = []
    for mark in prints:
        claim = fresh.pop(mark, None)
        given.append((known.setdefault(mark, claim), claim is not None))  # type: ignore[arg-type]
    return given


def judge_claim(
    claim: Claim,
    status: ClaimStatus,
    *,
    by: Account | None = None,
    policy: str = "",
    reason: str = "",
) -> Verdict:
    """Put ``claim`` to ``status``; the last verdict holds, earlier ones stay.

    Raises MissingDecider when neither a person nor a policy decides, NotAllowed when
    the person may not judge.
    """
    return judge_claims([claim], status, by=by, policy=policy, reason=reason)[0]


def judge_claims(
    claims: Iterable[Claim],
    status: ClaimStatus,
    *,
    by: Account | None = None,
    policy: str = "",
    reason: str = "",
) -> list[Verdict]:
    """``judge_claim`` for many.

    A contributor may withdraw what they proposed, and propose it again, while nobody
    else has decided.
    """
    judged = list(claims)
    if by is None and not policy:
        raise MissingDecider("a verdict needs a person or a policy")
    if not _is_between_oneself(judged, status, by=by):
        require(by, Capability.JUDGE)
    now = timezone.now()
    rows = [
        Verdict(
            claim=claim,
            status=status,
            decided_by=by,
            policy=policy,
            reason=reason[:500],
            decided_at=now,
        )
        for claim in judged
    ]
    with writing():
        insert_objects(rows)
        mark_stale(claim.subject_id for claim in judged)
        if judged:
            shown = judged[0].fingerprint
            record(
                str(ClaimStatus(status)),
                "claim",
                shown,
                actor=_name(by, policy),
                claims=len(judged),
                reason=reason,
            )
    return rows


def _is_between_oneself(
    claims: list[Claim], status: ClaimStatus, *, by: Account | None
) -> bool:
    """Whether a contributor only takes back or repeats words of their own."""
    if by is None or by.may(Capability.JUDGE) or not by.may(Capability.CONTRIBUTE):
        return False
    if status not in {ClaimStatus.PROPOSED, ClaimStatus.REJECTED}:
        return False
    if any(claim.asserted_by_id != by.pk for claim in claims):
        return False
    verdicts = Verdict.objects.filter(claim__in=[claim.pk for claim in claims])
    return not verdicts.exclude(decided_by=by).exists()


def _known(prints: list[str]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for at in range(0, len(prints), AT_ONCE):
        rows = Claim.objects.filter(fingerprint__in=prints[at : at + AT_ONCE])
        found |= {claim.fingerprint: claim for claim in rows}
    return found


def _claim(
    assertion: Assertion, mark: str, *, by: Account | None, engine: str
) -> Claim:
    ground = assertion.evidence
    return Claim(
        subject=assertion.subject,
        property=assertion.property,
        value=assertion.value,
        language=assertion.language[:8],
        target=assertion.target,
        document=ground.document if ground else None,
        start=ground.start if ground else None,
        end=ground.end if ground else None,
        quote=ground.quote if ground else "",
        asserted_by=by,
        reason=assertion.reason[:500],
        certainty=assertion.certainty,
        engine=engine[:60],
        fingerprint=mark,
    )


def _remember(claims: list[Claim], *, actor: str) -> None:
    """One line for claims written together; each claim holds its own when and why."""
    if not claims:
        return
    first = claims[0]
    about = first.document.content_hash if first.document else first.subject.key
    type_ = "document" if first.document else "subject"
    record(
        "asserted",
        type_,
        about,
        actor=actor,
        first=first.fingerprint,
        claims=len(claims),
    )


def _name(by: Account | None, rule: str) -> str:
    return by.get_username() if by else rule or "a rule"
