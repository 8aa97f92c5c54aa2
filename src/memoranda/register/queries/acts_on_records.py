"""What a person did on a record and could take back."""

from collections.abc import Iterable

from django.db.models import QuerySet

from memoranda.people.models import Account
from memoranda.register.models import Act
from memoranda.register.queries.listed import listed


def last_act_on(members: Iterable[int], *, by: Account) -> Act | None:
    """The last thing ``by`` did on the subjects ``members`` that still holds."""
    return _acts_on(members, by=by).order_by("-pk").first()


def act_to_undo(pk: int, members: Iterable[int], *, by: Account) -> Act | None:
    """The act of ``by`` on ``members`` with this number, if it still holds."""
    return _acts_on(members, by=by).filter(pk=pk).first()


def _acts_on(members: Iterable[int], *, by: Account) -> QuerySet[Act]:
    acts = Act.objects.filter(by=by, undoes=None, undone_by=None)
    on_them = acts.filter(verdicts__verdict__claim__subject__in=listed(members))
    return on_them.distinct()
