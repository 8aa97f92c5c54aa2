from memoranda.reading.components.pairs import Place, steps_of
from memoranda.reading.statements.press.schema import (
    LETTERS,
    SENTENCE_STEPS,
    WORD_STEPS,
)


def steps(source, target):
    return steps_of([source], [target])[0, 0].tolist()


def test_letters_of_both_ends():
    source, target = Place(0, 0, "A", 0), Place(2, 3, "O", 0)
    assert steps(source, target)[:2] == [
        LETTERS.index("A"),
        len(LETTERS) + LETTERS.index("O"),
    ]


def test_distance_is_counted_from_the_nearer_ends():
    behind = steps(Place(10, 11, "A", 0), Place(13, 20, "O", 0))
    before = steps(Place(10, 11, "A", 0), Place(2, 8, "O", 0))
    assert behind[2] == WORD_STEPS.index(2)
    assert before[2] == len(WORD_STEPS) + WORD_STEPS.index(2)


def test_distance_in_sentences():
    later = steps(Place(10, 11, "A", 1), Place(90, 91, "O", 4))
    earlier = steps(Place(90, 91, "A", 4), Place(10, 11, "O", 1))
    first = 2 * len(WORD_STEPS)
    assert later[3] == first + SENTENCE_STEPS.index(2)
    assert earlier[3] == first + len(SENTENCE_STEPS) + SENTENCE_STEPS.index(2)


def test_overlapping_mentions_are_at_no_distance():
    assert steps(Place(10, 20, "E", 0), Place(12, 13, "L", 0))[2] == 0
