"""The archivist's page of numbers: how the house stands today, and where to look.

It lives here because it counts in every app; each number leads to the list behind it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review
from archive import fixity, images
from archive.models import Depiction, FixityReport, Item, Media, Suggestion
from submissions.forms.fields import STORY_LANGUAGES
from submissions.models import Submission

LATELY = dt.timedelta(days=90)
OWN_WORDS = dict(STORY_LANGUAGES) | dict(settings.LANGUAGES)


@dataclass(frozen=True)
class Number:
    """One number, what it counts, and the list behind it."""

    figure: str
    says: str
    url: str = ""
    is_fine: bool = True
    share: int | None = None  # of the whole, in percent: how many bricks are laid


def of_waiting(now: dt.datetime) -> list[Number]:
    """What families and volunteers wait for."""
    waiting = Submission.objects.waiting().count()
    suggested = Suggestion.objects.filter(
        state=Suggestion.State.WAITING, item__laid_away_at=None
    ).count()
    days = median_days(now)
    since = timezone.localdate(now - LATELY).isoformat()
    answered = f"{reverse('archive:chronicle')}?gerning=register&fra={since}"
    return [
        Number(
            str(waiting),
            ngettext("contribution waits", "contributions wait", waiting),
            reverse("submissions:inbox"),
            is_fine=not waiting,
        ),
        Number(
            "–" if days is None else number_format(f"{days:g}"),
            _("days before an answer, as a rule, these 90 days"),
            answered,
            is_fine=days is None or days <= settings.SOCIETY.reply_days,
        ),
        Number(
            str(suggested),
            ngettext("suggestion to read", "suggestions to read", suggested),
            reverse("archive:suggestions"),
            is_fine=not suggested,
        ),
    ]


def median_days(now: dt.datetime) -> float | None:
    """Half of the answers of the last ninety days came within so many days."""
    answered = Submission.objects.filter(
        answered_at__gte=now - LATELY, sent_at__isnull=False
    )
    waits = [
        (end - start).total_seconds() / 86_400
        for start, end in answered.values_list("sent_at", "answered_at")
        if start and end
    ]
    return round(max(median(waits), 0), 1) if waits else None


def of_items(now: dt.datetime) -> tuple[list[Number], list[Number]]:
    """What is out, and what the cards still lack: one query for all of it."""
    month = timezone.localtime(now).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    here = Q(laid_away_at=None)
    named = Exists(Depiction.objects.filter(item=OuterRef("pk")))
    found = Item.objects.annotate(is_named=named).aggregate(
        total=Count("pk", filter=here),
        out=Count("pk", filter=here & ~Q(publication="not") & Q(withdrawn_at=None)),
        month=Count("pk", filter=here & Q(published_at__gte=month)),
        undated=Count("pk", filter=here & Q(date_edtf="", is_date_unknown=False)),
        unplaced=Count("pk", filter=here & Q(place=None, is_place_unknown=False)),
        unnamed=Count("pk", filter=here & Q(is_named=False)),
        unsaid=Count("pk", filter=here & Q(alt_text="", withdrawn_at=None)),
        away=Count("pk", filter=~here & Q(erased_at=None)),
    )
    items, total = reverse("archive:items"), found["total"]
    since = month.date().isoformat()
    published = f"{reverse('archive:chronicle')}?gerning=publish&fra={since}"
    out = [
        Number(str(found["out"]), _("items everybody can see"), f"{items}?vis=udgivet"),
        Number(str(found["month"]), _("published this month"), published),
        Number(str(found["away"]), _("laid away"), reverse("archive:laid_away")),
    ]
    lacks = [
        _lack(found["undated"], total, _("without a date"), f"{items}?vis=uden-dato"),
        _lack(found["unplaced"], total, _("without a place"), f"{items}?vis=uden-sted"),
        _lack(
            found["unnamed"], total, _("without a person"), f"{items}?vis=uden-person"
        ),
        _lack(found["unsaid"], total, _("without alt text"), f"{items}?vis=uden-alt"),
    ]
    return out, lacks


def _lack(count: int, total: int, says: str, url: str) -> Number:
    share = round(100 * (total - count) / total) if total else 100
    return Number(str(count), says, url, is_fine=not count, share=share)


def of_families() -> tuple[int, list[tuple[str, int]]]:
    """How many families have given, and in which languages they told."""
    sent = Submission.objects.sent().filter(erased_at=None)
    families = sent.values("contributor").distinct().count()
    told = (
        sent.exclude(story_language="")
        .values_list("story_language")
        .annotate(count=Count("pk"))
        .order_by("-count", "story_language")
    )
    return families, [
        (_(str(OWN_WORDS.get(code, code))), count) for code, count in told
    ]


@only(may_review)
@require_safe
def numbers(request: SignedInRequest) -> HttpResponse:
    """A dozen queries, whatever the house holds."""
    now = timezone.now()
    out, lacks = of_items(now)
    families, languages = of_families()
    context = {
        "waiting": of_waiting(now),
        "out": out,
        "lacks": lacks,
        "families": families,
        "languages": languages,
        "report": fixity.latest(),
        "is_looking": fixity.is_waiting(),
    }
    return render(request, "numbers.html", context)


PARTS = (
    ("changed", gettext_lazy("Not what they were")),
    ("missing", gettext_lazy("Files that are missing")),
)


@dataclass(frozen=True)
class Found:
    """A file that is not as it was: whose it is, and where it lies in the house."""

    name: str
    title: str
    url: str
    path: str
    sha256: str


def _found(media: Media) -> Found:
    path = Path(images.original_path(media)) if media.original else Path()
    house = settings.DATA_DIR
    place = path.relative_to(house) if path.is_relative_to(house) else path.name
    name, title, url = media.name, "", ""
    if media.item is not None:
        name, title = media.item.reg_number, media.item.title
        url = reverse("archive:edit", args=[name])
    elif given := _contribution_of(media):
        name = _("Contribution %(number)s") % {"number": given}
        url = reverse("submissions:review", args=[given])
    return Found(name, title, url, str(place), media.sha256)


def _contribution_of(media: Media) -> int | None:
    """The contribution a picture or a voice came in with."""
    for part in ("photograph", "recording"):
        if hasattr(media, part):
            given: int | None = getattr(media, part).submission_id
            return given
    return None


@only(may_review)
@require_safe
def files(request: SignedInRequest) -> HttpResponse:
    """The last look at the originals, each with the item it belongs to."""
    report = fixity.latest()
    named = [*report.changed, *report.missing] if report else []
    known = Media.objects.select_related("item", "original", "photograph", "recording")
    found = {media.pk: _found(media) for media in known.filter(pk__in=named)}
    context: dict[str, Any] = {
        "report": report,
        "is_looking": fixity.is_waiting(),
        "parts": [
            (words, [(pk, found.get(pk)) for pk in getattr(report, part)])
            for part, words in PARTS
        ]
        if report
        else [],
        "earlier": FixityReport.objects.exclude(done_at=None)[1:13],
    }
    return render(request, "numbers_files.html", context)


@only(may_review)
@require_POST
def look_again(request: SignedInRequest) -> HttpResponse:
    """Ask the worker to compare every original with its hash."""
    fixity.ask_for_look(by=request.user)
    messages.success(request, _("The files are being looked at. It takes a while."))
    return redirect("files")
