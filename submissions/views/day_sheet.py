"""One family at the table, on a tablet: the sheet, kept while it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import View

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_sit_at_table
from archive.intake import Refused
from archive.models import Media
from archive.typesetting import CannotSet
from archive.views.machines import serve_rendition
from submissions import actions, day_slip, sentences, sheet
from submissions.actions import NotPossibleNow, collecting, sheets
from submissions.drafts import LeftOut
from submissions.forms import SheetForm
from submissions.models import Photograph, Scan, Submission, Ticket
from submissions.permissions import may_read_sheet, may_take_over
from submissions.querysets import files_of
from submissions.views.day import as_pdf, ticket_of

MOVED = ("scan", "take_out", "take_out_voice")
TABLET = re.compile(r"[\w-]{8,43}", re.ASCII)


def of_sheet(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open a family's sheet to whoever helps them; the view gets the `ticket`.

    Whoever does not is told who does, and nothing of what the family said.
    """

    @only(may_sit_at_table)
    @wraps(view)
    def opened(
        request: SignedInRequest, *args: Any, slug: str, code: str, **kwargs: Any
    ) -> HttpResponseBase:
        ticket = ticket_of(slug, code)
        if ticket.submission is None or ticket.state == Ticket.State.WAITING:
            return redirect("submissions:day_number", slug, code)
        if may_read_sheet(request.user, ticket):
            answer: HttpResponseBase = view(request, *args, ticket=ticket, **kwargs)
            return answer
        if not may_take_over(ticket):
            raise PermissionDenied
        page = {"ticket": ticket, "day": ticket.day}
        return render(request, "submissions/day_taken.html", page, status=409)

    return opened


@method_decorator(of_sheet, name="dispatch")
class Sheet(View):
    """The sheet while it is filled in; the receipt when it has been sent."""

    def get(self, request: HttpRequest, ticket: Ticket) -> HttpResponse:
        if ticket.is_sent:
            return render(request, "submissions/day_receipt.html", sheet.sent(ticket))
        return self.page(request, ticket)

    @classmethod
    def page(
        cls,
        request: HttpRequest,
        ticket: Ticket,
        *,
        form: SheetForm | None = None,
        problems: list[str] | None = None,
        theirs: dict[str, Any] | None = None,
    ) -> HttpResponse:
        shown = form or SheetForm(initial=sheets.said(ticket))
        context = {
            **sheet.context(ticket, shown),
            "file_problems": problems or [],
            "theirs": sheet.in_words(theirs or {}),
            "tablet": _tablet(request),
        }
        status = 422 if form is not None else 200
        return render(request, "submissions/day_sheet.html", context, status=status)


@of_sheet
@require_POST
def save(request: SignedInRequest, ticket: Ticket) -> HttpResponse:
    """Keep whatever has come: fields, files, a signature; then send it if asked to."""
    wants_json = "application/json" in request.headers.get("Accept", "")
    if ticket.is_sent:
        return _gone(wants_json, ticket)
    names = [each for each in request.POST.getlist("field") if each in sheets.FIELDS]
    form = SheetForm(request.POST)
    form.is_valid()
    seen = {name: request.POST.get(f"seen-{name}", "") for name in names}
    try:
        theirs = sheets.write(ticket, changes=form.changes(names), seen=seen)
        problems = keep_files(ticket, request) + move_pictures(ticket, request)
    except NotPossibleNow:
        return _gone(wants_json, ticket)
    ticket = ticket_of(ticket.day.slug, ticket.code)
    if wants_json:
        return _news(request, ticket, form, problems, theirs)
    if problems or theirs or any(name in form.errors for name in names):
        return Sheet.page(request, ticket, form=form, problems=problems, theirs=theirs)
    if "send" in request.POST:
        return send(request, ticket)
    return redirect("submissions:day_sheet", ticket.day.slug, ticket.code)


def send(request: SignedInRequest, ticket: Ticket) -> HttpResponse:
    """Ask for what is still missing; else hand it over."""
    answers = sheets.said(ticket)
    form = SheetForm(answers)
    form.is_valid()
    is_signed = ticket.signature is not None
    lacking = sheets.lacks(answers, is_signed=is_signed)
    form.complain({name: sheet.MISSING[name] for name in lacking})
    if not lacking and not form.errors:
        try:
            sheets.hand_over(ticket, by=request.user)
        except actions.NothingGiven:
            form.add_error(None, sentences.nothing_given())
    if form.errors:
        return Sheet.page(request, ticket, form=form)
    return redirect("submissions:day_sheet", ticket.day.slug, ticket.code)


@only(may_sit_at_table)
@require_POST
def take_over(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """Go on with this family here: another volunteer, or a tablet that died."""
    ticket = ticket_of(slug, code)
    if may_take_over(ticket):
        try:
            collecting.take_over(ticket, by=request.user)
        except NotPossibleNow:
            return redirect("submissions:day", slug)
        return redirect("submissions:day_sheet", slug, code)
    return redirect("submissions:day", slug)


@of_sheet
@require_POST
def back_to_queue(request: SignedInRequest, ticket: Ticket) -> HttpResponse:
    seat = ticket.seat
    try:
        collecting.back_to_queue(ticket)
    except NotPossibleNow:
        return redirect("submissions:day", ticket.day.slug)
    messages.success(
        request, _("%(code)s waits again, first in line.") % {"code": ticket.code}
    )
    return redirect("submissions:day_table", ticket.day.slug, seat)


@of_sheet
@require_POST
def finish(request: SignedInRequest, ticket: Ticket) -> HttpResponse:
    """The family goes home; the table is free for the next one."""
    seat = ticket.seat
    try:
        collecting.finish(ticket)
    except NotPossibleNow:
        seat = ""
    if not seat:
        return redirect("submissions:day", ticket.day.slug)
    return redirect("submissions:day_table", ticket.day.slug, seat)


@of_sheet
@require_safe
def receipt(request: SignedInRequest, ticket: Ticket) -> HttpResponse:
    """The family's slip, in their language."""
    if not ticket.is_sent:
        return redirect("submissions:day_sheet", ticket.day.slug, ticket.code)
    try:
        pdf = day_slip.receipt(ticket, on=day_slip.paper(request.GET.get("papir", "")))
    except CannotSet:
        messages.warning(
            request, _("The slip could not be made. Write the three words down.")
        )
        return redirect("submissions:day_sheet", ticket.day.slug, ticket.code)
    return as_pdf(pdf, ticket.code)


@of_sheet
@require_safe
def file(
    request: SignedInRequest, ticket: Ticket, pk: int, name: str
) -> HttpResponseBase:
    """A rendition of what lies on this sheet, or in this table's scanner."""
    submission = ticket.submission
    if submission is None or submission.is_withdrawn:
        raise Http404
    own = files_of(submission).filter(pk=pk).first()
    scanned = Media.objects.filter(pk=pk, scan__in=sheet.tray(ticket)).first()
    media = own or scanned
    if media is None:
        raise Http404
    return serve_rendition(request, media, name)


def keep_files(ticket: Ticket, request: HttpRequest) -> list[str]:
    """Keep every file that came; returns a sentence for each that could not be."""
    files = request.FILES
    submission = ticket.submission
    if submission is None:
        raise NotPossibleNow
    pictures = [*files.getlist("pictures"), *files.getlist("voice")]
    left_out = actions.add_files(submission, pictures, language=_spoken(submission))
    for name, keep in (("keepsake", sheets.keep_photograph), ("signed", sheets.sign)):
        left_out += _kept(partial(keep, ticket), files.get(name))
    return [sentences.of_file(each) for each in left_out]


def _spoken(submission: Submission) -> str:
    """The language the story is told in, as the sheet has it by now."""
    submission.refresh_from_db(fields=["story_language"])
    return submission.story_language


def move_pictures(ticket: Ticket, request: HttpRequest) -> list[str]:
    """From the scanner's tray onto the sheet, or off it again; or sign once more."""
    scan, photograph, voice = (_pk(request, each) for each in MOVED)
    try:
        if scan is not None:
            sheets.pick(ticket, get_object_or_404(Scan, pk=scan, day=ticket.day))
        if photograph is not None:
            own = Photograph.objects.filter(submission=ticket.submission)
            sheets.put_back(ticket, get_object_or_404(own, pk=photograph))
        if voice is not None:
            sheets.unsay(ticket, voice)
        if "unsign" in request.POST:
            sheets.unsign(ticket)
    except (NotPossibleNow, Http404):
        return [_("Another tablet was quicker with that picture.")]
    return []


def _pk(request: HttpRequest, name: str) -> int | None:
    told = request.POST.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None  # noqa: PLR2004


def _kept(
    keep: Callable[[UploadedFile], Media], file: UploadedFile | None
) -> list[LeftOut]:
    if file is None:
        return []
    try:
        keep(file)
    except Refused as refused:
        return [LeftOut(refused.name, refused.why, file.size or 0)]
    return []


def _news(
    request: SignedInRequest,
    ticket: Ticket,
    form: SheetForm | None = None,
    problems: list[str] | None = None,
    theirs: dict[str, Any] | None = None,
) -> JsonResponse:
    """What the tablet needs to know now: is it kept, who else looks, what is new."""
    answers = sheets.said(ticket)
    asked = request.POST.getlist("field")
    known = request.POST.get("version", "")
    others = sheets.glance(ticket, tablet=_tablet(request))
    tray = sheet.files(ticket)
    wrong = form.errors if form is not None else {}
    return JsonResponse(
        {
            "says": _("Saved %(time)s")
            % {"time": time_format(timezone.localtime(), "TIME_FORMAT")},
            "version": ticket.version,
            "others": others,
            "problems": problems or [],
            "errors": {name: wrong[name][0] for name in asked if name in wrong},
            "theirs": sheet.in_words(theirs or {}),
            "stamps": {name: sheets.stamp(value) for name, value in answers.items()},
            "values": answers if known != str(ticket.version) else {},
            "language": answers["language"],
            "parts": _parts(request, tray),
        }
    )


def _parts(request: HttpRequest, shown: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The parts of the page that a file has changed, as the page would show them."""
    return {
        name: {
            "print": seen,
            "html": render_to_string(f"submissions/_day_{name}.html", shown, request),
        }
        for name, seen in shown["prints"].items()
        if request.POST.get(f"print-{name}") != seen
    }


def _gone(wants_json: bool, ticket: Ticket) -> HttpResponse:  # noqa: FBT001
    if wants_json:
        return JsonResponse({"gone": True})
    return redirect("submissions:day_sheet", ticket.day.slug, ticket.code)


def _tablet(request: HttpRequest) -> str:
    posted = request.POST.get("tablet", "")
    return posted if TABLET.fullmatch(posted) else ""
