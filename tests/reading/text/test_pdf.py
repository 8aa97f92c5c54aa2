import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from memoranda.reading.errors import EmptyDocument, UnreadableDocument
from memoranda.reading.text.pdf import load_pdf


def pdf(*pages: list[str], title: str = "", password: str = "") -> bytes:
    stored = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(stored, invariant=True, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return stored.getvalue()


def test_pages_in_order():
    loaded = load_pdf(pdf(["One two", "three."], ["Four."], title="Sister towns"))

    assert loaded.original == "One two\nthree.\n\nFour."
    assert (loaded.media_type, loaded.title) == ("application/pdf", "Sister towns")


def test_titles_given_by_programs_are_no_titles():
    assert load_pdf(pdf(["One"], title="Microsoft Word - draft 3.doc")).title is None


def test_running_heads_and_page_numbers_are_left_out():
    bodies = [
        [f"{word} {line}" for line in "abcdefgh"] for word in ("One", "Two", "Six")
    ]
    pages = [
        ["TREATY SERIES", *body, f"Page {number}"] for number, body in enumerate(bodies)
    ]

    loaded = load_pdf(pdf(*pages))

    assert loaded.original == "\n\n".join("\n".join(body) for body in bodies)


def test_short_pages_lose_nothing():
    pages = [["Same head", f"{number}"] for number in range(4)]

    assert load_pdf(pdf(*pages)).original.count("Same head") == 4


def test_a_scan_has_no_text():
    with pytest.raises(EmptyDocument) as caught:
        load_pdf(pdf([]))

    assert str(caught.value) == "the PDF has no text layer; it is probably a scan"


def test_locked():
    with pytest.raises(UnreadableDocument) as caught:
        load_pdf(pdf(["Secret"], password="x"))

    assert str(caught.value) == "the PDF is locked with a password"


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8])
def test_cut_off(share: float):
    whole = pdf(["One", "two"])

    with pytest.raises(UnreadableDocument) as caught:
        load_pdf(whole[: int(share * len(whole))])

    assert str(caught.value) == "the PDF is damaged or not a PDF"
