"""Standing rules, and what they decided."""

from django.db.models import Count, F, QuerySet

from memoranda.register.models import StandingRule


def rules_in_force() -> QuerySet[StandingRule]:
    """The rules that decide new claims, oldest first."""
    return StandingRule.objects.filter(ended_at__isnull=True).order_by("pk")


def all_rules() -> QuerySet[StandingRule]:
    """Every rule, those in force first, with ``decided``: the claims it put."""
    rules = StandingRule.objects.select_related("made_by", "ended_by")
    counted = rules.annotate(decided=Count("act__verdicts"))
    return counted.order_by(F("ended_at").desc(nulls_first=True), "-pk")
