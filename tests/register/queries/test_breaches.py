import pytest
from django.db import connection

from memoranda.history.rules.append_only import unguard
from memoranda.register.domain.projections import project_stale
from memoranda.register.models import Entry
from memoranda.register.queries.breaches import breaches
from memoranda.register.queries.digests import projection_digest
from tests.factories import claim, document, evidence, subject

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


@pytest.fixture
def register(db):  # noqa: ARG001
    source = document("Anna sang in Lima.")
    anna = subject()
    claim(anna, "name", "Anna", evidence=evidence(source, "Anna"))
    project_stale()


def tamper(statement: str) -> None:
    """As someone who takes the guards off first."""
    with connection.cursor() as cursor:
        for table in (
            "register_claim",
            "register_document",
            "register_original",
        ):
            for drop in unguard(table, vendor=connection.vendor):
                cursor.execute(drop)
        cursor.execute(statement)


def test_a_sound_register_has_none():
    before = projection_digest()

    assert list(breaches()) == []
    assert projection_digest() == before


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE register_claim SET quote = 'Anne'", "does not say 'Anne' there"),
        ('UPDATE register_claim SET start = 1, "end" = 5', "does not say"),
        ("UPDATE register_claim SET value = '\"Berta\"'", "was altered after"),
        (
            "UPDATE register_document SET text = 'Anne sang in Lima.'",
            "text was altered",
        ),
        (
            "UPDATE register_original SET content = substr(content, 2)",
            "original was altered",
        ),
        ("DELETE FROM register_original", "original is gone"),
        ("UPDATE register_entry SET title = 'Berta'", 'holds ["entry"'),
        ("UPDATE register_fact SET certainty = 0.1", 'lacks ["fact"'),
        ("DELETE FROM register_mark", 'lacks ["mark"'),
        ("UPDATE register_search SET title = 'berta'", 'holds ["search"'),
        ("DELETE FROM register_search", 'lacks ["search"'),
    ],
)
def test_tampering_is_found(statement, found):
    tamper(statement)

    assert any(found in breach.what for breach in breaches())


def test_what_waits_to_be_projected_is_said():
    claim(subject(), "name", "Berta")

    (breach,) = breaches()

    assert (breach.law, breach.where) == (3, "projections")
    assert "1 subjects wait" in breach.what
    assert Entry.objects.count() == 1
