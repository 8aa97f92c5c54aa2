"""One name instead of two; one-time links; ending all sessions of a person."""

from django.db import migrations, models


def join_names(apps, schema_editor):
    accounts = apps.get_model("people", "Account").objects
    alias = schema_editor.connection.alias
    for account in accounts.using(alias).iterator():
        account.name = f"{account.first_name} {account.last_name}".strip()
        account.save(using=alias, update_fields=["name"])


def keep_as_last_name(apps, schema_editor):
    accounts = apps.get_model("people", "Account").objects
    alias = schema_editor.connection.alias
    for account in accounts.using(alias).iterator():
        account.last_name = account.name[:150]
        account.save(using=alias, update_fields=["last_name"])


class Migration(migrations.Migration):
    dependencies = [("people", "0002_roles_and_offices")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="name",
            # Two names of 150 characters and the space between them.
            field=models.CharField(blank=True, max_length=301, verbose_name="name"),
        ),
        migrations.RunPython(join_names, keep_as_last_name),
        migrations.AddField(
            model_name="account",
            name="link_made_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="account",
            name="sign_outs",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
