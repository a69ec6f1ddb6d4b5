"""Whoever gave before the yearly greeting was there is greeted on their next day."""

import datetime as dt

from django.db import migrations
from django.utils import timezone

YEAR = dt.timedelta(days=365)


def fill(apps, schema_editor):
    Submission = apps.get_model("submissions", "Submission")
    now = timezone.now()
    for submission in Submission.objects.exclude(sent_at=None).filter(greet_at=None):
        years = (now - submission.sent_at) // YEAR + 1
        submission.greet_at = submission.sent_at + max(years, 1) * YEAR
        submission.save(update_fields=["greet_at"])


class Migration(migrations.Migration):
    dependencies = [("submissions", "0004_mine")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
