"""Tallies and pages agree with what is counted and sorted by hand."""

import random

import pytest

from memoranda.register.domain.claims import assert_claim, judge_claim
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Entry, Facet, Tally
from memoranda.register.queries import counts
from memoranda.register.queries.counts import Count, choices_of, count_of
from memoranda.register.queries.digests import projection_digest
from memoranda.register.queries.pages import entries_between, pks_of
from memoranda.register.queries.selections import Selection, selection_of
from memoranda.register.rules.listings import EVERY
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db

CHOICES = [
    {},
    {"kind": "treaty"},
    {"year": "1955"},
    {"year": "1950-1955"},
    {"year": "-1953", "kind": "treaty"},
    {"year": "undated"},
    {"kind": "treaty", "country": "NOR"},
    {"kind": "treaty", "country": "NOR", "field": "film"},
    {"country": "NOR", "with": "swe"},
    {"field": "film", "year": "1951-", "country": "SWE"},
    {"kind": "no-such-kind", "country": "NOR"},
]


@pytest.fixture
def register(db):  # noqa: ARG001
    """Forty instruments of two actors, drawn by chance that is the same each time."""
    chance = random.Random(7)
    parties = [actor("Norland"), actor("Svea"), actor("Harbour Choir")]
    for party, code in zip(parties, ("NOR", "SWE"), strict=False):
        claim(party, "country", code)
        claim(party, "kind", "state")
    for _ in range(40):
        pact = subject(SubjectType.INSTRUMENT)
        claim(pact, "kind", chance.choice(["treaty", "protocol", "plan"]))
        for party in chance.sample(parties, chance.choice([1, 2])):
            claim(pact, "party", target=party)
        for field in chance.sample(["film", "music", "law"], chance.choice([0, 2])):
            claim(pact, "field", field)
        if chance.random() < 0.8:
            claim(
                pact, "signed", f"{chance.randint(1950, 1958)}-0{chance.randint(1, 9)}"
            )
    project_stale()
    return parties


def by_hand(chosen: dict[str, str]) -> set[int]:
    """The entries that have every word, looked for one by one."""
    selection = selection_of("instrument", chosen)
    found = set()
    for entry in Entry.objects.filter(type="instrument"):
        had = set(entry.facets.values_list("name", "value"))
        year = entry.first_day.year if entry.first_day else None
        first, last = selection.years or (0, 10_000)
        in_time = selection.years is None or (year and first <= year <= last)
        if set(selection.words) <= had and in_time:
            found.add(entry.pk)
    return found


@pytest.mark.usefixtures("register")
def test_a_list_holds_as_many_as_it_says_and_those_it_should():
    selections = [selection_of("instrument", chosen) for chosen in CHOICES]

    told = [count_of(each) for each in selections]
    held = [set(pks_of(each, "newest")) for each in selections]

    assert held == [by_hand(chosen) for chosen in CHOICES]
    assert told == [Count(len(each)) for each in held]


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("chosen", CHOICES)
def test_a_choice_gives_the_list_it_says(chosen):
    names = ("kind", "country", "field", "year")

    choices = choices_of(selection_of("instrument", chosen), names)

    for name in names:
        others = {key: value for key, value in chosen.items() if key != name}
        for value, count in choices[name].items():
            wanted = others | {name: value or "undated"}
            assert count == Count(len(by_hand(wanted)))


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("sort", ["newest", "oldest", "title", "sources", "added"])
@pytest.mark.parametrize("chosen", [{}, {"kind": "treaty"}])
def test_pages_hold_every_entry_once_in_one_order(chosen, sort):
    selection = selection_of("instrument", chosen)
    known = count_of(selection)

    pages = [
        entries_between(selection, sort, start=at, end=at + 7, known=known)
        for at in range(0, known.number + 7, 7)
    ]

    pks = [entry.pk for page in pages for entry in page]
    assert pks == pks_of(selection, sort)
    assert len(set(pks)) == known.number
    dated = [bool(entry.first_day) for page in pages for entry in page]
    if sort in {"newest", "oldest"}:
        assert dated == sorted(dated, reverse=True)


def test_beyond_the_bound_numbers_say_so(register, monkeypatch):
    monkeypatch.setattr(counts, "CAP", 5)
    selection = selection_of("instrument", {"actor": register[0].key, "kind": "treaty"})

    number = count_of(selection)
    choices = choices_of(selection, ["kind", "country"])

    assert number == Count(5, more=True)
    assert str(number) == "5+"
    assert all(count.more for count in choices["country"].values())
    assert set(choices["kind"]) == {"treaty", "protocol", "plan"}


def test_tallies_follow_every_change_as_a_rebuild_counts_them(register):
    editor = person("Ada")
    pact = Entry.objects.filter(type="instrument").first().subject
    moved = assert_claim(pact, "kind", value="charter", by=editor)
    judge_claim(moved, ClaimStatus.ACCEPTED, by=editor)
    judge_claim(pact.claim_set.filter(property="party").first(), "rejected", by=editor)
    renamed = assert_claim(register[0], "country", value="DNK", by=editor)
    judge_claim(renamed, ClaimStatus.ACCEPTED, by=editor)
    project_stale()

    kept = projection_digest()

    assert kept == rebuild()
    assert not Tally.objects.filter(number__lte=0).exists()
    assert count_of(Selection.of("instrument", ("kind", "charter"))) == Count(1)
    assert not Facet.objects.filter(listing="instrument", value="NOR").exists()


def test_an_actor_leaves_the_linked_ones_with_its_last_record(register):
    choir = Entry.objects.get(key=register[2].key)
    before = count_of(Selection.of("linked", EVERY))
    for leading in choir.incoming.all():
        for pk in leading.claims:
            made = type(choir.subject.claim_set.first()).objects.get(pk=pk)
            judge_claim(made, ClaimStatus.REJECTED, by=person())
    project_stale()

    after = count_of(Selection.of("linked", EVERY))

    assert (before, after) == (Count(3), Count(2))
    assert projection_digest() == rebuild()
