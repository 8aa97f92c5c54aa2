import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.text.printed_date import printed_dates


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("2021-03-04", "en", ["2021-03-04"]),
        ("4 March 2021 and 5th of May, 2021", "en", ["2021-03-04", "2021-05-05"]),
        ("Sept. 12, 2024", "en", ["2024-09-12"]),
        ("FRIDAY JANUARY 08 2021", "en", ["2021-01-08"]),
        (
            "04.03.2021, 24/05/2017, 05/24/2017",
            "en",
            ["2021-03-04", "2017-05-24", "2017-05-24"],
        ),
        ("4 марта 2021 г.", "ru", ["2021-03-04"]),
        ("4 mart 2021-ci il", "az", ["2021-03-04"]),
        ("4 mars 2021", "fr", ["2021-03-04"]),
        ("March 2021; 4 March; 31.02.2021; 1.2.34; 12.5.20211", "en", []),
    ],
)
def test_reads(text: str, language: str, dates: list[str]):
    assert [found.edtf for found in printed_dates(text, language=language)] == dates


def test_spans():
    found = printed_dates("On 4 March 2021.", language="en")

    assert [(d.start, d.end) for d in found] == [(3, 15)]


@given(st.dates(), st.sampled_from(["{0:%Y-%m-%d}", "{0:%d.%m.%Y}", "{0:%d %B %Y}"]))
def test_every_full_date_is_read_back(day, form: str):
    found = printed_dates(form.format(day), language="en")

    assert [d.edtf for d in found] == (
        [day.isoformat()] if 1800 <= day.year <= 2100 else []
    )


@given(st.text("0123456789. /-Marchх"), st.sampled_from(["en", "xx", None]))
def test_any_text(text: str, language: str | None):
    spans = [(d.start, d.end) for d in printed_dates(text, language=language)]

    assert spans == sorted(spans)
