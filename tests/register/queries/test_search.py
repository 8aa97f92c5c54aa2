import pytest

from memoranda.register.domain.entries import erase_entries
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from memoranda.register.queries import search as searching
from memoranda.register.queries.counts import Count
from memoranda.register.queries.search import (
    find_entries,
    pks_found,
    search_documents,
    search_entries,
    suggested_entries,
)
from tests.factories import actor, claim, document, subject

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


def titles(query: str, **given) -> list[str]:
    return [entry.title for entry in search_entries(query, **given)]


@pytest.fixture
def register(db):  # noqa: ARG001
    garayev = actor("Abulfas Garayev")
    actor("Garay Ensemble of Dance")
    pact = subject(SubjectType.INSTRUMENT)
    claim(pact, "kind", "memorandum")
    claim(pact, "party", target=garayev)
    claim(pact, "place", "Łódź")
    project_stale()


@pytest.mark.parametrize("query", ["Qarayev", "гараев", "garayev abulfas", "ABULFAS"])
def test_accents_scripts_and_order_do_not_matter(query):
    assert "Abulfas Garayev" in titles(query)


def test_the_last_word_may_be_unfinished():
    assert set(titles("garay")) == {
        "Abulfas Garayev",
        "Garay Ensemble of Dance",
        "Memorandum: Abulfas Garayev",
    }
    assert titles("gara ensemble") == []


def test_every_word_must_be_there():
    assert titles("garay dance") == ["Garay Ensemble of Dance"]


def test_types_narrow():
    found = titles("garayev", types=["instrument"])

    assert found == ["Memorandum: Abulfas Garayev"]
    assert titles("lodz") == found


def test_what_went_off_the_pages_since_it_was_found_is_left_out():
    found = find_entries("garayev")
    erase_entries(found.pks[:1])

    assert [entry.pk for entry in found.entries(0, 9)] == found.pks[1:]


def test_names_go_before_mentions():
    assert titles("abulfas")[0] == "Abulfas Garayev"


@pytest.mark.parametrize("query", ["", "  ", '"', "* OR -", 'a" OR "b', "NEAR("])
def test_any_query_is_answered(query):
    assert isinstance(titles(query), list)


def test_documents_are_found_by_their_text():
    found = document("The choir of Tromsø sang in Москва.")

    assert list(search_documents("tromso moskva")) == [found]


@pytest.mark.parametrize(
    "query",
    ["", "…!?", "'", "x" * 200, "%' --", "{title} : a", "a AND", "-", "(", "\x00"],
)
def test_odd_queries_find_nothing_and_break_nothing(query):
    assert find_entries(query).entries(0, 10) == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Jean-Luc O'Hara", "jean luc ohara"),
        ("Jean-Luc O'Hara", "jean-luc o’hara"),
        ("Əliyev İlham", "aliyev ilham"),
        ("ნინო ბერიძე", "nino beridze"),
        ("Юлия Шойгу", "yuliya shoigu"),
        ("Νίκος Καζαντζάκης", "nikos kazantzakis"),
        ("Çağrı Şahin", "chagri shahin"),
    ],
)
def test_names_are_found_however_they_are_typed(name, typed):
    actor(name)
    project_stale()

    assert titles(typed) == [name]


def test_an_initial_is_a_word_and_no_beginning():
    actor("A. Garayev")
    project_stale()

    assert titles("a") == ["A. Garayev"]


def test_a_search_is_narrowed_by_facets():
    sweden = actor("Svea Garayev")
    claim(sweden, "country", "SWE")
    project_stale()

    found = find_entries("garayev", {"country": "SWE"})

    assert [entry.title for entry in found.entries(0, 9)] == ["Svea Garayev"]
    assert found.number == Count(1)
    assert find_entries("garayev", {"country": "NOR"}).pks == []
    assert find_entries("garayev", {"year": "1950-1960"}).pks == []
    choices = find_entries("garayev").choices()
    assert choices["type"] == {"actor": Count(2), "instrument": Count(1)}
    assert choices["kind"] == {"memorandum": Count(1)}


def test_typing_finds_actors_instruments_and_events_the_name_first():
    vow = subject(SubjectType.COMMITMENT)
    claim(vow, "what", "Garayev promises a concert")
    project_stale()

    assert [entry.title for entry in suggested_entries("garay", limit=8)] == [
        "Garay Ensemble of Dance",
        "Abulfas Garayev",
        "Memorandum: Abulfas Garayev",
    ]


def test_beyond_the_bound_a_search_says_so_and_can_be_taken_along_whole(monkeypatch):
    monkeypatch.setattr(searching, "CAP", 1)
    monkeypatch.setattr(searching, "ACTORS", 1)
    monkeypatch.setattr(searching, "TITLED", 1)

    found = find_entries("garay")

    assert found.number == Count(1, more=True)
    assert len(pks_found("garay", {})) == 3
    assert pks_found("garay", {})[: len(found.pks)] == found.pks
