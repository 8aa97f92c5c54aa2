"""A value as one cell: nothing of it is lost, nothing of it runs."""

import pytest

from memoranda.insight.tables.cells import cell_of


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (True, True),
        ({"value": 0, "certainty": 1.0, "claims": [1]}, 0),
        ({"value": "2020-09"}, "2020-09"),
        ({"key": "k", "title": "Ada Nord"}, "Ada Nord"),
        (
            [{"value": "director", "key": "k", "title": "Ada Nord"}, {"title": "Bo"}],
            "director (Ada Nord); Bo",
        ),
    ],
)
def test_a_cell_holds_what_was_said_and_of_whom(value, cell):
    assert cell_of(value) == cell
