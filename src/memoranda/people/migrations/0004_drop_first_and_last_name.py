"""The two names go, in a step of their own: PostgreSQL alters no table with
changes of its rows waiting."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0003_names_links_and_sign_outs")]

    operations = [
        migrations.RemoveField(model_name="account", name="first_name"),
        migrations.RemoveField(model_name="account", name="last_name"),
    ]
