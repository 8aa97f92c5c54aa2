"""The job that writes an import."""

import pytest

from memoranda.intake.domain.imports import running
from memoranda.intake.domain.imports.faults import BadState
from memoranda.intake.domain.imports.mapping import mapping_of
from memoranda.intake.domain.imports.offering import (
    KEPT_FOR,
    change_mapping,
    expire_imports,
)
from memoranda.intake.domain.imports.undoing import undo_import
from memoranda.intake.domain.jobs import importing
from memoranda.intake.domain.jobs.claiming import claim_job, hand_back
from memoranda.intake.domain.jobs.importing import start_import
from memoranda.intake.domain.jobs.starting import cancel_job, run_again
from memoranda.intake.domain.jobs.worker import Stopped, Worker
from memoranda.intake.enums import ImportState, ItemState, JobState
from memoranda.intake.models import Import, Job
from memoranda.people.enums import Role
from memoranda.register.models import Entry, Stale
from tests.factories import person
from tests.intake.imports.tables import ROWS, imported, offered

pytestmark = pytest.mark.django_db
MANY = tuple((str(n), f"Pact {n}", "France", "2001", "agreement") for n in range(1, 6))


@pytest.fixture(autouse=True)
def _one_row_an_item(monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE", 1)
    monkeypatch.setattr(importing, "AT_ONCE", 1)
    monkeypatch.setattr("memoranda.intake.domain.jobs.worker.connection.close", int)


def begun(run: Import, by=None) -> Job:
    return start_import(run, by=by or person())


def worked(job: Job) -> Job:
    Worker().run_one()
    job.refresh_from_db()
    return job


def ended(run: Import) -> tuple[str, int, dict[str, int]]:
    run.refresh_from_db()
    counts = {name: n for name, n in run.counts.items() if n}
    return run.state, run.done_rows, counts


def after_two_rows(monkeypatch, act) -> None:
    """Let ``act`` happen as soon as the second row is written."""
    whole = importing.write_records

    def write(run, recorder, records, **given):
        whole(run, recorder, records, **given)
        if given["upto"] == 2:
            act()

    monkeypatch.setattr(importing, "write_records", write)


def failing_at(monkeypatch, title: str, error: BaseException) -> None:
    whole = importing.write_records

    def write(run, recorder, records, **given):
        if records and title in records[0].text:
            raise error
        whole(run, recorder, records, **given)

    monkeypatch.setattr(importing, "write_records", write)


def test_every_row_is_written_once():
    run = offered(*MANY)

    job = worked(begun(run))

    assert job.state == JobState.DONE
    assert ended(run) == (ImportState.DONE, 5, {"new": 5})


def test_it_is_begun_once_while_it_is_open():
    run = offered(*ROWS)

    assert begun(run) == begun(run)


def test_stopped_before_it_was_taken_up_it_can_be_confirmed_again():
    run = offered(*ROWS)
    job = begun(run)
    cancel_job(job, by=job.by)

    again = worked(begun(run))

    assert again != job
    assert ended(run) == (ImportState.DONE, 2, {"new": 2})


def test_what_is_written_is_not_begun_again():
    with pytest.raises(BadState):
        begun(imported(*ROWS))


def test_stopped_and_confirmed_again_no_row_counts_twice(monkeypatch):
    run = offered(*MANY)
    job = begun(run)
    after_two_rows(monkeypatch, lambda: cancel_job(job, by=job.by))
    worked(job)
    first = ended(run)

    worked(begun(run))

    assert first == (ImportState.FAILED, 2, {"new": 2})
    assert ended(run) == (ImportState.DONE, 5, {"new": 5})


def test_stopped_while_no_worker_had_it_it_is_broken_off_and_shown():
    run = offered(*MANY)
    job = begun(run)
    claim_job("me")
    running.begin_import(run)
    hand_back(job, "me")

    cancel_job(job, by=job.by)
    worked(job)

    assert job.state == JobState.CANCELLED
    assert ended(run)[:2] == (ImportState.FAILED, 0)


def test_an_error_of_the_program_leaves_no_hole(monkeypatch):
    run = offered(*MANY)
    failing_at(monkeypatch, "Pact 3", KeyError("oops"))
    job = worked(begun(run))
    first = ended(run), job.state, job.reason
    monkeypatch.undo()
    monkeypatch.setattr(running, "AT_ONCE", 1)

    run_again(job, by=job.by)
    worked(job)

    assert first == (
        (ImportState.FAILED, 2, {"new": 2}),
        JobState.FAILED,
        "Only 2 of 5 rows were written; run it again for the others.",
    )
    assert ended(run) == (ImportState.DONE, 5, {"new": 5})


def test_the_last_rows_missing_are_told_too(monkeypatch):
    run = offered(*MANY)
    failing_at(monkeypatch, "Pact 5", KeyError("oops"))

    job = worked(begun(run))

    assert (job.state, ended(run)[:2]) == (JobState.FAILED, (ImportState.FAILED, 4))


def test_cut_short_while_pages_are_made_it_is_gone_on_with(monkeypatch):
    run = offered(*ROWS)
    job = begun(run)

    def cut() -> None:
        raise Stopped

    with monkeypatch.context() as patched:
        patched.setattr(running, "project_stale", cut)
        with pytest.raises(Stopped):
            Worker().run_one()
    worked(job)

    assert (job.state, job.reason) == (JobState.DONE, "")
    assert ended(run)[0] == ImportState.DONE
    assert not Stale.objects.exists()
    assert Entry.objects.filter(type="instrument").count() == 2


def test_taken_back_meanwhile_it_writes_no_more(monkeypatch):
    run = offered(*MANY)
    job = begun(run)
    after_two_rows(monkeypatch, lambda: undo_import(Import.objects.get()))

    worked(job)

    assert (job.state, job.reason) == (
        JobState.FAILED,
        "This import was ended meanwhile.",
    )
    assert ended(run)[:2] == (ImportState.UNDONE, 2)
    assert not Entry.objects.exists()


def test_who_may_no_longer_import_is_told_so():
    by = person("nargiz")
    job = begun(offered(*ROWS), by=by)
    by.role = Role.CONTRIBUTOR
    by.save()

    worked(job)

    assert job.state == JobState.FAILED
    assert job.reason.startswith("nargiz may not")


def test_what_was_confirmed_stays_as_it_was_seen():
    run = offered(*ROWS)
    job = begun(run)

    with pytest.raises(BadState):
        change_mapping(run, mapping_of(run.mapping), by=job.by, stop=True)


def test_a_file_is_let_go_in_time_unless_it_was_confirmed(monkeypatch):
    monkeypatch.setattr(
        "memoranda.intake.domain.jobs.worker.time.sleep", lambda _: None
    )
    waiting, kept = offered(ROWS[0]), offered(ROWS[1])
    begun(kept)
    Import.objects.update(offered_at=kept.offered_at - KEPT_FOR * 2)

    expire_imports()

    assert [ended(waiting)[0], ended(kept)[0]] == ["expired", "previewed"]


def test_the_worker_lets_go_of_files_that_nobody_confirmed(monkeypatch):
    monkeypatch.setattr(
        "memoranda.intake.domain.jobs.worker.time.sleep", lambda _: None
    )
    run = offered(*ROWS)
    Import.objects.update(offered_at=run.offered_at - KEPT_FOR * 2)
    turns = iter([True, False])

    Worker().run(goes_on=lambda: next(turns))

    assert ended(run)[0] == ImportState.EXPIRED
    with pytest.raises(BadState, match="no longer kept"):
        begun(run)


def test_items_tell_which_rows_they_are():
    job = begun(offered(*ROWS))

    assert list(job.items.values_list("state", flat=True)) == [ItemState.WAITING] * 2
