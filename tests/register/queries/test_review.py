import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from memoranda.register.queries import review
from memoranda.register.queries.landing import landing_of
from memoranda.register.queries.review import (
    documents_waiting,
    number_of,
    people_waiting,
    surest_last,
    values_waiting,
    waiting_for,
)
from memoranda.register.rules.criteria import Criteria
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db


def heaped(*certainties: float, **described):
    """A document with a waiting claim for each certainty."""
    text = document(**described)
    made = [
        claim(
            subject(),
            "name",
            f"Anna {number}",
            evidence=evidence(text),
            certainty=certainty,
            accept=False,
        )
        for number, certainty in enumerate(certainties)
    ]
    project_stale()
    return text, made


@pytest.mark.parametrize("counted", [0, 2, 10_000])
def test_heaps_are_the_same_however_many_wait(monkeypatch, counted):
    monkeypatch.setattr(review, "COUNTED", counted)
    first, _ = heaped(0.9, 0.6)
    second, _ = heaped(0.8)
    third, _ = heaped(0.1, 0.2, 0.69)
    rows = waiting_for(person())

    pages = [
        documents_waiting(rows, size=2),
        documents_waiting(rows, below=second.pk, size=2),
        documents_waiting(rows, among=[second.key, "0" * 12]),
    ]

    told = [[(h.source, h.claims, h.unsure) for h in page] for page in pages]
    assert told == [
        [(third, 3, 3), (second, 1, 0)],
        [(first, 2, 1)],
        [(second, 1, 0)],
    ]


def test_naming_more_documents_asks_no_more(django_assert_num_queries):
    texts = [heaped(0.9)[0] for _ in range(3)]
    rows = waiting_for(person())
    keys = [text.key for text in texts]

    for some in (keys[:1], keys):
        with django_assert_num_queries(3):
            assert len(documents_waiting(rows, among=some)) == len(some)


def test_a_long_queue_is_said_to_be_longer(monkeypatch):
    monkeypatch.setattr(review, "COUNTED", 2)
    heaped(0.9, 0.9, 0.9, 0.9)

    assert number_of(waiting_for(person())) == 3


def test_people_are_heaped_by_what_waits_on_their_word_alone():
    rana, nino = person("rana"), person("nino")
    text = document()
    claim(subject(), "name", "A", by=rana, accept=False)
    claim(subject(), "name", "B", by=nino, evidence=evidence(text), accept=False)
    project_stale()

    heaps = people_waiting(waiting_for(person()))

    assert [(heap.source, heap.claims) for heap in heaps] == [(rana, 1)]


def test_the_least_sure_come_first():
    _, made = heaped(0.9, 0.3, 0.7)

    found = surest_last(waiting_for(person()), 2)

    assert found == [made[1].pk, made[2].pk]


def test_what_can_be_chosen_is_what_waits():
    for publisher in ("Trend", "APA", "APA", ""):
        heaped(0.9, publisher=publisher, language="az")

    assert values_waiting("publisher", person=person()) == ["APA", "Trend"]
    assert values_waiting("language", person=person()) == ["az"]
    with pytest.raises(ValueError, match="no index"):
        values_waiting("quote", person=person())


shares = st.sampled_from([0.0, 0.5, 0.7, 0.95, 1.0])
criteria = st.builds(
    Criteria,
    type=st.sampled_from(["", "actor", "event"]),
    property=st.sampled_from(["", "name", "kind"]),
    publisher=st.sampled_from(["", "APA"]),
    genre=st.sampled_from(["", "press"]),
    at_least=shares,
    below=st.one_of(st.none(), shares),
)


def test_a_rule_covers_just_what_the_queue_shows_for_it():
    """What is decided at intake by a rule is what its preview promised."""
    for publisher in ("", "APA"):
        for genre in ("press", "instrument"):
            heaped(0.4, 0.5, 0.95, 1.0, publisher=publisher, genre=genre)
    event = subject(SubjectType.EVENT)
    claim(event, "kind", "forum", certainty=0.7, accept=False)
    project_stale()
    rows = list(waiting_for(person()))

    @given(criteria)
    def equal(asked: Criteria) -> None:
        shown = set(waiting_for(looker, asked).values_list("claim", flat=True))
        assert shown == {row.claim_id for row in rows if asked.covers(row)}
        assert Criteria.from_json(asked.as_json()) == asked

    looker = person()
    equal()


def test_a_claim_lands_where_a_fact_stands_with_its_source():
    anna = actor("Anna")
    claim(anna, "country", "AZE")
    other = subject()
    claim(other, "name", "Berta", accept=False)
    claim(other, "kind", "person", accept=False)
    country = claim(anna, "country", "GEO", accept=False)
    project_stale()

    landing = landing_of([country, claim(other, "country", "AZE", accept=False)])

    (standing,) = landing.at(country)
    assert (standing.fact.value, standing.ground.value) == ("AZE", "AZE")
    assert landing.entries == {anna.pk: anna.entry}
    assert landing.called == {other.pk: ("name", "Berta")}
