"""Adding documents in the desk."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from memoranda.desk import bounds
from memoranda.intake.models import Job, JobItem, UploadPiece
from memoranda.people.enums import Role
from memoranda.people.models import Office

TEXT = "The memorandum between Norway and Ghana was signed in Oslo."
PLACE = "/desk/add/"


def file(name: str = "a.txt", content: bytes = TEXT.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def send(client: Client, *files, **said):
    given = {"form": "f1", "policy": "assisted"} | said
    return client.post(PLACE, given | {"files": list(files)})


def items() -> list[tuple[str, str, str]]:
    return list(JobItem.objects.values_list("name", "state", "reason"))


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.READER, 403), (Role.CONTRIBUTOR, 200), (Role.EDITOR, 200)],
)
def test_who_may_add_sees_the_form(signed_in, role, status):
    assert signed_in(role).get(PLACE).status_code == status


def test_a_reader_can_send_nothing(signed_in):
    answer = send(signed_in(Role.READER), file())

    assert (answer.status_code, Job.objects.count()) == (403, 0)


def test_files_begin_a_job_and_lead_to_its_page(signed_in):
    answer = send(signed_in(), file(), file("b.txt", b"Another text."))

    job = Job.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/desk/jobs/{job.pk}/")
    assert items() == [("a.txt", "waiting", ""), ("b.txt", "waiting", "")]
    assert bytes(UploadPiece.objects.first().content) == TEXT.encode()
    assert job.arguments == {"policy": "assisted", "only_office": False}


def test_a_form_sent_twice_begins_one_job(signed_in):
    client = signed_in()

    first, again = send(client, file()), send(client, file())

    assert first.url == again.url
    assert Job.objects.count() == 1


def test_a_form_gone_back_to_with_other_files_begins_another(signed_in):
    client = signed_in()

    first, other = send(client, file()), send(client, file("b.txt", b"Another text."))

    assert first.url != other.url


def test_addresses_and_text_are_items_too(signed_in):
    send(
        signed_in(),
        addresses="https://example.org/a\nhttps://example.org/a ftp://example.org/b",
        text=TEXT,
        title="Oslo and Accra",
        source="Oslo Times",
        published="2020-05-04",
    )

    assert items() == [
        ("Oslo and Accra.txt", "waiting", ""),
        ("https://example.org/a", "waiting", ""),
        ("ftp://example.org/b", "refused", "only http and https addresses are fetched"),
    ]
    assert bytes(UploadPiece.objects.get().content).decode() == (
        f"Oslo and Accra\n\nSource: Oslo Times\n\nPublished: 4 May 2020\n\n{TEXT}\n"
    )


def test_what_cannot_be_taken_is_listed_with_the_job(signed_in):
    send(signed_in(), file(), file("p.png", b"\x89PNG\r\n"), file("e.txt", b""))

    assert [(name, state) for name, state, _ in items()] == [
        ("a.txt", "waiting"),
        ("p.png", "refused"),
        ("e.txt", "refused"),
    ]


def test_where_nothing_can_be_taken_the_form_says_why(signed_in):
    answer = send(signed_in(), file("<b>p.png", b"\x89PNG\r\n"), text="", title="Kept")

    assert (answer.status_code, Job.objects.count()) == (200, 0)
    assert "&lt;b&gt;p.png</b>: the file is a picture" in answer.content.decode()
    assert 'value="Kept"' in answer.content.decode()


def test_an_empty_form_asks_for_something(signed_in):
    answer = send(signed_in(), text=" ")

    assert answer.status_code == 200
    assert "Choose a file, give an address or paste a text." in answer.content.decode()


@pytest.mark.parametrize(
    "rubbish",
    [
        {"published": "yesterday", "text": TEXT},
        {"policy": "everything", "text": TEXT},
        {"title": "T" * 400, "text": TEXT},
        {"text": "a\0b"},
        {"addresses": "\n".join(f"https://a.org/{n}" for n in range(201))},
    ],
)
def test_rubbish_adds_nothing_and_is_told(signed_in, rubbish):
    answer = send(signed_in(), **rubbish)

    assert (answer.status_code, Job.objects.count()) == (200, 0)
    assert "errorlist" in answer.content.decode()


def test_names_in_any_script_are_shown_as_they_are(signed_in):
    client = signed_in(Role.CONTRIBUTOR)
    name = "Müqavilə № 5 – «Договор» <i>.txt"

    page = client.get(send(client, file(name), policy="").url).content.decode()

    assert "Müqavilə № 5 – «Договор» &lt;i&gt;.txt" in page


def test_a_zip_file_is_opened_into_its_files(signed_in):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("../b.txt", TEXT)

    send(signed_in(), file("z.zip", packed.getvalue()))

    assert [(name, state) for name, state, _ in items()] == [
        ("z.zip!../b.txt", "waiting"),
        ("z.zip!a.txt", "waiting"),
    ]


def test_only_for_our_office_is_offered_to_those_who_have_one(signed_in):
    office = Office.objects.create(name="Bakı")
    of_office, of_none = signed_in(office=office), signed_in()
    send(of_office, file(), only_office="on")
    send(of_none, file(), only_office="on")

    offered = [
        "only_office" in c.get(PLACE).content.decode() for c in (of_office, of_none)
    ]

    assert offered == [True, False]
    told = Job.objects.order_by("pk").values_list(
        "office__name", "arguments__only_office"
    )
    assert list(told) == [("Bakı", True), (None, False)]


def test_a_contributor_is_not_offered_more_than_the_office_lets_in(signed_in, settings):
    settings.MEMORANDA_POLICY = "review"

    pages = [
        signed_in(role).get(PLACE).content.decode()
        for role in (Role.CONTRIBUTOR, Role.EDITOR)
    ]
    answer = send(signed_in(Role.CONTRIBUTOR), file(), policy="assisted")

    assert ["assisted" in page for page in pages] == [False, True]
    assert (answer.status_code, Job.objects.count()) == (200, 0)


def test_more_than_may_be_sent_is_refused_before_it_is_read(signed_in, settings):
    settings.MEMORANDA_UPLOAD = 0
    client = signed_in()

    answer = send(client, file())

    assert (answer.status_code, Job.objects.count()) == (413, 0)
    assert "Nothing was added" in answer.content.decode()


def test_files_are_counted_while_they_arrive(signed_in, monkeypatch):
    monkeypatch.setattr(bounds.Bounds, "__init__", _no_room)

    answer = send(signed_in(), file())

    assert (answer.status_code, Job.objects.count()) == (413, 0)


def _no_room(self, request):
    super(bounds.Bounds, self).__init__(request)
    self._room = 10


def test_too_many_files_are_refused(signed_in, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2

    answer = send(signed_in(), file(), file(), file())

    assert (answer.status_code, Job.objects.count()) == (413, 0)


def test_a_form_without_its_token_is_refused(signed_in):
    client = signed_in()
    client.handler.enforce_csrf_checks = True

    answer = send(client, file())

    assert (answer.status_code, Job.objects.count()) == (403, 0)


def test_a_form_with_its_token_is_taken(signed_in):
    client = signed_in()
    client.handler.enforce_csrf_checks = True
    page = client.get(PLACE).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]

    answer = send(client, file(), csrfmiddlewaretoken=token)

    assert (answer.status_code, Job.objects.count()) == (302, 1)
