"""Giving: one page that keeps whatever reaches it, and then asks for what is missing.

These pages carry no ambient authority (no cookie, no session is read or set): whoever
posts here can only give. That is why they ask for no CSRF token.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.doors import keep_private
from archive import dates
from submissions import actions, drafts, sentences, throttle
from submissions.consent import of_age, promise
from submissions.forms import ContributeForm, told_date
from submissions.models import Call, Consent, Photograph, Submission
from submissions.models.submission import SOUND_KEY, new_token
from submissions.prompts import prompts_for
from submissions.views import voices


@method_decorator(csrf_exempt, name="dispatch")
class Contribute(TemplateView):
    """The page where a family gives pictures and a story."""

    template_name = "submissions/contribute.html"
    form: ContributeForm
    draft: Submission | None = None

    @cached_property
    def call(self) -> Call | None:
        if "slug" in self.kwargs:
            return get_object_or_404(Call, slug=self.kwargs["slug"])
        return Call.objects.filter(slug=settings.SOCIETY.default_call).first()

    @cached_property
    def key(self) -> str:
        """The page's own secret: the same page twice is the same contribution."""
        posted = self.request.POST.get("key", "")
        return posted if SOUND_KEY.fullmatch(posted) else new_token()

    @property
    def files(self) -> list[UploadedFile]:
        files = self.request.FILES
        return [*files.getlist("pictures"), *files.getlist("voice")]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = ContributeForm()
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.encoding = "utf-8"
        self.form = ContributeForm(request.POST)
        self.form.is_valid()
        if not throttle.knock(throttle.SENDING, throttle.address(request)):
            self.form.add_error(None, sentences.slow_down())
            return self.answer(status=429)
        draft = self.begin()
        if draft.state != Submission.State.DRAFT:
            return redirect("submissions:receipt", draft.token)
        self.keep(draft)
        if "keep" in request.POST:
            return self.answer(status=200)
        self.ask_for_what_is_missing(draft)
        if self.form.errors:
            return self.answer(status=422)
        return self.send(draft)

    def begin(self) -> Submission:
        """The draft of this page; another one if this page has been sent already."""
        language = get_language() or "da"
        draft = actions.begin(self.key, call=self.call, language=language)
        if draft.state != Submission.State.DRAFT:
            self.key = actions.key_after(draft, told=self.form.told(), files=self.files)
            draft = actions.begin(self.key, call=self.call, language=language)
        self.draft = draft
        return draft

    def keep(self, draft: Submission) -> None:
        """Files first, then words; what could not be kept becomes a sentence."""
        actions.remove_files(draft, self._left_out("leave_out"))
        actions.remove_recordings(draft, self._left_out("leave_out_voice"))
        for refused in actions.add_files(draft, self.files, **self.form.spoken()):
            field = "voice" if refused.is_sound else "pictures"
            self.form.add_error(field, sentences.of_file(refused))
        with suppress(drafts.TooMuchTyped):
            actions.keep_typed(draft, changed=drafts.answers_in(self.request.POST))
        actions.save_draft(draft, told=self.form.told(), giver=self.form.giver())

    def _left_out(self, name: str) -> list[int]:
        return [int(pk) for pk in self.request.POST.getlist(name) if _is_pk(pk)]

    def ask_for_what_is_missing(self, draft: Submission) -> None:
        if {"pictures", "voice"} & set(self.form.errors) or self.form["story"].value():
            return
        if not actions.gives_something(draft):
            self.form.add_error("pictures", sentences.nothing_given())

    def send(self, draft: Submission) -> HttpResponse:
        helping = self.form.cleaned_data["helping"]
        try:
            sent = actions.send(
                draft,
                **self.form.permission(),
                is_of_age=self.form.cleaned_data["is_of_age"],
                channel=Consent.Channel.HELPER if helping else Consent.Channel.SELF,
            )
        except actions.NothingGiven:
            self.form.add_error("pictures", sentences.nothing_given())
            return self.answer(status=422)
        return redirect("submissions:receipt", sent.token)

    def answer(self, *, status: int) -> HttpResponse:
        """The page again; its news alone for the script that sends one by one."""
        if "keep" not in self.request.POST:
            return self.page(status=status)
        problems = [
            str(each)
            for field in ("pictures", "voice")
            for each in self.form.errors.get(field, [])
        ]
        problems += [str(each) for each in self.form.non_field_errors()]
        news = {
            "key": self.key,
            "pictures": self.kept(),
            "voices": voices.kept(self.draft),
            "problems": problems,
        }
        response = JsonResponse(news, status=status)
        keep_private(response)
        return response

    def page(self, *, status: int = 200) -> HttpResponse:
        response = self.render_to_response(self.get_context_data(), status=status)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    def kept(self) -> list[dict[str, Any]]:
        """The pictures that are safely here, by the names the family gave them."""
        if self.draft is None:
            return []
        return [
            {"pk": each.pk, "name": each.media.name, "upload": upload_of(each)}
            for each in self.draft.photographs.select_related(
                "media", "awaits"
            ).prefetch_related("media__uploads")
        ]

    def address(self) -> str:
        """Where this form is sent."""
        if self.call is not None and "slug" in self.kwargs:
            return self.call.get_absolute_url()
        return reverse("submissions:contribute")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = get_language() or "da"
        return super().get_context_data(
            form=self.form,
            call=self.call,
            is_call_closed=self.call is not None and not self.call.is_open(),
            key=self.key,
            address=self.address(),
            draft=self.draft,
            kept=self.kept(),
            kept_voices=voices.of_draft(self.draft),
            prompts=prompts_for(self.call),
            most=settings.MOST_FILES,
            reading=read(self.form, language) if self.form.is_bound else None,
            of_age=of_age(),
            promise=promise(),
            **kwargs,
        )


@require_safe
def read_date(request: HttpRequest) -> HttpResponse:
    """What the archive understands of a date while it is being told."""
    language = get_language() or "da"
    told = told_date(
        {
            "date_told": request.GET.get("date_told", "").replace("\0", ""),
            "date_chip": request.GET.get("date_chip", ""),
            "age": request.GET.get("age", "")[:20],
            "born": request.GET.get("born", "")[:20],
        },
        language,
    )
    response = render(
        request, "submissions/_reading.html", {"reading": understand(told, language)}
    )
    keep_private(response)
    return response


def read(form: ContributeForm, language: str) -> dict[str, str] | None:
    """The reading back of the date a form holds."""
    return understand(told_date(form.cleaned_data, language), language)


def understand(told: str, language: str) -> dict[str, str] | None:
    """The date said and explained; only the words where they are not understood."""
    if not told:
        return None
    date = dates.read(told, language)
    if date is None:
        return {"told": told}
    return {"told": told, "said": date.say(language), "days": date.explain(language)}


def upload_of(photograph: Photograph) -> str:
    """The upload a picture came by, so that the phone knows it again; or nothing."""
    if photograph.awaits is not None:
        return photograph.awaits.token
    uploads = [each.token for each in photograph.media.uploads.all() if not each.of]
    return uploads[0] if uploads else ""


def _is_pk(told: str) -> bool:
    return told.isascii() and told.isdigit() and len(told) < 16  # noqa: PLR2004
