"""The archive's own scanner: what lies on it now, and what has come from it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review
from archive import actions
from archive.exchange.scanned import standing
from archive.forms.known import lists_for_names
from archive.forms.scanner import ScannerForm, said_of
from archive.models import Accession

LINES = 100  # of the journal are offered; older ones are typed


@only(may_review)
def scanner(request: SignedInRequest) -> HttpResponse:
    """Say what lies on the scanner; see what has come, what waits and what could not."""
    scanned = standing()
    is_sent = request.method == "POST"
    form = ScannerForm(request.POST if is_sent else None, initial=said_of(scanned.box))
    if is_sent and form.is_valid():
        actions.lay_on_scanner(form.facts(), by=request.user)
        messages.success(request, _("Every new picture gets this from now on."))
        return redirect("archive:scanner")
    context = {
        "scanned": scanned,
        "form": form,
        "journal": Accession.objects.all()[:LINES],
        **lists_for_names(),
    }
    return render(
        request,
        "archive/workroom/scanner.html",
        context,
        status=422 if is_sent else 200,
    )
