"""The permission on paper: slips to print, and photographs of the signed ones."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review
from archive import intake, typesetting
from submissions import actions, sentences, slips
from submissions.drafts import LeftOut
from submissions.models import ConsentText, Submission
from submissions.views.family import of_family
from submissions.views.mine import Mine, back

logger = logging.getLogger(__name__)

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@only(may_review)
@require_safe
def texts(request: SignedInRequest) -> HttpResponse:
    """Every version of the text, by language: when it came, and how many said yes."""
    versions = ConsentText.objects.annotate(
        answers=Count("consent"), agreed=Count("consent", filter=~Q(consent__uses=[]))
    ).order_by("language", "-first_shown_at", "-pk")
    context = {"versions": versions, "languages": LANGUAGES}
    return render(request, "submissions/consent_texts.html", context)


@only(may_review)
@require_safe
def blank(request: SignedInRequest, language: str) -> HttpResponse:
    """A slip for anybody, to lie in a heap on the table."""
    if language not in LANGUAGES:
        raise Http404
    return as_pdf(None, language) or sorry(request)


@only(may_review)
@require_safe
def of_contribution(request: SignedInRequest, pk: int) -> HttpResponse:
    """The slip of one contribution, in the language its family reads."""
    submission = get_object_or_404(Submission.objects.sent(), pk=pk)
    return as_pdf(submission, submission.language) or sorry(request)


@of_family
@require_safe
def mine(_request: HttpRequest, submission: Submission) -> HttpResponse:
    """The family's own slip, to print at home; not of what was taken back."""
    if submission.is_withdrawn:
        raise Http404
    made = as_pdf(submission, submission.language)
    return made or back(submission, done="no_slip", to="permissions")


@of_family
@require_POST
def signed(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The family sends a photograph of the slip they have signed."""
    file = request.FILES.get("evidence")
    if file is None:
        return Mine.again(
            request, submission, slip_problem=_("Choose a picture first.")
        )
    try:
        actions.sign_on_paper(submission, evidence=file)
    except intake.Refused as refused:
        problem = refusal(refused, file)
        return Mine.again(request, submission, slip_problem=problem)
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    return back(submission, done="signed", to="permissions")


def refusal(refused: intake.Refused, file: UploadedFile | None) -> str:
    """Why a photograph of a slip could not be kept, and what to do."""
    size = file.size if file else 0
    return sentences.of_file(LeftOut(refused.name, refused.why, size or 0))


def as_pdf(submission: Submission | None, language: str) -> HttpResponse | None:
    """The slip as a file with a name one can find again; None if it cannot be set."""
    try:
        content = slips.pdf(submission, language=language)
    except typesetting.CannotSet:
        logger.exception("The slip of %s", submission)
        return None
    number = submission.number if submission else "blanket"
    response = HttpResponse(content, content_type="application/pdf")
    name = f"tilladelse_{number}_{language}_A5.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def sorry(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("The page could not be set just now. Try once more."))
    return redirect("submissions:texts")
