"""The studio of a call's posters: every language, two sizes, for the house or a partner."""

from __future__ import annotations

import logging
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.doors import only, only_for
from accounts.models import Partner
from accounts.permissions import may_call
from archive import typesetting
from archive.images import to_jpeg
from exhibitions.printing import posters
from exhibitions.printing.formats import POSTERS
from exhibitions.printing.panels import file_name
from exhibitions.views.printing import MARKS, chosen_language
from submissions import calls
from submissions.models import Call

logger = logging.getLogger(__name__)


@only_for(may_call)
class Studio(TemplateView):
    """The poster as it will be printed, and what stands in the way."""

    template_name = "exhibitions/workroom/poster.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        call = calls.known(self.kwargs["call"])
        size = self.request.GET.get("format", "A3")
        job = asked(self.request, call, size)
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "call": call,
            "formats": POSTERS.values(),
            "size": size,
            "chosen_language": job.data["language"],
            "partners": Partner.objects.all(),
            "partner": chosen_partner(self.request),
            "job": job,
            "query": self.query(job),
            "proof_width": POSTERS[size].width + 2 * MARKS,
            "proof_height": POSTERS[size].height + 2 * MARKS,
            **self.looked_at(call, job),
        }

    def query(self, job: posters.Job) -> str:
        partner = chosen_partner(self.request)
        more = f"&partner={partner.slug}" if partner else ""
        return f"?sprog={job.data['language']}{more}"

    def looked_at(self, call: Call, job: posters.Job) -> dict[str, Any]:
        try:
            pages = typesetting.pages("poster", job.data, pictures=job.pictures)
        except typesetting.CannotSet:
            logger.exception("Poster of %s", call.slug)
            return {"cannot_set": True, "findings": []}
        found = posters.before_print(call, job, pages.reports)
        return {"findings": found, "stops": any(each.stops for each in found)}


@require_safe
@only(may_call)
def poster(request: HttpRequest, call: str, form: str) -> HttpResponse:
    """The poster as PDF, at 1:1 with bleed and marks."""
    found = calls.known(call)
    job = asked(request, found, form)
    try:
        pdf = typesetting.pdf("poster", job.data, pictures=job.pictures)
    except typesetting.CannotSet:
        logger.exception("Poster of %s", call)
        messages.error(request, _("The pages could not be set. Nothing was printed."))
        return redirect("exhibitions:call_print", call)
    partner = chosen_partner(request)
    parts = ["plakat", form, job.data["language"], partner.slug if partner else ""]
    name = file_name(found, "_".join(part for part in [*parts, "bleed3"] if part))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


@require_safe
@only(may_call)
def proof(request: HttpRequest, call: str, form: str) -> HttpResponse:
    """The poster as a picture, to look at on the screen."""
    job = asked(request, calls.known(call), form)
    try:
        [png] = typesetting.png("poster", job.data, pictures=job.pictures)
    except typesetting.CannotSet as error:
        logger.exception("Proof of %s", call)
        raise Http404 from error
    return HttpResponse(to_jpeg(png), content_type="image/jpeg")


def asked(request: HttpRequest, call: Call, size: str) -> posters.Job:
    if size not in POSTERS:
        raise Http404
    return posters.poster(
        call,
        size=size,
        language=chosen_language(request),
        partner=chosen_partner(request),
    )


def chosen_partner(request: HttpRequest) -> Partner | None:
    slug = request.GET.get("partner", "")
    return get_object_or_404(Partner, slug=slug) if slug else None
