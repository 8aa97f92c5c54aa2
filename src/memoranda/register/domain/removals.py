"""Taking a whole record off the pages, and bringing it back."""

from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.acts import judge_in, open_act
from memoranda.register.domain.projections import project_near
from memoranda.register.domain.reviews import undo
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Act, Subject
from memoranda.register.queries.sayings import existence_of, removal_of
from memoranda.register.queries.standpoints import Standpoint
from memoranda.register.rules.standing import REMOVAL
from memoranda.store.writing import writing


def remove_record(subject: Subject, *, by: Account, reason: str = "") -> Act | None:
    """Reject every claim by which the record exists; all others stay as they are.

    None when it is removed already. Raises NotAllowed.
    """
    require(by, Capability.JUDGE)
    with writing():
        field = existence_of(subject, standpoint=Standpoint(by.office_id))
        claims = field.holding(one.claim for one in field.sayings)
        if not claims:
            return None
        act = open_act(ClaimStatus.REJECTED, by=by)
        judge_in(act, claims, ClaimStatus.REJECTED, policy=REMOVAL, reason=reason)
        project_near({claim.subject_id for claim in claims})
    return act


def bring_back(subject: Subject, *, by: Account) -> bool:
    """Take the last removal back, whoever made it; False where there is none.

    Raises NotAllowed.
    """
    removal = removal_of(subject, standpoint=Standpoint(by.office_id))
    return removal is not None and undo(removal, by=by).act is not None
