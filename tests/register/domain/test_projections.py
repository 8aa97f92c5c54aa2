import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memoranda.register.domain.claims import assert_claim, judge_claim
from memoranda.register.domain.judgements import judge_same, withdraw_judgement
from memoranda.register.domain.projections import project, project_stale, rebuild
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from memoranda.register.models import (
    Address,
    Entry,
    Facet,
    Fact,
    Judgement,
    Mark,
    Stale,
)
from memoranda.register.queries.digests import projection_digest
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
ACTOR, INSTRUMENT, EVENT = (
    SubjectType.ACTOR,
    SubjectType.INSTRUMENT,
    SubjectType.EVENT,
)
ANSWERS = [Sameness.SAME, Sameness.NOT_SAME, Sameness.UNSURE]
PAIRS = [(0, 1), (1, 2), (2, 3), (0, 3), (4, 5), (5, 6), (7, 8)]

act = st.one_of(
    st.tuples(
        st.just("name"), st.integers(0, 3), st.sampled_from(["Anna", "Anna B", "C"])
    ),
    st.tuples(st.just("country"), st.integers(0, 3), st.sampled_from(["AZE", "FRA"])),
    st.tuples(st.just("kind"), st.integers(4, 6), st.sampled_from(["plan", "treaty"])),
    st.tuples(st.just("party"), st.integers(4, 6), st.integers(0, 3)),
    st.tuples(st.just("under"), st.integers(7, 8), st.integers(4, 6)),
    st.tuples(st.just("event"), st.integers(7, 8), st.sampled_from(["forum", "visit"])),
    st.tuples(st.just("judge"), st.integers(0, 50), st.sampled_from(ClaimStatus)),
    st.tuples(
        st.sampled_from(["same", "same, says a person"]),
        st.sampled_from(PAIRS),
        st.sampled_from(ANSWERS),
    ),
    st.tuples(st.just("take back"), st.integers(0, 50), st.just(0)),
    st.tuples(st.just("project"), st.just(0), st.just(0)),
)


def perform(step, *, subjects, claims, ground, mira):
    verb, first, second = step
    if verb in {"name", "country", "kind", "event"}:
        name = "kind" if verb == "event" else verb
        claims.append(
            assert_claim(subjects[first], name, value=second, evidence=ground)
        )
        judge_claim(claims[-1], ClaimStatus.ACCEPTED, policy="assisted")
    elif verb in {"party", "under"}:
        target = subjects[second]
        claims.append(
            assert_claim(subjects[first], verb, target=target, evidence=ground)
        )
        judge_claim(claims[-1], ClaimStatus.ACCEPTED, policy="assisted")
    elif verb == "judge" and claims:
        judge_claim(claims[first % len(claims)], second, policy="review")
    elif verb.startswith("same"):
        decider = {"rule": "names", "score": 0.9} if verb == "same" else {"by": mira}
        judge_same(*(subjects[at] for at in first), second, **decider)
    elif verb == "take back":
        spoken = Judgement.objects.filter(decided_by=mira, withdraws=None)
        if spoken:
            withdraw_judgement(spoken[first % len(spoken)], by=mira)
    elif verb == "project":
        project_stale()


@example(
    steps=[
        ("kind", 5, "plan"),
        ("party", 5, 0),
        ("event", 7, "forum"),
        ("under", 7, 5),
        ("project", 0, 0),
        ("name", 0, "Anna"),
        ("event", 7, "concert"),
    ]
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(act, max_size=30))
def test_projecting_what_was_touched_equals_a_rebuild(steps):
    with transaction.atomic():
        types = [ACTOR] * 4 + [INSTRUMENT] * 3 + [EVENT] * 2
        subjects = [subject(type_) for type_ in types]
        claims, ground, mira = [], evidence(document()), person()
        for step in steps:
            perform(step, subjects=subjects, claims=claims, ground=ground, mira=mira)

        project_stale()

        incremental = projection_digest()
        assert incremental == rebuild()
        assert not Stale.objects.exists()
        transaction.set_rollback(True)


def test_an_entry_stands_only_once_its_existence_is_accepted():
    opened = subject(ACTOR)
    named = claim(opened, "name", "National Library", accept=False)
    project_stale()
    assert not Entry.objects.exists()

    judge_claim(named, ClaimStatus.ACCEPTED, by=person())
    project([opened.pk])

    entry = Entry.objects.get()
    assert (entry.title, entry.key, entry.waiting) == (
        "National Library",
        opened.key,
        0,
    )
    assert not entry.machine_read


def test_waiting_counts_proposed_claims_and_keeps_them_out():
    opened = actor("National Library")
    claim(opened, "country", "AZE", accept=False)

    project_stale()

    entry = Entry.objects.get()
    assert entry.waiting == 1
    assert not Facet.objects.filter(name="country").exists()


def test_merging_leads_old_addresses_on_and_undoing_restores():
    left, right = actor("Mugham Center"), actor("International Mugham Center")
    pact = subject(INSTRUMENT)
    claim(pact, "kind", "memorandum")
    claim(pact, "party", target=right)
    project_stale()
    apart = projection_digest()

    judge_same(left, right, Sameness.SAME, rule="names", score=0.9)
    project_stale()
    merged = Entry.objects.get(type=ACTOR)
    assert merged.title == "International Mugham Center"
    assert list(Address.objects.filter(entry=merged).values_list("key", flat=True)) == [
        left.key,
        right.key,
    ]
    assert Fact.objects.get(property="alias").value == "Mugham Center"
    assert Fact.objects.get(property="party").target == merged
    assert merged.links == 1

    judge_same(left, right, Sameness.UNSURE, by=person())
    project_stale()
    assert projection_digest() == apart


def test_a_new_name_of_a_party_shows_in_its_instruments():
    party = actor("State Museum")
    pact = subject(INSTRUMENT)
    claim(pact, "kind", "memorandum")
    claim(pact, "party", target=party)
    project_stale()

    claim(party, "name", "State Museum of Art", by=person())
    project_stale()

    assert Entry.objects.get(type=INSTRUMENT).title == "Memorandum: State Museum of Art"


def test_a_person_goes_before_more_sources():
    pact = subject(INSTRUMENT)
    claim(pact, "kind", "plan")
    claim(pact, "signed", "2020-01-01")
    claim(pact, "signed", "2020-01-01")
    claim(pact, "signed", "2020-01-02", by=person())

    project_stale()

    facts = Fact.objects.filter(property="signed").order_by("position")
    assert list(facts.values_list("value", "preferred", "machine_read")) == [
        ("2020-01-02", True, False),
        ("2020-01-01", False, True),
    ]
    assert Entry.objects.get().date == "2020-01-02"


def test_a_mark_stands_where_the_claim_quotes():
    source = document("The Memorandum was signed in Baku.")
    pact = subject(INSTRUMENT)
    claim(pact, "kind", "memorandum", evidence=evidence(source, "Memorandum"))

    project_stale()

    mark = Mark.objects.get()
    assert source.text[mark.start : mark.end] == "Memorandum"


def test_an_event_lasts_from_its_beginning_to_its_end():
    event = subject(EVENT)
    claim(event, "kind", "exhibition")
    claim(event, "start", "2023-05")
    claim(event, "end", "2023-06-02")
    claim(event, "place", "Baku")

    project_stale()

    entry = Entry.objects.get()
    assert entry.title == "Exhibition, Baku, 2023-05"
    assert (entry.date, str(entry.first_day), str(entry.last_day)) == (
        "2023-05/2023-06-02",
        "2023-05-01",
        "2023-06-02",
    )
