"""What the desk understands by a date, while it is being written."""

from __future__ import annotations

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import works_here
from archive import dates
from archive.forms import day_said
from archive.templatetags.card import date_bar

LONGEST = 200


@only(works_here)
@require_safe
def reading(request: SignedInRequest) -> JsonResponse:
    """What we understand by a date in words, or by a first and a last day."""
    language = get_language() or "da"
    asked = {
        name: request.GET.get(name, "")[:LONGEST] for name in ("told", "from", "to")
    }
    if asked["told"]:
        date = dates.read(asked["told"], language)
    else:
        first, last = (dates.read(asked[name], language) for name in ("from", "to"))
        date = dates.from_span(
            first.earliest if first else None, last.latest if last else None
        )
    return JsonResponse(read_out(date) if date else {"said": ""})


def read_out(date: dates.UncertainDate) -> dict[str, str]:
    """A date as the desk shows it: in words, as EDTF, from when to when, and drawn."""
    language = get_language() or "da"
    drawn = date_bar(date.edtf, date.earliest, date.latest)
    return {
        "said": date.say(language),
        "explained": date.explain(language),
        "edtf": date.edtf,
        "from": day_said(date.earliest, starts=True),
        "to": day_said(date.latest, starts=False),
        "bar": render_to_string("components/date_bar.html", drawn).strip(),
    }
