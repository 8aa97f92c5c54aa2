from datetime import date

import pytest

from memoranda.register.rules.edtf import bounds, is_duration, is_edtf


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-12~", date(2020, 12, 1), date(2020, 12, 31)),
        ("2020-02-29?", date(2020, 2, 29), date(2020, 2, 29)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2021-24", date(2021, 12, 1), date(2022, 2, 28)),
        ("2021-03/2021-05", date(2021, 3, 1), date(2021, 5, 31)),
        ("2021/..", date(2021, 1, 1), None),
        ("../2021-05-02", None, date(2021, 5, 2)),
    ],
)
def test_a_date_is_bounded_by_what_it_can_mean(said, first, last):
    assert bounds(said) == (first, last)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "soon",
        "2020-13",
        "2021-02-29",
        "2021/2020",
        "../..",
        "20-1-1",
        "2020-21-05",
        None,
        5,
    ],
)
def test_what_is_no_date(said):
    assert not is_edtf(said)


def test_durations():
    assert [is_duration(one) for one in ("P5Y", "P1Y6M", "P", "5Y", "PT1H", None)] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
