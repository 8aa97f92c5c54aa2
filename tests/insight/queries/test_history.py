"""The history of a record and of all: what was done at once is one change."""

import pytest

from memoranda.insight.interfaces.changes import Pen
from memoranda.insight.queries import history
from memoranda.insight.queries.history import PAGE, history_of, public_changes
from memoranda.people.models import Office
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.corrections import Place, confirm, say
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.openings import Word
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.restrictions import withhold
from memoranda.register.domain.reviews import undo
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from memoranda.register.models import Entry
from memoranda.register.queries.standpoints import Standpoint
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
ACTOR, INSTRUMENT = SubjectType.ACTOR, SubjectType.INSTRUMENT


def pact(paper):
    opened = subject(INSTRUMENT)
    claim(opened, "kind", "memorandum", evidence=evidence(paper, "memorandum"))
    claim(opened, "signed", "2019", evidence=evidence(paper, "2019"))
    project_stale()
    return opened


def paper():
    return document("A memorandum was signed in 2019.", title="The Courier")


def told(page, *, public=False):
    pen = Pen(public=public)
    return [pen.sentence(change) for change in page.changes]


def test_what_was_read_and_accepted_at_once_is_one_change():
    opened = pact(paper())

    history = history_of([opened.pk])

    assert told(history) == [
        "Kind: Memorandum; Signed on: 2019 "
        "(read in The Courier, accepted by the policy assisted)"
    ]
    assert history.changes[0].opens


def test_a_correction_says_from_what_to_what_who_and_why():
    opened, rana = pact(paper()), person("rana", name="Rana Əliyeva")
    wrong = opened.claim_set.get(property="signed")
    say(
        Place(opened, "signed"),
        Word("2019-05-14", reason="the original says so"),
        by=rana,
        instead_of=[wrong],
    )

    change = history_of([opened.pk]).changes[0]

    assert (Pen(public=True).sentence(change), change.reason) == (
        "Rana Əliyeva corrected Signed on from 2019 to 14 May 2019",
        "the original says so",
    )


def test_who_accepted_is_named_in_the_desk_and_not_in_public():
    opened, rana = subject(ACTOR), person("rana")
    said = claim(opened, "name", "Anna", evidence=evidence(document("Anna.")))
    judge_claim(said, ClaimStatus.REJECTED, by=rana)
    project_stale()

    change = history_of([opened.pk], all_said=True).changes[0]

    assert [Pen(public=public).sentence(change) for public in (False, True)] == [
        "rana rejected Name: Anna",
        "a person rejected Name: Anna",
    ]


def test_what_was_never_accepted_is_for_the_desk_alone():
    opened = pact(paper())
    claim(opened, "place", "Baku", accept=False)

    assert len(history_of([opened.pk]).changes) == 1
    assert "Signed at: Baku" in told(history_of([opened.pk], all_said=True))[0]


def test_a_joining_tells_whence_and_why():
    one, source = actor("Museum of Art"), document("Art Museum.", title="The Courier")
    other = subject(ACTOR)
    claim(other, "name", "Art Museum", evidence=evidence(source, "Art Museum"))
    judge_same(one, other, Sameness.SAME, rule="names", reasons=["alike", "same city"])
    project_stale()

    change = history_of([one.pk, other.pk]).changes[0]

    assert (Pen(public=True).sentence(change), change.reason) == (
        "the rule names joined with it what The Courier says",
        "alike; same city",
    )


def test_taking_back_is_told():
    opened, rana = pact(paper()), person("rana")
    outcome = confirm(
        Place(opened, "signed"), opened.claim_set.filter(property="signed"), by=rana
    )
    undo(outcome.act, by=rana)

    assert told(history_of([opened.pk]))[:2] == [
        "rana took back a decision on Signed on: 2019",
        "rana accepted Signed on: 2019 (read in The Courier)",
    ]


def test_what_is_kept_is_told_to_its_own_office_only():
    source = paper()
    opened = pact(source)
    keeper = person("rana", office=Office.objects.create(name="North"))
    withhold([source], by=keeper, until="2027-05", reason="a draft")

    own = history_of(
        [opened.pk], standpoint=Standpoint(keeper.office_id), all_said=True
    )

    assert told(own)[0] == "rana kept The Courier to North until May 2027"
    assert told(history_of([opened.pk])) == []
    assert told(history_of([opened.pk], all_said=True)) == []
    assert told(public_changes()) == []


def test_the_changes_of_all_hold_documents_and_the_chosen_only_records():
    opened = pact(paper())
    actor("Museum of Art")
    project_stale()
    entries = Entry.objects.filter(subject=opened)

    assert [change.verb for change in public_changes(entries).changes] == ["accepted"]
    verbs = sorted(change.verb for change in public_changes().changes)
    assert verbs == ["accepted", "accepted", "added", "added"]


def test_pages_hold_every_change_once():
    for number in range(PAGE + 15):
        actor(f"Choir {number:03}")
    project_stale()
    found, before = [], ""

    while True:
        page = public_changes(before=before)
        found += [change.id for change in page.changes]
        before = page.before
        if not before:
            break

    assert len(found) == len(set(found)) == 2 * (PAGE + 15)


def test_rubbish_as_a_place_in_the_history_begins_at_its_beginning():
    opened = pact(paper())

    assert history_of([opened.pk], before="<b>x9.v") == history_of([opened.pk])


def test_a_change_at_the_edge_of_what_is_fetched_is_told_whole(monkeypatch):
    monkeypatch.setattr(history, "FETCHED", 5)
    for _ in range(4):
        pact(paper())
    found, before = [], ""

    while True:
        page = public_changes(before=before)
        found += [change for change in page.changes if change.verb == "accepted"]
        before = page.before
        if not before:
            break

    assert [len(change.claims) for change in found] == [2, 2, 2, 2]
