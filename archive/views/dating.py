"""What the desk understands by a date, while it is being written."""

from __future__ import annotations

from django.http import JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import works_here
from archive import dates
from archive.forms import day_said


@only(works_here)
@require_safe
def reading(request: SignedInRequest) -> JsonResponse:
    """What we understand by a date in words; for the panel beside the field."""
    language = get_language() or "da"
    date = dates.read(request.GET.get("told", "")[:200], language)
    if date is None:
        return JsonResponse({"said": ""})
    return JsonResponse(read_out(date))


def read_out(date: dates.UncertainDate) -> dict[str, str]:
    """A date as the desk shows it: in words, as EDTF, and from when to when."""
    language = get_language() or "da"
    return {
        "said": date.say(language),
        "explained": date.explain(language),
        "edtf": date.edtf,
        "from": day_said(date.earliest, starts=True),
        "to": day_said(date.latest, starts=False),
    }
