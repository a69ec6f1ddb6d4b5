"""All deeds of the house, filtered, paged and taken out; and two entries side by side."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.doors import SignedInRequest, only
from accounts.models import User
from accounts.permissions import may_decide, may_manage, may_review, works_here
from archive import chronicle, history
from archive.chronicle import Asked
from archive.keyset import number
from archive.views.browse import number_in
from archive.views.describe import find

FIRST_YEAR, LAST_YEAR = 1900, 2200
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@only(may_review)
@require_safe
def deeds(request: SignedInRequest) -> HttpResponse:
    """The newest first; who manages also sees what was decided about people."""
    asked = _asked(request)
    query = {key: value for key, value in request.GET.items() if key != "efter"}
    found = chronicle.page(asked, after=request.GET.get("efter", ""))
    context = {
        "page": found,
        "asked": asked,
        "query": query,
        "older": "?" + urlencode({**query, "efter": found.older})
        if found.older
        else "",
        "export": urlencode(query),
        "people": User.objects.order_by("name").only("pk", "name", "email"),
        "deeds": history.DEEDS,
        "may_export": may_decide(request.user),
    }
    return render(request, "archive/workroom/chronicle.html", context)


@only(may_decide)
@require_safe
def export(request: SignedInRequest) -> StreamingHttpResponse:
    """The same deeds as a sheet: one row for each field that changed."""
    rows = _sheet(chronicle.everything(_asked(request)))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    day = timezone.localdate().isoformat()
    answer["Content-Disposition"] = f'attachment; filename="historik-{day}.csv"'
    return answer


@only(works_here)
@require_safe
def compare(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Any two entries of an item's history beside each other."""
    item = find(reg_number)
    one, other = number(request.GET.get("a")), number(request.GET.get("b"))
    found = history.between(item, one or 0, other or 0)
    if found is None and (one or other) and one != other:
        raise Http404
    context = {"item": item, "found": found, "may_revert": may_decide(request.user)}
    return render(request, "archive/workroom/compare.html", context)


def _asked(request: SignedInRequest) -> Asked:
    told = request.GET
    deed = told.get("gerning", "")
    known = deed in history.DEEDS or deed == chronicle.PEOPLE
    return Asked(
        by=number(told.get("hvem")),
        deed=deed if known else "",
        number=number_in(told["nummer"]) or 0 if told.get("nummer") else None,
        since=_day(told.get("fra", "")),
        until=_day(told.get("til", "")),
        with_people=may_manage(request.user),
    )


def _day(text: str) -> dt.date | None:
    """A day as a browser sends it; None for what no calendar on a desk has."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day is not None and FIRST_YEAR < day.year < LAST_YEAR else None


class _Echo:
    def write(self, line: str) -> str:
        return line


def _sheet(deeds: Iterator[chronicle.Deed]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    heads = (
        *(_("When"), _("Who"), _("What"), _("Kind"), _("Reg. no."), _("Name")),
        *(_("Field"), _("Before"), _("After")),
    )
    yield "\ufeff"
    yield _row(writer, heads)
    for deed in deeds:
        when = timezone.localtime(deed.at).isoformat(timespec="seconds")
        whole = (when, deed.by, deed.says, deed.noun, deed.reg_number, deed.name)
        if not deed.lines:
            yield _row(writer, (*whole, "", "", ""))
        for line in deed.lines:
            yield _row(writer, (*whole, line.label, line.before, line.after))


def _row(writer: Any, cells: tuple[str, ...]) -> str:
    """A row in which no cell can begin a formula."""
    safe = [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells]
    return str(writer.writerow(safe))
