"""Giving: one page that keeps whatever reaches it, and then asks for what is missing.

These pages carry no ambient authority (no cookie, no session is read or set): whoever
posts here can only give. That is why they ask for no CSRF token.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from accounts.models import Partner
from submissions import (
    actions,
    calls,
    consent,
    drafts,
    sentences,
    stamp,
    throttle,
)
from submissions.arrivals import upload_of
from submissions.forms import ContributeForm
from submissions.forms.when import understand
from submissions.models import Call, Consent, Submission
from submissions.models.submission import SOUND_KEY, new_token
from submissions.prompts import prompts_for
from submissions.steps import SUBSTANCE_FIELDS, steps_of
from submissions.views import voices, who
from submissions.views.family import slowly


@method_decorator(csrf_exempt, name="dispatch")
class Contribute(TemplateView):
    """The page where a family gives pictures and a story."""

    template_name = "submissions/contribute.html"
    is_free = False  # for what no call asks for
    form: ContributeForm
    draft: Submission | None = None

    @cached_property
    def call(self) -> Call | None:
        if "slug" in self.kwargs:
            return calls.known(self.kwargs["slug"])
        return None if self.is_free else calls.first_open()

    @cached_property
    def partner(self) -> Partner | None:
        return partner_from(self.request)

    @cached_property
    def key(self) -> str:
        """The page's own secret: the same page twice is the same contribution."""
        posted = self.request.POST.get("key", "")
        return posted if SOUND_KEY.fullmatch(posted) else new_token()

    @property
    def wording(self) -> str:
        """The print of the permission's text as the page was opened with it."""
        return self.request.POST.get("wording", "").replace("\0", "")[:64]

    @property
    def files(self) -> list[UploadedFile]:
        """Pictures and voices, as far as this call asks for them."""
        asked = [name for name in ("pictures", "voice") if name in self.form.fields]
        return [file for name in asked for file in self.request.FILES.getlist(name)]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = ContributeForm(call=self.call)
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.encoding = "utf-8"
        self.form = ContributeForm(request.POST, call=self.call)
        self.form.is_valid()
        may_give = throttle.may_give(throttle.SENDING, self.key, request)
        if not may_give or not throttle.carry(request):
            self.form.add_error(None, sentences.slow_down())
            return slowly(self.page(status=429))
        draft = self.begin()
        if draft.state != Submission.State.DRAFT:
            return redirect("submissions:receipt", draft.token)
        self.keep(draft)
        self.ask_for_what_is_missing(draft)
        self.ask_whoever_is_quick(draft)
        if self.form.errors:
            return self.page(status=422)
        return self.send(draft)

    def begin(self) -> Submission:
        """The draft of this page; another one if this page has been sent already."""
        language = get_language() or "da"
        begin = partial(
            actions.begin, call=self.call, partner=self.partner, language=language
        )
        draft = begin(self.key)
        if draft.state != Submission.State.DRAFT:
            self.key = actions.key_after(draft, told=self.form.told(), files=self.files)
            draft = begin(self.key)
        self.draft = draft
        return draft

    def keep(self, draft: Submission) -> None:
        """Files first, then words; what could not be kept becomes a sentence."""
        actions.remove_files(draft, self._left_out("leave_out"))
        actions.remove_recordings(draft, self._left_out("leave_out_voice"))
        for refused in actions.add_files(draft, self.files, **self.form.spoken()):
            field = "voice" if refused.is_sound else "pictures"
            self.form.add_error(field, sentences.of_file(refused))
        actions.speak(draft, language=self.form.spoken()["language"])
        with suppress(drafts.TooMuchTyped):
            actions.keep_typed(draft, changed=drafts.answers_in(self.request.POST))
        actions.save_draft(draft, told=self.form.told(), giver=self.form.giver())

    def _left_out(self, name: str) -> list[int]:
        return [int(pk) for pk in self.request.POST.getlist(name) if _is_pk(pk)]

    def ask_for_what_is_missing(self, draft: Submission) -> None:
        told = any(self.form.data.get(name, "").strip() for name in SUBSTANCE_FIELDS)
        if told or {"pictures", "voice"} & set(self.form.errors):
            return
        if not actions.gives_something(draft):
            self.say_nothing_given()

    def say_nothing_given(self) -> None:
        """Beside the first step in which something could be given."""
        asked = [name for name in SUBSTANCE_FIELDS if name in self.form.fields]
        self.form.add_error(asked[0], sentences.nothing_given())

    def ask_whoever_is_quick(self, draft: Submission) -> None:
        """Machines that fill in forms write; they do not photograph."""
        has_files = draft.photographs.exists() or draft.uploads.exists()
        if self.form.errors or has_files:
            return
        if stamp.is_too_quick(self.request.POST.get("opened", "")):
            self.form.add_error(None, sentences.very_quick())

    def send(self, draft: Submission) -> HttpResponse:
        email = self.form.cleaned_data["email"]
        if email and not throttle.knock(throttle.MAILBOX, throttle.mailbox(email)):
            self.form.add_error("email", sentences.full_mailbox())
            return slowly(self.page(status=429))
        helping = self.form.cleaned_data["helping"]
        try:
            sent = actions.send(
                draft,
                **self.form.permission(),
                is_of_age=self.form.cleaned_data["is_of_age"],
                channel=Consent.Channel.HELPER if helping else Consent.Channel.SELF,
                text=consent.text_shown(draft.language, self.wording),
            )
        except actions.NothingGiven:
            self.say_nothing_given()
            return self.page(status=422)
        return redirect("submissions:receipt", sent.token)

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
        if self.is_free:
            return reverse("submissions:contribute_freely")
        return reverse("submissions:contribute")

    def landing(self) -> dict[str, Any]:
        """The call's own words and picture; nothing where there is no call."""
        if self.call is None:
            return {"call": None}
        return {
            "call": self.call,
            "hero": calls.hero(self.call),
            "progress": calls.progress(self.call),
            "share": calls.share_of(self.call),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = get_language() or "da"
        return super().get_context_data(
            form=self.form,
            steps=steps_of(self.call),
            partner=self.partner,
            **self.landing(),
            key=self.key,
            address=self.address(),
            draft=self.draft,
            opened=stamp.kept(self.request.POST.get("opened", "")),
            kept=self.kept(),
            kept_voices=voices.of_draft(self.draft),
            prompts=prompts_for(self.call),
            most=settings.MOST_FILES,
            reading=read(self.form, language) if self.form.is_bound else None,
            asked=consent.asked(),
            known_pictures=who.known_pictures(self.draft),
            has_town=settings.TOWN is not None,
            pin=self.form.pin(),
            promise=consent.promise(),
            wording=consent.fingerprint(language),
            **kwargs,
        )


def read(form: ContributeForm, language: str) -> dict[str, str] | None:
    """The reading back of the date a form holds."""
    date = form.date(language)
    return understand(date["date_told"], language, meant=date["date_meant"])


def _is_pk(told: str) -> bool:
    return told.isascii() and told.isdigit() and len(told) < 16  # noqa: PLR2004


def partner_from(request: HttpRequest) -> Partner | None:
    """Who led the visitor here: the association named in ?fra=."""
    slug = request.POST.get("fra") or request.GET.get("fra") or ""
    return Partner.objects.filter(slug=slug.replace("\0", "")[:50]).first()
