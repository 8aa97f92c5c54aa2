"""What was known on a day: a pure function of what had been said by then."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoranda.insight.queries.as_of import end_of, record_at, records_at
from memoranda.people.models import Office
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import rebuild
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from memoranda.register.queries.digests import expected_digest
from memoranda.register.queries.sheets import expected_sheets
from memoranda.register.queries.standpoints import Standpoint
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
ACTOR, INSTRUMENT = SubjectType.ACTOR, SubjectType.INSTRUMENT


def now():
    return Standpoint(until=timezone.now())


def titles(standpoint, type_="actor"):
    return [entry.title for entry in records_at(type_, standpoint).entries]


def test_the_end_of_a_day_is_the_last_moment_of_it():
    assert end_of(date(2026, 5, 1)) == datetime(
        2026, 5, 1, 23, 59, 59, 999999, tzinfo=UTC
    )


def test_a_value_corrected_later_is_shown_as_it_was():
    pact = subject(INSTRUMENT)
    claim(pact, "kind", "memorandum")
    wrong = claim(pact, "signed", "2019")
    then = now()
    judge_claim(wrong, ClaimStatus.REJECTED, by=person())
    claim(pact, "signed", "2019-05-14", by=person())

    shown = [record_at(pact.key, at).sheet.entry["date"] for at in (then, now())]

    assert shown == ["2019", "2019-05-14"]


def test_what_was_joined_later_stands_apart():
    one, other = actor("Museum of Art"), actor("Art Museum")
    then = now()
    judge_same(one, other, Sameness.SAME, rule="names", score=0.9)

    assert titles(then) == ["Art Museum", "Museum of Art"]
    assert titles(now()) == ["Museum of Art"]


def test_a_titles_parts_are_those_of_the_day():
    party, pact = actor("State Museum"), subject(INSTRUMENT)
    claim(pact, "kind", "memorandum")
    claim(pact, "party", target=party)
    then = now()
    claim(party, "name", "State Museum of Art", by=person())

    assert titles(then, "instrument") == ["Memorandum: State Museum"]
    assert titles(now(), "instrument") == ["Memorandum: State Museum of Art"]


def test_what_is_withheld_today_is_withheld_from_the_past():
    secret = document("Aurora signed.")
    keeper = person(office=Office.objects.create(name="North"))
    aurora = subject(ACTOR)
    claim(aurora, "name", "Aurora", evidence=evidence(secret, "Aurora"))
    then = timezone.now()
    withhold([secret], by=keeper)

    assert record_at(aurora.key, Standpoint(until=then)) is None
    assert record_at(aurora.key, Standpoint(keeper.office_id, then)) is not None


def test_pages_of_the_past_hold_every_record_once():
    names = [f"Choir {number:03}" for number in range(65)]
    for name in names:
        actor(name)
    found, before = [], None

    while True:
        page = records_at("actor", now(), before=before)
        found += [entry.title for entry in page.entries]
        before = page.after
        if before is None:
            break

    assert found == names[::-1]


act = st.one_of(
    st.tuples(st.just("name"), st.integers(0, 2), st.sampled_from(["Anna", "Anna B"])),
    st.tuples(st.just("kind"), st.integers(3, 4), st.sampled_from(["plan", "treaty"])),
    st.tuples(st.just("party"), st.integers(3, 4), st.integers(0, 2)),
    st.tuples(st.just("judge"), st.integers(0, 9), st.sampled_from(ClaimStatus)),
    st.tuples(st.just("same"), st.integers(0, 2), st.integers(0, 2)),
)


def perform(step, things, claims):
    verb, first, second = step
    if verb in {"name", "kind"}:
        claims.append(claim(things[first], verb, second))
    elif verb == "party":
        claims.append(claim(things[first], "party", target=things[second]))
    elif verb == "judge" and claims:
        judge_claim(claims[first % len(claims)], second, policy="review")
    elif verb == "same" and first != second:
        judge_same(things[first], things[second], Sameness.SAME, rule="r", score=0.9)


def digest_at(moment):
    return expected_digest(expected_sheets(Standpoint(until=moment)))


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(act, min_size=1, max_size=12))
def test_the_past_is_what_it_was_and_now_is_the_projection(steps):
    with transaction.atomic():
        before = timezone.now() - timedelta(seconds=1)
        things = [subject(ACTOR) for _ in range(3)]
        things += [subject(INSTRUMENT), subject(INSTRUMENT)]
        claims, seen = [], {}
        for step in steps:
            perform(step, things, claims)
            moment = timezone.now()
            seen[moment] = digest_at(moment)

        later = {moment: digest_at(moment) for moment in seen}

        assert later == seen
        assert digest_at(timezone.now()) == rebuild()
        assert list(expected_sheets(Standpoint(until=before))) == []
        transaction.set_rollback(True)
