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
        ("350 million Swiss francs", (350_000_000, "CHF", None)),
        ("2 million francs", (2_000_000, "francs", None)),
        ("three million tenge", (3_000_000, "KZT", None)),
        ("QAR 40,000", (40_000, "QAR", None)),
        ("40 roubles", (40, "roubles", None)),
        ("twelve", (12, None, None)),
        ("twenty-nine canvases", (29, None, "canvases")),
        ("one hundred and fifty-two letters", (152, None, "letters")),
        ("two hundred thousand visitors", (200_000, None, "visitors")),
        ("three dozen dancers", (36, None, "dancers")),
        ("five and six", (5, None, "and six")),
        ("20 won prizes", (20, None, "won prizes")),
        ("50,000 euros a year", (50_000, "EUR a year", None)),
        ("2 million visitors per year", (2_000_000, None, "visitors per year")),
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


@pytest.mark.parametrize(
    ("text", "marked", "read_as"),
    [
        ("thirty-one scores came", "thirty", (31, None, "scores")),
        (
            "65 survivors and rescuers spoke",
            "65 survivors and",
            (65, None, "survivors and rescuers"),
        ),
        ("3.5 million euros for it", "3.5 million", (3_500_000, "EUR", None)),
        ("forty of them", "forty", (40, None, None)),
    ],
)
def test_what_goes_on_behind_the_span(text, marked, read_as):
    amount = amount_in(text, (0, len(marked)))

    assert amount is not None
    counted = text[slice(*amount.counted)] if amount.counted else None
    assert (amount.number, amount.unit_name, counted) == read_as
