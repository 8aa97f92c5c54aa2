from memoranda.reading.components.pairs import Place, gaps_of, letters_of, steps_of
from memoranda.reading.statements.press.schema import (
    LETTERS,
    SENTENCE_STEPS,
    WORD_STEPS,
)


def steps(source, target):
    return steps_of([source], [target])[0, 0].tolist()


def gap(source, target):
    return gaps_of([source], [target])[0, 0].tolist()


def test_letters_are_numbered():
    found = letters_of([Place(0, 0, "A", 0), Place(2, 3, "O", 0)])
    assert found.tolist() == [LETTERS.index("A"), LETTERS.index("O")]


def test_distance_is_counted_from_the_nearer_ends():
    behind = steps(Place(10, 11, "A", 0), Place(13, 20, "O", 0))
    before = steps(Place(10, 11, "A", 0), Place(2, 8, "O", 0))
    assert behind[0] == WORD_STEPS.index(2)
    assert before[0] == len(WORD_STEPS) + WORD_STEPS.index(2)


def test_distance_in_sentences():
    later = steps(Place(10, 11, "A", 1), Place(90, 91, "O", 4))
    earlier = steps(Place(90, 91, "A", 4), Place(10, 11, "O", 1))
    first = 2 * len(WORD_STEPS)
    assert later[1] == first + SENTENCE_STEPS.index(2)
    assert earlier[1] == first + len(SENTENCE_STEPS) + SENTENCE_STEPS.index(2)


def test_overlapping_mentions_are_at_no_distance():
    assert steps(Place(10, 20, "E", 0), Place(12, 13, "L", 0))[0] == 0


def test_the_gap_is_the_same_both_ways():
    one, other = Place(3, 4, "A", 0), Place(8, 9, "O", 0)
    assert gap(one, other) == gap(other, one) == [5, 8]


def test_nothing_stands_between_neighbours_and_nested_mentions():
    assert gap(Place(3, 4, "A", 0), Place(5, 6, "O", 0)) == [5, 5]
    whole, part = Place(10, 20, "E", 0), Place(12, 13, "L", 0)
    first, stop = gap(whole, part)
    assert first == stop


def test_pairs_of_no_mentions():
    one = [Place(0, 0, "A", 0)]
    assert steps_of(one, []).shape == gaps_of(one, []).shape == (1, 0, 2)
