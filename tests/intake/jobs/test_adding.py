"""The job that adds documents."""

import io
import zipfile

import pytest

from memoranda.intake.domain.ingest import NotTaken
from memoranda.intake.domain.jobs import adding
from memoranda.intake.domain.jobs.adding import Offered, Wishes, add_documents
from memoranda.intake.domain.jobs.starting import run_again
from memoranda.intake.domain.jobs.worker import Worker
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.enums import ItemState
from memoranda.intake.models import Job, JobItem, Refusal, Upload
from memoranda.intake.queries.jobs import documents_of, jobs_seen_by
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.people.models import Account, Office
from memoranda.register.models import Claim, Document, Entry, Restriction, Verdict
from memoranda.register.queries.digests import projection_digest, register_digest
from tests.factories import person
from tests.intake.jobs.conftest import text_of, upload, uploads, zipped

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_hand")]


def run(offered: Offered, **given) -> Job:
    job, _ = add_documents(offered, by=given.pop("by", None) or person(), **given)
    Worker().run_one()
    job.refresh_from_db()
    return job


def outcomes(job: Job) -> list[tuple[str, str, str]]:
    rows = job.items.order_by("position")
    return list(rows.values_list("name", "state", "reason"))


def test_files_are_read_and_shown_and_forgotten():
    job = run(Offered(uploads(2)))

    assert (job.state, outcomes(job)) == (
        "done",
        [("1.txt", "done", ""), ("2.txt", "done", "")],
    )
    assert [document.text for document in Document.objects.all()] == [
        text_of(1),
        text_of(2),
    ]
    assert documents_of(job, ItemState.DONE) == list(
        Document.objects.values_list("content_hash", flat=True)
    )
    assert Entry.objects.get(type="instrument").sources == 2
    assert not Upload.objects.exists()


def test_the_files_of_a_zip_file_are_items_of_their_own():
    packed = zipped(**{"b/1.txt": text_of(1), "a.txt": "unreadable", ".hidden": "x"})

    job = run(Offered([upload(packed, "z.zip")]))

    assert outcomes(job) == [
        ("z.zip!a.txt", "refused", "it is no text"),
        ("z.zip!b/1.txt", "done", ""),
    ]


def test_a_zip_file_in_a_zip_file_is_refused(monkeypatch):
    monkeypatch.undo()  # the engine itself
    inner = zipped(**{"a.txt": text_of(1)})
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("inner.zip", inner)

    job = run(Offered([upload(outer.getvalue(), "z.zip")]))

    ((name, state, reason),) = outcomes(job)
    assert (name, state) == ("z.zip!inner.zip", "refused")
    assert reason == "the file is a zip package, but not a Word document"


def test_the_same_file_again_is_known():
    run(Offered(uploads(1)))
    before = register_digest(), projection_digest()

    job = run(Offered(uploads(1)))

    assert outcomes(job) == [("1.txt", "known", "")]
    assert (register_digest(), projection_digest()) == before


def test_an_address_is_fetched(monkeypatch):
    monkeypatch.setattr(adding, "fetch", lambda _: text_of(3).encode())

    job = run(Offered([], ["https://example.org/a"]))

    assert outcomes(job) == [("https://example.org/a", "done", "")]


def test_what_could_not_be_fetched_can_be_tried_again(monkeypatch):
    def fail(_: str) -> bytes:
        raise Refused("the site answered 503")

    monkeypatch.setattr(adding, "fetch", fail)
    job = run(Offered([], ["https://example.org/a"]))
    first = outcomes(job)
    monkeypatch.setattr(adding, "fetch", lambda _: text_of(3).encode())

    run_again(job, by=job.by)
    Worker().run_one()

    assert first == [("https://example.org/a", "refused", "the site answered 503")]
    assert outcomes(job) == [("https://example.org/a", "done", "")]


def test_a_file_that_was_refused_is_kept_to_be_tried_again():
    job = run(Offered([*uploads(1), upload("unreadable", "b.txt")]))

    kept = list(Upload.objects.values_list("name", flat=True))

    assert kept == ["b.txt"]
    assert run_again(job, by=job.by) == 1


def test_a_file_no_longer_kept_is_asked_for():
    job, _ = add_documents(Offered(uploads(1)), by=person())
    Upload.objects.all().delete()

    Worker().run_one()

    assert outcomes(job) == [
        ("1.txt", "refused", "the file is no longer kept; send it again")
    ]


def test_what_was_refused_at_once_stands_among_the_others():
    job = run(Offered(uploads(1), refused=[NotTaken("p.png", "the file is a picture")]))

    assert outcomes(job) == [
        ("1.txt", "done", ""),
        ("p.png", "refused", "the file is a picture"),
    ]


def test_the_same_form_with_the_same_files_begins_one_job():
    by = person()
    wishes = Wishes(form="f")

    first, _ = add_documents(Offered(uploads(1)), by=by, wishes=wishes)
    again, is_new = add_documents(Offered(uploads(1)), by=by, wishes=wishes)
    other, _ = add_documents(Offered(uploads(2)), by=by, wishes=wishes)

    assert (again, is_new, Job.objects.count()) == (first, False, 2)
    assert other != first
    assert JobItem.objects.filter(job=first).count() == 1


def test_the_policy_chosen_is_the_one_that_holds():
    run(Offered(uploads(1)), wishes=Wishes("review"))

    assert Claim.objects.exists()
    assert not Verdict.objects.exists()


def test_who_may_not_judge_cannot_let_in_more_than_the_office_does(settings):
    settings.MEMORANDA_POLICY = "review"
    by = person(role=Role.CONTRIBUTOR)

    with pytest.raises(NotAllowed):
        add_documents(Offered(uploads(1)), by=by, wishes=Wishes("assisted"))

    assert not Job.objects.exists()


def test_what_is_only_for_an_office_is_withheld_from_the_first_moment():
    office = Office.objects.create(name="Bakı")
    by = person(role=Role.CONTRIBUTOR, office=office)
    sent = [*uploads(1), upload("unreadable", "secret.txt")]

    job = run(Offered(sent), by=by, wishes=Wishes(only_office=True))

    assert outcomes(job) == [
        ("1.txt", "done", ""),
        ("secret.txt", "refused", "it is no text"),
    ]
    withheld = Restriction.objects.values_list("document__source", "office__name")
    assert list(withheld) == [("by hand", "Bakı")]
    assert not Entry.objects.filter(type="instrument").exists()
    assert not Refusal.objects.exists()  # its list is public


def test_only_its_office_sees_such_a_job():
    office = Office.objects.create(name="Bakı")
    by = person(role=Role.CONTRIBUTOR, office=office)
    job, _ = add_documents(Offered(uploads(1)), by=by, wishes=Wishes(only_office=True))
    others = [
        person(office=office),
        person(office=Office.objects.create(name="Łódź")),
        person(),
    ]

    seen = [list(jobs_seen_by(one)) for one in others]

    assert seen == [[job], [], []]


def test_who_may_no_longer_add_documents_does_not():
    job, _ = add_documents(Offered(uploads(1)), by=person(role=Role.CONTRIBUTOR))
    Account.objects.update(is_active=False)

    Worker().run_one()

    job.refresh_from_db()
    assert (job.state, job.reason, Document.objects.count()) == (
        "failed",
        "who began it may no longer add documents",
        0,
    )


def test_who_left_the_office_does_not_add_for_it():
    office = Office.objects.create(name="Bakı")
    by = person(role=Role.CONTRIBUTOR, office=office)
    job, _ = add_documents(Offered(uploads(1)), by=by, wishes=Wishes(only_office=True))
    by.office = None
    by.save()

    Worker().run_one()

    job.refresh_from_db()
    assert (job.state, Document.objects.count()) == ("failed", 0)
