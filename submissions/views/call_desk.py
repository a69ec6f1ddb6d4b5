"""The workroom's calls: writing them, opening and closing, and seeing them beforehand."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.doors import SignedInRequest, only, only_for
from accounts.permissions import may_call
from archive.models import Item
from submissions import actions, calls
from submissions.forms.calling import CallForm, CallWords, NewForm
from submissions.models import Call
from submissions.views.calls import stand
from submissions.views.contribute import Contribute
from submissions.views.desk_parts import EditWords

NEWEST = 8

Deed = Callable[[SignedInRequest, Call], HttpResponse]


@only(may_call)
@require_http_methods(["GET", "HEAD", "POST"])
def call_list(request: SignedInRequest) -> HttpResponse:
    """Every call, in the order families meet them; and room for a new one."""
    form = NewForm(request.POST or None, of=Call)
    if request.method == "POST" and form.is_valid():
        call = actions.issue_call(
            title=form.cleaned_data["name"],
            slug=form.cleaned_data["slug"],
            language=request.user.language,
            by=request.user,
        )
        return redirect("submissions:edit_call", call.slug)
    everything = calls.shown(list(Call.objects.with_hero()))
    return render(
        request,
        "submissions/workroom/calls.html",
        {"shown": everything, "form": form},
        status=422 if form.errors else 200,
    )


@only_for(may_call)
class Edit(EditWords):
    """One call, in all its languages."""

    template_name = "submissions/workroom/call.html"
    facts_form = CallForm
    words_form = CallWords

    def row(self) -> Call:
        found: Call = get_object_or_404(
            Call.objects.with_hero().select_related("changed_by"),
            slug=self.kwargs["slug"],
        )
        return found

    def save(self, row: Call, *, version: int, changes: dict[str, Any]) -> None:
        actions.write_call(row, version=version, changes=changes, by=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        call = kwargs["row"]
        newest = Item.objects.published().filter(publication=Item.Publication.FULL)
        return super().get_context_data(
            call=call,
            hero=calls.hero(call),
            progress=calls.progress(call),
            newest=newest.prefetch_related("media").order_by("-number")[:NEWEST],
            **kwargs,
        )


@only_for(may_call)
class Preview(Contribute):
    """The call as families will meet it. Nothing can be sent from here."""

    http_method_names = ["get", "head", "options"]

    @cached_property
    def call(self) -> Call | None:
        return calls.known(self.kwargs["slug"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        seen_as = request.GET.get("som")
        if seen_as in {Call.Standing.COMING, Call.Standing.CLOSED}:
            return self.before_or_after(request, seen_as)
        return super().get(request, *args, **kwargs)

    def before_or_after(self, request: HttpRequest, seen_as: str) -> HttpResponse:
        assert self.call is not None  # noqa: S101  (for the type checker)
        pictures = calls.pictures_from(self.call)
        answer = stand(
            request,
            self.call,
            standing=seen_as,
            pictures=pictures if seen_as == Call.Standing.CLOSED else [],
            is_preview=True,
        )
        assert isinstance(answer, HttpResponse)  # noqa: S101  (for the type checker)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(is_preview=True, **kwargs)


def deed(view: Deed) -> Callable[..., HttpResponseBase]:
    """A button on a call: it does one thing and comes back to the call."""

    @only(may_call)
    @require_POST
    @wraps(view)
    def pressed(request: SignedInRequest, slug: str) -> HttpResponse:
        return view(request, get_object_or_404(Call, slug=slug))

    return pressed


@deed
def open_call(request: SignedInRequest, call: Call) -> HttpResponse:
    """Open it today, or let everybody know when it opens."""
    if "siden" in request.POST:
        actions.announce_call(call, by=request.user)
        messages.success(request, _("Everybody can see now when it opens."))
    else:
        actions.open_call(call, by=request.user)
        messages.success(request, _("The call is open."))
    return redirect("submissions:edit_call", call.slug)


@deed
def close_call(request: SignedInRequest, call: Call) -> HttpResponse:
    actions.close_call(call, by=request.user)
    messages.success(
        request, _("The call is closed. What has been begun may still be sent.")
    )
    return redirect("submissions:edit_call", call.slug)


@deed
def move_call(request: SignedInRequest, call: Call) -> HttpResponse:
    actions.move_call(call, up=request.POST.get("vej") != "ned", by=request.user)
    return redirect("submissions:calls")
