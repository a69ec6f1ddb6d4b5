"""Deciding what an item may be used for; and the rules, with where they come from."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, works_here
from archive import actions, deciding
from archive.permissions import Purpose, Verdict
from archive.views.describe import LaidAway, find, handing_back, save


@only(may_decide)
@require_POST
@handing_back
def decide(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Save what stands on the card; then write the decision down."""
    item = find(reg_number)
    purpose, _sign, verdict = request.POST.get("decide", "").partition(":")
    if purpose not in Purpose.values or verdict not in Verdict.values:
        return HttpResponseBadRequest()
    if "version" in request.POST:
        saved = save(request, item)
        if isinstance(saved, HttpResponse):
            return saved
    try:
        decision = deciding.decide(
            item,
            purpose=purpose,
            verdict=verdict,
            reason=request.POST.get("decide-reason", "")
            .strip()[:300]
            .replace("\0", ""),
            by=request.user,
        )
    except actions.ChangedMeanwhile as erased:
        raise LaidAway(erased.theirs) from erased
    messages.success(request, _("Kept: %(decision)s.") % {"decision": decision})
    return redirect(f"{reverse('archive:edit', args=[reg_number])}#use-{purpose}")


@only(works_here)
@require_safe
def rules(request: SignedInRequest) -> HttpResponse:
    """The society's rules about rights, as its own file says them."""
    context = {"rules": [*settings.SOCIETY.rights.values()]}
    return render(request, "archive/workroom/rules.html", context)
