"""The table of the cache that counts attempts to sign in, for all processes."""

from django.core.management import call_command
from django.db import migrations

TABLE = "people_attempts"


def make(apps, schema_editor):
    call_command(
        "createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0
    )


def drop(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE IF EXISTS {TABLE}")


class Migration(migrations.Migration):
    dependencies = [("people", "0004_drop_first_and_last_name")]

    operations = [migrations.RunPython(make, drop)]
