"""Where families come in: one call or several, before it opens and when it is over.

A call that is closed, or taken back to be rewritten, turns nobody away who has begun:
what is posted with the key of a draft is always taken in.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.models import Partner
from submissions import calls
from submissions.models import Call, Submission
from submissions.querysets_calls import Came, came_through
from submissions.views.contribute import Contribute, partner_from

LANGUAGES = {code for code, _name in settings.LANGUAGES}
Standing = Call.Standing


@csrf_exempt
def front_door(request: HttpRequest) -> HttpResponseBase:
    """/bidrag/: the form; a room to choose in where several calls are open."""
    if request.method != "POST":
        opened = calls.open_calls()
        if len(opened) > 1:
            return choose(request, opened)
    return Contribute.as_view()(request)


@csrf_exempt
def without_call(request: HttpRequest) -> HttpResponseBase:
    """/bidrag/andet/: for what none of the calls asks for."""
    return Contribute.as_view(is_free=True)(request)


@csrf_exempt
def one_call(request: HttpRequest, slug: str) -> HttpResponseBase:
    """/bidrag/<call>/: its landing and form; who has begun may finish after its end."""
    call = calls.known(slug)
    goes_on = call.is_closed and "begyndt" in request.GET
    if request.method == "POST" or goes_on or call.is_open():
        return ToCall.as_view()(request, slug=slug)
    if not call.is_announced:
        raise Http404
    return stand(request, call)


class ToCall(Contribute):
    """The form of one call. Nobody begins at a call that is still being written."""

    def begin(self) -> Submission:
        has_begun = Submission.objects.filter(key=self.key, call=self.call).exists()
        if self.call and not self.call.is_announced and not has_begun:
            raise Http404
        return super().begin()


def choose(request: HttpRequest, opened: list[Call]) -> HttpResponseBase:
    """The open calls side by side, each with its picture and its question."""
    context = {"shown": calls.shown(opened), "partner": partner_from(request)}
    return render(request, "submissions/calls.html", context)


def stand(request: HttpRequest, call: Call, **more: Any) -> HttpResponseBase:
    """A call before it opens, or after it has closed."""
    others = [each for each in calls.open_calls() if each.pk != call.pk]
    context = {
        "call": call,
        "hero": calls.hero(call),
        "progress": calls.progress(call),
        "pictures": calls.pictures_from(call) if call.is_closed else [],
        "others": calls.shown(others),
        "share": calls.share_of(call),
        **more,
    }
    return render(request, "submissions/call_standing.html", context)


@require_safe
def short_call(request: HttpRequest, slug: str) -> HttpResponseBase:
    """/i/<call> on paper leads to the call, in the language of the poster."""
    get_object_or_404(Call.objects.announced(), slug=slug)
    return _lead(
        request,
        otherwise=get_language_from_request(request),
        to=("submissions:contribute_to", [slug]),
    )


@require_safe
def short_partner(
    request: HttpRequest, partner: str, slug: str = ""
) -> HttpResponseBase:
    """/d/<partner>/ and /d/<partner>/<call>/: on their posters, in their language."""
    found = get_object_or_404(Partner, slug=partner)
    if slug:
        get_object_or_404(Call.objects.announced(), slug=slug)
    return _lead(
        request,
        otherwise=found.language,
        to=("submissions:contribute_to", [slug])
        if slug
        else ("submissions:contribute", []),
        query=f"?fra={found.slug}",
    )


def _lead(
    request: HttpRequest, *, otherwise: str, to: tuple[str, list[str]], query: str = ""
) -> HttpResponseBase:
    """To the page, in the language that was asked for (?sprog=) or another."""
    asked = request.GET.get("sprog", "")
    language = asked if asked in LANGUAGES else otherwise
    with translation.override(language if language in LANGUAGES else "da"):
        response = redirect(reverse(to[0], args=to[1]) + query)
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = "no-cache"
    return response


class PartnerList(TemplateView):
    """Everybody the archive is made together with."""

    template_name = "submissions/partners.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        partners = [(each, calls.about(each)) for each in Partner.objects.all()]
        return super().get_context_data(partners=partners, **kwargs)


class PartnerPage(TemplateView):
    """One association: its own words, and what came in through it."""

    template_name = "submissions/partner.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        partner = get_object_or_404(Partner, slug=self.kwargs["slug"])
        came = came_through("partner", [partner]).get(partner.pk, Came())
        return super().get_context_data(
            partner=partner,
            about=calls.about(partner),
            came=came,
            pictures=calls.pictures_through(partner),
            opened=calls.shown(calls.open_calls()),
            **kwargs,
        )
