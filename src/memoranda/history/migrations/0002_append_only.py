"""The history takes new lines and nothing else."""

from django.db import migrations

from memoranda.history.rules.append_only import guard, unguard

TABLES = ["history_historyentry"]


def put_on(apps, schema_editor):
    for table in TABLES:
        for statement in guard(table, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


def take_off(apps, schema_editor):
    for table in TABLES:
        for statement in unguard(table, vendor=schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]

    operations = [migrations.RunPython(put_on, take_off)]
