"""What an office keeps to itself; like all that was said it takes new rows only."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from memoranda.history.rules.append_only import guard, unguard

TABLE = "register_restriction"


def put_on(apps, schema_editor):
    for statement in guard(TABLE, vendor=schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_off(apps, schema_editor):
    for statement in unguard(TABLE, vendor=schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_roles_and_offices"),
        ("register", "0008_waiting_claims"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("withheld", models.BooleanField()),
                ("until", models.CharField(blank=True, max_length=30)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("rule", models.CharField(blank=True, max_length=40)),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ("document", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="register.document")),
                ("office", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.office")),
                ("subject", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="register.subject")),
            ],
            options={
                "verbose_name": "restriction",
                "verbose_name_plural": "restrictions",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("subject__isnull", True)),
                            models.Q(("document__isnull", True), ("subject__isnull", False)),
                            _connector="OR",
                        ),
                        name="restriction_is_of_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", False),
                            models.Q(("rule", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="restriction_has_person_or_rule",
                    ),
                ],
            },
        ),
        migrations.RunPython(put_on, take_off),
    ]
