"""A family's own page: what became of it, what they can add, decide and take back."""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView

from accounts.doors import keep_private
from archive.images import picture
from archive.models import Media
from archive.texts import direction
from archive.views.machines import serve_rendition
from submissions import actions, consent, progress, sentences, throttle
from submissions.forms import DecideForm, MessageForm
from submissions.models import Consent, Submission
from submissions.notices import link_to
from submissions.views.family import of_family, slow_down


@method_decorator(of_family, name="dispatch")
class Receipt(TemplateView):
    """Thank you: the number, the link and the three words."""

    template_name = "submissions/receipt.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        submission: Submission = kwargs["submission"]
        kwargs |= sharing(submission) | pictures(submission)
        return super().get_context_data(**kwargs)


@method_decorator(of_family, name="dispatch")
class Mine(TemplateView):
    """Everything a family can see and do about what they gave."""

    template_name = "submissions/mine.html"

    @classmethod
    def again(
        cls, request: HttpRequest, submission: Submission, **said: Any
    ) -> HttpResponse:
        """The same page with what was typed and what is wrong with it."""
        page = cls()
        page.setup(request)
        context = page.get_context_data(submission=submission, **said)
        return page.render_to_response(context, status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        submission: Submission = kwargs["submission"]
        items = actions.items_of(submission)
        agreed = Consent.objects.latest_of(submission)
        context = {
            "items": items,
            "line": progress.line(submission, items),
            "done": done(self.request.GET.get("done", "")),
            "story_direction": direction(submission.story_language),
            "may_regret": is_regrettable(submission),
            "needs_permission": agreed is None or not agreed.uses,
            "agreed": history(submission),
            "answer_form": MessageForm(),
            "decide_form": DecideForm(initial=now_agreed(agreed)),
            "promise": consent.promise(),
            "most": settings.MOST_FILES,
            **sharing(submission),
            **pictures(submission),
        }
        return super().get_context_data(**(context | kwargs))


@of_family
@require_POST
def answer(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = MessageForm(request.POST)
    if not form.is_valid():
        return Mine.again(request, submission, answer_form=form)
    try:
        actions.answer(submission, text=form.cleaned_data["text"])
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    return back(submission, done="answered", to="messages")


@of_family
@require_POST
def add_pictures(request: HttpRequest, submission: Submission) -> HttpResponse:
    if not submission.is_waiting:
        return back(submission, done="too_late")
    files = request.FILES.getlist("pictures")
    left_out = actions.add_files(submission, files)
    problems = [sentences.of_file(each) for each in left_out]
    if not files:
        problems = [_("Choose a picture first.")]
    if problems:
        return Mine.again(request, submission, file_problems=problems)
    return back(submission, done="added", to="pictures")


@of_family
@require_POST
def decide(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = DecideForm(request.POST)
    form.is_valid()
    try:
        actions.change_permissions(submission, **form.permission())
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    return back(submission, done="decided", to="permissions")


@method_decorator(of_family, name="dispatch")
class Withdraw(TemplateView):
    """One button, one look back, no reason."""

    template_name = "submissions/mine_withdraw.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        submission = actions.withdraw(kwargs["submission"])
        return back(submission, done="withdrawn")


@of_family
@require_POST
def regret(_request: HttpRequest, submission: Submission) -> HttpResponse:
    try:
        actions.regret(submission)
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    return back(submission, done="back", to="permissions")


@of_family
@require_safe
def own_picture(
    request: HttpRequest, submission: Submission, pk: int, name: str
) -> HttpResponseBase:
    """A rendition of one's own picture; none of what was taken back."""
    photograph = submission.photographs.select_related("media").filter(pk=pk).first()
    if photograph is None or submission.is_withdrawn:
        raise Http404
    return serve_rendition(request, photograph.media, name)


@method_decorator(csrf_exempt, name="dispatch")
class FindMine(TemplateView):
    """The way back for whoever has only the three words. No cookie: see family.py."""

    template_name = "submissions/find_mine.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        return keep_private(super().dispatch(request, *args, **kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.encoding = "utf-8"
        address = throttle.address(request)
        if not throttle.is_open(throttle.WRONG_WORDS, address):
            return slow_down(request, sentences.too_many_words())
        told = request.POST.get("words", "")
        found = Submission.objects.sent().filter(words=as_code(told), erased_at=None)
        if len(found) == 1 and found[0].words:
            return redirect(found[0])
        throttle.knock(throttle.WRONG_WORDS, address)
        problem = sentences.wrong_words()
        context = self.get_context_data(words=told[:80], problem=problem)
        return self.render_to_response(context, status=422)


def as_code(told: str) -> str:
    """“Lampe, tog  HAV” as “lampe-tog-hav”."""
    return "-".join(re.findall(r"[a-zæøå]+", told[:200].casefold()))


def back(submission: Submission, *, done: str, to: str = "") -> HttpResponse:
    """To the family's page, which says what was done."""
    place = f"#{to}" if to else ""
    return redirect(f"{submission.get_absolute_url()}?done={done}{place}")


def done(word: str) -> str:
    """The sentence for what has just been done."""
    return {
        "answered": _("Thank you. Your answer has arrived."),
        "added": _("Thank you. The picture has arrived safely."),
        "decided": _("Saved. It holds everywhere from now on."),
        "signed": _("Thank you. The signed page is kept, and only we see it."),
        "no_slip": _("The page could not be made just now. Try once more."),
        "withdrawn": _("It has been taken down everywhere."),
        "back": _("It is here again. Tell us once more what we may do with it."),
        "too_late": _("That can no longer be done here. Call us, and we will help."),
    }.get(word, "")


def pictures(submission: Submission) -> dict[str, Any]:
    """The family's pictures as they see them; none of what was taken back."""
    if submission.is_withdrawn:
        return {"pictures": []}
    photographs = submission.photographs.select_related("media")
    return {
        "pictures": [
            {
                "media": each.media,
                "picture": picture(
                    each.media, partial(_own_address, submission.token, each.pk)
                ),
                "is_waiting": each.media.state == Media.State.RECEIVED,
            }
            for each in photographs
        ]
    }


def sharing(submission: Submission) -> dict[str, str]:
    """The link, and the words to send it with from phone to phone."""
    link = link_to(submission)
    mine = _("My contribution no. %(number)s to %(archive)s: %(link)s") % {
        "number": submission.number,
        "archive": settings.SOCIETY.archive_name,
        "link": link,
    }
    others = _(
        "I have given pictures to %(archive)s. Do you have some too? %(link)s"
    ) % {
        "archive": settings.SOCIETY.archive_name,
        "link": settings.SITE_URL + reverse("submissions:contribute"),
    }
    return {
        "link": link,
        "to_myself": f"https://wa.me/?text={quote(mine)}",
        "to_others": f"https://wa.me/?text={quote(others)}",
    }


def is_regrettable(submission: Submission) -> bool:
    """Whether the withdrawal can still be undone."""
    if not submission.is_withdrawn or submission.erased_at:
        return False
    return not actions.is_past_regret(submission)


def now_agreed(agreed: Consent | None) -> dict[str, Any]:
    """The last answers, as the form shows them."""
    if agreed is None:
        return {"names": Consent.Names.NONE}
    return {
        "may": consent.names_of(agreed.uses),
        "names": agreed.names,
        "persons": "yes" if agreed.have_persons_agreed else "not_yet",
    }


def history(submission: Submission) -> list[dict[str, Any]]:
    """What was agreed and when, the newest first, in today's words."""
    words = {each.name: each.words for each in consent.questions()}
    return [
        {
            "given_at": each.given_at,
            "may": [words[name] for name in consent.names_of(each.uses)],
            "names": each.get_names_display(),
            "channel": each.get_channel_display(),
        }
        for each in submission.consents.all()
    ]


def _own_address(token: str, pk: int, name: str) -> str:
    return reverse("submissions:own_picture", args=[token, pk, name])
