"""The print studio: the check list, then panels and labels as PDF."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.doors import only, only_for
from accounts.permissions import may_curate
from archive import typesetting
from archive.images import to_jpeg
from exhibitions.models import Exhibition
from exhibitions.printing import checks
from exhibitions.printing import panels as printed
from exhibitions.printing.formats import FORMATS

logger = logging.getLogger(__name__)

LANGUAGES = {code for code, _name in settings.LANGUAGES}
SHEETS = ("A4", "single")
MARKS = 13  # millimetres of bleed and marks around the trim


@only_for(may_curate)
class Studio(TemplateView):
    """What would be printed, in which size and language, and what stands in the way."""

    template_name = "exhibitions/workroom/print.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exhibition = whole(self.kwargs["slug"])
        size = self.request.GET.get("format", "A2")
        language = chosen_language(self.request)
        if size not in FORMATS:
            raise Http404
        job = printed.panels(exhibition, size=size, language=language)
        return super().get_context_data(
            exhibition=exhibition,
            formats=FORMATS.values(),
            size=size,
            chosen_language=language,
            job=job,
            proof_width=FORMATS[size].width + 2 * MARKS,
            proof_height=FORMATS[size].height + 2 * MARKS,
            **self.looked_at(exhibition, job),
            **kwargs,
        )

    def looked_at(self, exhibition: Exhibition, job: printed.Job) -> dict[str, Any]:
        try:
            pages = typesetting.pages("panel", job.data, pictures=job.pictures)
        except typesetting.CannotSet:
            logger.exception("Panels of %s", exhibition.slug)
            return {"cannot_set": True, "findings": []}
        found = checks.before_print(exhibition, job, pages.reports)
        return {"findings": found, "stops": any(each.stops for each in found)}


@require_safe
@only(may_curate)
def panels(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """One PDF with a page a chapter, at 1:1 with bleed and marks."""
    if form not in FORMATS:
        raise Http404
    exhibition = whole(slug)
    job = printed.panels(exhibition, size=form, language=chosen_language(request))
    name = printed.file_name(exhibition, f"paneler_{form}_bleed3")
    return as_pdf(request, slug, "panel", (job.data, job.pictures), name)


@require_safe
@only(may_curate)
def labels(request: HttpRequest, slug: str, sheet: str) -> HttpResponse:
    """Object labels, two on an A4 sheet or one a page."""
    if sheet not in SHEETS:
        raise Http404
    exhibition = whole(slug)
    data = printed.labels(exhibition, sheet=sheet, language=chosen_language(request))
    name = printed.file_name(exhibition, f"skilte_{sheet}")
    return as_pdf(request, slug, "labels", (data, {}), name)


@require_safe
@only(may_curate)
def proof(request: HttpRequest, slug: str, form: str, page: int) -> HttpResponse:
    """One panel as a picture, to look at on the screen."""
    if form not in FORMATS:
        raise Http404
    job = printed.panels(whole(slug), size=form, language=chosen_language(request))
    if not 1 <= page <= len(job.data["panels"]):
        raise Http404
    panel = job.data["panels"][page - 1]
    keys = {picture["key"] for picture in panel.get("pictures", [])}
    data = {**job.data, "panels": [panel]}
    pictures = {key: job.pictures[key] for key in keys}
    try:
        [png] = typesetting.png("panel", data, pictures=pictures)
    except typesetting.CannotSet as error:
        logger.exception("Proof of %s", slug)
        raise Http404 from error
    return HttpResponse(to_jpeg(png), content_type="image/jpeg")


def as_pdf(
    request: HttpRequest,
    slug: str,
    template: str,
    job: tuple[Mapping[str, Any], Mapping[str, Path]],
    name: str,
) -> HttpResponse:
    """Typeset pages as a download; a sentence on the page where they cannot be set."""
    data, pictures = job
    try:
        pdf = typesetting.pdf(template, data, pictures=pictures)
    except typesetting.CannotSet:
        logger.exception("%s of %s", template, slug)
        messages.error(request, _("The pages could not be set. Nothing was printed."))
        return redirect("exhibitions:print", slug)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def whole(slug: str) -> Exhibition:
    exhibition: Exhibition = get_object_or_404(Exhibition.objects.whole(), slug=slug)
    return exhibition


def chosen_language(request: HttpRequest) -> str:
    language = request.GET.get("sprog", settings.LANGUAGE_CODE)
    if language not in LANGUAGES:
        raise Http404
    return language
