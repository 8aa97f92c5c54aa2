from dataclasses import replace

import pytest

from memoranda.reading.entities.cast import ActorKind
from memoranda.reading.statements.press import read_press

TEXT = (
    "The Harbour Museum and the Loom Archive signed a memorandum on 4 May 2012,"
    " and the document says that both will print 300 maps. Ada Brook signed for"
    " the museum at the opening of the show Salt Roads."
)


@pytest.fixture
def signing(sketch):
    made = sketch(TEXT)
    museum = made.actor("Harbour Museum", ActorKind.ORGANISATION)
    archive = made.actor("Loom Archive", ActorKind.ORGANISATION)
    person = made.actor("Ada Brook", ActorKind.PERSON)
    day = made.date("4 May 2012", "2012-05-04")
    paper = made.record("memorandum", "memorandum", "signed")
    made.tell(paper, "party", museum)
    made.tell(paper, "party", archive)
    made.tell(paper, "signatory", person)
    made.tell(paper, "date", day)
    return made


def test_an_agreement_with_its_roles(signing):
    (paper,) = read_press(signing.scene()).instruments
    assert paper.kind.value == "memorandum"
    assert paper.status.value == "signed"
    assert paper.status.quote == "signed"
    assert [p.name.value for p in paper.parties] == ["Harbour Museum", "Loom Archive"]
    assert [s.name.value for s in paper.signatories] == ["Ada Brook"]
    assert paper.signed is not None
    assert (paper.signed.value, paper.signed.quote) == ("2012-05-04", "4 May 2012")


@pytest.mark.parametrize(
    ("days_are_said", "signed"),
    [(True, "2012-05-05"), (False, "2012-05-04/2012-05-05")],
)
def test_of_several_days_of_signing_the_last_counts(sketch, days_are_said, signed):
    made = sketch("The Harbour Museum signed a memorandum on 4 and 5 May 2012.")
    museum = made.actor("Harbour Museum", ActorKind.ORGANISATION)
    days = made.date(
        "4 and 5 May 2012", "2012-05-04/2012-05-05", days_are_said=days_are_said
    )
    paper = made.record("memorandum", "memorandum", "signed")
    made.tell(paper, "party", museum)
    made.tell(paper, "date", days)
    (read,) = read_press(made.scene()).instruments
    assert read.signed is not None
    assert (read.signed.value, read.signed.quote) == (signed, "4 and 5 May 2012")


def test_two_mentions_of_one_paper_are_one_agreement(signing):
    again = signing.record("document", "agreement", "signed")
    signing.tell(again, "party", 0)
    assert len(read_press(signing.scene()).instruments) == 2
    signing.same(0, again)
    assert len(read_press(signing.scene()).instruments) == 1


def test_mentions_of_different_papers_stay_apart(signing):
    other = signing.record("document", "agreement", "signed")
    signing.tell(other, "party", 0)
    signing.tell(other, "party", 1)
    assert len(read_press(signing.scene()).instruments) == 2


def test_a_paper_without_a_party_is_noted(sketch):
    made = sketch(TEXT)
    made.record("memorandum", "memorandum", "signed")
    found = read_press(made.scene())
    assert found.instruments == ()
    assert [note.reason for note in found.notes] == ["an agreement without a party"]


def test_a_doubtful_paper_is_noted_with_its_chance(sketch):
    made = sketch(TEXT)
    made.record("memorandum", "memorandum", "signed", told=0.41)
    found = read_press(made.scene())
    assert found.instruments == ()
    assert [n.reason for n in found.notes] == ["perhaps an agreement; chance 0.41"]


def test_a_second_side_may_be_less_sure(sketch):
    made = sketch(TEXT)
    museum = made.actor("Harbour Museum", ActorKind.ORGANISATION)
    archive = made.actor("Loom Archive", ActorKind.ORGANISATION)
    paper = made.record("memorandum", "memorandum", "signed")
    made.tell(paper, "party", museum)
    made.tell(paper, "party", archive, -0.5)
    (read,) = read_press(made.scene()).instruments
    sure, unsure = (party.name for party in read.parties)
    assert unsure.value == "Loom Archive"
    assert unsure.certainty < 0.5 < sure.certainty


def test_a_third_side_must_be_surer_than_a_second(sketch):
    made = sketch("Ada Brook signed a memorandum with Ben Hill and Cora Lane.")
    people = [
        made.actor(name, ActorKind.ORGANISATION)
        for name in ("Ada Brook", "Ben Hill", "Cora Lane")
    ]
    paper = made.record("memorandum", "memorandum", "signed")
    for person, odds in zip(people, (3.0, 2.5, 0.5), strict=True):
        made.tell(paper, "party", person, odds)
    (read,) = read_press(made.scene()).instruments
    assert [party.name.value for party in read.parties] == ["Ada Brook", "Ben Hill"]
    made.tell(paper, "party", people[2], 2.0)
    (read,) = read_press(made.scene()).instruments
    assert len(read.parties) == 3


def test_an_event_takes_name_days_and_agreement(signing):
    show = signing.record("show", "exhibition", "held", letter="E")
    named = signing.record("Salt Roads", "exhibition", "held", letter="E", named=True)
    signing.same(show, named)
    signing.tell(show, "under", signing.filler_of(0))
    span = signing.date("on 4 May 2012", "2012-05-04/2012-06-01")
    signing.tell(show, "start", span)
    (event,) = read_press(signing.scene()).events
    assert event.kind.value == "exhibition"
    assert event.name is not None
    assert event.name.value == "Salt Roads"
    assert event.start is not None
    assert event.end is not None
    assert (event.start.value, event.end.value) == ("2012-05-04", "2012-06-01")
    assert event.under == 0


def test_calibration_changes_the_certainty(signing):
    plain = read_press(signing.scene()).instruments[0].parties[0].name.certainty
    humble = read_press(signing.scene(calibration={"agreement.parties": (0.5, 0.0)}))
    assert 0.5 < humble.instruments[0].parties[0].name.certainty < plain


@pytest.mark.parametrize(
    ("words", "state", "day"),
    [
        ("20 March", "held", "2020-03-20"),
        ("20 March", "planned", "2021-03-20"),
        ("20 March", "cancelled", "2020-03-20"),
        ("2 April", "cancelled", "2020-04-02"),
        ("2 April 2019", "planned", "2019-04-02"),
    ],
)
def test_a_day_without_a_year_lies_where_the_event_does(sketch, words, state, day):
    made = sketch(f"A concert on {words} was to be played by Ada Brook.")
    concert = made.record("concert", "concert", state, letter="E")
    made.tell(concert, "start", made.date(words, "2019-04-02"))
    (event,) = read_press(made.scene(published="2020-03-25")).events
    assert event.start is not None
    assert event.start.value == day


def test_what_is_hardly_a_name_is_noted(signing):
    signing.actors = [replace(actor, certainty=0.3) for actor in signing.actors]
    signing.actor("Salt Roads", ActorKind.ORGANISATION)
    signing.actors[-1] = replace(signing.actors[-1], certainty=0.3)
    found = read_press(signing.scene())
    assert [actor.name.value for actor in found.actors] == [
        "Harbour Museum",  # a party, a party and a signatory stay
        "Loom Archive",
        "Ada Brook",
    ]
    assert [note.reason for note in found.notes] == [
        "perhaps the name of an organisation; chance 0.30"
    ]
