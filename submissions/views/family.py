"""The door of a family's own pages: a long secret link, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from accounts.doors import keep_private
from submissions import sentences, throttle
from submissions.models import Submission


def of_family(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open the page of a token; the view gets `submission` instead.

    The link in the address is the whole authority: no cookie is read or set, so that
    another site's form could do nothing here, and none asks for a CSRF token. Answers
    are private: never stored, indexed or passed on.
    """

    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, *, token: str, **kwargs: Any) -> HttpResponseBase:
        return keep_private(_open(view, request, token, kwargs))

    return opened


def _open(
    view: Callable[..., Any], request: HttpRequest, token: str, kwargs: dict[str, Any]
) -> HttpResponseBase:
    submission = of_token(token)
    if submission is None:
        if throttle.knock(throttle.WRONG_LINK, throttle.address(request)):
            return render(request, "404.html", status=404)
        return slow_down(request)
    if request.method == "POST":
        request.encoding = "utf-8"
        if not throttle.knock(throttle.FAMILY_PAGE, token):
            return slow_down(request)
        if not throttle.carry(request):
            return slow_down(request)
    try:
        answer: HttpResponseBase = view(request, submission=submission, **kwargs)
    except Http404:  # also a “not here” is private
        return render(request, "404.html", status=404)
    return answer


def of_token(token: str) -> Submission | None:
    """The contribution a link leads to; of pictures put together, the one they are now.

    It answers to the link it was asked by: a second family never learns the first's.
    """
    known = Submission.objects.select_related("contributor", "call", "merged_into")
    found = known.with_a_page().filter(token=token).first()
    while found is not None and found.merged_into_id:
        found = known.filter(pk=found.merged_into_id).first()
    if found is not None:
        found.token = token
    return found


def slow_down(request: HttpRequest, sentence: str = "") -> HttpResponse:
    """A page that says to wait a little; 429."""
    said = {"sentence": sentence or sentences.slow_down()}
    return slowly(render(request, "submissions/slow_down.html", said, status=429))


def slowly(response: HttpResponse) -> HttpResponse:
    """The answer with when to try again, for whoever reads headers."""
    response["Retry-After"] = str(throttle.seconds_left())
    return response
