from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.rules.edtf import bounds
from memoranda.register.rules.shifts import Length, shifted

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
COUNTS = st.integers(-400, 400)


@pytest.mark.parametrize(
    ("edtf", "duration", "moved"),
    [
        ("1972-08-03", "P5Y", "1977-08-03"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2023-01-31", "P1M", "2023-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2020-12-15", "P90D", "2021-03-15"),
        ("2020-01-31~", "P1M2D", "2020-03-02~"),
        ("2020-09", "P5Y", "2025-09"),
        ("2020-09?", "P6M", "2021-03?"),
        ("2020-09", "P90D", "2020-11/2020-12"),
        ("2020", "P5Y", "2025"),
        ("2020~", "P2Y", "2022~"),
        ("2020", "P6M", "2020-07/2021-06"),
        ("2021-21", "P1Y", "2022-03/2022-05"),
        ("2020~", "P6M", "2020-07~/2021-06~"),
        ("2021-21?", "P1Y", "2022-03?/2022-05?"),
        ("2020-01/2020-03~", "P1Y", "2021-01/2021-03~"),
        ("2020-01/2020-03", "P1Y", "2021-01/2021-03"),
        ("2020/..", "P1Y", None),
        ("9998-01-01", "P5Y", None),
    ],
)
def test_a_date_moves_in_the_precision_it_has(edtf, duration, moved):
    assert shifted(edtf, Length.of(duration)) == moved


@given(DAYS, COUNTS)
def test_years_keep_month_and_day_but_for_the_leap_day(day, years):
    moved = shifted(day.isoformat(), Length(12 * years))

    if moved is not None:
        assert moved[4:] == day.isoformat()[4:] or day.isoformat()[4:] == "-02-29"


@given(DAYS, DAYS, COUNTS, COUNTS)
def test_what_is_earlier_stays_no_later(one, other, months, days):
    by = Length(months, days)

    moved = [shifted(day.isoformat(), by) for day in sorted([one, other])]

    if None not in moved:
        assert bounds(moved[0]) <= bounds(moved[1])


@given(st.dates(date(1000, 1, 1), date(8000, 1, 1)), COUNTS)
def test_days_are_undone_by_as_many_days_back(day, days):
    there = shifted(day.isoformat(), Length(0, days))

    assert shifted(there, Length(0, -days)) == day.isoformat()


@given(st.dates(date(1000, 1, 1), date(8000, 1, 1)), COUNTS, COUNTS)
def test_an_imprecise_date_moves_to_what_holds_each_of_its_days(day, months, days):
    by = Length(months, days)
    exact = bounds(shifted(day.isoformat(), by))

    for imprecise in (f"{day.year:04}", day.isoformat()[:7]):
        first, last = bounds(shifted(imprecise, by))
        assert first <= exact[0] <= exact[1] <= last


@pytest.mark.parametrize("said", ["", "P", "5Y", "PT1H", "P1.5Y"])
def test_what_is_no_duration_is_refused(said):
    with pytest.raises(ValueError, match="is not an ISO 8601 duration"):
        Length.of(said)
