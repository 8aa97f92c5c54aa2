"""Tables of actions: who does what, and by when, row by row."""

from typing import Any

from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out

OPENING = (
    "ROAD MAP\n\nbetween the Museum of Salt and the Library of Ice\n\n1. Aim\n\nThe parties"
    " shall drum together.\n\n2. Actions\n\n"
)
CLOSING = "\n\n3. Follow-up\n\nThe Museum of Salt shall report every year.\n"
IN_COLUMNS = """No. Action                      In charge             Deadline        Sign
--- --------------------------- --------------------- --------------- -----
1    Set up a Board of drummers  both parties          28 May 2025     -
2    Course in drumming for      Museum of Salt;       autumn 2026     certificates
     young fishermen             Library of Ice
3    Closing report to the keepers Board               by end of 2027  report"""
BARRED = """| Task | Responsible | By when |
|------|-------------|---------|
| Lend two drums | Museum of Salt | 3 May 2025 |
| Sing on the quay | the choir | each summer |"""


def owed(table: str) -> list[tuple[Any, list[Any], Any, Any]]:
    text = OPENING + table + CLOSING
    found = read_treaty(text, lay_out(text), language="en").commitments
    return [
        (
            one.what.value,
            [who.value for who in one.who],
            one.due and one.due.value,
            one.article and one.article.value,
        )
        for one in found
    ]


def test_each_row_is_a_commitment_cited_by_its_number() -> None:
    both = ["Museum of Salt", "Library of Ice"]

    assert owed(IN_COLUMNS) == [
        ("drum together", both, None, "1"),
        ("Set up a Board of drummers", both, "2025-05-28", "1"),
        ("Course in drumming for young fishermen", both, "2026-23", "2"),
        ("Closing report to the keepers", ["Board"], "2027-12-31", "3"),
        ("report every year", ["Museum of Salt"], "every year", "3"),
    ]


def test_rows_between_bars_stand_in_their_article() -> None:
    assert owed(BARRED)[1:3] == [
        ("Lend two drums", ["Museum of Salt"], "2025-05-03", "2"),
        ("Sing on the quay", ["the choir"], "each summer", "2"),
    ]


def test_every_piece_of_a_cell_is_quoted() -> None:
    text = OPENING + IN_COLUMNS + CLOSING
    course = read_treaty(text, lay_out(text), language="en").commitments[2]

    assert [text[start:end] for start, end in course.what.spans] == [
        "Course in drumming for",
        "young fishermen",
    ]


def test_a_table_of_objects_owes_nothing() -> None:
    objects = "No.  Object          Value\n1    Drum, oak       300 euros\n2    Oar             20 euros"

    assert not any("Drum" in str(what) for what, *_ in owed(objects))
