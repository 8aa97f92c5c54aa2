import numpy as np

from memoranda.reading.components.tags import TagPath
from memoranda.reading.records import MentionLabel

TAGS = ("O", "B-person", "I-person", "B-organisation", "I-organisation")


def chances_of(*rows):
    return np.array(rows, dtype=np.float32)


def test_a_name_is_not_begun_in_its_middle():
    path = TagPath(TAGS)
    chances = chances_of([0.5, 0.4, 0.0, 0.1, 0.0], [0.1, 0.1, 0.8, 0.0, 0.0])

    best = path.best(chances)

    assert [TAGS[tag] for tag in best] == ["B-person", "I-person"]


def test_two_names_in_a_row_stay_two():
    path = TagPath(TAGS)

    runs = list(path.runs([1, 2, 1, 0, 3]))

    assert runs == [(0, 2), (2, 3), (4, 5)]


def test_the_label_of_a_tag_and_the_tags_of_the_label():
    assert TagPath(TAGS).label(4) == (MentionLabel.ORGANISATION, [3, 4])
