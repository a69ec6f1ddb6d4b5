"""A table for the tries at the door of the workroom: they count for every process."""

from django.core.management import call_command
from django.db import migrations


def make_room(apps, editor):
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [migrations.RunPython(make_room, migrations.RunPython.noop)]
