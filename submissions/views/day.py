"""A collection day: planning it, its queue, whose turn it is, and what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView

from accounts.doors import SignedInRequest, only, only_for
from accounts.permissions import may_review, may_sit_at_table
from submissions import day_slip, scanner, wall
from submissions.actions import NotPossibleNow, collecting
from submissions.forms import DayForm
from submissions.forms.collecting import of_day
from submissions.models import CollectionDay, Scan, Ticket
from submissions.models.submission import SOUND_KEY, new_token


@only(may_sit_at_table)
@require_safe
def days(request: SignedInRequest) -> HttpResponse:
    """Every day, the newest first; to those who only sit at tables the one that is on."""
    may_plan = may_review(request.user)
    known = CollectionDay.objects.all()
    if not may_plan:
        known = known.exclude(status=CollectionDay.Status.CLOSED)
    context = {"days": known[:100], "may_plan": may_plan}
    return render(request, "submissions/days.html", context)


@only_for(may_review)
class Plan(TemplateView):
    """A new day, or one that is changed."""

    template_name = "submissions/day_plan.html"

    @property
    def day(self) -> CollectionDay | None:
        slug = self.kwargs.get("slug")
        return get_object_or_404(CollectionDay, slug=slug) if slug else None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        day = self.day
        form = DayForm(initial=of_day(day or CollectionDay()))
        return self.render_to_response({"form": form, "day": day})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        day = self.day
        form = DayForm(request.POST)
        if not form.is_valid():
            page = {"form": form, "day": day}
            return self.render_to_response(page, status=422)
        return redirect(collecting.plan_day(form.cleaned_data, day=day))


@only(may_sit_at_table)
@require_safe
def queue(request: SignedInRequest, slug: str) -> HttpResponse:
    """The door: one tap for a number, who waits, and the way to each table."""
    day = _day(slug)
    if day.status == CollectionDay.Status.CLOSED and not may_review(request.user):
        raise PermissionDenied
    tickets = day.tickets.select_related("submission")
    seated = {each.seat: each for each in tickets.at_table()}
    waiting = list(tickets.waiting())
    context = {
        "day": day,
        "tables": [
            {
                "letter": letter,
                "ticket": seated.get(letter),
                "waiting": [each for each in waiting if each.table == letter],
                "key": new_token(),
            }
            for letter in day.letters
        ],
        "waiting": waiting,
        "may_plan": may_review(request.user),
        "wall": wall.of(day),
    }
    return render(request, "submissions/day.html", context)


@only(may_review)
@require_POST
def open_day(request: SignedInRequest, slug: str) -> HttpResponse:
    day = _day(slug)
    try:
        collecting.open_day(day)
    except collecting.AnotherIsOpen as another:
        messages.warning(
            request,
            _("“%(other)s” is still open. Close it first; then this one can begin.")
            % {"other": another.other},
        )
    return redirect(day)


@only(may_review)
@require_POST
def close_day(request: SignedInRequest, slug: str) -> HttpResponse:
    day = collecting.close_day(_day(slug))
    return redirect("submissions:day_summary", day.slug)


@only(may_sit_at_table)
@require_POST
def take_ticket(request: SignedInRequest, slug: str) -> HttpResponse:
    day = _day(slug)
    posted = request.POST.get("key", "")
    key = posted if SOUND_KEY.fullmatch(posted) else new_token()
    try:
        ticket = collecting.take_ticket(
            day, table=request.POST.get("table", ""), key=key
        )
    except NotPossibleNow:
        messages.warning(request, _("Numbers are given out while the day is open."))
        return redirect(day)
    return redirect("submissions:day_number", slug, ticket.code)


@only(may_sit_at_table)
@require_safe
def number(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """The number, as big as the tablet."""
    ticket = ticket_of(slug, code)
    before = ticket.day.tickets.waiting().filter(taken_at__lt=ticket.taken_at)
    context = {"ticket": ticket, "day": ticket.day, "before": before.count()}
    return render(request, "submissions/day_number.html", context)


@only(may_sit_at_table)
@require_safe
def slip(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """The number on paper, in the language the page is in."""
    pdf = day_slip.number_slip(
        ticket_of(slug, code),
        on=day_slip.paper(request.GET.get("papir", "")),
        language=get_language() or "da",
    )
    return as_pdf(pdf, code)


@only(may_sit_at_table)
@require_safe
def table(request: SignedInRequest, slug: str, table: str) -> HttpResponse:
    """One table: the family that sits there, or whose turn it is."""
    day = _day(slug)
    if not day.has_table(table):
        raise Http404
    seated = day.tickets.at_table().filter(seat=table).first()
    if seated is not None:
        return redirect("submissions:day_sheet", slug, seated.code)
    waiting = list(day.tickets.waiting())
    own = [each for each in waiting if each.table == table]
    context = {
        "day": day,
        "table": table,
        "waiting": waiting,
        "next": next(iter(own or waiting), None),
    }
    return render(request, "submissions/day_table.html", context)


@only(may_sit_at_table)
@require_POST
def call(request: SignedInRequest, slug: str, table: str) -> HttpResponse:
    day = _day(slug)
    try:
        ticket = collecting.call(
            day, table=table, by=request.user, code=request.POST.get("code", "")
        )
    except NotPossibleNow:
        messages.warning(request, _("Another table was quicker. Call the next one."))
        return redirect("submissions:day", slug)
    if ticket is None:
        messages.info(request, _("Nobody is waiting just now."))
        return redirect("submissions:day_table", slug, table)
    return redirect("submissions:day_sheet", slug, ticket.code)


@only(may_review)
@require_safe
def summary(request: SignedInRequest, slug: str) -> HttpResponse:
    """After the day: numbers, and what is left to do."""
    day = _day(slug)
    tickets = day.tickets.select_related("submission__contributor")
    context = {
        "day": day,
        "wall": wall.of(day),
        "taken": tickets.count(),
        "unsent": tickets.without_contribution(),
        "given": tickets.given().prefetch_related("submission__photographs"),
        "unclaimed": day.scans.unclaimed().select_related("media"),
        "bad": day.scans.bad(),
        "days_kept": scanner.UNCLAIMED_DAYS,
    }
    return render(request, "submissions/day_summary.html", context)


@only(may_review)
@require_POST
def forget_scan(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Nobody knows whose picture it was: it is erased."""
    scan = get_object_or_404(Scan, pk=pk, day__slug=slug)
    if scanner.forget(scan):
        messages.success(request, _("The scanned picture is erased."))
    return redirect("submissions:day_summary", slug)


def ticket_of(slug: str, code: str) -> Ticket:
    """The ticket with this number: “A12”."""
    if not code[1:].isascii() or not code[1:].isdigit() or len(code) > 6:  # noqa: PLR2004
        raise Http404
    known = Ticket.objects.select_related(
        "day", "submission__contributor", "signature", "helped_by"
    )
    return get_object_or_404(
        known, day__slug=slug, table=code[0], number=min(int(code[1:]), 32767)
    )


def as_pdf(pdf: bytes, name: str) -> HttpResponse:
    """A slip to print, opened in the browser."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def where_it_hangs(day: CollectionDay) -> str:
    """The wall's address for a projector, without a sign-in."""
    return reverse("submissions:wall", args=[day.wall_token])


def _day(slug: str) -> CollectionDay:
    return get_object_or_404(CollectionDay.objects.select_related("call"), slug=slug)
