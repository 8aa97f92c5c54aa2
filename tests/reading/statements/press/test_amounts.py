import pytest

from memoranda.reading.statements.press.amounts import amount_in


def read(text):
    amount = amount_in(text, (0, len(text)))
    assert amount is not None
    counted = text[slice(*amount.counted)] if amount.counted else None
    return amount.number, amount.unit_name, counted


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("more than 300 Persian rugs", (300, None, "Persian rugs")),
        ("$2.6 billion", (2_600_000_000, "USD", None)),
        ("1,250 visitors", (1250, None, "visitors")),
        ("nearly two thousand manuscripts", (2000, None, "manuscripts")),
        ("a hundred looms", (100, None, "looms")),
        ("4 per cent", (4, "%", None)),
        ("350 million Swiss francs", (350_000_000, "francs", None)),
        ("twelve", (12, None, None)),
    ],
)
def test_number_unit_and_what_is_counted(text, read_as):
    assert read(text) == read_as


def test_no_number():
    assert amount_in("several rugs", (0, 12)) is None


def test_only_the_span_is_read():
    text = "In 1998 some 40 looms came."
    amount = amount_in(text, (8, 21))
    assert amount is not None
    assert amount.number == 40
