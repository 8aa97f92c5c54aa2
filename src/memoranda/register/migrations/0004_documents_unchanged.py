"""A document is kept as it came, and as it was read."""

from django.db import migrations

from memoranda.history.rules.append_only import guard, unguard


def put_on(apps, schema_editor):
    for statement in guard("register_document", vendor=schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_off(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in unguard("register_document", vendor=vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0003_append_only_and_search")]

    operations = [migrations.RunPython(put_on, take_off)]
