"""The workroom's partners: who they are, and the addresses and codes made for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doors import SignedInRequest, only, only_for
from accounts.models import Partner
from accounts.permissions import may_call
from archive import typesetting
from submissions import actions
from submissions.forms.calling import NewForm, PartnerForm, PartnerWords
from submissions.models import Call
from submissions.querysets_calls import Came, came_through
from submissions.views.desk_parts import EditWords


@dataclass(frozen=True)
class Way:
    """One call as this partner leads to it: its address, and what came through."""

    call: Call | None
    address: str
    came: Came


@only(may_call)
@require_http_methods(["GET", "HEAD", "POST"])
def partner_list(request: SignedInRequest) -> HttpResponse:
    """Every partner with what came through them; and room for a new one."""
    form = NewForm(request.POST or None, of=Partner)
    if request.method == "POST" and form.is_valid():
        partner = actions.welcome_partner(
            name=form.cleaned_data["name"], slug=form.cleaned_data["slug"]
        )
        return redirect("submissions:edit_partner", partner.slug)
    partners = list(Partner.objects.all())
    came = came_through("partner", partners)
    return render(
        request,
        "submissions/workroom/partners.html",
        {
            "partners": [(each, came.get(each.pk, Came())) for each in partners],
            "form": form,
        },
        status=422 if form.errors else 200,
    )


@only_for(may_call)
class Edit(EditWords):
    """One partner: their words, whom we speak with, and what is printed for them."""

    template_name = "submissions/workroom/partner.html"
    facts_form = PartnerForm
    words_form = PartnerWords

    def row(self) -> Partner:
        return get_object_or_404(Partner, slug=self.kwargs["slug"])

    def save(self, row: Partner, *, version: int, changes: dict[str, Any]) -> None:
        actions.write_partner(row, version=version, changes=changes)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        partner = kwargs["row"]
        return super().get_context_data(
            partner=partner, ways=ways_of(partner), **kwargs
        )


@require_safe
@only(may_call)
def code(request: HttpRequest, slug: str, call: str = "") -> HttpResponse:
    """The QR code of a partner's address, as a drawing for print."""
    partner = get_object_or_404(Partner, slug=slug)
    if call:
        get_object_or_404(Call, slug=call)
    drawing = typesetting.qr_svg(settings.SITE_URL + address_of(partner, call))
    name = "-".join(part for part in ("qr", slug, call) if part)
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def ways_of(partner: Partner) -> list[Way]:
    """The partner's own address, and one for each call that visitors may know of."""
    calls = list(Call.objects.announced())
    came = came_through("call", calls, partner=partner)
    everything = came_through("partner", [partner]).get(partner.pk, Came())
    return [
        Way(None, settings.SITE_URL + address_of(partner), everything),
        *(
            Way(
                call,
                settings.SITE_URL + address_of(partner, call.slug),
                came.get(call.pk, Came()),
            )
            for call in calls
        ),
    ]


def address_of(partner: Partner, call: str = "") -> str:
    """/d/<partner>/, or /d/<partner>/<call>/."""
    if call:
        return reverse("short_partner_call", args=[partner.slug, call])
    return reverse("short_partner", args=[partner.slug])
