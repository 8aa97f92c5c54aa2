"""The health page tells a monitor and a person the same, and no secrets."""

import shutil
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from memoranda.history.domain.entries import record
from memoranda.insight.queries import health
from memoranda.register.enums import SubjectType
from memoranda.register.models import Stale
from tests.factories import subject


@pytest.fixture
def asked(db, client):  # noqa: ARG001  the fixture opens the database
    """Status and the checks that fail, as the JSON tells them."""

    def ask():
        answer = client.get("/health")
        checks = answer.json()["checks"]
        return answer.status_code, [name for name in checks if not checks[name]["ok"]]

    return ask


def test_all_is_well(asked):
    assert asked() == (200, [])


@pytest.mark.django_db
def test_a_browser_gets_plain_words(client):
    answer = client.get("/health", headers={"accept": "text/html,*/*;q=0.8"})

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines()[:3] == [
        "ok       database: answers",
        "ok       tables: are of this version",
        "ok       pages: show what is claimed",
    ]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_database_that_is_gone(client, monkeypatch):
    def fail(*_):
        raise DatabaseError("no way to host db.internal as user memoranda")

    monkeypatch.setattr(connection, "cursor", fail)
    monkeypatch.setattr(health, "MigrationExecutor", fail)
    monkeypatch.setattr(Stale.objects, "exists", fail, raising=False)

    answer = client.get("/health")

    assert answer.status_code == 503
    assert answer.json()["checks"]["database"]["ok"] is False
    assert "internal" not in answer.content.decode()


def test_tables_of_an_older_version(asked):
    steps = MigrationRecorder(connection).migration_qs
    steps.filter(app="register").order_by("-pk").first().delete()

    assert asked() == (503, ["tables"])


def test_pages_left_behind_by_a_stopped_run(asked, monkeypatch):
    record("added", "document", "a", actor="someone")
    Stale.objects.create(subject=subject(SubjectType.ACTOR))
    while_adding = asked()
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(health.timezone, "now", lambda: later)

    assert while_adding == (200, [])
    assert asked() == (503, ["pages"])


def test_a_disk_almost_full(asked, monkeypatch):
    full = shutil.disk_usage("/")._replace(free=10_000_000)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: full)

    assert asked() == (503, ["disk"]) if connection.vendor == "sqlite" else (200, [])


@pytest.mark.django_db
def test_nothing_is_written_by_asking(client):
    assert client.post("/health").status_code == 405
