"""Who may write: asked by the writes themselves, whatever page called them."""

import pytest

from memoranda.people.domain.permission import NotAllowed, require
from memoranda.people.enums import Capability, Role
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.judgements import judge_same
from memoranda.register.enums import ClaimStatus, Sameness
from memoranda.register.models import Claim, Judgement, Verdict
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db
MAY = {
    Role.READER: {Capability.READ},
    Role.CONTRIBUTOR: {Capability.READ, Capability.CONTRIBUTE},
    Role.EDITOR: {Capability.READ, Capability.CONTRIBUTE, Capability.JUDGE},
    Role.ADMINISTRATOR: set(Capability),
}


@pytest.mark.parametrize("role", Role)
def test_each_role_may_what_its_row_says(role):
    someone = person(role=role)

    may = {capability for capability in Capability if someone.may(capability)}

    assert may == MAY[role]


def test_one_who_left_may_nothing():
    gone = person(role=Role.ADMINISTRATOR, is_active=False)

    may = [capability for capability in Capability if gone.may(capability)]

    assert may == []


def test_a_refusal_says_who_may_not_do_what():
    with pytest.raises(NotAllowed, match="Rana may not accept, reject, correct"):
        require(person("Rana", role=Role.CONTRIBUTOR), Capability.JUDGE)


def test_a_reader_cannot_claim():
    with pytest.raises(NotAllowed):
        claim(subject(), "name", "Baku", by=person(role=Role.READER))

    assert Claim.objects.count() == 0


def test_a_contributor_proposes_and_cannot_accept():
    proposer = person(role=Role.CONTRIBUTOR)

    written = claim(subject(), "name", "Baku", by=proposer, accept=False)

    with pytest.raises(NotAllowed):
        judge_claim(written, ClaimStatus.ACCEPTED, by=proposer)
    assert Verdict.objects.count() == 0


def test_a_contributor_cannot_merge():
    left, right = actor("Baku"), actor("Bakı")

    with pytest.raises(NotAllowed):
        judge_same(left, right, Sameness.SAME, by=person(role=Role.CONTRIBUTOR))

    assert Judgement.objects.count() == 0
