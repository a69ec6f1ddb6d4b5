"""Reading a date back while it is being told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.doors import keep_private
from submissions.forms.when import told_date, understand

ASKED = {
    "date_told": 200,
    "date_chip": 200,
    "age": 20,
    "born": 20,
    "exact_day": 20,
    "exact_month": 20,
    "exact_year": 20,
    "date_meant": 80,
}


@require_safe
def read_date(request: HttpRequest) -> HttpResponse:
    """What the archive understands of a date while it is being told."""
    language = get_language() or "da"
    answers = {
        name: request.GET.get(name, "").replace("\0", "")[:longest]
        for name, longest in ASKED.items()
    }
    reading = understand(
        told_date(answers, language), language, meant=answers["date_meant"]
    )
    response = render(request, "submissions/_reading.html", {"reading": reading})
    keep_private(response)
    return response
