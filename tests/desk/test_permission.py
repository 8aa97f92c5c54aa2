"""Who gets into the desk."""

from memoranda.people.enums import Role


def test_the_public_is_asked_to_sign_in(client, db):  # noqa: ARG001
    answer = client.get("/desk/")

    assert (answer.status_code, answer.url) == (302, "/account/login/?next=/desk/")


def test_a_reader_sees_the_desk(signed_in):
    answer = signed_in(Role.READER).get("/desk/")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
