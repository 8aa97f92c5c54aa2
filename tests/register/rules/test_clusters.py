from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.enums import Sameness
from memoranda.register.rules.clusters import (
    Word,
    chains_from,
    holding,
    joined,
    standing,
)

SAME, APART, UNSURE = Sameness.SAME, Sameness.NOT_SAME, Sameness.UNSURE
WITHDRAWN = Sameness.WITHDRAWN
ANSWERS = [SAME, APART, UNSURE]


@st.composite
def words(draw):
    """Words on pairs of seven subjects; some take an earlier one back."""
    pairs = st.tuples(st.integers(1, 7), st.integers(1, 7)).filter(
        lambda pair: pair[0] < pair[1]
    )
    rows = draw(
        st.lists(
            st.tuples(
                pairs,
                st.sampled_from(ANSWERS),
                st.booleans(),
                st.sampled_from([None, 0.5, 0.9]),
            ),
            max_size=15,
        )
    )
    said = [
        Word(number, *pair, sameness, by_person, score)
        for number, (pair, sameness, by_person, score) in enumerate(rows)
    ]
    gone = [word for word in said if word.by_person and draw(st.booleans())]
    return said + [taken_back(word, number=100 + word.number) for word in gone]


def taken_back(word, *, number):
    return Word(number, *word.pair, WITHDRAWN, by_person=True, withdraws=word.number)


@given(words(), st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_rows(given_words, random):
    shuffled = list(given_words)
    random.shuffle(shuffled)

    assert joined(shuffled) == joined(given_words)


@given(words(), st.randoms(use_true_random=False))
def test_only_the_word_that_holds_for_each_pair_counts(given_words, random):
    held = list(holding(given_words).values())
    random.shuffle(held)
    told = [
        Word(n, *word.pair, word.sameness, word.by_person, word.score)
        for n, word in enumerate(held)
    ]

    home = joined(given_words)

    assert home == {pk: pk for pk in home} | joined(told)


@given(words())
def test_what_is_judged_apart_is_never_joined(given_words):
    home = joined(given_words)

    apart = [w for w in holding(given_words).values() if w.sameness == APART]
    assert all(home[word.left] != home[word.right] for word in apart)


@given(words(), st.sampled_from(ANSWERS), st.tuples(st.integers(1, 3), st.just(7)))
def test_taking_a_word_back_restores_whatever_was_said_since(
    given_words, sameness, pair
):
    said = Word(50, *pair, sameness, by_person=True)
    later = [
        Word(60 + n, *word.pair, SAME, by_person=True)
        for n, word in enumerate(given_words[:3])
    ]

    with_it = [*given_words, said, *later, taken_back(said, number=200)]

    before = joined([*given_words, *later])
    assert standing(with_it) == standing([*given_words, *later])
    after = joined(with_it)
    assert after == {pk: pk for pk in after} | before


def test_the_canonical_one_is_the_lowest():
    chain = [Word(1, 5, 9, SAME, by_person=False), Word(2, 3, 9, SAME, by_person=False)]

    assert joined(chain) == {3: 3, 5: 3, 9: 3}


def test_a_persons_word_outweighs_a_later_rules():
    words_ = [
        Word(1, 1, 2, APART, by_person=True),
        Word(2, 1, 2, SAME, by_person=False),
    ]

    assert joined(words_) == {1: 1, 2: 2}


def test_a_persons_earlier_word_holds_again_before_a_rules():
    words_ = [
        Word(1, 1, 2, SAME, by_person=False),
        Word(2, 1, 2, APART, by_person=True),
        Word(3, 1, 2, SAME, by_person=True),
    ]

    once = [*words_, taken_back(words_[2], number=4)]
    twice = [*once, taken_back(words_[1], number=5)]

    assert [joined(said)[2] for said in (words_, once, twice)] == [1, 2, 1]


def test_the_surer_edge_is_joined_where_not_both_can_be():
    words_ = [
        Word(1, 1, 2, SAME, by_person=False, score=0.8),
        Word(2, 2, 3, SAME, by_person=False, score=0.9),
        Word(3, 1, 3, APART, by_person=True),
    ]

    assert joined(words_) == {1: 1, 2: 2, 3: 2}


def test_what_follows_along_a_chain():
    chains = {(one, other): one.then(other) for one in ANSWERS for other in ANSWERS}

    assert chains == {
        (SAME, SAME): SAME,
        (SAME, APART): APART,
        (SAME, UNSURE): UNSURE,
        (APART, SAME): APART,
        (APART, APART): UNSURE,
        (APART, UNSURE): UNSURE,
        (UNSURE, SAME): UNSURE,
        (UNSURE, APART): UNSURE,
        (UNSURE, UNSURE): UNSURE,
    }


def test_why_two_are_one_is_told_by_the_shortest_chain():
    chain = [
        Word(1, 1, 2, SAME, by_person=False),
        Word(2, 2, 3, SAME, by_person=True),
        Word(3, 3, 4, APART, by_person=True),
        Word(4, 4, 5, SAME, by_person=False),
        Word(5, 5, 6, UNSURE, by_person=False),
        Word(6, 5, 7, APART, by_person=True),
    ]

    numbers = {pk: [w.number for w in ws] for pk, ws in chains_from(chain, 1).items()}

    assert numbers == {1: [], 2: [1], 3: [1, 2], 4: [1, 2, 3], 5: [1, 2, 3, 4]}
