"""A family's own page: what became of it, what they can add, decide and take back."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView

from archive import intake
from archive.images import picture
from archive.models import Item, Media
from archive.permissions import Use
from archive.texts import direction
from archive.views.machines import serve_rendition
from submissions import actions, consent, progress, sentences
from submissions.arrivals import PICTURE
from submissions.drafts import LeftOut
from submissions.forms import DecideForm, HearForm, MessageForm, MoreForm
from submissions.letters import share_of
from submissions.models import Consent, Contributor, Joining, Submission, Upload
from submissions.notices import link_to
from submissions.on_show import Hanging, hangings
from submissions.querysets import still_coming
from submissions.views import keepsakes, voices
from submissions.views.family import of_family


@method_decorator(of_family, name="dispatch")
class Receipt(TemplateView):
    """Thank you: the number, the link and the three words."""

    template_name = "submissions/receipt.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kwargs["submission"].is_withdrawn:
            return redirect(kwargs["submission"])
        return super().get(request, *args, **kwargs)

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
        prefetch_related_objects(
            [submission], "consents", "messages__recordings__media"
        )
        agreed = next(iter(submission.consents.all()), None)
        own = pictures(submission)
        context = {
            **standing(submission),
            "done": done(self.request.GET.get("done", "")),
            "opened": OPENED.get(self.request.GET.get("done", ""), ""),
            "story_direction": direction(submission.story_language),
            "may_regret": is_regrettable(submission),
            "needs_permission": agreed is None or Use.WEB not in agreed.uses,
            "agreed": history(submission),
            "letters": voices.with_voices(submission),
            "voices": voices.of_submission(submission),
            "answer_form": MessageForm(),
            "more_form": MoreForm(initial={"more_language": get_language()}),
            "hear_form": HearForm(initial=reached(submission)),
            "shows_social": agreed is not None and Use.SOCIAL in agreed.uses,
            "shows_names": shows_names(submission, agreed),
            "decide_form": DecideForm(initial=now_agreed(agreed)),
            "promise": consent.promise(),
            "most": settings.MOST_FILES,
            **sharing(submission),
            **own,
            "room": settings.MOST_FILES - len(own["pictures"]) - len(unseen(own)),
            "keepsake": keepsakes.shown(submission),
        }
        return super().get_context_data(**(context | kwargs))


@of_family
@require_POST
def answer(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = MessageForm(request.POST, request.FILES)
    if not form.is_valid():
        return Mine.again(request, submission, answer_form=form)
    try:
        actions.answer(submission, **form.answer())
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    except intake.Refused as refused:
        left_out = LeftOut(refused.name, refused.why, form.cleaned_data["voice"].size)
        form.add_error("voice", sentences.of_file(left_out))
        return Mine.again(request, submission, answer_form=form)
    return back(submission, done="answered", to="messages")


@of_family
@require_POST
def add_pictures(request: HttpRequest, submission: Submission) -> HttpResponse:
    files = request.FILES.getlist("pictures")
    try:
        left_out = actions.add_pictures(submission, files)
    except actions.NotPossibleNow:
        return back(submission, done="too_late")
    problems = [sentences.of_file(each) for each in left_out]
    if not files:
        problems = [_("Choose a picture first.")]
    if problems:
        return Mine.again(request, submission, file_problems=problems)
    return back(submission, done="added", to="pictures")


@of_family
@require_POST
def decide(request: HttpRequest, submission: Submission) -> HttpResponse:
    """All answers together by the button, or only the one that was touched."""
    form = DecideForm(request.POST)
    form.is_valid()
    only = request.POST.get("only", "")
    try:
        if only:
            actions.change_one(submission, only=only, **form.permission())
        else:
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


def back(submission: Submission, *, done: str, to: str = "") -> HttpResponse:
    """To the family's page, which says what was done."""
    place = f"#{to}" if to else ""
    return redirect(f"{submission.get_absolute_url()}?done={done}{place}")


# What stands open after a deed in it, so that the answer is seen where it was asked.
OPENED = {
    "decided": "permissions",
    "heard": "news",
    "renewed": "keys",
    "back": "permissions",
}


def done(word: str) -> str:
    """The sentence for what has just been done."""
    return {
        "answered": _("Thank you. Your answer has arrived."),
        "added": _("Thank you. The picture has arrived safely."),
        "told": _("Thank you. Your words have arrived, and stand beside the first."),
        "heard": _("Saved."),
        "renewed": _("This is your new link. The old one opens nothing any more."),
        "decided": _("Saved. It holds everywhere from now on."),
        "signed": _("Thank you. The signed page is kept, and only we see it."),
        "no_slip": _("The page could not be made just now. Try once more."),
        "withdrawn": _("It has been taken down everywhere."),
        "back": _("It is here again. Tell us once more what we may do with it."),
        "too_late": _("That can no longer be done here. Call us, and we will help."),
    }.get(word, "")


def standing(submission: Submission) -> dict[str, Any]:
    """Where it is now: the line, what is shown, and where it hangs."""
    items = actions.items_of(submission)
    prefetch_related_objects(items, "place", "stories")
    shows = hangings(items)
    letters = list(submission.messages.all())
    has_asked = any(not each.is_from_family for each in letters)
    return {
        "items": items,
        "shares": [share_of(item) for item in items if item.is_published],
        "shows": shows,
        "beside": beside_whose(submission),
        "parts": list(submission.parts.exclude(state=Submission.State.MERGED)),
        "line": progress.line(submission, items, shows, has_asked=has_asked),
        "next_step": next_step(submission, items, shows),
    }


def beside_whose(submission: Submission) -> Item | None:
    """The picture of another family that their words stand with, while it is shown."""
    joined = Joining.objects.filter(submission=submission, stories__isnull=False)
    joining = joined.select_related("item").first()
    return joining.item if joining and joining.item.is_published else None


def next_step(
    submission: Submission, items: list[Item], shows: list[Hanging]
) -> dict[str, str] | None:
    """The one thing a family most likely came for; a question is asked further down."""
    if submission.state == Submission.State.QUESTION or not submission.may_be_added_to:
        return None
    if shows:
        words = _("See my picture in the exhibition")
        return {"url": shows[0].url, "words": words}
    for item in items:
        if item.is_published:
            return {"url": item.get_absolute_url(), "words": _("See my picture")}
    return {"url": "#more", "words": _("Tell more")}


def reached(submission: Submission) -> dict[str, Any]:
    giver = submission.contributor
    return {"email": giver.email, "wants_news": giver.wants_news}


def shows_names(submission: Submission, agreed: Consent | None) -> bool:
    """Whether any name of the family may be read by visitors."""
    giver = submission.contributor
    is_named = giver.name and giver.shown_as != Contributor.ShownAs.FAMILY
    names = agreed.names if agreed else Consent.Names.NONE
    return bool(is_named) or names != Consent.Names.NONE


def pictures(submission: Submission) -> dict[str, Any]:
    """The family's pictures as they see them; none of what was taken back."""
    if submission.is_withdrawn:
        return {"pictures": [], "coming": []}
    photographs = submission.photographs.select_related("media", "awaits")
    return {
        "coming": still_coming(submission),
        "pictures": [
            {
                "media": each.media,
                "picture": picture(
                    each.media, partial(_own_address, submission.token, each.pk)
                ),
                "is_waiting": each.media.state == Media.State.RECEIVED,
                "is_preview": each.is_preview,
                "awaits": each.awaits_id,
                "reply": each.reply,
            }
            for each in photographs
        ],
    }


def unseen(own: dict[str, Any]) -> list[Upload]:
    """Pictures on their way of which not even a small one is here."""
    small = {each["awaits"] for each in own["pictures"]}
    pictures = [each for each in own["coming"] if each.purpose == PICTURE]
    return [each for each in pictures if each.pk not in small]


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
