"""Which of several values is preferred."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.enums import SubjectType
from memoranda.register.rules.facts import facts_of
from memoranda.register.rules.naming import with_one_name
from memoranda.register.rules.said import Said

INSTRUMENT, ACTOR = SubjectType.INSTRUMENT, SubjectType.ACTOR
machine = st.builds(
    Said,
    pk=st.integers(1, 40),
    subject=st.just(1),
    property=st.just("place"),
    value=st.sampled_from(["Baku", "Tbilisi", "Riga"]),
    document=st.integers(1, 9),
    certainty=st.floats(0.1, 1),
    confirmed=st.booleans(),
)


def preferred(type_, said):
    return [fact.value for fact in facts_of(type_, said) if fact.preferred]


def own(pk, value, decided, *, of="place"):
    return Said(
        pk, 1, of, value=value, confirmed=True, own=True, decided=decided, certainty=1.0
    )


def accepted(pk, value, decided, *, of="place"):
    return Said(pk, 1, of, value=value, confirmed=True, decided=decided)


@given(
    st.lists(machine, max_size=8, unique_by=lambda one: one.pk),
    st.permutations([(101, "Baku", 5), (102, "Tbilisi", 9), (103, "Vilnius", 7)]),
)
def test_the_latest_own_word_is_preferred_whatever_stands_beside_it(read, words):
    said = [*read, *(own(*word) for word in words)]

    assert preferred(INSTRUMENT, said) == ["Tbilisi"]


@given(
    st.lists(machine, min_size=1, max_size=8, unique_by=lambda one: one.pk),
    st.randoms(use_true_random=False),
)
def test_the_order_of_claims_does_not_matter(read, random):
    said = [*read, own(101, "Baku", 5)]
    mixed = list(said)
    random.shuffle(mixed)

    assert facts_of(INSTRUMENT, mixed) == facts_of(INSTRUMENT, said)


def test_letters_composed_otherwise_say_the_same():
    composed = "Şuşa"
    said = [own(1, composed, 5), accepted(2, unicodedata.normalize("NFD", composed), 3)]

    assert [fact.claims for fact in facts_of(INSTRUMENT, said)] == [(1, 2)]


def test_accepting_another_value_later_does_not_outrank_a_choice():
    said = [own(1, "Baku", 5), accepted(2, "Riga", 9)]

    assert preferred(INSTRUMENT, said) == ["Baku"]


def test_choosing_again_an_older_word_outranks_the_newer():
    said = [own(1, "Baku", 12), own(2, "Riga", 9)]

    assert preferred(INSTRUMENT, said) == ["Baku"]


def test_a_status_accepted_after_a_choice_moves_on():
    said = [own(1, "signed", 5, of="status"), accepted(2, "in-force", 9, of="status")]

    assert preferred(INSTRUMENT, said) == ["in-force"]


def test_a_status_accepted_after_a_choice_does_not_move_back():
    said = [own(1, "in-force", 5, of="status"), accepted(2, "signed", 9, of="status")]

    assert preferred(INSTRUMENT, said) == ["in-force"]


def test_a_status_chosen_after_a_later_one_was_accepted_stays():
    said = [own(1, "signed", 9, of="status"), accepted(2, "ended", 5, of="status")]

    assert preferred(INSTRUMENT, said) == ["signed"]


def test_an_actor_goes_by_the_name_that_a_person_chose():
    said = [
        accepted(1, "Ministry of Culture of Azerbaijan", 9, of="name"),
        own(2, "Ministry of Culture", 5, of="name"),
    ]

    names = [fact.value for fact in with_one_name(facts_of(ACTOR, said))]

    assert names == ["Ministry of Culture", "Ministry of Culture of Azerbaijan"]
