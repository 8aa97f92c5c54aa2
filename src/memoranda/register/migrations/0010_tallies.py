"""Facets by list with their day, tallies of them, and searches that they narrow."""

import django.db.models.deletion
from django.db import migrations, models


SEARCH = {
    "sqlite": (
        "DROP TABLE register_search",
        "CREATE VIRTUAL TABLE register_search USING fts5(title, body, facets, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')",
    ),
    "postgresql": (
        "DELETE FROM register_search",
        "ALTER TABLE register_search ADD COLUMN facets text NOT NULL",
    ),
}
WITHOUT = {
    "sqlite": (
        "DROP TABLE register_search",
        "CREATE VIRTUAL TABLE register_search USING fts5(title, body, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')",
    ),
    "postgresql": ("ALTER TABLE register_search DROP COLUMN facets",),
}
ALL_STALE = (
    "INSERT INTO register_stale (subject_id) SELECT id FROM register_subject "
    "WHERE id NOT IN (SELECT subject_id FROM register_stale)"
)


def begin(apps, schema_editor):
    """Empty what is counted and found by; every subject waits to be shown again."""
    schema_editor.execute("DELETE FROM register_facet", params=None)
    for statement in SEARCH[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)
    schema_editor.execute(ALL_STALE, params=None)


def go_back(apps, schema_editor):
    for statement in WITHOUT[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)
    schema_editor.execute(ALL_STALE, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0009_restrictions"),
    ]

    operations = [
        migrations.RunPython(begin, go_back),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("listing", models.CharField(max_length=20)),
                ("left_name", models.CharField(max_length=20)),
                ("left_value", models.CharField(max_length=100)),
                ("right_name", models.CharField(max_length=20)),
                ("right_value", models.CharField(max_length=100)),
                ("number", models.IntegerField()),
            ],
            options={
                "verbose_name": "tally",
                "verbose_name_plural": "tallies",
            },
        ),
        migrations.RemoveIndex(
            model_name="entry",
            name="register_en_type_d181ba_idx",
        ),
        migrations.RemoveIndex(
            model_name="entry",
            name="register_en_type_0eea18_idx",
        ),
        migrations.RemoveIndex(
            model_name="entry",
            name="register_en_type_2bf61d_idx",
        ),
        migrations.RemoveIndex(
            model_name="entry",
            name="register_en_type_2741be_idx",
        ),
        migrations.RemoveIndex(
            model_name="facet",
            name="register_fa_name_7e7d29_idx",
        ),
        migrations.AddField(
            model_name="facet",
            name="day",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="facet",
            name="listing",
            field=models.CharField(default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="facet",
            name="entry",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="facets",
                to="register.entry",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["type", "subject"], name="register_en_type_2d88ab_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["type", "sort_title", "subject"],
                name="register_en_type_f65fdf_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["type", "-sources", "subject"],
                name="register_en_type_ddb91d_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["type", "-links", "subject"], name="register_en_type_277f2c_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="facet",
            index=models.Index(
                fields=["listing", "name", "value", "day", "entry"],
                name="register_fa_listing_ce51e7_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="facet",
            index=models.Index(
                fields=["entry", "name", "value"], name="register_fa_entry_i_fe3521_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="tally",
            index=models.Index(
                fields=["listing", "left_name", "right_name", "-number"],
                name="register_ta_listing_580e43_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="tally",
            index=models.Index(
                condition=models.Q(("number", 0)),
                fields=["number"],
                name="tallies_run_out",
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(
                fields=(
                    "listing",
                    "left_name",
                    "left_value",
                    "right_name",
                    "right_value",
                ),
                name="one_tally_of_two_words",
            ),
        ),
    ]
