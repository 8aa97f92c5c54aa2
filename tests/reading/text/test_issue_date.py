import pytest

from memoranda.reading.text.issue_date import issue_date

BODY = "The two orchards of the museum were joined by a path.\n\nNobody walked it.\n\n"


@pytest.mark.parametrize(
    "credit",
    [
        "Harbour Courier, 4 June 2019",
        "(Northern Wire, June 4, 2019. Editor: Ines)",
        "[4 June 2019; shortened]",
        "Ola Brand\n4.6.2019",
        "— Ida Quist, Tuesday 4 June 2019",
        "Reporting by Ida Quist; editing by Ola Brand. 4 June 2019",
        "Filed 4 June 2019, Ghent",
    ],
)
def test_a_credit_at_the_end_tells_the_day_of_issue(credit):
    assert issue_date(BODY + credit, language="en") == "2019-06-04"


@pytest.mark.parametrize(
    "top",
    [
        "4 June 2019, Ghent. The path was opened.",
        "City of Ghent – Announcements | 4.6.2019 | 09:00",
        "GHENT, June 4, 2019. The path was opened.",
    ],
)
def test_a_line_at_the_top_tells_the_day_of_issue(top):
    assert issue_date(f"{top}\n\n{BODY}", language="en") == "2019-06-04"


@pytest.mark.parametrize(
    "sentence",
    [
        "The path opens on Tuesday, 4 June 2019.",
        "It is closed until 4 June 2019.",
        "The path was open from 1 June to 4 June 2019.",
        "It was closed (1 May – 4 June 2019).",
        "On that day, when the orchards of the two museums were joined, 4 June 2019",
        "The path opens 4 June 2019.",
    ],
)
def test_a_date_in_a_sentence_tells_no_day_of_issue(sentence):
    assert issue_date(BODY + sentence, language="en") is None


def test_a_date_in_the_middle_of_a_text_tells_no_day_of_issue():
    text = "\n\n".join(["A line."] * 5 + ["Ghent, 4 June 2019"] + ["A line."] * 5)
    assert issue_date(text, language="en") is None
