import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.errors import WrongValue
from memoranda.register.domain.openings import Word
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.domain.reviews import correct, decide, undo
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Act, Claim, Entry, Fact, Verdict, Waiting
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.digests import projection_digest
from memoranda.register.rules.criteria import Criteria
from tests.factories import claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
ACCEPTED, REJECTED = ClaimStatus.ACCEPTED, ClaimStatus.REJECTED
PROPOSED, SUPERSEDED = ClaimStatus.PROPOSED, ClaimStatus.SUPERSEDED


def agreement(day: str = "2020-05-04") -> list[Claim]:
    """A proposed agreement: its kind and the day it was signed."""
    text = document(f"A memorandum was signed on {day}.")
    opened = subject(SubjectType.INSTRUMENT)
    return [
        claim(
            opened,
            "kind",
            "memorandum",
            evidence=evidence(text, "memorandum"),
            accept=False,
        ),
        claim(opened, "signed", day, evidence=evidence(text, day), accept=False),
    ]


def ground_of(one: Claim):
    return evidence(one.document, one.quote)


def statuses() -> list[str]:
    return [one.status for one in with_status(Claim.objects.order_by("pk"))]


def test_what_is_accepted_is_shown_at_once_and_waits_no_more():
    kind, signed = agreement()
    rana = person("rana")

    outcome = decide([kind, signed], ACCEPTED, by=rana)

    assert (outcome.decided, outcome.settled) == ((kind, signed), ())
    assert Entry.objects.get().date == "2020-05-04"
    assert Waiting.objects.count() == 0
    assert not Fact.objects.filter(machine_read=True).exists()


def test_a_claim_decided_before_is_left_as_it_is():
    kind, signed = agreement()
    decide([kind], REJECTED, by=person("rana"), reason="duplicate")

    outcome = decide([kind, signed], ACCEPTED, by=person("elchin"))

    assert (outcome.decided, outcome.settled) == ((signed,), (kind,))
    assert statuses() == [REJECTED, ACCEPTED]


def test_where_nothing_waits_nothing_is_written():
    kind, _ = agreement()
    decide([kind], ACCEPTED, by=person("rana"))
    lines = HistoryEntry.objects.count()

    outcome = decide([kind], ACCEPTED, by=person("rana 2"))

    assert (outcome.act, Act.objects.count()) == (None, 1)
    assert (Verdict.objects.count(), HistoryEntry.objects.count()) == (1, lines)


def test_many_are_decided_in_one_line_of_history():
    claims = [one for _ in range(3) for one in agreement()]
    lines = HistoryEntry.objects.count()

    decide(claims, ACCEPTED, by=person("rana"), criteria=Criteria(at_least=0.5))

    assert HistoryEntry.objects.count() - lines == 1
    last = HistoryEntry.objects.last()
    assert (last.actor, last.verb, last.detail["claims"]) == ("rana", "accepted", 6)


def test_what_was_accepted_by_a_rule_is_not_confirmed_by_a_person():
    decide(agreement(), ACCEPTED, by=person(), criteria=Criteria(at_least=0.5))

    assert set(Fact.objects.values_list("machine_read", flat=True)) == {True}
    assert Act.objects.get().criteria == {"at_least": 0.5}


def test_a_correction_stands_in_the_place_of_what_was_read():
    kind, signed = agreement()
    rana = person("rana")
    decide([kind], ACCEPTED, by=rana)

    correct(
        signed, Word("2020-05", evidence=ground_of(signed), reason="misprint"), by=rana
    )

    corrected = Claim.objects.last()
    assert statuses() == [ACCEPTED, SUPERSEDED, ACCEPTED]
    assert (corrected.asserted_by, corrected.quote) == (rana, signed.quote)
    assert Entry.objects.get().date == "2020-05"


def test_a_title_can_be_corrected_to_another_language():
    title = claim(
        subject(SubjectType.INSTRUMENT), "title", "Saziş", language="en", accept=False
    )

    correct(title, Word("Saziş", language="az"), by=person())

    assert statuses() == [SUPERSEDED, ACCEPTED]
    assert Claim.objects.last().language == "az"


def test_a_correction_the_quote_does_not_support_is_the_persons_word():
    _, signed = agreement()
    rana = person("rana")

    correct(signed, Word("2021"), by=rana)

    assert (Claim.objects.last().document, Claim.objects.last().asserted_by) == (
        None,
        rana,
    )


@pytest.mark.parametrize("value", ["4 May", "2020-05-04", "", None])
def test_a_correction_that_is_no_date_or_no_correction_changes_nothing(value):
    _, signed = agreement()

    with pytest.raises(WrongValue):
        correct(signed, Word(value), by=person())

    assert (statuses(), Act.objects.count()) == ([PROPOSED, PROPOSED], 0)


def test_undone_a_correction_is_withdrawn_and_what_was_read_waits_again():
    _, signed = agreement()
    rana = person("rana")
    made = correct(signed, Word("2020-05"), by=rana)

    undo(made.act, by=rana)

    assert statuses() == [PROPOSED, PROPOSED, REJECTED]
    assert [row.claim for row in Waiting.objects.all()][-1] == signed


def test_undo_leaves_what_was_decided_since():
    kind, signed = agreement()
    rana = person("rana")
    made = decide([kind, signed], ACCEPTED, by=rana)
    judge_claim(signed, REJECTED, by=person("elchin"))

    outcome = undo(made.act, by=rana)

    assert (outcome.decided, outcome.settled) == ((kind,), (signed,))
    assert statuses() == [PROPOSED, REJECTED]


def test_an_act_is_undone_once():
    made = decide(agreement(), ACCEPTED, by=person("rana"))
    undo(made.act, by=person("elchin"))

    again = undo(made.act, by=person("rana 2"))

    assert (again.act, Act.objects.count(), Verdict.objects.count()) == (None, 2, 4)


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR])
def test_only_those_who_may_judge_decide(role):
    kind, _ = agreement()
    other = person(role=role)

    with pytest.raises(NotAllowed):
        decide([kind], ACCEPTED, by=other)

    assert statuses() == [PROPOSED, PROPOSED]


step = st.one_of(
    st.tuples(st.just("decide"), st.integers(0, 3), st.sampled_from(ClaimStatus)),
    st.tuples(st.just("rule"), st.integers(0, 3), st.sampled_from(ClaimStatus)),
    st.tuples(st.just("correct"), st.integers(0, 3), st.sampled_from(["2021", "2022"])),
    st.tuples(st.just("undo"), st.integers(0, 3), st.just("")),
)


def perform(steps, claims, *, by) -> list[Act]:
    """Do each step; the acts that were not taken back, in order."""
    done: list[Act] = []
    for verb, at, what in steps:
        one, act = claims[at], None
        if verb == "decide":
            act = decide([one], what, by=by).act
        elif verb == "rule":
            alike = [other for other in claims if other.property == one.property]
            asked = Criteria(property=one.property)
            act = decide(alike, what, by=by, criteria=asked).act
        elif verb == "correct" and one.property == "signed":
            act = correct(one, Word(what), by=by).act
        elif verb == "undo" and done:
            undo(done.pop(), by=by)
        done += [act] if act else []
    return done


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=6))
def test_a_rebuild_changes_nothing_and_undoing_all_gives_the_start_back(steps):
    with transaction.atomic():
        by = person()
        claims = [one for _ in range(2) for one in agreement()]
        project_stale()
        before = projection_digest()

        done = perform(steps, claims, by=by)

        during = projection_digest()
        assert during == rebuild()
        for act in reversed(done):
            undo(act, by=by)
        assert projection_digest() == before == rebuild()
        transaction.set_rollback(True)
