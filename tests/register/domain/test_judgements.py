import pytest

from memoranda.register.domain.errors import MissingDecider, WrongPair
from memoranda.register.domain.judgements import judge_same
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Judgement
from memoranda.register.queries.candidates import candidates
from memoranda.register.queries.clusters import canonical_of
from tests.factories import person, subject

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
