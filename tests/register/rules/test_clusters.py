from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.enums import Sameness
from memoranda.register.rules.clusters import Word, joined

SAME, APART, UNSURE = Sameness.SAME, Sameness.NOT_SAME, Sameness.UNSURE


@st.composite
def words(draw):
    pairs = st.tuples(st.integers(1, 7), st.integers(1, 7)).filter(
        lambda pair: pair[0] < pair[1]
    )
    rows = draw(
        st.lists(
            st.tuples(
                pairs,
                st.sampled_from(Sameness),
                st.booleans(),
                st.sampled_from([None, 0.5, 0.9]),
            ),
            max_size=15,
        )
    )
    return [
        Word(number, *pair, sameness, by_person, score)
        for number, (pair, sameness, by_person, score) in enumerate(rows)
    ]


@given(words(), st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order(given_words, random):
    shuffled = list(given_words)
    random.shuffle(shuffled)

    assert joined(shuffled) == joined(given_words)


@given(words())
def test_what_is_judged_apart_is_never_joined(given_words):
    home = joined(given_words)

    last = {}
    for word in sorted(given_words, key=lambda one: (one.by_person, one.number)):
        last[word.left, word.right] = word.sameness
    for (left, right), sameness in last.items():
        if sameness == APART:
            assert home[left] != home[right]


@given(words())
def test_taking_the_last_word_back_restores(given_words):
    before = joined(given_words)
    taken = {(one.left, one.right) for one in given_words}
    pair = next(
        (a, b) for a in range(1, 9) for b in range(a + 1, 9) if (a, b) not in taken
    )
    said = Word(100, *pair, SAME, by_person=True)
    unsaid = Word(101, *pair, UNSURE, by_person=True)

    after = joined([*given_words, said, unsaid])

    assert {pk: home for pk, home in after.items() if pk in before} == before


def test_the_canonical_one_is_the_lowest():
    chain = [Word(1, 5, 9, SAME, by_person=False), Word(2, 3, 9, SAME, by_person=False)]

    assert joined(chain) == {3: 3, 5: 3, 9: 3}


def test_a_persons_word_outweighs_a_later_rules():
    words_ = [
        Word(1, 1, 2, APART, by_person=True),
        Word(2, 1, 2, SAME, by_person=False),
    ]

    assert joined(words_) == {1: 1, 2: 2}


def test_the_surer_edge_is_joined_where_not_both_can_be():
    words_ = [
        Word(1, 1, 2, SAME, by_person=False, score=0.8),
        Word(2, 2, 3, SAME, by_person=False, score=0.9),
        Word(3, 1, 3, APART, by_person=True),
    ]

    assert joined(words_) == {1: 1, 2: 2, 3: 2}
