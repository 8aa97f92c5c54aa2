"""Where the claims of earlier imports stand, and who decided that last."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from memoranda.intake.domain.imports.sayings import saying_of
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim, Verdict
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.standing import UNDO

BY_IMPORT = "import "  # how the policies and engines of imports begin


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with its last verdict, if it has one."""

    claim: Claim
    verdict: Verdict | None

    @property
    def is_accepted(self) -> bool:
        """Whether it is in the register now."""
        return bool(self.verdict and self.verdict.status == ClaimStatus.ACCEPTED)

    @property
    def by_person(self) -> bool:
        """Whether a person decided it last, apart from any import."""
        verdict = self.verdict
        if verdict is None or verdict.decided_by_id is None:
            return False
        return verdict.policy != UNDO and not verdict.policy.startswith(BY_IMPORT)

    @property
    def is_open(self) -> bool:
        """Whether an import may accept it."""
        return not self.is_accepted and not self.by_person


def held_claims(subjects: Iterable[int]) -> dict[int, dict[str, list[Held]]]:
    """What imports said before of ``subjects``: by subject, by what is said."""
    found: dict[int, dict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
    for chunk in in_chunks(subjects):
        said = Claim.objects.filter(subject__in=chunk, engine__startswith=BY_IMPORT)
        claims = list(said.select_related("target").order_by("pk"))
        verdicts = last_verdicts(claim.pk for claim in claims)
        for claim in claims:
            held = Held(claim, verdicts.get(claim.pk))
            found[claim.subject_id][saying_of(claim)].append(held)
    return found


def last_verdicts(claims: Iterable[int]) -> dict[int, Any]:
    """The last verdict of each claim that has one."""
    found: dict[int, Verdict] = {}
    for chunk in in_chunks(claims):
        verdicts = Verdict.objects.filter(claim__in=chunk).order_by("pk")
        found |= {verdict.claim_id: verdict for verdict in verdicts}
    return found


def stands(saying: str, standing: dict[str, list[Held]]) -> bool:
    """Whether it is accepted already, or a person decided otherwise."""
    held = standing.get(saying, ())
    return any(one.is_accepted or one.by_person for one in held)


def dropped(standing: dict[str, list[Held]], said: set[str]) -> list[Claim]:
    """The accepted claims that are not among what is said now."""
    return [
        one.claim
        for saying, held in standing.items()
        for one in held
        if saying not in said and one.is_accepted
    ]
