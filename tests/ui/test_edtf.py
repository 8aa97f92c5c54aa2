"""Dates in words, as imprecise as they are."""

import pytest

from memoranda.ui.edtf import machine_date, said


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020", "2020"),
        ("2020-05", "May 2020"),
        ("2020-05-04", "4 May 2020"),
        ("2020-05-XX", "May 2020"),
        ("2020-XX-XX", "2020"),
        ("2020-XX-05", "2020-XX-05"),  # the fifth of no known month: not of May
        ("201X", "the 2010s"),
        ("201X-XX", "the 2010s"),
        ("19XX", "between 1900 and 1999"),
        ("2020-21", "spring 2020"),
        ("2020-05~", "about May 2020"),
        ("2020%", "about 2020 (uncertain)"),
        ("2020-05-03/2020-05-06", "3–6 May 2020"),
        ("2020-05-04/2020-06-03", "4 May – 3 June 2020"),
        ("2020-21/2020-22", "spring 2020 – summer 2020"),
        ("2020-05/..", "since May 2020"),
        ("../2021", "until 2021"),
        ("[2020,2021]", "2020 or 2021"),
        ("2020-02-31", "2020-02-31"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_date_is_said_no_more_precisely_than_it_is(edtf, words):
    assert said(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2020-05-04", "2020-05-04"),
        ("2020-05", "2020-05"),
        ("2020-05~", ""),
        ("2020-21", ""),
        ("2020/2021", ""),
    ],
)
def test_only_what_html_can_hold_is_a_machine_date(edtf, machine):
    assert machine_date(edtf) == machine
