"""What the sentences of an article oblige to, and whom."""

from typing import Any

import pytest

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.statements.treaty.due import due_of
from memoranda.reading.statements.treaty.duties import duties_in
from memoranda.reading.text import lay_out


def acts(sentence: str) -> list[tuple[str, str]]:
    """The actor's words and the act of each duty; who acts is no part of a passive."""
    return [
        (sentence[slice(*duty.actor)].strip(), sentence[slice(*duty.act)].strip(" .;"))
        for duty in duties_in(sentence, (0, len(sentence)), "en")
    ]


def owed(articles: str) -> list[tuple[list[Any], Any]]:
    text = (
        "AGREEMENT\n\nThe Theatre of Reeds (the “Guest”) and the Library of Salt agree"
        f" as follows:\n\n{articles}\n"
    )
    found = read_treaty(text, lay_out(text), language="en").commitments
    return [([who.value for who in one.who], one.what.value) for one in found]


@pytest.mark.parametrize(
    ("sentence", "actor", "act"),
    [
        ("The Board elects a chair.", "The Board", "elects a chair"),
        ("1. The Receiving Side renders help.", "The Receiving Side", "renders help"),
        ("The two Sides repaint the boats.", "The two Sides", "repaint the boats"),
        ("Each owner elects two members.", "Each owner", "elects two members"),
        (
            "It is incumbent on the Board to adopt the plan.",
            "incumbent on the Board",
            "adopt the plan",
        ),
        (
            "The Sides agreed that Malta would lend a boat.",
            "The Sides agreed that Malta",
            "lend a boat",
        ),
        ("Malta undertook to lend a boat.", "Malta", "lend a boat"),
        ("The Guest agrees not to sing.", "The Guest", "not to sing"),
        ("Officials may not sing on deck.", "Officials", "not sing on deck"),
        ("Knowing that books must be read, to build a library.", "", "build a library"),
        (
            "The Sides designate a team, which shall confer weekly.",
            "The Sides",
            "designate a team, which shall confer weekly",
        ),
    ],
)
def test_a_duty_in_many_words(sentence: str, actor: str, act: str) -> None:
    found = acts(sentence)

    assert found == [(actor, act)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two Sides recognise the beauty of boats.",
        "The purpose of this Agreement is to mend boats.",
        "The aim of the Memorandum is to tell how the Sides intend to mend boats.",
        "This Agreement establishes the framework for the care of boats.",
        "The day, which is expected to be 3 May 2019, is a feast.",
        "They avoid steps which would harm boats.",
        "Boats owned by the Guest are used by the Host.",
        "The members shall serve for two years.",
        "Decisions are taken by consensus.",
    ],
)
def test_what_parties_think_and_are_is_no_duty(sentence: str) -> None:
    found = acts(sentence)

    assert [act for _, act in found if "avoid" not in act] == []


def test_a_list_of_tasks_without_marks_has_a_duty_on_each_line() -> None:
    found = owed(
        "Article 1\nThe Guest has the following tasks:\nsing old songs;\nmend the drums."
        "\n\nArticle 2\nThe Guest shall pay the fares."
    )

    assert found == [
        (["Theatre of Reeds"], "sing old songs"),
        (["Theatre of Reeds"], "mend the drums"),
        (["Theatre of Reeds"], "pay the fares"),
    ]


def test_who_acts_behind_an_adverbial_and_at_the_head_of_a_body() -> None:
    found = owed(
        "Article 1\nIn the event of damage, the Guest shall write a report.\n\nArticle 2\n"
        "A Joint Committee comprising experts of both Parties shall review the plan."
    )

    assert found == [
        (["Theatre of Reeds"], "write a report"),
        (["Joint Committee"], "review the plan"),
    ]


def test_the_sentence_on_disputes_binds_to_no_act() -> None:
    found = owed(
        "Article 1\nThe Guest shall sing old songs.\n\nArticle 2\nDivergences of view about drums"
        " shall be adjusted by the two directors."
    )

    assert found == [(["Theatre of Reeds"], "sing old songs")]


@pytest.mark.parametrize(
    ("act", "due"),
    [
        ("send the list latest by 31st March", "latest by 31st March"),
        ("reply within the 20 working days following receipt", "within the 20 working days following receipt"),
        ("write three months in advance, with names", "three months in advance"),
        ("pay on 1 February and 1 August", "on 1 February and 1 August"),
        ("meet once in two years", "once in two years"),
        ("meet every eighteen months", "every eighteen months"),
        ("name them before the first of September in each year", "before the first of September in each year"),
        ("answer before the next session", "before the next session"),
        ("sing in Oslo on 4 May", "on 4 May"),
        ("lend two drums a year", None),
        ("give the actors six weeks of rehearsal", None),
    ],
)  # fmt: skip
def test_by_when_in_the_words_of_the_text(act: str, due: str | None) -> None:
    found = due_of(act, (0, len(act)), "en")

    assert (found.value if isinstance(found, Value) else found) == due


def test_a_motive_obliges_nobody() -> None:
    assert acts("Certain that the boats must be repainted,") == []


def test_the_points_of_an_oath_bind_all() -> None:
    found = owed(
        "certain that drums must be heard,\n\ntake on this day the solemn oath\n\n"
        "to send two drums each year;\n\nto sing together.\n"
    )

    both = ["Theatre of Reeds", "Library of Salt"]
    assert found == [(both, "send two drums each year"), (both, "sing together")]


def test_who_may_do_one_thing_and_shall_do_another_owes_the_other() -> None:
    found = owed("1. The Guest may draw the drums and shall send two drawings of each.")

    assert found == [(["Theatre of Reeds"], "send two drawings of each")]


def test_a_paper_that_awaits_approval_owes_nothing() -> None:
    found = owed("1. This Agreement is subject to approval and shall be printed twice.")

    assert found == []


def test_the_will_of_the_parties_is_no_verb() -> None:
    assert acts("A storm beyond the will of the parties owes nothing.") == []


def test_points_with_to_below_what_all_resolve() -> None:
    text = (
        "DECLARATION\n\nThe City of Brig and the City of Moor,\n\nDECLARE AND RESOLVE\n\n"
        "1. to lend two drums a year;\n\n2. that our museums shall meet soon;\n\n3. to sing"
        " together.\n"
    )
    found = read_treaty(text, lay_out(text), language="en").commitments

    assert [one.what.value for one in found] == [
        "lend two drums a year",
        "meet soon",
        "sing together",
    ]


def test_a_party_owes_by_its_short_name_alone_and_with_another() -> None:
    text = (
        'MEMORANDUM\n\nThe Theatre of Reeds ("TOR") and the Library of Salt ("LOS") agree'
        " as follows:\n\n1. TOR paints a boat and shall lend it.\n\n2. TOR and LOS shall"
        " sing together.\n"
    )
    found = read_treaty(text, lay_out(text), language="en").commitments

    assert [[who.value for who in one.who] for one in found] == [
        ["Theatre of Reeds"],
        ["Theatre of Reeds", "Library of Salt"],
    ]
