"""The page of numbers: each is right, each leads to its list, and it stays quick."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from archive import fixity, images, upkeep
from archive.models import FixityReport
from config import numbers
from config.work import run_messengers
from submissions.models import Submission
from tests import make

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def answered(days: float) -> Submission:
    sent = NOW - dt.timedelta(days=20)
    return make.submission(
        pictures=0,
        state="accepted",
        sent_at=sent,
        answered_at=sent + dt.timedelta(days=days),
    )


def test_half_of_the_answers_came_within_so_many_days() -> None:
    for days in (1, 2, 12):
        answered(days)

    assert numbers.median_days(NOW) == 2


def test_nobody_answered_is_no_number() -> None:
    assert numbers.median_days(NOW) is None


def test_what_the_cards_lack_is_counted_once_each(poul_client: Client) -> None:
    whole = make.item(date_told="1974", place=make.place())
    make.depiction(whole, person=make.person("Emine"))
    make.depiction(whole, person=make.person("Hasan"))
    bare = make.item(alt_text="", is_place_unknown=False)
    type(bare).objects.filter(pk=bare.pk).update(is_date_unknown=False)

    _out, lacks = numbers.of_items(NOW)

    assert [each.figure for each in lacks] == ["1", "1", "1", "1"]
    for each in lacks:
        listed = poul_client.get(each.url)
        assert [item.pk for item in listed.context["page"].items] == [bare.pk]


def test_every_number_leads_somewhere(poul_client: Client) -> None:
    make.published_item()
    out, lacks = numbers.of_items(NOW)

    for each in [*numbers.of_waiting(NOW), *out, *lacks]:
        assert poul_client.get(each.url).status_code == 200


def test_the_page_costs_the_same_for_one_and_for_three(
    poul_client: Client, django_assert_max_num_queries: Any
) -> None:
    make.submission(pictures=0)
    make.published_item()
    with django_assert_max_num_queries(14) as first:
        poul_client.get(reverse("numbers"))
    for _ in range(2):
        make.submission(pictures=0)
        make.published_item()

    with django_assert_max_num_queries(len(first)):
        poul_client.get(reverse("numbers"))


def test_a_look_names_what_is_changed_missing_and_strange(
    poul_client: Client, settings: Any
) -> None:
    changed, missing = make.media(), make.media()
    make.published_item(picture=True)
    images.original_path(changed).write_bytes(b"other")
    images.original_path(missing).unlink()
    stray = settings.MEDIA_ROOT / "stray.jpg"
    stray.write_bytes(b"?")

    poul_client.post(reverse("look_again"))
    poul_client.post(reverse("look_again"))
    FixityReport.objects.update(asked_at=NOW - dt.timedelta(minutes=1))
    fixity.sweep()

    (report,) = FixityReport.objects.all()
    assert (report.changed, report.missing) == ([changed.pk], [missing.pk])
    assert report.untracked == ["originals/stray.jpg"]
    page = poul_client.get(reverse("files"))
    assert "stray.jpg" in page.text
    assert changed.sha256 in page.text
    assert (
        str(images.original_path(missing).relative_to(settings.DATA_DIR)) in page.text
    )


def test_a_file_that_is_no_item_yet_leads_to_its_contribution(
    poul_client: Client,
) -> None:
    waiting = make.submission(ready=True)
    images.original_path(waiting.photographs.get().media).unlink()

    fixity.write(upkeep.look())

    page = poul_client.get(reverse("files"))
    assert reverse("submissions:review", args=[waiting.pk]) in page.text


def test_half_days_are_read_in_the_reader_s_language(
    poul_client: Client,
) -> None:
    now = timezone.now()
    for days in (1, 2):
        sent = now - dt.timedelta(days=days)
        make.submission(pictures=0, sent_at=sent, answered_at=now)

    danish = poul_client.get(reverse("numbers"))
    english = poul_client.get("/en" + reverse("numbers"))

    assert [page.context["waiting"][1].figure for page in (danish, english)] == [
        "1,5",
        "1.5",
    ]


def test_the_worker_looks_when_it_is_asked(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        fixity.ask_for_look(by=make.user())

    run_messengers()

    latest = fixity.latest()
    assert latest is not None
    assert latest.is_clean


def test_repair_writes_its_report_too() -> None:
    call_command("repair")

    assert FixityReport.objects.get().is_clean
