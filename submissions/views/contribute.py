"""Giving: one page that keeps whatever reaches it, and then asks for what is missing.

These pages carry no ambient authority (no cookie, no session is read or set): whoever
posts here can only give. That is why they ask for no CSRF token.
"""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from accounts.doors import keep_private
from submissions import actions, consent, sentences, throttle
from submissions.forms import ContributeForm
from submissions.forms.when import understand
from submissions.models import Call, Consent, Submission
from submissions.models.submission import new_token
from submissions.views import who

SOUND_KEY = re.compile(r"[\w-]{20,43}", re.ASCII)


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
        return self.request.FILES.getlist("pictures")

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
        left_out = self.request.POST.getlist("leave_out")
        actions.remove_files(draft, [int(pk) for pk in left_out if _is_pk(pk)])
        for refused in actions.add_files(draft, self.files):
            self.form.add_error("pictures", sentences.of_file(refused))
        actions.save_draft(draft, told=self.form.told(), giver=self.form.giver())

    def ask_for_what_is_missing(self, draft: Submission) -> None:
        has_story = self.form["story"].value()
        if "pictures" in self.form.errors or has_story:
            return
        if not draft.photographs.exists():
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
        problems = [str(each) for each in self.form.errors.get("pictures", [])]
        problems += [str(each) for each in self.form.non_field_errors()]
        news = {"key": self.key, "pictures": self.kept(), "problems": problems}
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
        photographs = self.draft.photographs.select_related("media")
        return [{"pk": each.pk, "name": each.media.name} for each in photographs]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = get_language() or "da"
        return super().get_context_data(
            form=self.form,
            call=self.call,
            is_call_closed=self.call is not None and not self.call.is_open(),
            key=self.key,
            kept=self.kept(),
            most=settings.MOST_FILES,
            reading=read(self.form, language) if self.form.is_bound else None,
            asked=consent.asked(),
            known_pictures=who.known_pictures(self.draft),
            has_town=settings.TOWN is not None,
            pin=self.form.pin(),
            promise=consent.promise(),
            **kwargs,
        )


def read(form: ContributeForm, language: str) -> dict[str, Any] | None:
    """The reading back of the date a form holds."""
    date = form.date(language)
    return understand(date["date_told"], language, meant=date["date_meant"])


def _is_pk(told: str) -> bool:
    return told.isascii() and told.isdigit() and len(told) < 16  # noqa: PLR2004
