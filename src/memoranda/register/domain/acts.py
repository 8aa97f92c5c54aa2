"""Verdicts that belong together, so that they are taken back together."""

from collections.abc import Iterable

from memoranda.people.models import Account
from memoranda.register.domain.claims import judge_claims
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Act, ActVerdict, Claim


def open_act(status: ClaimStatus, *, by: Account, undoes: Act | None = None) -> Act:
    """An act of ``by``; ``status`` tells what it is: superseded for a correction."""
    return Act.objects.create(by=by, status=status, undoes=undoes)


def judge_in(
    act: Act,
    claims: Iterable[Claim],
    status: ClaimStatus,
    *,
    policy: str = "",
    reason: str = "",
) -> None:
    """``judge_claims`` by the person whose act it is. Raises NotAllowed."""
    judged = list(claims)
    if not judged:
        return
    verdicts = judge_claims(judged, status, by=act.by, policy=policy, reason=reason)
    ActVerdict.objects.bulk_create(
        [ActVerdict(verdict=verdict, act=act) for verdict in verdicts], batch_size=400
    )
