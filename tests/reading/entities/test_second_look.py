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


def looked_at(text, *named):
    mentions = []
    for name, label in named:
        start = text.index(name, mentions[-1].end if mentions else 0)
        mentions.append(Mention(start, start + len(name), label, 0.9))
    kept = second_look(text, mentions, language="en")
    return [(text[each.start : each.end], each.label) for each in kept]


PERSON, BODY = MentionLabel.PERSON, MentionLabel.ORGANISATION


def test_a_name_that_was_cut_in_two_is_one():
    found = looked_at(
        "Dr José Antonio Meada spoke.", ("José", PERSON), ("Antonio Meada", PERSON)
    )

    assert found == [("José Antonio Meada", PERSON)]


def test_two_people_with_a_comma_between_stay_two():
    text = "There were Ada Brook, Jan Roth."

    assert len(looked_at(text, ("Ada Brook", PERSON), ("Jan Roth", PERSON))) == 2


def test_the_surname_of_a_person_is_no_body():
    text = "Deon Visser came. Visser laughed, as did Loom."

    found = looked_at(text, ("Deon Visser", PERSON), ("Visser", BODY), ("Loom", BODY))

    assert [label for _, label in found] == [PERSON, PERSON, BODY]
