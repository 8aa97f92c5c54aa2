"""Deciding claims that wait, one or many at once, and taking it back as a whole."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.acts import judge_in, open_act
from memoranda.register.domain.claims import assert_claims
from memoranda.register.domain.errors import WrongValue
from memoranda.register.domain.openings import Word, assertions_of
from memoranda.register.domain.projections import project_near
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Act, Claim, StandingRule, Verdict
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.criteria import Criteria
from memoranda.register.rules.standing import (
    BY_RULE,
    UNDO,
    Decision,
    holding_among,
)
from memoranda.store.writing import writing

TAKEN_BACK = "taken back"
MOST_AT_ONCE = 2000  # claims decided in one act: some seconds of a request


@dataclass(frozen=True, slots=True)
class Outcome:
    """``act`` is None when nothing was left to decide; ``settled`` are the claims
    that stand decided by somebody else, and were left so.
    """

    act: Act | None
    decided: tuple[Claim, ...] = ()
    settled: tuple[Claim, ...] = ()


def decide(
    claims: Iterable[Claim],
    status: ClaimStatus,
    *,
    by: Account,
    reason: str = "",
    criteria: Criteria | None = None,
) -> Outcome:
    """Put those of ``claims`` that wait to ``status``; pages follow at once.

    A claim that was decided meanwhile is left as it is, so that two people never
    decide one claim. ``criteria``: by what they were chosen, when not looked at one by
    one; then they do not count as confirmed by a person. Raises NotAllowed.
    """
    require(by, Capability.JUDGE)
    policy = f"{BY_RULE}once" if criteria else ""
    with writing():
        waiting, settled = _parted(claims)
        if not waiting:
            return Outcome(None, settled=settled)
        kept = criteria.as_json() if criteria else {}
        act = Act.objects.create(by=by, status=status, criteria=kept)
        judge_in(act, waiting, status, policy=policy, reason=reason)
        project_near({claim.subject_id for claim in waiting})
    return Outcome(act, waiting, settled)


def correct(claim: Claim, word: Word, *, by: Account) -> Outcome:
    """Accept what ``word`` says in the place of ``claim``, which is superseded.

    Raises NotAllowed, and a RegisterError when the value does not fit the property.
    """
    require(by, Capability.JUDGE)
    with writing():
        waiting, settled = _parted([claim])
        if not waiting:
            return Outcome(None, settled=settled)
        claimed = claim.value, claim.target, claim.language
        if (word.value, word.target, word.language) == claimed:
            raise WrongValue("this is what is claimed already; accept it instead")
        said = assertions_of(claim.subject, claim.property, word, by=by)
        fresh = [one for one, _new in assert_claims(said, by=by)]
        act = open_act(ClaimStatus.SUPERSEDED, by=by)
        judge_in(act, fresh, ClaimStatus.ACCEPTED, reason=word.reason)
        judge_in(
            act, waiting, ClaimStatus.SUPERSEDED, reason=word.reason or "corrected"
        )
        project_near({one.subject_id for one in fresh})
    return Outcome(act, (*waiting, *fresh), settled)


def undo(act: Act, *, by: Account) -> Outcome:
    """Take ``act`` back: each claim stands where it stood before.

    What was decided anew since is left as it is, and told in ``settled``. Undone once,
    an act is not undone again. Raises NotAllowed.
    """
    require(by, Capability.JUDGE)
    with writing():
        if Act.objects.filter(undoes=act).exists():
            return Outcome(None)
        back, settled = _standing_before(act)
        undoing = open_act(ClaimStatus.PROPOSED, by=by, undoes=act)
        for status, claims in back.items():
            reason = TAKEN_BACK if status == ClaimStatus.REJECTED else ""
            judge_in(undoing, claims, status, policy=UNDO, reason=reason)
        moved = tuple(claim for claims in back.values() for claim in claims)
        project_near({claim.subject_id for claim in moved})
    return Outcome(undoing, moved, settled)


def judge_by_rule(rule: StandingRule, claims: Sequence[Claim]) -> Act:
    """Put new ``claims`` to what ``rule`` says, in the caller's transaction.

    They wait to be projected like anything newly written.
    """
    act = Act.objects.create(
        rule=rule, status=rule.status, criteria=dict(rule.criteria)
    )
    judge_in(act, claims, ClaimStatus(rule.status), policy=rule.policy)
    return act


def _parted(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Those that wait, and those that stand decided; each once."""
    rows = {claim.pk: claim for claim in claims}
    verdicts = _verdicts_on(rows)
    open_ = {
        pk
        for pk in rows
        if not verdicts[pk] or verdicts[pk][-1].status == ClaimStatus.PROPOSED
    }
    waiting = tuple(claim for pk, claim in rows.items() if pk in open_)
    return waiting, tuple(claim for pk, claim in rows.items() if pk not in open_)


def _verdicts_on(claims: Iterable[int]) -> dict[int, list[Verdict]]:
    found: dict[int, list[Verdict]] = defaultdict(list)
    for chunk in in_chunks(claims):
        for verdict in Verdict.objects.filter(claim__in=chunk).order_by("pk"):
            found[verdict.claim_id].append(verdict)
    return found


def _standing_before(
    act: Act,
) -> tuple[dict[ClaimStatus, list[Claim]], tuple[Claim, ...]]:
    """The claims of ``act`` by the status they had before, and those decided since."""
    given = Verdict.objects.filter(in_act__act=act).select_related("claim")
    own = {verdict.pk: verdict.claim for verdict in given.order_by("pk")}
    verdicts = _verdicts_on(claim.pk for claim in own.values())
    back: dict[ClaimStatus, list[Claim]] = defaultdict(list)
    settled: list[Claim] = []
    for pk, claim in own.items():
        on_it = verdicts[claim.pk]
        if pk != _last_holding(on_it):
            settled.append(claim)
            continue
        before = [one.status for one in on_it if one.pk < pk]
        status = ClaimStatus(before[-1]) if before else _at_birth(claim, act)
        back[status].append(claim)
    return back, tuple(settled)


def _last_holding(verdicts: list[Verdict]) -> int | None:
    """The last verdict that was not taken back."""
    holding = holding_among(
        Decision(one.pk, one.status, one.decided_by_id is not None, one.policy)
        for one in verdicts
    )
    return holding[-1].number if holding else None


def _at_birth(claim: Claim, act: Act) -> ClaimStatus:
    """Where a claim without verdict goes back to: a correction is withdrawn."""
    was_made = act.status == ClaimStatus.SUPERSEDED and claim.asserted_by_id
    return ClaimStatus.REJECTED if was_made else ClaimStatus.PROPOSED
