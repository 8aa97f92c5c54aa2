"""What a person said on two things holds when more is read of them."""

import pytest

from memoranda.intake.domain.matching.suggesting import suggest_pairs
from memoranda.register.domain.settling import settle
from memoranda.register.enums import Sameness
from memoranda.register.models import Entry, Judgement, Subject
from memoranda.register.queries.candidates import suggestions
from tests.factories import person
from tests.intake.domain.matching.test_matcher import names
from tests.intake.readings import add_all

pytestmark = pytest.mark.django_db
LARKS = ("Lark Museum", "National Lark Museum")


def titles() -> list[str]:
    return list(Entry.objects.order_by("title").values_list("title", flat=True))


def asked() -> set[tuple[int, int]]:
    return {(one.left, one.right) for one in suggestions()}


def told_apart(tmp_path, *given: str, **said):
    """Two documents' things, which a person judged not the same."""
    add_all(tmp_path, *names(*given, kind="organisation", **said))
    two = list(Subject.objects.order_by("pk"))
    settle(*two, Sameness.NOT_SAME, by=person(), reason="two houses")
    return two


def more(*given: str, **said):
    """Later documents of the same names."""
    texts = names(*["-"] * 5, *given, kind="organisation", **said)
    return texts[5:]


def test_what_is_not_the_same_stays_two_when_both_are_read_again(tmp_path):
    left, right = told_apart(tmp_path, *LARKS)
    (tmp_path / "more").mkdir()

    add_all(tmp_path / "more", *more(*LARKS))

    assert titles() == ["Lark Museum", "National Lark Museum"]
    assert (left.pk, right.pk) not in asked()


def test_the_pair_is_not_suggested_again_through_other_documents(tmp_path):
    told_apart(tmp_path, *LARKS)
    (tmp_path / "more").mkdir()
    add_all(tmp_path / "more", *more(*LARKS))

    found = suggest_pairs()

    assert found == 0
    assert asked() == set()


def test_which_of_two_alike_is_meant_only_a_person_says(tmp_path):
    two = told_apart(tmp_path, "Lark Museum", "Lark Museum")
    (tmp_path / "more").mkdir()

    add_all(tmp_path / "more", *more("Lark Museum"))

    third = Subject.objects.order_by("pk").last()
    assert titles() == ["Lark Museum"] * 3
    assert asked() == {(one.pk, third.pk) for one in two}


def test_a_pair_left_open_is_not_asked_again(tmp_path):
    given = ("Lark Museum of Bergen", "Lark Bergen House")
    add_all(tmp_path, *names(*given, kind="organisation"))
    suggest_pairs()
    two = list(Subject.objects.order_by("pk"))
    settle(*two, Sameness.UNSURE, by=person())

    suggest_pairs()

    assert asked() == set()


def test_looking_again_writes_nothing_again(tmp_path):
    given = ("Lark Museum of Bergen", "Lark House of Bergen", "Wren Hall")
    add_all(tmp_path, *names(*given, kind="organisation"))
    suggest_pairs()
    before = Judgement.objects.count()

    found = suggest_pairs()

    assert (found, Judgement.objects.count()) == (0, before)
