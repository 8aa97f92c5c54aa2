"""Taking an import back as a whole; nothing is deleted."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import Q
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
from memoranda.register.rules.standing import UNDO, Decision, holding_among
from memoranda.store.writing import writing

if TYPE_CHECKING:
    from memoranda.register.queries.judgements import Pair

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
    with writing():
        run.refresh_from_db()
        if run.state not in CAN_UNDO:
            raise BadState(_("There is nothing of this import to undo."))
        number = sum(_take_back(run, was, by=by) for was in BEFORE)
        _take_apart(run)
        run.state, run.finished_at = ImportState.UNDONE, timezone.now()
        run.save(update_fields=["state", "finished_at"])
        actor = by.get_username() if by else run.signature
        record("undone", "import", str(run.pk), actor=actor, claims=number)
    project_stale()
    return number


def _take_back(run: Import, was: ClaimStatus, *, by: Account | None) -> int:
    undone = Import.objects.filter(state=ImportState.UNDONE)
    gone = {other.signature for other in undone.only("pk")}
    number = 0
    for held in _standing_by(run, was):
        baseless = [claim for claim, behind in held if behind in gone]
        others = [claim for claim, behind in held if behind not in gone]
        for claims, status in (
            (others, BEFORE[was]),
            (baseless, ClaimStatus.REJECTED),  # who said so was taken back meanwhile
        ):
            judge_claims(claims, status, by=by, policy=UNDO, reason=REASON)
        number += len(held)
    return number


def _standing_by(run: Import, status: ClaimStatus) -> Iterator[list[tuple[Claim, str]]]:
    """Claims that the import put to ``status`` and nobody has judged since, each with
    the policy of the verdict that held before.
    """
    said = Verdict.objects.filter(policy=run.signature, status=status).order_by()
    for chunk in in_chunks(said.values_list("claim_id", flat=True)):
        given: dict[int, list[Decision]] = defaultdict(list)
        rows = Verdict.objects.filter(claim__in=chunk).order_by("pk")
        for verdict in rows:
            by_person = verdict.decided_by_id is not None
            given[verdict.claim_id].append(
                Decision(verdict.pk, verdict.status, by_person, verdict.policy)
            )
        behind = {
            claim: holding[-2].policy if len(holding) > 1 else ""
            for claim, decisions in given.items()
            if decisions[-1].status == status
            if (holding := holding_among(decisions))
            if holding[-1].policy == run.signature
        }
        claims = Claim.objects.filter(pk__in=behind).select_related("subject")
        yield [(claim, behind[claim.pk]) for claim in claims.order_by("pk")]


def _take_apart(run: Import) -> None:
    """What a rule said of the import's rows since it was begun is unsaid: what it said
    before holds again, else they are two.
    """
    said = Claim.objects.filter(engine=run.signature).order_by()
    for chunk in in_chunks(said.values_list("subject_id", flat=True)):
        touching = Q(left__in=chunk) | Q(right__in=chunk)
        words = Judgement.objects.filter(touching, decided_by=None).order_by("pk")
        last: dict[Pair, Judgement] = {}
        before: dict[Pair, Judgement] = {}
        for word in words.select_related("left", "right"):
            pair = word.left_id, word.right_id
            last[pair] = word
            if run.begun_at is None or word.decided_at < run.begun_at:
                before[pair] = word
        judge_pairs(
            [
                _said_before(before.get(pair)) or _apart(word, rule=run.signature)
                for pair, word in last.items()
                if before.get(pair) is not word
            ]
        )


def _said_before(word: Judgement | None) -> Pairing | None:
    if word is None:
        return None
    return Pairing(
        word.left,
        word.right,
        Sameness(word.sameness),
        rule=word.rule,
        score=word.score,
        reasons=tuple(word.reasons),
    )


def _apart(word: Judgement, *, rule: str) -> Pairing:
    return Pairing(
        word.left, word.right, Sameness.NOT_SAME, rule=rule, reasons=(REASON,)
    )
