"""What was said takes new rows and nothing else; the tables a search reads."""

from django.db import migrations

from memoranda.history.rules.append_only import guard, unguard

TABLES = [
    "register_claim",
    "register_verdict",
    "register_judgement",
    "register_original",
]
SEARCHES = ["register_search", "register_document_search"]
SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE {0} USING fts5(title, body, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')",
    ),
    "postgresql": (
        "CREATE TABLE {0} (rowid bigint PRIMARY KEY, title text NOT NULL, "
        "body text NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX {0}_words ON {0} USING gin (words)",
    ),
}


def put_on(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table in TABLES:
        for statement in guard(table, vendor=vendor):
            schema_editor.execute(statement, params=None)
    for table in SEARCHES:
        for statement in SEARCH[vendor]:
            schema_editor.execute(statement.format(table), params=None)


def take_off(apps, schema_editor):
    for table in SEARCHES:
        schema_editor.execute(f"DROP TABLE {table}", params=None)
    for table in TABLES:
        for statement in unguard(table, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_stale"),
        ("history", "0002_append_only"),
    ]

    operations = [migrations.RunPython(put_on, take_off)]
