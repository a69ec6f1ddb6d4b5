"""What volunteers are given, what they suggest, and the answers to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.models import User
from accounts.permissions import may_review, works_here
from archive import volunteering
from archive.models import Assignment, Item, Suggestion
from archive.permissions import may_suggest
from archive.views.describe import find

MOST_ON_A_PAGE = 60
MOST_ANSWERED = 20
LATELY = dt.timedelta(days=14)
LONGEST = {"title": 200, "alt_text": 250, "date_told": 200, "place": 120, "person": 160}
LONG = {Suggestion.Field.SEEN, Suggestion.Field.REMARKS}


class SuggestForm(forms.Form):
    """Every field a volunteer may suggest, with what stands there or waits already."""

    def __init__(self, data: Any, item: Item, by: User) -> None:
        waiting = {
            row.field: row.words
            for row in item.suggestions.filter(by=by, state=Suggestion.State.WAITING)
        }
        super().__init__(data)
        for field in Suggestion.Field:
            self.fields[field] = forms.CharField(
                label=field.label,
                required=False,
                max_length=LONGEST.get(field, 5000),
                initial=waiting.get(field) or volunteering.standing(item, field),
                widget=forms.Textarea({"rows": 4, "dir": "auto"})
                if field in LONG
                else forms.TextInput({"dir": "auto"}),
                error_messages={"max_length": gettext_lazy("Say it a little shorter.")},
            )


@only(works_here)
@require_safe
def my_tasks(request: SignedInRequest) -> HttpResponse:
    """What is given to whoever asks, and what was answered lately."""
    mine = Assignment.objects.open().filter(volunteer=request.user)
    theirs = request.user.suggestions.filter(state=Suggestion.State.WAITING)
    given = (
        mine.filter(item__laid_away_at=None)
        .select_related("item__place", "by")
        .annotate(has_suggested=Exists(theirs.filter(item=OuterRef("item"))))
    )
    answered = request.user.suggestions.exclude(state=Suggestion.State.WAITING)
    context = {
        "given": given.prefetch_related("item__media")[:MOST_ON_A_PAGE],
        "answered": answered.select_related("item", "answered_by").order_by(
            "-answered_at"
        )[:20],
    }
    return render(request, "archive/workroom/my_tasks.html", context)


@only(works_here)
def suggest(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """A volunteer's own card of an item that is given to them."""
    item = find(reg_number)
    if not may_suggest(request.user, item):
        raise PermissionDenied
    form = SuggestForm(request.POST or None, item, request.user)
    if request.method == "POST" and form.is_valid():
        volunteering.suggest(item, words=form.cleaned_data, by=request.user)
        messages.success(request, _("Thank you. The archive reads it, and answers."))
        return redirect("archive:my_tasks")
    return render(
        request, "archive/workroom/suggest.html", {"item": item, "form": form}
    )


@only(works_here)
@require_POST
def give_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Return what is one's own, or, as one who describes, what anybody has."""
    assignment = get_object_or_404(Assignment, pk=pk)
    is_mine = assignment.volunteer_id == request.user.pk
    if not is_mine and not may_review(request.user):
        raise PermissionDenied
    volunteering.give_back(assignment)
    messages.success(request, _("Returned."))
    if is_mine:
        return redirect("archive:my_tasks")
    return redirect("archive:give", assignment.item.reg_number)


@only(may_review)
def give(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Give an item to a volunteer; who has it, and who could."""
    item = find(reg_number)
    volunteers = User.objects.present().filter(role=User.Role.VOLUNTEER)
    if request.method == "POST":
        chosen = request.POST.get("to", "")
        to = volunteers.filter(pk=chosen).first() if chosen.isdecimal() else None
        if to is None:
            messages.warning(request, _("Choose a volunteer who is here."))
        else:
            volunteering.give([item], to=to, by=request.user)
            messages.success(request, _("Given to %(name)s.") % {"name": to})
        return redirect("archive:give", item.reg_number)
    context = {
        "item": item,
        "volunteers": volunteers.order_by("name"),
        "given": item.assignments.filter(returned_at=None).select_related("volunteer"),
    }
    return render(request, "archive/workroom/give.html", context)


@only(may_review)
@require_safe
def suggestions(request: SignedInRequest) -> HttpResponse:
    """All that waits, item by item, with what stands on the card beside it."""
    waiting = list(
        Suggestion.objects.filter(state=Suggestion.State.WAITING)
        .exclude(item__laid_away_at__isnull=False)
        .select_related("item__place", "by")
        .prefetch_related("item__media")
        .order_by("item__number", "made_at")[:MOST_ON_A_PAGE]
    )
    groups = [
        (item, [_read(row) for row in rows])
        for item, rows in groupby(waiting, key=lambda row: row.item)
    ]
    lately = Suggestion.objects.exclude(state=Suggestion.State.WAITING).filter(
        item__erased_at=None, answered_at__gte=timezone.now() - LATELY
    )
    context = {
        "groups": groups,
        "answered": lately.select_related("item", "by", "answered_by").order_by(
            "-answered_at"
        )[:MOST_ANSWERED],
    }
    return render(request, "archive/workroom/suggestions.html", context)


@dataclass(frozen=True)
class Read:
    """A suggestion beside what stands, and what a yes would do."""

    row: Suggestion
    standing: str
    means: str
    is_long: bool


def _read(row: Suggestion) -> Read:
    stands = volunteering.standing(row.item, row.field)
    return Read(row, stands, volunteering.means(row), row.field in LONG)


@only(may_review)
@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Yes or no to one field, with the words put right first where they need it."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    if request.POST.get("answer") != "yes":
        volunteering.decline(suggestion, by=request.user)
        messages.success(
            request,
            _("Left as it was."),
            extra_tags=reverse("archive:reopen_suggestion", args=[pk]),
        )
        return redirect("archive:suggestions")
    longest = LONGEST.get(suggestion.field, 5000)
    words = request.POST.get("words", "").replace("\0", "").strip()[:longest]
    stood = request.POST.get("stood")
    try:
        volunteering.accept(suggestion, by=request.user, words=words, stood=stood)
    except volunteering.CardChanged:
        messages.warning(
            request, _("The card was changed meanwhile. Look at it once more.")
        )
        return redirect("archive:suggestions")
    mine = Suggestion.objects.filter(pk=pk, answered_by=request.user)
    if mine.filter(state=Suggestion.State.ACCEPTED).exists():
        messages.success(request, _("Written on the card."))
    else:
        messages.warning(request, _("Somebody else has answered it meanwhile."))
    return redirect("archive:suggestions")


@only(may_review)
@require_POST
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """A no was one too many: the suggestion waits again."""
    volunteering.take_up_again(get_object_or_404(Suggestion, pk=pk))
    messages.success(request, _("It waits again."))
    return redirect("archive:suggestions")
