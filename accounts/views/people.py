"""Who works here: the list, one person, inviting, roles, leave, and the end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts import actions
from accounts.doors import SignedInRequest, only, private
from accounts.forms import InviteForm, LeaveForm, RoleForm
from accounts.models import Invitation, User
from accounts.permissions import (
    may_change,
    may_manage,
    may_say_when_away,
    roles_given_by,
    works_here,
)
from accounts.views.door import send_code_to

PERSON = "accounts/person.html"


@only(may_manage)
@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """Everybody of the house: those who are here, then those who have ended."""
    everybody = list(User.objects.order_by("name", "pk"))
    standing = Invitation.objects.filter(accepted_at=None, taken_back_at=None)
    context = {
        "people": [person for person in everybody if person.is_active],
        "ended": [person for person in everybody if not person.is_active],
        "invitations": standing.select_related("by"),
    }
    return render(request, "accounts/people.html", context)


@only(may_manage)
def invite(request: SignedInRequest) -> HttpResponse:
    """Name, address, role and language; the letter goes at once."""
    form = InviteForm(request.POST or None, by=request.user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/invite.html", {"form": form})
    try:
        made = actions.invite(**form.cleaned_data, by=request.user)
    except actions.WorksHereAlready as known:
        messages.warning(
            request,
            _("%(name)s is known here already. Look below.") % {"name": known.person},
        )
        return redirect(known.person)
    messages.success(
        request, _("A letter is on its way to %(name)s.") % {"name": made.name}
    )
    return redirect("people:people")


@only(may_manage)
@require_POST
def uninvite(request: SignedInRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation, pk=pk)
    if invitation.role not in roles_given_by(request.user):
        raise PermissionDenied
    actions.uninvite(invitation, by=request.user)
    messages.success(request, _("Taken back. The link opens nothing any more."))
    return redirect("people:people")


@only(works_here)
@require_safe
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """One person; those who do not manage see only themselves."""
    return _page(request, _find(request, pk))


@only(may_manage)
@require_POST
def change_role(request: SignedInRequest, pk: int) -> HttpResponse:
    found = _changeable(request, pk)
    form = RoleForm(request.POST, by=request.user)
    if not form.is_valid():
        return _page(request, found, role_form=form)
    try:
        actions.change_role(found, role=form.cleaned_data["role"], by=request.user)
    except actions.NobodyWouldBeLeft as needed:
        messages.error(request, str(needed))
    else:
        messages.success(request, _("Saved."))
    return redirect(found)


@only(works_here)
@require_POST
def go_away(request: SignedInRequest, pk: int) -> HttpResponse:
    """A leave from one day to another; what they had in hand is for others."""
    found = _find(request, pk)
    if not may_say_when_away(request.user, found):
        raise PermissionDenied
    form = LeaveForm(request.POST)
    if not form.is_valid():
        return _page(request, found, leave_form=form)
    try:
        actions.go_away(found, **form.cleaned_data, by=request.user)
    except actions.NobodyWouldBeLeft as needed:
        messages.error(request, str(needed))
    else:
        messages.success(request, _("Noted. What they had in hand is for others now."))
    return redirect(found)


@only(works_here)
@require_POST
def come_back(request: SignedInRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    if not may_say_when_away(request.user, found):
        raise PermissionDenied
    actions.come_back(found, by=request.user)
    _say_welcome(request, found)
    return redirect(found)


@only(may_manage)
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then close the door; nobody is deleted."""
    found = _changeable(request, pk)
    if request.method != "POST":
        return render(request, "accounts/end.html", {"person": found})
    try:
        actions.end(found, by=request.user)
    except actions.NobodyWouldBeLeft as needed:
        messages.error(request, str(needed))
        return redirect(found)
    if found == request.user:
        return redirect("home")
    messages.success(
        request,
        _("Ended. What they have done keeps their name."),
        extra_tags=reverse("people:begin_again", args=[found.pk]),
    )
    return redirect("people:people")


@only(may_manage)
@require_POST
def begin_again(request: SignedInRequest, pk: int) -> HttpResponse:
    found = _changeable(request, pk)
    actions.begin_again(found, by=request.user)
    _say_welcome(request, found)
    return redirect(found)


@private
def welcome(request: HttpRequest, token: str) -> HttpResponseBase:
    """The link in an invitation: looking changes nothing, so mail scanners may.

    Nor does it open for somebody who is signed in: it is another's, or needs no more.
    """
    found = Invitation.objects.select_related("by").filter(token=token).first()
    if found is None or not found.is_open:
        return render(request, "accounts/stale.html", {"invitation": found}, status=404)
    if request.method != "POST" or request.user.is_authenticated:
        return render(request, "accounts/welcome.html", {"invitation": found})
    return send_code_to(request, actions.come(found))


def _say_welcome(request: SignedInRequest, found: User) -> None:
    if found == request.user:
        messages.success(request, _("Welcome back."))
    else:
        messages.success(request, _("%(name)s is here again.") % {"name": found})


def _find(request: SignedInRequest, pk: int) -> User:
    found = get_object_or_404(User, pk=pk)
    if found != request.user and not may_manage(request.user):
        raise PermissionDenied
    return found


def _changeable(request: SignedInRequest, pk: int) -> User:
    found = get_object_or_404(User, pk=pk)
    if not may_change(request.user, found):
        raise PermissionDenied
    return found


def _page(request: SignedInRequest, found: User, **forms: Any) -> HttpResponse:
    context = {
        "person": found,
        "is_me": found == request.user,
        "may_change": may_change(request.user, found),
        "may_say_when_away": may_say_when_away(request.user, found),
        "may_manage": may_manage(request.user),
        "is_needed": actions.is_needed(found),
        "is_away": found.is_away(),
        "role_form": RoleForm(initial={"role": found.role}, by=request.user),
        "leave_form": LeaveForm(),
        "deeds": found.deeds.select_related("by")[:20],
    }
    return render(request, PERSON, context | forms)
