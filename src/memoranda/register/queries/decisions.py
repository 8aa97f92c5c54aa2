"""What was decided in a review: the last acts, and what an act decided."""

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from memoranda.people.models import Account
from memoranda.register.models import Act, Claim, Verdict


def acts() -> QuerySet[Act]:
    """Every act with who did it and ``number``, how many claims it decided."""
    told = Act.objects.select_related("by", "rule", "undone_by__by", "undoes")
    return told.annotate(number=Count("verdicts")).order_by("-pk")


def acts_on_many(number: int) -> QuerySet[Act]:
    """The last acts that decided claims not looked at one by one."""
    return acts().exclude(criteria={})[:number]


def last_act_of(person: Account, *, since: datetime) -> Act | None:
    """What the person decided last since then, if it was not taken back."""
    own = Act.objects.filter(by=person, at__gte=since, undoes__isnull=True)
    standing = own.exclude(Exists(Act.objects.filter(undoes=OuterRef("pk"))))
    return standing.order_by("-pk").first()


def claims_of(act: Act) -> QuerySet[Claim]:
    """The claims that ``act`` decided, in the order of the verdicts."""
    return Claim.objects.filter(verdict__in_act__act=act).order_by("verdict__pk")


def last_verdicts(claims: list[int]) -> dict[int, Verdict]:
    """The verdict that holds for each of ``claims`` that has any."""
    rows = Verdict.objects.filter(claim__in=claims).order_by("pk")
    told = rows.select_related("decided_by", "in_act__act")
    return {verdict.claim_id: verdict for verdict in told}
