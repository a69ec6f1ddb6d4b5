"""Smaller deeds of a family's own page: more words, a part hidden, letters, a new link."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from submissions import actions, notices
from submissions.forms import HearForm, MoreForm
from submissions.models import Consent, Submission
from submissions.views.family import of_family
from submissions.views.mine import Mine, back


@of_family
@require_POST
def tell_more(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = MoreForm(request.POST)
    if not form.is_valid():
        return Mine.again(request, submission, more_form=form)
    language = form.cleaned_data["more_language"] or get_language() or "da"
    try:
        actions.tell_more(submission, text=form.cleaned_data["more"], language=language)
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    return back(submission, done="told", to="told")


@of_family
@require_POST
def hide(request: HttpRequest, submission: Submission) -> HttpResponse:
    """One tap takes a part away everywhere: the names, the place, social media."""
    part = request.POST.get("part", "")
    try:
        said = _hide(submission, part)
    except actions.NotPossibleNow:
        said = "too_late"
    return back(submission, done=said, to="parts")


def _hide(submission: Submission, part: str) -> str:
    if part == "names":
        actions.hide_names(submission)
    elif part in {"place", "show_place"}:
        actions.hide_place(submission, hidden=part == "place")
    elif part == "social":
        actions.change_one(submission, only="social", names=Consent.Names.NONE)
    else:
        return ""
    return "decided"


@method_decorator(of_family, name="dispatch")
class Hear(TemplateView):
    """The switch for letters with news; also one click in a mail program (RFC 8058)."""

    template_name = "submissions/mine_news_stop.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        submission: Submission = kwargs["submission"]
        form = HearForm(request.POST)
        if not form.is_valid():
            return Mine.again(request, submission, hear_form=form)
        given = "email" in request.POST
        try:
            actions.hear(
                submission,
                wants_news=form.cleaned_data["wants_news"],
                email=form.cleaned_data["email"] if given else None,
            )
        except actions.NotPossibleNow:
            return back(submission, done="too_late")
        return back(submission, done="heard", to="news")


@method_decorator(of_family, name="dispatch")
class Renew(TemplateView):
    """A new link and new words; the old ones open nothing any more."""

    template_name = "submissions/mine_renew.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            renewed = actions.renew_link(kwargs["submission"])
        except actions.NotPossibleNow:
            return back(kwargs["submission"], done="too_late")
        return back(renewed, done="renewed", to="keys")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = notices.link_to(kwargs["submission"])
        return super().get_context_data(link=link, **kwargs)
