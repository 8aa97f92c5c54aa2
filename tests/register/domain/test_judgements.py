import pytest

from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.register.domain.errors import MissingDecider, NotWithdrawn, WrongPair
from memoranda.register.domain.judgements import judge_same, withdraw_judgement
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Judgement
from memoranda.register.queries.candidates import candidates, suggestions
from memoranda.register.queries.clusters import canonical_of
from tests.factories import actor, person, subject

pytestmark = pytest.mark.django_db


def test_a_pair_is_kept_in_order_with_its_reasons():
    left, right = subject(), subject()

    judgement = judge_same(
        right, left, Sameness.SAME, rule="names", score=0.9, reasons=("alike",)
    )

    assert (judgement.left, judgement.right) == (left, right)
    assert judgement.reasons == ["alike"]


def test_saying_again_what_holds_writes_nothing():
    left, right = subject(), subject()

    for _ in range(2):
        judge_same(left, right, Sameness.SAME, rule="names", score=0.9)

    assert Judgement.objects.count() == 1


def test_a_later_word_replaces_and_the_earlier_stays():
    left, right, mira = subject(), subject(), person()

    for word in (Sameness.SAME, Sameness.NOT_SAME, Sameness.SAME):
        judge_same(left, right, word, by=mira)

    assert Judgement.objects.count() == 3
    assert canonical_of([right.pk]) == {right.pk: left.pk}


def test_what_cannot_be_judged_is_refused():
    left, right = subject(), subject()

    with pytest.raises(WrongPair):
        judge_same(left, left, Sameness.SAME, rule="names")
    with pytest.raises(WrongPair):
        judge_same(left, subject(SubjectType.EVENT), Sameness.SAME, rule="names")
    with pytest.raises(MissingDecider):
        judge_same(left, right, Sameness.SAME)


def test_candidates_are_pairs_no_one_has_decided():
    pairs = [(subject(), subject()) for _ in range(4)]
    for left, right in pairs:
        judge_same(left, right, Sameness.UNSURE, rule="names", score=0.8)
    judge_same(*pairs[0], Sameness.SAME, by=person())
    judge_same(*pairs[1], Sameness.UNSURE, by=person())
    judge_same(*pairs[2], Sameness.SAME, rule="names", score=0.95)

    waiting = candidates()

    assert [(one.left, one.right) for one in waiting] == [pairs[3]]


def test_the_later_of_two_people_holds_and_both_are_seen():
    left, right, mira, nino = subject(), subject(), person(), person()

    judge_same(left, right, Sameness.SAME, by=mira)
    judge_same(left, right, Sameness.NOT_SAME, by=nino)
    assert canonical_of([right.pk]) == {right.pk: right.pk}

    judge_same(left, right, Sameness.SAME, by=mira)

    assert canonical_of([right.pk]) == {right.pk: left.pk}
    said = Judgement.objects.values_list("decided_by", "sameness")
    assert list(said) == [
        (mira.pk, "same"),
        (nino.pk, "not-same"),
        (mira.pk, "same"),
    ]


def test_taking_a_word_back_lets_hold_what_held_before():
    left, right, mira = subject(), subject(), person()
    judge_same(left, right, Sameness.SAME, rule="names", score=0.9)
    said = judge_same(left, right, Sameness.NOT_SAME, by=mira)

    row = withdraw_judgement(said, by=person())

    assert canonical_of([right.pk]) == {right.pk: left.pk}
    assert (row.sameness, row.withdraws) == ("withdrawn", said)
    assert withdraw_judgement(said, by=mira) == row
    assert Judgement.objects.count() == 3


def test_a_word_taken_back_can_be_said_again():
    left, right, mira = subject(), subject(), person()
    for _ in range(2):
        said = judge_same(left, right, Sameness.SAME, by=mira)
        withdraw_judgement(said, by=mira)

    judge_same(left, right, Sameness.SAME, by=mira)

    assert Judgement.objects.count() == 5
    assert canonical_of([right.pk]) == {right.pk: left.pk}


def test_only_a_persons_answer_is_taken_back_and_only_by_one_who_may():
    left, right, mira = subject(), subject(), person()
    by_rule = judge_same(left, right, Sameness.SAME, rule="names")
    said = judge_same(left, right, Sameness.SAME, by=mira)
    row = withdraw_judgement(said, by=mira)

    with pytest.raises(NotWithdrawn):
        withdraw_judgement(by_rule, by=mira)
    with pytest.raises(NotWithdrawn):
        withdraw_judgement(row, by=mira)
    with pytest.raises(NotAllowed):
        withdraw_judgement(said, by=person(role=Role.READER))
    with pytest.raises(WrongPair):
        judge_same(left, right, Sameness.WITHDRAWN, by=mira)


def test_a_pair_that_a_person_leaves_open_is_suggested_again_when_taken_back():
    left, right, mira = subject(), subject(), person()
    judge_same(left, right, Sameness.UNSURE, rule="names", score=0.8)
    said = judge_same(left, right, Sameness.UNSURE, by=mira)
    assert suggestions() == []

    withdraw_judgement(said, by=mira)

    assert [(one.left, one.right) for one in suggestions()] == [(left.pk, right.pk)]


def test_nothing_is_suggested_that_is_settled_through_others():
    one, other, third = actor("Lark"), actor("Larks"), actor("The Lark")
    far, far_too = actor("Wren"), actor("Wrens")
    judge_same(one, other, Sameness.SAME, rule="names", score=0.9)
    judge_same(one, third, Sameness.NOT_SAME, by=person())
    for left, right in ((other, third), (far, far_too), (one, far), (other, far)):
        judge_same(left, right, Sameness.UNSURE, rule="names", score=0.8)
    project_stale()

    found = suggestions("actor")

    assert [(each.left, each.right) for each in found] == [
        (far.pk, far_too.pk),
        (one.pk, far.pk),
    ]
