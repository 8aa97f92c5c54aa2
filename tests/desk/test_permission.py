"""Who gets into the desk."""

import pytest

from memoranda.people.enums import Role


def test_the_public_is_asked_to_sign_in(client, db):  # noqa: ARG001
    answer = client.get("/desk/")

    assert (answer.status_code, answer.url) == (302, "/account/login/?next=/desk/")


def test_a_reader_sees_the_desk(signed_in):
    answer = signed_in(Role.READER).get("/desk/")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://testserver/desk/review/?least=0.8", "/desk/review/%3Fleast%3D0.8"),
        ("https://elsewhere.example/desk/review/", "/desk/"),
        ("", "/desk/"),
    ],
)
def test_one_signed_out_meanwhile_comes_back_to_the_form(client, db, referer, page):  # noqa: ARG001
    sent = client.post(
        "/desk/review/judge/", {"accept": "1"}, headers={"Referer": referer}
    )
    sign_in = client.get(sent.url)

    assert sent.url == f"/account/login/?next={page}"
    assert "You were signed out, so nothing was saved." in sign_in.content.decode()
