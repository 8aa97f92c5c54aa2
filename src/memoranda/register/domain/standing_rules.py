"""Rules that decide claims to come, and what a new claim meets first."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from memoranda.history.domain import record
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.claims import judge_claims
from memoranda.register.domain.errors import WrongValue
from memoranda.register.domain.reviews import judge_by_rule
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim, StandingRule
from memoranda.register.models.act import RULE_NAME
from memoranda.register.queries.rejections import earlier_on, told_of
from memoranda.register.queries.standing_rules import rules_in_force
from memoranda.register.queries.waiting import described
from memoranda.register.rules.criteria import Criteria
from memoranda.register.rules.rejections import repeated
from memoranda.store.writing import writing

REJECTED_BEFORE = "rejected before"


def keep_rule(
    name: str, status: ClaimStatus, criteria: Criteria, *, by: Account
) -> StandingRule:
    """From now on put new claims that ``criteria`` cover to ``status``.

    Raises NotAllowed, and WrongValue when the name is empty, too long or taken, the
    criteria leave all open, or ``status`` is not accepted or rejected.
    """
    require(by, Capability.JUDGE)
    name = " ".join(name.split())
    if not 0 < len(name) <= RULE_NAME:
        raise WrongValue(f"a rule's name has 1 to {RULE_NAME} characters")
    if not criteria.as_json():
        raise WrongValue("a rule needs at least one condition")
    if status not in {ClaimStatus.ACCEPTED, ClaimStatus.REJECTED}:
        raise WrongValue("a rule accepts or rejects")
    with writing():
        if rules_in_force().filter(name=name).exists():
            raise WrongValue(f"there is a rule named {name!r} already")
        rule = StandingRule.objects.create(
            name=name, status=status, criteria=criteria.as_json(), made_by=by
        )
        _record("kept", rule, by=by)
    return rule


def end_rule(rule: StandingRule, *, by: Account) -> None:
    """Let ``rule`` decide nothing more; what it decided stays. Raises NotAllowed."""
    require(by, Capability.JUDGE)
    with writing():
        ended = StandingRule.objects.filter(pk=rule.pk, ended_at__isnull=True)
        if ended.update(ended_by=by, ended_at=timezone.now()):
            _record("ended", rule, by=by)


def settle(claims: Sequence[Claim], *, restated: Iterable[int] = ()) -> list[Claim]:
    """Give new claims of one document the verdict they were born for; the others.

    First what a person rejected before stays rejected, then the standing rules, the
    oldest first. ``restated``: the subjects of claims that the reading repeated. In the
    caller's transaction; nothing is projected.
    """
    left = _without_rejected(claims, set(restated))
    rules = list(rules_in_force())
    rows = {claim.pk: row for claim, row in described(left)} if rules else {}
    for rule in rules:
        criteria = Criteria.from_json(rule.criteria)
        covered = [claim for claim in left if criteria.covers(rows[claim.pk])]
        if covered:
            judge_by_rule(rule, covered)
            left = [one for one in left if not criteria.covers(rows[one.pk])]
    return left


def _without_rejected(claims: Sequence[Claim], restated: set[int]) -> list[Claim]:
    earlier = earlier_on(claims)
    if not any(told.rejected for told in earlier):
        return list(claims)
    again = repeated(told_of(claims), earlier, restated=restated)
    for reason in sorted(set(again.values())):
        judge_claims(
            [claim for claim in claims if again.get(claim.pk) == reason],
            ClaimStatus.REJECTED,
            policy=REJECTED_BEFORE,
            reason=reason,
        )
    return [claim for claim in claims if claim.pk not in again]


def _record(verb: str, rule: StandingRule, *, by: Account) -> None:
    record(
        verb,
        "rule",
        str(rule.pk),
        actor=by.get_username(),
        name=rule.name,
        status=rule.status,
        criteria=rule.criteria,
    )
