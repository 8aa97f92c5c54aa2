"""Pairs found over the whole register, to ask a person about."""

import pytest

from memoranda.intake.domain.matching.suggesting import suggest_pairs
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.candidates import suggestions
from tests.factories import claim, document, evidence, subject
from tests.intake.domain.matching.test_matcher import names
from tests.intake.readings import add_all

pytestmark = pytest.mark.django_db


def bodies(tmp_path, *given: str) -> None:
    add_all(tmp_path, *names(*given, kind="organisation"))


def test_near_names_are_found_that_the_matcher_leaves_alone(tmp_path):
    bodies(tmp_path, "World Heritage List", "Lark Hall", "World Heritage Committee")
    assert suggestions() == []

    number = suggest_pairs()

    assert number == 1
    [judgement] = Judgement.objects.filter(rule__startswith="near")
    assert (judgement.sameness, judgement.rule) == ("unsure", "near, organisations 1")
    assert judgement.reasons


def test_nothing_near_is_nothing_suggested(tmp_path):
    bodies(tmp_path, "Wren Theatre", "Lark Museum")

    assert suggest_pairs() == 0


def test_what_one_document_speaks_of_is_not_suggested():
    ground = evidence(document("The Wren Theatre of Bergen and Bergen Wren House met."))
    for name in ("Wren Theatre of Bergen", "Bergen Wren Theater House"):
        one = subject()
        claim(one, "kind", "organisation", evidence=ground)
        claim(one, "name", name, evidence=ground)
    project_stale()

    assert suggest_pairs() == 0


def act(engine: str) -> Subject:
    opened = subject(SubjectType.INSTRUMENT)
    claim(opened, "kind", "agreement", engine=engine)
    claim(opened, "signed", "1960-05-04", engine=engine)
    for party in ("Norway", "Ghana"):
        claim(opened, "party", target=state(party), engine=engine)
    return opened


def state(name: str) -> Subject:
    opened = subject(seed=name)
    claim(opened, "kind", "state")
    claim(opened, "name", name)
    return opened


@pytest.mark.parametrize(
    ("engines", "number"),
    [(("import 1", "import 1"), 0), (("import 1", "import 2"), 1)],
)
def test_one_table_lists_an_act_once_two_may_list_it_twice(engines, number):
    for engine in engines:
        act(engine)
    project_stale()

    assert suggest_pairs() == number
