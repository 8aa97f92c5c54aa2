"""The algebra of EDTF dates."""

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from memoranda.reading.dates import contains, edtf_bounds, overlaps, same_date

DAYS = st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31))


def forms(day):
    """The ways of saying the day with less and less precision."""
    iso = day.isoformat()
    return [iso, iso[:7], iso[:4], iso[:4] + "~", iso[:3] + "X", iso[:2] + "XX"]


DATES = DAYS.flatmap(lambda day: st.sampled_from(forms(day)))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2019~", "2019-01-01", "2019-12-31"),
        ("2020-09-28/2020-09-30", "2020-09-28", "2020-09-30"),
        ("2010/..", "2010-01-01", "9999-12-31"),
        ("../2010", "0001-01-01", "2010-12-31"),
        ("17XX/18XX", "1700-01-01", "1899-12-31"),
    ],
)
def test_bounds(edtf, first, last):
    bounds = edtf_bounds(edtf)

    assert bounds == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "edtf",
    ["", "x", "20", "2020-13", "2020-02-30", "199X-02", "../..", "2021/2020", "2020/x",
     "2021-21-01", "0000", "２０２０"],
)  # fmt: skip
def test_what_is_no_date_is_refused(edtf):
    with pytest.raises(ValueError):  # noqa: PT011  the messages differ
        edtf_bounds(edtf)


@given(DATES)
def test_bounds_are_in_order(edtf):
    first, last = edtf_bounds(edtf)

    assert first <= last


@given(DAYS)
def test_less_precision_contains_more(day):
    said = forms(day)

    assert all(
        contains(wider, narrower) and same_date(narrower, wider)
        for at, narrower in enumerate(said)
        for wider in said[at:]
    )


@given(DATES, DATES)
def test_sameness_and_overlap_do_not_depend_on_order(one, other):
    assert same_date(one, other) == same_date(other, one)
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, other) or not same_date(one, other)


@given(
    DAYS.flatmap(
        lambda day: st.lists(st.sampled_from(forms(day)), min_size=3, max_size=3)
    )
)
def test_containment_is_transitive(said):
    one, other, third = said
    assume(contains(one, other) and contains(other, third))

    assert contains(one, third)


@given(DAYS, DAYS)
def test_an_interval_contains_its_ends(one, other):
    first, last = sorted((one.isoformat(), other.isoformat()))

    assert contains(f"{first}/{last}", first)
    assert contains(f"{first}/{last}", last)


def test_neighbouring_days_are_not_the_same():
    assert not same_date("2020-01-01", "2020-01-02")
    assert not overlaps("2020", "2021")
