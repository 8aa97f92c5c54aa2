"""What an office keeps to itself: seen by it alone, and gone without a trace for others."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain.errors import WrongRestriction
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import project_near, project_stale, rebuild
from memoranda.register.domain.restrictions import (
    is_due,
    release,
    release_due,
    withhold,
)
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Entry, Fact, Mark, Restriction
from memoranda.register.queries.breaches import breaches
from memoranda.register.queries.digests import projection_digest, register_digest
from memoranda.register.queries.documents import document_at
from memoranda.register.queries.restrictions import hidden_documents, hidden_subjects
from memoranda.register.queries.standpoints import PUBLIC, Standpoint
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
ACTOR, INSTRUMENT = SubjectType.ACTOR, SubjectType.INSTRUMENT
COMMITMENT = SubjectType.COMMITMENT


def editor(office="North", **described):
    kept, _ = Office.objects.get_or_create(name=office)
    return person(office=kept, **described)


def titles():
    return sorted(Entry.objects.values_list("title", flat=True))


def test_a_withheld_document_takes_what_it_says_out_of_all_projections():
    secret = document("The Memorandum with Aurora was signed.")
    aurora, pact = subject(ACTOR), subject(INSTRUMENT)
    claim(aurora, "name", "Aurora", evidence=evidence(secret, "Aurora"))
    claim(pact, "kind", "memorandum", evidence=evidence(secret, "Memorandum"))
    claim(pact, "party", target=aurora, evidence=evidence(secret, "Aurora"))
    actor("Borealis")
    project_stale()

    withhold([secret], by=editor(), reason="not signed yet")

    assert titles() == ["Borealis"]
    assert not Mark.objects.filter(document=secret).exists()
    assert document_at(secret.key) is None
    assert list(breaches()) == []


def test_letting_go_gives_the_same_register_again():
    secret = document("The Memorandum was signed.")
    pact = subject(INSTRUMENT)
    claim(pact, "kind", "memorandum", evidence=evidence(secret, "Memorandum"))
    project_stale()
    before, keeper = projection_digest(), editor()

    withhold([secret], by=keeper)
    release([secret], by=keeper, reason="signed today")

    assert projection_digest() == before
    assert list(Restriction.objects.values_list("withheld", flat=True)) == [True, False]


def test_a_subject_that_links_two_public_ones_no_longer_does():
    secret = document("Museum of Art, the gallery, signed.")
    one, other = actor("Museum of Art"), actor("Art Museum")
    bridge = subject(ACTOR)
    claim(bridge, "name", "Museum of Art", evidence=evidence(secret, "Museum of Art"))
    judge_same(one, bridge, Sameness.SAME, rule="names", score=0.9)
    judge_same(bridge, other, Sameness.SAME, rule="names", score=0.9)
    project_stale()
    assert len(titles()) == 1

    withhold([secret], by=editor())

    assert titles() == ["Art Museum", "Museum of Art"]
    assert projection_digest() == rebuild()


def test_what_is_projected_later_is_not_linked_by_it_either():
    secret = document("Museum of Art, the gallery, signed.")
    one, other, bridge = actor("Museum of Art"), actor("Art Museum"), subject(ACTOR)
    claim(bridge, "name", "Museum of Art", evidence=evidence(secret, "Museum of Art"))
    judge_same(one, bridge, Sameness.SAME, rule="names", score=0.9)
    judge_same(bridge, other, Sameness.SAME, rule="names", score=0.9)
    withhold([secret], by=editor())

    project_near([one.pk, bridge.pk])

    assert titles() == ["Art Museum", "Museum of Art"]
    assert projection_digest() == rebuild()


def test_a_public_subject_loses_only_what_the_document_adds():
    public, secret = document("Aurora Fund."), document("Aurora is in France.")
    aurora = subject(ACTOR)
    claim(aurora, "name", "Aurora Fund", evidence=evidence(public, "Aurora Fund"))
    claim(aurora, "country", "FRA", evidence=evidence(secret, "France"))
    project_stale()

    withhold([secret], by=editor())

    assert list(Fact.objects.values_list("property", "value")) == [
        ("name", "Aurora Fund")
    ]
    assert Entry.objects.get().sources == 1


def test_a_withheld_record_takes_its_promises_and_links_with_it():
    keeper = editor()
    party, pact, promise = actor("Aurora"), subject(INSTRUMENT), subject(COMMITMENT)
    claim(pact, "kind", "memorandum", by=keeper)
    claim(pact, "party", target=party, by=keeper)
    claim(promise, "what", "lend forty drawings", by=keeper)
    claim(promise, "under", target=pact, by=keeper)
    project_stale()
    assert Entry.objects.get(subject=party).links == 1

    withhold([pact], by=keeper, until="2027-05")

    assert titles() == ["Aurora"]
    assert Entry.objects.get(subject=party).links == 0
    assert list(breaches()) == []


def test_its_own_office_sees_it_and_the_others_do_not():
    secret, keeper, other = document(), editor(), editor("South")

    withhold([secret], by=keeper)

    def sees(office):
        return document_at(secret.key, standpoint=Standpoint(office)) is not None

    assert [sees(keeper.office_id), sees(other.office_id), sees(None)] == [
        True,
        False,
        False,
    ]


def test_what_two_offices_keep_one_cannot_let_go():
    secret, one, other = document(), editor(), editor("South")
    withhold([secret], by=one)
    withhold([secret], by=other)

    release([secret], by=other)

    assert list(hidden_documents()) == [secret]
    assert list(hidden_documents(one.office_id)) == []
    assert list(hidden_documents(other.office_id)) == [secret]


def test_saying_it_twice_writes_nothing():
    secret, keeper = document(), editor()
    withhold([secret], by=keeper, until="2027", reason="embargo")

    again = withhold([secret, secret], by=keeper, until="2027", reason="embargo")

    assert again == []
    assert Restriction.objects.count() == 1


def test_letting_go_what_is_not_kept_writes_nothing():
    assert release([document()], by=editor()) == []


@pytest.mark.parametrize(
    ("until", "today", "due"),
    [
        ("2027-05-01", date(2027, 4, 30), False),
        ("2027-05-01", date(2027, 5, 1), True),
        ("2027-05", date(2027, 5, 30), False),
        ("2027-05", date(2027, 5, 31), True),
        ("2027/..", date(2099, 1, 1), False),
        ("", date(2099, 1, 1), False),
    ],
)
def test_an_imprecise_day_comes_with_its_last_one(until, today, due):
    assert is_due(until, today) is due


def test_what_is_due_is_let_go_once_and_nothing_else():
    early, late, keeper = document(), document(), editor()
    withhold([early], by=keeper, until="2027-05-01")
    withhold([late], by=keeper)

    given = [release_due(date(2027, 5, 1)), release_due(date(2027, 5, 2))]

    assert given == [1, 0]
    assert list(hidden_documents()) == [late]
    assert HistoryEntry.objects.last().actor == "embargo"


def test_a_contributor_keeps_what_nothing_rests_on_and_no_more():
    writer = editor(role=Role.CONTRIBUTOR)
    new, shown = document(), document("Aurora Fund.")
    claim(subject(ACTOR), "name", "Aurora", evidence=evidence(shown, "Aurora"))
    project_stale()

    withhold([new], by=writer)
    with pytest.raises(NotAllowed):
        withhold([shown], by=writer)

    assert list(hidden_documents()) == [new]


def test_a_reader_keeps_nothing():
    with pytest.raises(NotAllowed):
        withhold([document()], by=editor(role=Role.READER))


def test_one_without_an_office_has_nothing_to_keep_it_to():
    with pytest.raises(WrongRestriction, match="no office"):
        withhold([document()], by=person())


def test_a_day_that_is_none_is_refused():
    with pytest.raises(WrongRestriction, match="no date"):
        withhold([document()], by=editor(), until="next spring")


def test_the_digest_of_the_register_covers_it():
    secret, keeper = document(), editor()
    before = register_digest()

    withhold([secret], by=keeper)

    assert register_digest() != before


act = st.one_of(
    st.tuples(st.just("name"), st.integers(0, 3), st.integers(0, 2)),
    st.tuples(st.just("kind"), st.integers(4, 5), st.integers(0, 2)),
    st.tuples(st.just("party"), st.integers(4, 5), st.integers(0, 3)),
    st.tuples(st.just("same"), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("under"), st.integers(6, 7), st.integers(4, 5)),
    st.tuples(st.just("document"), st.integers(0, 2), st.booleans()),
    st.tuples(st.just("subject"), st.integers(0, 7), st.booleans()),
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(act, min_size=3, max_size=14))
def test_projecting_what_was_kept_or_let_go_equals_a_rebuild(steps):
    with transaction.atomic():
        keeper = editor()
        papers = [document("Anna Berlin Cairo.") for _ in range(1)]
        papers += [document("Anna Berlin, Cairo."), document("Anna, Berlin Cairo.")]
        things = [subject(ACTOR) for _ in range(4)]
        things += [subject(INSTRUMENT), subject(INSTRUMENT)]
        things += [subject(COMMITMENT), subject(COMMITMENT)]
        for step in steps:
            perform(step, keeper=keeper, papers=papers, things=things)

        project_stale()

        incremental = projection_digest()
        assert incremental == rebuild()
        hidden = set(hidden_subjects().values_list("pk", flat=True))
        shown = set(Entry.objects.values_list("address__subject", flat=True))
        assert hidden & shown == set()
        assert not PUBLIC.claims().filter(subject__in=hidden).exists()
        transaction.set_rollback(True)


def perform(step, *, keeper, papers, things):
    verb, first, second = step
    if verb == "name":
        ground = evidence(papers[second], "Anna")
        claim(things[first], "name", "Anna", evidence=ground)
    elif verb == "kind":
        ground = evidence(papers[second], "Cairo")
        claim(things[first], "kind", "plan", evidence=ground)
    elif verb == "party":
        ground = evidence(papers[first - 4], "Berlin")
        claim(things[first], "party", target=things[second], evidence=ground)
    elif verb == "under":
        claim(things[first], "what", "lend drawings", by=keeper)
        claim(things[first], "under", target=things[second], by=keeper)
    elif verb == "same" and first != second:
        judge_same(things[first], things[second], Sameness.SAME, rule="r", score=0.9)
    elif verb in {"document", "subject"}:
        thing = (papers if verb == "document" else things)[first]
        (withhold if second else release)([thing], by=keeper)
