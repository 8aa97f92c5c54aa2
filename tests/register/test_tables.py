"""What the database itself refuses, whoever writes."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from memoranda.people.models import Office
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import Sameness
from memoranda.register.models import Claim
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db

INSERT = """
INSERT INTO register_claim (subject_id, property, value, language, document_id,
  start, "end", quote, asserted_by_id, reason, certainty, engine, fingerprint,
  asserted_at)
VALUES (%s, 'name', %s, '', %s, %s, %s, %s, %s, '', %s, '', 'f', '2020-01-01')
"""


def insert(**columns):
    """A claim by raw SQL: a sound one on a person's word, but for ``columns``."""
    row = {
        "subject": subject().pk,
        "value": '"Anna"',
        "document": None,
        "start": None,
        "end": None,
        "quote": "",
        "person": None,
        "certainty": 1.0,
    } | columns
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(INSERT, list(row.values()))


def test_a_claim_on_a_persons_word_is_taken():
    insert(person=person().pk)

    assert Claim.objects.get().value == "Anna"


def test_a_claim_on_a_quote_is_taken():
    insert(document=document().pk, start=2, end=6, quote="four")

    assert Claim.objects.get().quote == "four"


@pytest.mark.parametrize(
    ("columns", "law"),
    [
        ({}, "claim_has_evidence_or_person"),
        ({"quote": "four"}, "claim_"),
        ({"document": True, "start": 2, "end": 6}, "claim_has_evidence_or_person"),
        ({"document": True, "quote": "four"}, "claim_"),
        (
            {"document": True, "start": 6, "end": 6, "quote": "four"},
            "claim_",
        ),
        (
            {"document": True, "start": 2, "end": 9, "quote": "four"},
            "claim_quote_fits_span",
        ),
        ({"person": True, "value": None}, "claim_says_something"),
        ({"person": True, "certainty": 1.5}, "claim_certainty_is_a_share"),
        ({"person": True, "certainty": -0.1}, "claim_certainty_is_a_share"),
    ],
)
def test_a_claim_without_ground_is_refused(columns, law):
    given = dict(columns)
    if given.get("document"):
        given["document"] = document().pk
    if given.get("person"):
        given["person"] = person().pk

    with pytest.raises(IntegrityError, match=law):
        insert(**given)

    assert not Claim.objects.exists()


def test_a_verdict_needs_someone_who_decides():
    written = claim(subject(), "name", "Anna", accept=False)

    with (
        pytest.raises(IntegrityError, match="verdict_has_person_or_policy"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO register_verdict (claim_id, status, policy, reason,"
            " decided_at) VALUES (%s, 'accepted', '', '', '2020-01-01')",
            [written.pk],
        )


@pytest.mark.parametrize(
    ("turned", "rule", "law"),
    [
        (True, "names", "judgement_pair_is_ordered"),
        (False, "", "judgement_has_person_or_rule"),
    ],
)
def test_a_judgement_is_ordered_and_someones(turned, rule, law):
    pair = [subject().pk, subject().pk]
    if turned:
        pair.reverse()

    with (
        pytest.raises(IntegrityError, match=law),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO register_judgement (left_id, right_id, sameness, reasons,"
            " rule, decided_at) VALUES (%s, %s, 'same', '[]', %s, '2020-01-01')",
            [*pair, rule],
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE register_claim SET certainty = 0.1",
        "DELETE FROM register_claim",
        "UPDATE register_verdict SET status = 'rejected'",
        "DELETE FROM register_verdict",
        "UPDATE register_judgement SET sameness = 'not-same'",
        "DELETE FROM register_judgement",
        "UPDATE register_original SET content = 'x'",
        "DELETE FROM register_original",
        "UPDATE register_document SET text = 'x'",
        "DELETE FROM register_document",
        "UPDATE register_restriction SET withheld = FALSE",
        "DELETE FROM register_restriction",
    ],
)
def test_what_was_said_is_never_changed(statement):
    keeper = person(office=Office.objects.create(name="North"))
    judge_same(actor("Anna"), actor("Anna B"), Sameness.SAME, by=keeper)
    withhold([document()], by=keeper)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_quote_in_code_points_fits_its_span():
    source = document("Über 𝄞 Éva spricht.")

    written = claim(subject(), "name", "Éva", evidence=evidence(source, "𝄞 Éva"))

    assert source.text[written.start : written.end] == "𝄞 Éva"
