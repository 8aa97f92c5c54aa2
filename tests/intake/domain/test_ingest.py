import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from memoranda.intake.domain.ingest import Intake, Outcome, add
from memoranda.intake.domain.sources import Offer
from memoranda.intake.models import Refusal
from memoranda.reading.errors import UnreadableDocument
from memoranda.reading.records import Part, PartKind
from memoranda.register.domain.claims import judge_claims
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import (
    Claim,
    Document,
    Entry,
    Judgement,
    ReadingNote,
    ReadingPart,
    Stale,
    Subject,
    Verdict,
)
from memoranda.register.queries.digests import projection_digest, register_digest
from tests.factories import person
from tests.intake.readings import (
    add_all,
    instrument,
    named,
    quoted,
    reader_of,
    reading,
)

ROOT = Path(__file__).parents[3]
TEXT = "The memorandum between Norway and Ghana was signed on 4 May 2020 in Oslo."

RUN = """
import sys, django
django.setup()
from functools import partial
from django.core.management import call_command
call_command("migrate", verbosity=0)
from memoranda.intake.domain.ingest import Intake, Outcome, add
from memoranda.intake.domain.sources import Offer
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read
add(sys.argv[1:], reader=partial(read, options=ReadingOptions(with_model=False)))
from memoranda.register.queries.breaches import breaches
from memoranda.register.queries.digests import projection_digest, register_digest
print(register_digest(), projection_digest(), len(list(breaches())))
"""


def signed(text: str = TEXT):
    act = instrument(
        text,
        "Norway",
        "Ghana",
        signed=quoted(text, "4 May 2020", "2020-05-04"),
        place=quoted(text, "Oslo"),
    )
    return reading(text, instruments=(act,))


@pytest.mark.django_db
def test_a_document_becomes_an_entry_with_its_parties(tmp_path):
    summary = add_all(tmp_path, signed())

    assert summary.as_json() == {"added": 1, "known": 0, "refused": []}
    act = Entry.objects.get(type="instrument")
    assert (act.title, act.date, act.place, act.machine_read) == (
        "Memorandum: Norway – Ghana",
        "2020-05-04",
        "Oslo",
        True,
    )


@pytest.mark.django_db
def test_adding_again_changes_nothing(tmp_path):
    add_all(tmp_path, signed())
    before = register_digest(), projection_digest()

    summary = add_all(tmp_path, signed())

    assert (summary.added, summary.known) == (0, 1)
    assert (register_digest(), projection_digest()) == before


@pytest.mark.django_db
def test_pages_follow_what_is_added_and_not_what_is_known(monkeypatch):
    texts = [f"{TEXT} Number {number}." for number in range(4)]
    offers = [Offer(f"{at}.txt", text.encode) for at, text in enumerate(texts)]
    intake = Intake("assisted", reader=reader_of(*map(signed, texts)))
    projected: list[int] = []
    ingest = "memoranda.intake.domain.ingest"
    monkeypatch.setattr(f"{ingest}.PROJECT_EVERY", 2)
    monkeypatch.setattr(f"{ingest}.project_stale", lambda: projected.append(1))

    for offer in [*offers[:3], *offers[:3], offers[3]]:
        intake.take(offer)

    assert len(projected) == 2


@pytest.mark.django_db
def test_under_review_everything_waits(tmp_path):
    add_all(tmp_path, signed(), policy="review")

    assert Claim.objects.exists()
    assert not Verdict.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_unsure_claims_wait_under_the_assisted_policy(tmp_path, settings):
    settings.MEMORANDA_CERTAIN = 0.95

    add_all(tmp_path, signed())

    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_document_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("power cut")

    monkeypatch.setattr("memoranda.intake.domain.ingest.match", broken)

    with pytest.raises(RuntimeError):
        add_all(tmp_path, signed())

    left = [m.objects.count() for m in (Document, Subject, Claim, Verdict, Stale)]
    assert left == [0, 0, 0, 0, 0]


@pytest.mark.django_db
def test_what_cannot_be_read_is_refused_once_and_the_rest_is_read(tmp_path):
    bad, good = tmp_path / "a.pdf", tmp_path / "b.txt"
    bad.write_bytes(b"%PDF broken")
    good.write_text(TEXT)
    known = reader_of(signed())

    def reader(content, *, source):
        if source.endswith(".pdf"):
            raise UnreadableDocument("it is damaged")
        return known(content, source=source)

    for _ in range(2):
        summary = add([tmp_path, tmp_path / "none.txt"], reader=reader)

    assert [one.reason for one in summary.refused] == [
        "it is damaged",
        "there is no such file",
    ]
    assert summary.known == 1
    assert list(Refusal.objects.values_list("reason", flat=True)) == [
        "it is damaged",
        "there is no such file",
    ]


@pytest.mark.django_db
def test_a_fault_of_the_engine_stops_no_other_document(tmp_path, caplog):
    (tmp_path / "a.txt").write_text("odd")
    (tmp_path / "b.txt").write_text(TEXT)
    known = reader_of(signed())

    summary = add([tmp_path], reader=known)

    assert summary.added == 1
    assert [one.reason for one in summary.refused] == [
        "the engine failed on it (KeyError); report it"
    ]
    assert "The engine failed" in caplog.text


@pytest.mark.django_db
def test_zip_members_are_read_and_paths_that_lead_out_refused(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("papers/a.txt", TEXT)
        archive.writestr("../../b.txt", TEXT)
    path = tmp_path / "papers.zip"
    path.write_bytes(packed.getvalue())

    summary = add([path], reader=reader_of(signed()))

    assert summary.added == 1
    assert [one.reason for one in summary.refused] == [
        "its path leads out of the zip file"
    ]


@pytest.mark.django_db
def test_a_value_the_register_cannot_hold_is_noted(tmp_path):
    act = instrument(TEXT, "Norway", signed=quoted(TEXT, "4 May 2020", "4 May"))

    add_all(tmp_path, reading(TEXT, instruments=(act,)))

    note = ReadingNote.objects.get()
    assert note.reason == "not kept: '4 May' is no date for signed"
    assert TEXT[note.start : note.end] == "4 May 2020"


@pytest.mark.django_db
def test_a_person_and_a_state_keep_their_kinds(tmp_path):
    text = f"{TEXT} Nils Aas spoke."

    add_all(
        tmp_path,
        reading(
            text,
            instruments=(instrument(text, "Norway", "Ghana"),),
            actors=(named(text, "Nils Aas", "person"),),
        ),
    )

    actors = Entry.objects.filter(type="actor").order_by("title")
    assert list(actors.values_list("title", "kind")) == [
        ("Ghana", "state"),
        ("Nils Aas", "person"),
        ("Norway", "state"),
    ]


def run(store: Path, *sources: Path) -> subprocess.Popen[str]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_DATABASE_URL": "",  # a store of its own
        "MEMORANDA_STORE": str(store),
        "MEMORANDA_POLICY": "assisted",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-c", RUN, *map(str, sources)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def documents_in(store: Path) -> int:
    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
            return connection.execute(
                "SELECT count(*) FROM register_document"
            ).fetchone()[0]
    except sqlite3.Error:
        return 0


@pytest.mark.slow
def test_killed_anywhere_and_begun_again_the_register_is_the_same(tmp_path):
    samples = ROOT / "samples" / "press"
    wanted, _ = run(tmp_path / "whole.sqlite3", samples).communicate()
    store = tmp_path / "killed.sqlite3"

    for documents in (1, 6):
        process = run(store, samples)
        deadline = time.monotonic() + 60
        while documents_in(store) < documents and time.monotonic() < deadline:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    again, _ = run(store, samples).communicate()

    assert again == wanted
    assert wanted.split()[-1] == "0"


@pytest.mark.django_db
def test_the_parts_of_an_agreement_are_kept_with_it(tmp_path):
    parts = (Part(PartKind.ARTICLE, "Article 1", 0, 14),)

    add_all(tmp_path, reading(TEXT, structure=parts))

    kept = ReadingPart.objects.values_list("kind", "label", "start", "end")
    assert list(kept) == [("article", "Article 1", 0, 14)]


@pytest.mark.django_db
def test_what_is_settled_stands_exactly_when_the_document_does():
    read_ = signed()
    intake = Intake("assisted", reader=reader_of(read_))
    offer = Offer("a.txt", read_.document.text.encode)
    counts: list[int] = []

    def fail(_):
        counts.append(Document.objects.count())
        raise RuntimeError("the job is another's")

    with pytest.raises(RuntimeError):
        intake.take(offer, settle=fail)
    after = Document.objects.count(), Claim.objects.count()
    taken = intake.take(offer, settle=lambda _: counts.append(-1))

    assert (counts, after) == ([1, -1], (0, 0))
    assert (taken.outcome, Document.objects.count()) == (Outcome.ADDED, 1)


@pytest.mark.django_db
def test_what_a_person_decided_meanwhile_is_known():
    first, second = signed(), signed(TEXT.replace("was signed", "had been signed"))
    intake = Intake("assisted", reader=reader_of(first, second))
    intake.take(Offer("a.txt", first.document.text.encode))
    wrong = Claim.objects.filter(subject__type="instrument")

    judge_claims(wrong, ClaimStatus.REJECTED, by=person())
    intake.take(Offer("b.txt", second.document.text.encode))

    assert not Judgement.objects.filter(left__type="instrument").exists()
