"""What a family added after acceptance, answered from the inbox."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.doors import SignedInRequest
from archive.keyset import number
from submissions import actions
from submissions.models import Submission
from submissions.views.review import deed


@deed
def take_added(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """The chosen pictures become items, the words further stories of every item."""
    chosen = {number(each) for each in request.POST.getlist("take")}
    items = actions.take_added(
        submission, by=request.user, chosen=[each for each in chosen if each]
    )
    if not items:
        messages.success(request, _("The words now stand with the pictures."))
        return redirect("submissions:review", submission.pk)
    numbers = ", ".join(item.reg_number for item in items)
    messages.success(request, _("Accepted as %(numbers)s.") % {"numbers": numbers})
    return redirect("archive:edit", items[0].reg_number)


@deed
def leave_added(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Seen by a person; kept with the contribution."""
    actions.leave_added(submission)
    messages.success(request, _("Noted as seen. It is kept with the contribution."))
    return redirect("submissions:inbox")
