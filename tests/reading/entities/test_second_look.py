"""What the tagger's mentions become on a second look."""

from memoranda.reading.entities import second_look
from memoranda.reading.records import Mention, MentionLabel


def bodies(text, *names):
    mentions = [
        Mention(start, start + len(name), MentionLabel.ORGANISATION, 0.9)
        for name in names
        for start in [text.index(name)]
    ]
    kept = second_look(text, mentions, language="en")
    return [text[each.start : each.end] for each in kept]


def test_a_count_after_a_name_that_stands_bare_elsewhere_is_not_part_of_it():
    text = "Harbour Museum lends. The Linden Library lends 3, later Harbour Museum 15."

    found = bodies(text, "Harbour Museum", "Linden Library", "Harbour Museum 15")

    assert found == ["Harbour Museum", "Linden Library", "Harbour Museum"]


def test_a_number_in_a_name_stays():
    assert bodies("It was shown on Radio Harbour 4.", "Radio Harbour 4") == [
        "Radio Harbour 4"
    ]
