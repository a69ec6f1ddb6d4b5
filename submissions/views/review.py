"""The inbox: what families sent, large and upright, and the answers they get."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review
from archive import intake
from archive.keyset import number
from archive.models import Item
from submissions import actions, consent, desk
from submissions import inbox as inbox_list
from submissions.forms import PermissionFields
from submissions.forms.fields import STORY_LANGUAGES
from submissions.models import Consent, DeskDeed, Photograph, Submission
from submissions.querysets import items_of
from submissions.recipes import recipe_of
from submissions.suspects import suspects
from submissions.views import hands, slips
from submissions.views.told import who_is_seen

LONGEST_TRANSCRIPT = 40_000  # ten minutes aloud are some nine thousand signs
Deed = Callable[[SignedInRequest, Submission], HttpResponse]


@only(may_review)
@require_safe
def inbox(request: SignedInRequest) -> HttpResponse:
    """The list, and the first of it on the easel."""
    chosen = inbox_list.chosen_filter(request.GET.get("vis", ""))
    after = number(request.GET.get("efter"))
    shown = inbox_list.listing(chosen, after, by=request.user)
    first = shown.rows[0].submission.pk if shown.rows else None
    return page(request, shown, first)


@only(may_review)
@require_safe
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """One contribution on the easel, the list beside it."""
    found = get_object_or_404(Submission.objects.with_a_page(), pk=pk)
    if found.merged_into_id:
        return redirect("submissions:review", found.merged_into_id)
    return card_of(request, pk)


def deed(act: Deed) -> Callable[..., HttpResponse]:
    """A button of the card: checks, acts, and says if somebody was quicker."""

    @only(may_review)
    @require_POST
    @wraps(act)
    def button(request: SignedInRequest, pk: int) -> HttpResponse:
        submission = get_object_or_404(Submission.objects.sent(), pk=pk)
        try:
            return act(request, submission)
        except actions.StandsInTheWay as hindrance:
            messages.warning(request, hindrance.why)
        except actions.NotPossibleNow:
            messages.warning(request, _too_late(request.POST))
        return redirect(card_address(request, pk))

    return button


def card_address(request: SignedInRequest, pk: int | None, **more: int) -> str:
    """The card of a contribution, or none, in the list that is open beside it."""
    chosen = inbox_list.chosen_filter(request.GET.get("vis", ""))
    asked = {**more, **({"vis": chosen} if chosen else {})}
    card = reverse("submissions:review", args=[pk]) if pk else None
    return (card or reverse("submissions:inbox")) + (
        f"?{urlencode(asked)}" if asked else ""
    )


def onward(request: SignedInRequest, submission: Submission) -> str:
    """The next card of the list that is open; the list itself, where this was the last.

    Asked before the deed: afterwards this one does not stand in the list any more.
    """
    chosen = inbox_list.chosen_filter(request.GET.get("vis", ""))
    before, after = inbox_list.neighbours(chosen, submission, by=request.user)
    return card_address(request, after or before)


@deed
def ask(request: SignedInRequest, submission: Submission) -> HttpResponse:
    question = _composed(request, desk.QUESTIONS, submission)
    if not question:
        problem = _("Write the question, or choose one and fill in what it lacks.")
        return card_of(request, submission.pk, problems={"ask": problem})
    actions.ask(submission, question=question, by=request.user)
    say(request, _asked(submission), submission.deeds.first())
    return redirect(card_address(request, submission.pk))


@deed
def decline(request: SignedInRequest, submission: Submission) -> HttpResponse:
    reason = _composed(request, desk.REASONS, submission)
    if not reason:
        problem = _("Give a reason. The family reads it, so let it be kind.")
        return card_of(request, submission.pk, problems={"decline": problem})
    following = onward(request, submission)
    actions.decline(submission, reason=reason, by=request.user)
    say(request, _("Answered with a no and a thank you."), submission.deeds.first())
    return redirect(following)


@deed
def accept(request: SignedInRequest, submission: Submission) -> HttpResponse:
    photographs = list(submission.photographs.values_list("pk", flat=True))
    taken = {number(each) for each in request.POST.getlist("take")}
    if "choosing" in request.POST:
        photographs = [pk for pk in photographs if pk in taken]
    if not photographs and submission.photographs.exists():
        problem = _("Choose at least one picture. Is there none yet? Ask for one.")
        return card_of(request, submission.pk, problems={"accept": problem})
    try:
        items = actions.accept(
            submission,
            by=request.user,
            titles={
                pk: " ".join(request.POST.get(f"title-{pk}", "").split())[:200]
                for pk in [*photographs, actions.STORY]
            },
            chosen=photographs,
            may_be_small="small" in request.POST,
            declined=_declined(request, submission),
        )
    except actions.OriginalMissing:
        problem = _(
            "The large picture is not here yet. Wait for it, or take the small."
        )
        return card_of(request, submission.pk, problems={"accept": problem})
    numbers = ", ".join(item.reg_number for item in items)
    sentence = _("Accepted as %(numbers)s.") % {"numbers": numbers}
    say(request, sentence, submission.deeds.first())
    return redirect("archive:edit", items[0].reg_number)


def say(request: SignedInRequest, sentence: str, done: DeskDeed | None) -> None:
    """Tell what was done, with the way to undo it."""
    tags = reverse("submissions:undo", args=[done.pk]) if done else ""
    messages.success(request, sentence, extra_tags=tags)


def _declined(request: SignedInRequest, submission: Submission) -> dict[int, str]:
    """The kind reason for each picture that is not taken, where one was given."""
    reasons = {
        pk: desk.composed(
            desk.REASONS,
            request.POST.get(f"no-{pk}", ""),
            request.POST.get(f"no-text-{pk}", ""),
            submission.language,
        )
        for pk in submission.photographs.values_list("pk", flat=True)
    }
    return {pk: reason for pk, reason in reasons.items() if reason}


@deed
def transcribe(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Write down what a voice says, beside it, with one's own name."""
    pk = number(request.POST.get("recording"))
    recording = get_object_or_404(submission.recordings, pk=pk)
    known = {code for code, _name in STORY_LANGUAGES}
    language = request.POST.get("language", "")
    actions.write_down(
        recording,
        text=request.POST.get("text", "").replace("\0", "")[:LONGEST_TRANSCRIPT],
        language=language if language in known else "",
        by=request.user.name,
    )
    messages.success(request, _("Written down, with your name."))
    return redirect(f"{card_address(request, submission.pk)}#voice-{recording.pk}")


@deed
def record(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Write down a permission the family told us, or signed on paper."""
    form = PermissionFields(request.POST)
    form.is_valid()
    try:
        with transaction.atomic():
            if submission.is_withdrawn:
                submission = actions.regret(submission)
            actions.change_permissions(
                submission,
                **form.permission(),
                **paper(request),
                recorded_by=request.user,
            )
    except intake.Refused as refused:
        problem = slips.refusal(refused, request.FILES.get("evidence"))
        return card_of(request, submission.pk, problems={"record": problem})
    messages.success(request, _("The permission is written down, with your name."))
    return redirect(card_address(request, submission.pk))


def paper(request: SignedInRequest) -> dict[str, Any]:
    """How it reached us: signed on paper where there is a photograph of that."""
    file = request.FILES.get("evidence")
    if file is None:
        return {"channel": Consent.Channel.STAFF}
    return {"channel": Consent.Channel.PAPER, "evidence": intake.receive(file)}


@deed
def take_back(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """The family has asked us to take everything down for them."""
    actions.withdraw(submission, by=request.user)
    messages.success(request, _("Everything of this contribution is taken down."))
    return redirect("submissions:review", submission.pk)


def card_of(
    request: SignedInRequest, pk: int, *, problems: dict[str, str] | None = None
) -> HttpResponse:
    """The page of one contribution, with what is wrong if something is."""
    asked = request.GET.get("vis", "")
    state = Submission.objects.filter(pk=pk).values_list("state", flat=True).first()
    states = inbox_list.STATES
    own = next((key for key, known in states.items() if known == state), "")
    chosen = inbox_list.chosen_filter(asked) or own
    after = number(request.GET.get("efter"))
    shown = inbox_list.listing(chosen, after, by=request.user, showing=pk)
    return page(request, shown, pk, chosen=chosen, problems=problems)


def page(
    request: SignedInRequest,
    shown: inbox_list.Listing,
    pk: int | None,
    *,
    chosen: str | None = None,
    problems: dict[str, str] | None = None,
) -> HttpResponse:
    """The whole inbox with one contribution, or none, on the easel."""
    if chosen is None:
        chosen = inbox_list.chosen_filter(request.GET.get("vis", ""))
    numbers = inbox_list.counts(request.user)
    context: dict[str, Any] = {
        "listing": shown,
        "filters": inbox_list.filters(numbers),
        "chosen": chosen,
        "is_done": chosen in inbox_list.STATES,
        "counts": numbers,
        "submission": None,
        "problems": problems or {},
        "typed": request.POST,
        "suffix": f"?vis={chosen}" if chosen else "",
        "listing_url": reverse("submissions:inbox"),
    }
    if pk is not None:
        context |= on_the_easel(request, pk)
        before, after = inbox_list.neighbours(
            chosen, context["submission"], by=request.user
        )
        context |= {"previous": before, "next": after}
    return render(request, "submissions/inbox.html", context)


def on_the_easel(request: SignedInRequest, pk: int) -> dict[str, Any]:
    """Everything the card tells about one contribution."""
    submission = (
        Submission.objects.with_pictures()
        .select_related("accession", "partner", "joining__item", "split_from")
        .prefetch_related("messages__recordings__media", "persons_told")
        .prefetch_related("consents__evidence", "consents__text")
        .prefetch_related("consents__recorded_by")
        .get(pk=pk)
    )
    photographs = list(submission.photographs.all())
    at = number(request.GET.get("billede")) or 1
    shown = photographs[min(at, len(photographs)) - 1] if photographs else None
    given = next(iter(submission.consents.all()), None)
    told = desk.understood(submission)
    recipe = recipe_of(submission)
    takes = request.POST.getlist("take") if "choosing" in request.POST else None
    return {
        "submission": submission,
        "recipe": recipe,
        "row": desk.row_of(submission),
        "photographs": [
            {
                "photograph": each,
                "number": index,
                "title": request.POST.get(
                    f"title-{each.pk}", recipe.dish if recipe else ""
                ),
                "taken": takes is None or str(each.pk) in takes,
                "no": request.POST.get(f"no-{each.pk}", ""),
                "no_text": request.POST.get(f"no-text-{each.pk}", ""),
            }
            for index, each in enumerate(photographs, start=1)
        ],
        "shown": shown,
        "shown_number": min(at, len(photographs)),
        "other_side": hands.other_side(shown, photographs),
        **who_is_seen(submission, photographs, shown),
        "small": [each for each in photographs if each.is_preview],
        "recorded": desk.recorded(shown.media) if shown else [],
        "problem": desk.problem(shown.media) if shown else "",
        "voices": submission.story_recordings,
        "story_title": request.POST.get(f"title-{actions.STORY}", ""),
        "languages": STORY_LANGUAGES,
        "suspects": suspects(photographs) if submission.is_waiting else [],
        **hands.context(request, submission),
        "read": told,
        "said": told.say(get_language() or "da") if told else "",
        "explained": told.explain(get_language() or "da") if told else "",
        "given": given,
        "answers": [
            (each, given is not None and each.name in consent.names_of(given.uses))
            for each in consent.questions()
        ],
        "permission": PermissionFields(),
        "letters": desk.letters(submission),
        "has_answered": desk.has_answered(submission),
        "questions": desk.sentences(desk.QUESTIONS, submission.language),
        "reasons": desk.sentences(desk.REASONS, submission.language),
        "items": kept_items(submission),
        "may_decide": may_decide(request.user),
        "may_be_recorded": not submission.erased_at
        and not actions.is_past_regret(submission),
        "added": added_to(submission, photographs),
        "turn_back": card_address(request, pk, billede=at),
    }


def kept_items(submission: Submission) -> list[Item]:
    """What the archive made of it, but for what was laid away again."""
    if not submission.accession_id:
        return []
    return [each for each in items_of(submission) if not each.laid_away_at]


def added_to(
    submission: Submission, photographs: list[Photograph]
) -> dict[str, Any] | None:
    """What the family has added after acceptance, with the pictures' numbers."""
    if submission.added_at is None:
        return None
    new = set(actions.added_photographs(submission).values_list("pk", flat=True))
    return {
        "words": actions.added_words(submission),
        "photographs": [
            {"photograph": each, "number": index}
            for index, each in enumerate(photographs, start=1)
            if each.pk in new
        ],
    }


def _composed(
    request: SignedInRequest, known: dict[str, Any], submission: Submission
) -> str:
    return desk.composed(
        known,
        request.POST.get("ready", ""),
        request.POST.get("text", ""),
        submission.language,
    )


def _asked(submission: Submission) -> str:
    if submission.contributor.email:
        return _("The question is on its way, and stands on their page.")
    return _("The question stands on their page. They left no address to write to.")


def _too_late(posted: QueryDict) -> str:
    typed = posted.get("text", "").strip()
    sentence = _("Somebody has answered this in the meantime, or it was taken back.")
    if typed:
        sentence += " " + _("You had written: “%(text)s”") % {"text": typed}
    return sentence
