import pytest

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.register.domain.errors import WrongValue
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.reviews import undo
from memoranda.register.domain.standing_rules import end_rule, keep_rule, settle
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Act, StandingRule, Verdict, Waiting
from memoranda.register.queries.standing_rules import all_rules, rules_in_force
from memoranda.register.rules.criteria import Criteria
from tests.factories import claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
ACCEPTED, REJECTED = ClaimStatus.ACCEPTED, ClaimStatus.REJECTED
SURE_DATES = Criteria(type="instrument", property="signed", at_least=0.95)


def signed(certainty: float, *, publisher: str = ""):
    text = document(publisher=publisher)
    opened = subject(SubjectType.INSTRUMENT)
    return claim(
        opened,
        "signed",
        "2020",
        evidence=evidence(text),
        certainty=certainty,
        accept=False,
    )


def test_a_rule_decides_what_it_covers_and_leaves_the_rest():
    rule = keep_rule("sure dates", ACCEPTED, SURE_DATES, by=person("rana"))
    sure, unsure = signed(0.95), signed(0.94)

    left = settle([sure, unsure])

    verdict = Verdict.objects.get()
    assert left == [unsure]
    assert (verdict.claim, verdict.status, verdict.policy, verdict.decided_by) == (
        sure,
        ACCEPTED,
        "rule: sure dates",
        None,
    )
    assert Act.objects.get().rule == rule


def test_a_rule_of_one_source_decides_nothing_of_another():
    keep_rule("apa", REJECTED, Criteria(publisher="APA"), by=person())
    own, other = signed(0.9, publisher="APA"), signed(0.9, publisher="Trend")

    left = settle([own, other])

    assert left == [other]
    assert Verdict.objects.get().status == REJECTED


def test_the_older_of_two_rules_goes_first():
    keep_rule("first", REJECTED, Criteria(at_least=0.1), by=person())
    keep_rule("second", ACCEPTED, Criteria(at_least=0.2), by=person())

    settle([signed(0.9)])

    assert Verdict.objects.get().policy == "rule: first"


def test_an_ended_rule_decides_nothing_and_its_name_is_free():
    rana = person("rana")
    rule = keep_rule("dates", ACCEPTED, SURE_DATES, by=rana)

    end_rule(rule, by=rana)
    end_rule(rule, by=rana)

    one = signed(1)
    assert settle([one]) == [one]
    lines = HistoryEntry.objects.filter(object_type="rule").order_by("pk")
    assert [(line.actor, line.verb) for line in lines] == [
        ("rana", "kept"),
        ("rana", "ended"),
    ]
    again = keep_rule("dates", ACCEPTED, SURE_DATES, by=rana)
    assert list(rules_in_force()) == [again]
    assert list(all_rules()) == [again, rule]


def test_what_a_rule_decided_can_be_taken_back():
    keep_rule("dates", ACCEPTED, SURE_DATES, by=person())
    one = signed(1)
    settle([one])
    project_stale()

    undo(Act.objects.get(), by=person())

    assert Waiting.objects.get().claim == one


@pytest.mark.parametrize(
    ("name", "status", "criteria"),
    [
        ("", ACCEPTED, SURE_DATES),
        ("  ", ACCEPTED, SURE_DATES),
        ("a" * 31, ACCEPTED, SURE_DATES),
        ("taken", ACCEPTED, SURE_DATES),
        ("all", ACCEPTED, Criteria()),
        ("odd", ClaimStatus.PROPOSED, SURE_DATES),
    ],
)
def test_a_rule_that_cannot_be_is_refused(name, status, criteria):
    keep_rule("taken", ACCEPTED, SURE_DATES, by=person())

    with pytest.raises(WrongValue):
        keep_rule(name, status, criteria, by=person())

    assert StandingRule.objects.count() == 1


def test_only_those_who_may_judge_keep_and_end_rules():
    rule = keep_rule("dates", ACCEPTED, SURE_DATES, by=person())
    other = person(role=Role.CONTRIBUTOR)

    with pytest.raises(NotAllowed):
        keep_rule("other", ACCEPTED, SURE_DATES, by=other)
    with pytest.raises(NotAllowed):
        end_rule(rule, by=other)

    assert list(rules_in_force()) == [rule]
