"""Duties that stand below the name of whose they are."""

from typing import Any

import pytest

from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out

BOTH = ["Theatre of Reeds", "Archives of Salt"]


def owed(articles: str) -> list[tuple[list[Any], Any, Any]]:
    text = (
        "CONTRACT\n\nThe Theatre of Reeds (“the Theatre”) and the Archives of Salt (“the"
        f" Archives”) agree as follows:\n\n{articles}\n"
    )
    found = read_treaty(text, lay_out(text), language="en").commitments
    return [
        (
            [who.value for who in one.who],
            one.what.value,
            one.article and one.article.value,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (
            "1. OBLIGATIONS OF THE THEATRE\n1.1 to build a boat;\n1.2 to lend two drums."
            "\n\n2. OBLIGATIONS OF THE ARCHIVES\n2.1 to insure the drums.\n\n3. COMMON"
            " OBLIGATIONS\n3.1 to sing together.",
            [
                (["Theatre of Reeds"], "build a boat", "1"),
                (["Theatre of Reeds"], "lend two drums", "1"),
                (["Archives of Salt"], "insure the drums", "2"),
                (BOTH, "sing together", "3"),
            ],
        ),
        (
            "Article 1\nThe Theatre: (a) lends two drums; (b) films the boats.\n\nArticle"
            " 2\nThe Archives:\n(a) repairs the drums;\n(b) pays for oars.",
            [
                (["Theatre of Reeds"], "lends two drums", "1"),
                (["Theatre of Reeds"], "films the boats", "1"),
                (["Archives of Salt"], "repairs the drums", "2"),
                (["Archives of Salt"], "pays for oars", "2"),
            ],
        ),
        (
            "What the Theatre does\n---------------------\n• lends two drums to all who ask for"
            " them in writing;\n• films the boats.\n\nWhat do the Archives do for us?\n---------\n•"
            " keep the drums dry all year and count them each summer;\n\nThe end\n-------\nDrums"
            " were made of oak and oars of ash in the older days.",
            [
                (
                    ["Theatre of Reeds"],
                    "lends two drums to all who ask for them in writing",
                    "What the Theatre does",
                ),
                (["Theatre of Reeds"], "films the boats", "What the Theatre does"),
                (
                    ["Archives of Salt"],
                    "keep the drums dry all year and count them each summer",
                    "What do the Archives do for us?",
                ),
            ],
        ),
        (
            "1. The Theatre pays for oars. It sings on the quay.\n\n2. Nothing more.",
            [
                (["Theatre of Reeds"], "pays for oars", "1"),
                (["Theatre of Reeds"], "sings on the quay", "1"),
            ],
        ),
        (
            "1. The Theatre: it shall lend two drums.\n\n2. Nothing more.",
            [(["Theatre of Reeds"], "lend two drums", "1")],
        ),
        (
            "1. The Archives covenants with the Theatre:\n(i) to keep the drums dry;\n(ii)"
            " not to sell them.\n\n2. The Theatre may photograph the drums.",
            [
                (["Archives of Salt"], "keep the drums dry", "1"),
                (["Archives of Salt"], "not to sell them", "1"),
            ],
        ),
        (
            "1. The functions of the Board shall be:\n(a) to count the drums;\n(b) to sing."
            "\n\n2. The host partner shall pay for oars.",
            [
                (["the Board"], "count the drums", "1"),
                (["the Board"], "sing", "1"),
                (["The host partner"], "pay for oars", "2"),
            ],
        ),
        (
            "What the Theatre does\n- It lends two drums to the Archives each year.\n- It pays"
            " for all the oars.\n\nWhat the Archives do\n- They repair the drums within ten"
            " days.\n\nHow long\nFive years, counted from the day of the first drum.",
            [
                (
                    ["Theatre of Reeds"],
                    "lends two drums to the Archives each year",
                    "What the Theatre does",
                ),
                (
                    ["Theatre of Reeds"],
                    "pays for all the oars",
                    "What the Theatre does",
                ),
                (
                    ["Archives of Salt"],
                    "repair the drums within ten days",
                    "What the Archives do",
                ),
            ],
        ),
        (
            "Article 1\n1. The Theatre undertakes to\na) lend two drums,\nb) sing.\n2. The"
            " Theatre may film the drums.\n\nArticle 2\nNothing more.",
            [
                (["Theatre of Reeds"], "lend two drums", "1"),
                (["Theatre of Reeds"], "sing", "1"),
            ],
        ),
    ],
)
def test_points_below_a_head_are_owed_by_whom_it_names(
    articles: str, expected: list[tuple[list[Any], Any, Any]]
) -> None:
    assert owed(articles) == expected


@pytest.mark.parametrize(
    "articles",
    [
        "1. The Theatre: works of wood, boats and drums.\n\n2. Nothing more.",
        "1. Annual functions of the drum are listed below.\n1.1 rhythm.\n\n2. Nothing.",
    ],
)
def test_what_is_no_act_below_a_name_is_owed_by_nobody(articles: str) -> None:
    assert owed(articles) == []


def test_what_towns_undertake_on_behalf_of_their_citizens() -> None:
    text = (
        "CHARTER\n\nWe, Ada Quill, Mayor of the City of Brig, and Bo Reed, Mayor of the City"
        " of Moor,\n\nDECLARE our cities to be twins, and\n\nUNDERTAKE on behalf of our"
        " citizens\n\n– to lend two drums a year;\n– to sing together.\n\nDone at Brig on 3"
        " May 2010.\n"
    )
    found = read_treaty(text, lay_out(text), language="en").commitments

    assert [one.what.value for one in found] == [
        "lend two drums a year",
        "sing together",
    ]


def test_a_short_name_that_stands_behind_another_mention_is_the_partys() -> None:
    text = (
        "ADDENDUM TO THE MEMORANDUM BETWEEN THE THEATRE OF REEDS AND THE ARCHIVES OF SALT\n\n"
        "WHEREAS the Theatre of Reeds (ToR) and the Archives of Salt (AoS) have drums;\n\nNOW"
        " it is agreed as follows:\n\n1. ToR shall lend two drums.\n\n2. AoS shall sing loudly.\n"
    )
    found = read_treaty(text, lay_out(text), language="en").commitments

    assert [str(who.value).casefold() for one in found for who in one.who] == [
        "theatre of reeds",
        "archives of salt",
    ]
