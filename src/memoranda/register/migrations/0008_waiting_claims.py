"""What was decided together is kept; what waits already is in the queue."""

from django.db import migrations

from memoranda.history.rules.append_only import guard, unguard

TABLES = ["register_act", "register_actverdict"]
FILL = """
INSERT INTO register_waiting (claim_id, subject_id, type, property, certainty,
    document_id, publisher, language, genre, proposer_id)
SELECT claim.id, claim.subject_id, subject.type, claim.property, claim.certainty,
    claim.document_id, COALESCE(document.publisher, ''),
    COALESCE(document.language, ''), COALESCE(document.genre, ''),
    claim.asserted_by_id
FROM register_claim claim
JOIN register_subject subject ON subject.id = claim.subject_id
LEFT JOIN register_document document ON document.id = claim.document_id
WHERE COALESCE((
    SELECT verdict.status FROM register_verdict verdict
    WHERE verdict.claim_id = claim.id ORDER BY verdict.id DESC LIMIT 1
), 'proposed') = 'proposed'
"""


def put_on(apps, schema_editor):
    for table in TABLES:
        for statement in guard(table, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)
    schema_editor.execute(FILL, params=None)


def take_off(apps, schema_editor):
    for table in TABLES:
        for statement in unguard(table, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)
    schema_editor.execute("DELETE FROM register_waiting", params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0007_review")]

    operations = [migrations.RunPython(put_on, take_off)]
