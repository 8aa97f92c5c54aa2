import pytest

from memoranda.reading.errors import DocumentTooLarge
from memoranda.reading.text import Loaded
from memoranda.reading.text.html import load_html, visible_text

ARTICLE = """<!DOCTYPE html><html><head><title>Sister libraries | The Daily</title>
<meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article>
<h1>Sister libraries</h1>
<p>The library of Riga and the library of Cork signed an agreement on Monday about the
exchange of books, after a year of talks between the two directors.</p>
<p>It is valid for five years, and the first books are to be sent in the autumn.</p>
</article><footer>Follow us on everything</footer><script>var x = 1;</script></body></html>
"""


def test_main_text_with_what_the_metadata_say():
    assert load_html(ARTICLE.encode()) == Loaded(
        original=(
            "Sister libraries\n\n"
            "The library of Riga and the library of Cork signed an agreement on Monday"
            " about the exchange of books, after a year of talks between the two"
            " directors.\n\n"
            "It is valid for five years, and the first books are to be sent in the"
            " autumn."
        ),
        media_type="text/html",
        title="Sister libraries",
        byline="Ann Lee",
        publisher="The Daily",
        published="2024-03-05",
    )


def test_a_date_in_the_body_is_not_the_date_of_publication():
    page = ARTICLE.replace("article:published_time", "x").replace(
        "2024-03-05T10:00:00Z", "y"
    )
    page = page.replace("on Monday", "on 4 March 2019")

    assert load_html(page.encode()).published is None


def test_visible_text():
    page = (
        "<body><h2>Head</h2>One <b>two</b>.<br>Three<script>x</script><!-- no -->"
        "<table><tr><td>For <i>A</i></td><td>For B</td></tr><tr><th>C</table>"
        "<ul><li>1<li>2</ul><p></p></body>"
    )

    assert visible_text(page) == "Head\n\nOne two.\nThree\n\nFor A\tFor B\nC\n\n1\n2"


def test_all_the_visible_text_where_the_main_text_was_missed():
    page = b"<body><div><span>Only a span.</span></div></body>"

    assert load_html(page).original == "Only a span."


def test_declared_encoding():
    page = '<meta charset="windows-1251"><p>Договор подписан.</p>'.encode("cp1251")

    assert load_html(page).original == "Договор подписан."


def test_nothing_in_it():
    assert load_html(b"<!-- -->").original == ""


@pytest.mark.parametrize(
    "body",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">Text.</p>",
        "<b>x</b>" * 110_000,
    ],
    ids=["attributes", "tags"],
)
def test_what_would_take_a_parser_minutes_is_refused_at_once(body):
    with pytest.raises(DocumentTooLarge):
        load_html(f"<html><body>{body}</body></html>".encode())


def test_a_picture_within_a_page_is_no_reason_to_refuse_it():
    picture = "QUJD" * 20_000 + "=="
    page = f'<html><body><p>Two museums met.</p><img src="data:image/png;base64,{picture}"></body></html>'

    assert load_html(page.encode()).original == "Two museums met."
