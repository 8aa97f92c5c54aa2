import pytest

from memoranda.reading.text import Loaded
from memoranda.reading.text.email import load_email

HEAD = (
    b"From: Ann Lee <ann@example.org>\r\n"
    b"Subject: =?utf-8?q?Caf=C3=A9_culturel?=\r\n"
    b"Date: Tue, 5 Mar 2024 10:00:00 +0200\r\n"
)


def test_plain_message():
    assert load_email(HEAD + b"\r\nThe towns\r\nagreed.\r\n") == Loaded(
        original="The towns\r\nagreed.\r\n",
        media_type="message/rfc822",
        title="Café culturel",
        byline="Ann Lee <ann@example.org>",
        published="2024-03-05",
    )


def test_text_part_is_preferred():
    message = HEAD + (
        b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>Rich</p>\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nPlain\r\n--b--\r\n"
    )

    assert load_email(message).original.strip() == "Plain"


def test_html_where_there_is_no_text():
    message = HEAD + b"Content-Type: text/html\r\n\r\n<p>One.</p><p>Two.</p>"

    assert load_email(message).original == "One.\n\nTwo."


@pytest.mark.parametrize(
    "damaged",
    [
        b"Content-Type: text/plain; charset=no-such\r\n\r\nHi",
        b"Date: the other day\r\nSubject: \xff\xfe\r\n\r\nHi",
        b"Content-Transfer-Encoding: base64\r\n\r\nSGk",
    ],
)
def test_a_damaged_head_does_not_hide_the_text(damaged: bytes):
    assert load_email(damaged).original.strip() == "Hi"
