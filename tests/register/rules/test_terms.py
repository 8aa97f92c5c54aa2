from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.rules.edtf import bounds
from memoranda.register.rules.term_words import WORDS, reasons_said
from memoranda.register.rules.terms import (
    Terms,
    Why,
    begins,
    expires,
    notice_by,
    renews,
)

TACIT = Terms(
    in_force="1972-08-03", duration="P5Y", automatic=True, renewal="P5Y", notice="P6M"
)
TODAY = date(2026, 11, 26)

LENGTHS = st.builds(
    "P{}{}".format, st.integers(1, 30), st.sampled_from(["Y", "M", "D"])
)
DATES = st.one_of(
    st.dates(date(1900, 1, 1), date(2050, 12, 31)).map(date.isoformat),
    st.integers(1900, 2050).map(str),
    st.builds("{}-{:02}".format, st.integers(1900, 2050), st.integers(1, 12)),
)
RULES = st.sampled_from(
    ["signature", "signature+P30D", "last_notification", "date_of_reply_note"]
)
TERMS = st.builds(
    Terms,
    signed=st.none() | DATES,
    in_force=st.none() | DATES,
    rule=st.none() | RULES,
    duration=st.none() | LENGTHS,
    automatic=st.sampled_from([None, True, False]),
    renewal=st.none() | st.just("indefinite") | LENGTHS,
    notice=st.none() | LENGTHS,
    expires=st.none() | DATES,
)
ON = st.dates(date(1890, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("terms", "end", "renewal", "notice"),
    [
        (TACIT, "2027-08-03", "2027-08-03", "2027-02-03"),
        (replace(TACIT, renewal="P1Y"), "2027-08-03", "2027-08-03", "2027-02-03"),
        (replace(TACIT, renewal=None), "2027-08-03", "2027-08-03", "2027-02-03"),
        (replace(TACIT, notice="P1Y"), "2027-08-03", "2027-08-03", "2031-08-03"),
        (replace(TACIT, renewal="indefinite"), None, None, None),
        (replace(TACIT, automatic=False), "1977-08-03", None, None),
        (replace(TACIT, automatic=None), "1977-08-03", None, None),
        (replace(TACIT, in_force="1972"), "2027", "2027", "2026-07/2027-06"),
        (replace(TACIT, in_force=None), None, None, None),
        (replace(TACIT, duration=None, renewal=None), None, None, None),
        (
            Terms(signed="2024-02-29", rule="signature", duration="P3Y", automatic=True),
            "2027-02-28", "2027-02-28", None,
        ),
        (
            Terms(signed="2024-05-10", rule="signature+P30D", duration="P3Y"),
            "2027-06-09", None, None,
        ),
        (Terms(signed="2024-05-10", rule="last_notification", duration="P3Y"), None, None, None),
        (Terms(signed="2024-05-10", duration="P3Y"), "2027-05-10", None, None),
        (Terms(signed="2023-01-01", expires="2025-12-31"), "2025-12-31", None, None),
    ],
)  # fmt: skip
def test_the_dates_on_one_day(terms, end, renewal, notice):
    assert expires(terms, TODAY).date == end
    assert renews(terms, TODAY).date == renewal
    assert notice_by(terms, TODAY).date == notice


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (
            TACIT,
            "5 years from 3 August 1972, the day of entry into force, "
            "tacitly renewed since, 5 years each time",
        ),
        (
            replace(TACIT, in_force=None, rule="exchange_of_ratifications", signed="1970"),
            "5 years from entry into force, "
            "this cannot be told: the day of entry into force is not known",
        ),
        (
            Terms(signed="2024-05-10", duration="P3Y", automatic=False),
            "3 years from 10 May 2024, counted from signature, as no text read says "
            "when it enters into force, renewed only if the parties agree",
        ),
        (
            Terms(notice="P6M"),
            "no text read sets a term, it can be ended with a notice of 6 months",
        ),
    ],
)  # fmt: skip
def test_each_date_says_how_it_came_about(terms, said):
    assert reasons_said(expires(terms, TODAY)) == said


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (TACIT, "for another 5 years"),
        (replace(TACIT, renewal="P1Y"), "for another 1 year"),
        (replace(TACIT, renewal=None), "for another 5 years"),
        (
            replace(TACIT, in_force="2024-08-03", renewal="indefinite"),
            "then until it is denounced",
        ),
        (
            replace(TACIT, renewal="indefinite"),
            "from 3 August 1977 it goes on until it is denounced",
        ),
        (
            replace(TACIT, in_force=None),
            "this cannot be told: neither the day of signature nor of entry into force"
            " is known",
        ),
        (replace(TACIT, automatic=False), "renewed only if the parties agree"),
        (replace(TACIT, automatic=None), "no text read says what follows"),
        (Terms(notice="P6M"), "no text read sets a term"),
    ],
)  # fmt: skip
def test_a_renewal_is_told_in_one_reason(terms, said):
    assert reasons_said(renews(terms, TODAY)) == said


def test_a_term_that_is_renewed_from_the_month_s_last_day_does_not_drift():
    terms = Terms(in_force="2024-01-31", duration="P1M", automatic=True, renewal="P1M")

    ends = [expires(terms, date(2024, month, 15)).date for month in (2, 3, 4, 5)]

    assert ends == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]


def test_the_last_day_of_a_term_still_belongs_to_it():
    on_the_day = expires(TACIT, date(2027, 8, 3)).date
    after_it = expires(TACIT, date(2027, 8, 4)).date

    assert (on_the_day, after_it) == ("2027-08-03", "2032-08-03")


def test_every_reason_has_words():
    assert set(WORDS) == set(Why)


@given(TERMS, ON)
def test_every_answer_gives_a_reason(terms, on):
    for reckoned in (expires(terms, on), renews(terms, on), notice_by(terms, on)):
        assert reckoned.reasons
        assert reasons_said(reckoned)


@given(TERMS, ON)
def test_what_renews_itself_does_not_expire_in_the_past(terms, on):
    end = renews(terms, on).date

    if end:
        assert end == expires(terms, on).date
        assert bounds(end)[1] >= on


@given(TERMS, ON)
def test_notice_lies_ahead_and_its_length_before_an_end(terms, on):
    last = notice_by(terms, on)

    if last.date:
        assert bounds(last.date)[1] >= on
        assert bounds(last.reasons[0].date)[0] >= bounds(last.date)[0]


@given(TERMS, ON, ON)
def test_time_never_moves_an_end_back(terms, one, other):
    sooner, later = (expires(terms, on).date for on in sorted([one, other]))

    if sooner and later:
        assert bounds(sooner)[0] <= bounds(later)[0]


@given(TERMS, ON)
def test_no_end_is_more_exact_than_the_beginning(terms, on):
    start, end = begins(terms).date, expires(terms, on).date

    if start and end and len(start) < len("2020-01-01") and not terms.expires:
        assert "-" not in end[7:].split("/", maxsplit=1)[0]
