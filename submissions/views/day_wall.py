"""The wall of a collection day: for the hall, and for nobody's secrets."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doors import SignedInRequest, keep_private, only
from accounts.permissions import may_sit_at_table
from submissions import throttle, wall
from submissions.models import CollectionDay
from submissions.views.family import slow_down


@only(may_sit_at_table)
@require_safe
def inside(request: SignedInRequest, slug: str) -> HttpResponse:
    return _wall(request, get_object_or_404(CollectionDay, slug=slug))


@require_safe
def outside(request: HttpRequest, token: str) -> HttpResponseBase:
    """By a long secret address: a projector has no keyboard to sign in with."""
    return keep_private(_by_token(request, token))


def _by_token(request: HttpRequest, token: str) -> HttpResponse:
    day = CollectionDay.objects.filter(wall_token=token).first()
    if day is not None:
        return _wall(request, day)
    if throttle.knock(throttle.WRONG_LINK, throttle.address(request)):
        return render(request, "404.html", status=404)
    return slow_down(request)


def _wall(request: HttpRequest, day: CollectionDay) -> HttpResponse:
    part = "_day_wall" if "del" in request.GET else "day_wall"
    context = {"day": day, "wall": wall.of(day)}
    return render(request, f"submissions/{part}.html", context)
