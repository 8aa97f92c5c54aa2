import pytest

from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from memoranda.register.queries.search import search_documents, search_entries
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


def test_names_go_before_mentions():
    assert titles("abulfas")[0] == "Abulfas Garayev"


@pytest.mark.parametrize("query", ["", "  ", '"', "* OR -", 'a" OR "b', "NEAR("])
def test_any_query_is_answered(query):
    assert isinstance(titles(query), list)


def test_documents_are_found_by_their_text():
    found = document("The choir of Tromsø sang in Москва.")

    assert list(search_documents("tromso moskva")) == [found]
