"""Taking an import back as a whole; nothing is deleted."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.history.domain import record
from memoranda.intake.domain.imports.faults import BadState
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.claims import judge_claims
from memoranda.register.domain.judgements import Pairing, judge_pairs
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import ClaimStatus, Sameness
from memoranda.register.models import Claim, Judgement, Verdict
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.standing import UNDO
from memoranda.store.writing import writing

REASON = "import undone"
CAN_UNDO = {ImportState.DONE, ImportState.FAILED, ImportState.RUNNING}
# What holds again when a verdict of the import is taken back.
BEFORE = {
    ClaimStatus.ACCEPTED: ClaimStatus.REJECTED,
    ClaimStatus.SUPERSEDED: ClaimStatus.ACCEPTED,
}


def undo_import(run: Import, *, by: Account | None = None) -> int:
    """Reject every claim that the import alone accepted, and accept again those it
    superseded; how many. What a person decided since stays as they said.

    Raises NotAllowed, or BadState for an import that holds nothing.
    """
    require(by, Capability.JUDGE)
    if run.state not in CAN_UNDO:
        raise BadState(_("There is nothing of this import to undo."))
    with writing():
        number = sum(_take_back(run, was, by=by) for was in BEFORE)
        _take_apart(run)
        run.state, run.finished_at = ImportState.UNDONE, timezone.now()
        run.save(update_fields=["state", "finished_at"])
        actor = by.get_username() if by else run.signature
        record("undone", "import", str(run.pk), actor=actor, claims=number)
    project_stale()
    return number


def _take_back(run: Import, was: ClaimStatus, *, by: Account | None) -> int:
    number = 0
    for claims in _standing_by(run, was):
        judge_claims(claims, BEFORE[was], by=by, policy=UNDO, reason=REASON)
        number += len(claims)
    return number


def _standing_by(run: Import, status: ClaimStatus) -> Iterator[list[Claim]]:
    """Claims that the import put to ``status`` and nobody has judged since."""
    said = Verdict.objects.filter(policy=run.signature, status=status).order_by()
    for chunk in in_chunks(said.values_list("claim_id", flat=True)):
        verdicts = Verdict.objects.filter(claim__in=chunk).order_by("pk")
        last = dict(verdicts.values_list("claim_id", "policy"))
        own = [claim for claim, policy in last.items() if policy == run.signature]
        claims = Claim.objects.filter(pk__in=own).select_related("subject")
        yield list(claims.order_by("pk"))


def _take_apart(run: Import) -> None:
    """What the import's rows were joined to by a rule stands alone again."""
    said = Claim.objects.filter(engine=run.signature).order_by()
    for chunk in in_chunks(said.values_list("subject_id", flat=True)):
        pairs = Judgement.objects.filter(right__in=chunk, decided_by=None)
        last = {
            (pair.left_id, pair.right_id): pair
            for pair in pairs.select_related("left", "right").order_by("pk")
        }
        judge_pairs(
            [
                Pairing(
                    pair.left,
                    pair.right,
                    Sameness.NOT_SAME,
                    rule=run.signature,
                    reasons=(REASON,),
                )
                for pair in last.values()
                if pair.sameness != Sameness.NOT_SAME
            ]
        )
