"""Drafts: what was typed is kept here too, and can be gone on with on any phone."""

from __future__ import annotations

from typing import Any

from django.forms import MultipleChoiceField as Many
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.doors import keep_private
from submissions import actions, drafts, sentences, throttle
from submissions.forms import ContributeForm
from submissions.models import Call, Submission
from submissions.models.submission import SOUND_KEY
from submissions.views.contribute import Contribute
from submissions.views.family import slow_down, slowly


@csrf_exempt
@require_http_methods(["PATCH", "POST"])
def keep_typed(request: HttpRequest) -> HttpResponse:
    """The answers that changed since the last pause, as a form has them; no file."""
    said = answers(request)
    key = said.get("key", "")
    if not SOUND_KEY.fullmatch(key):
        return answer(400, sentence=sentences.misunderstood())
    if not throttle.may_give(throttle.TYPING, key, request):
        return slowly(answer(429, sentence=sentences.slow_down()))
    call = Call.objects.filter(slug=said.get("call", "")).first()
    draft = actions.begin(key, call=call, language=get_language() or "da")
    if draft.state != Submission.State.DRAFT:
        return answer(409, state="sent")
    changed = drafts.answers_in(said)
    try:
        draft = actions.keep_typed(draft, changed=changed)
    except drafts.TooMuchTyped:
        return answer(413, sentence=sentences.too_much_typed())
    form = ContributeForm(as_posted(draft, changed))
    form.is_valid()
    actions.save_draft(draft, told=form.told(), giver=form.giver())
    return answer(200, state="kept", link=draft.get_absolute_url())


def answers(request: HttpRequest) -> QueryDict:
    """What was posted; a PATCH has the same form, which Django does not read for us."""
    request.encoding = "utf-8"
    if request.method == "POST":
        return request.POST
    return QueryDict(request.body, encoding="utf-8")


class Resume(Contribute):
    """The same form again, with all that was typed and the files that are here."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        return keep_private(super().dispatch(request, *args, **kwargs))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        known = Submission.objects.select_related("call", "contributor")
        draft = known.filter(token=kwargs["token"]).first()
        if draft is None:
            return self.unknown(request)
        if draft.state != Submission.State.DRAFT:
            return redirect(draft)
        self.draft, self.key, self.call = draft, draft.key, draft.call
        self.is_free = draft.call is None
        self.form = ContributeForm(initial=as_typed(draft))
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form goes to the page of its call; this address only opens it."""
        return redirect(request.path)

    def unknown(self, request: HttpRequest) -> HttpResponse:
        if throttle.knock(throttle.WRONG_LINK, throttle.address(request)):
            return render(request, "404.html", status=404)
        return slow_down(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        step = (self.draft.typed.get("step") or ["0"])[0] if self.draft else "0"
        return super().get_context_data(step=step[:2], **kwargs)

    def address(self) -> str:
        return self.call.get_absolute_url() if self.call else super().address()


def as_typed(draft: Submission) -> dict[str, Any]:
    """The answers so far, as the form's fields begin with them."""
    fields = ContributeForm.base_fields
    typed = {
        name: answers if isinstance(fields.get(name), Many) else answers[0]
        for name, answers in draft.typed.items()
    }
    giver = draft.contributor
    return typed | {"name": giver.name, "email": giver.email}


def as_posted(draft: Submission, changed: dict[str, list[str]]) -> QueryDict:
    """The answers so far, as if the whole form had been posted."""
    posted = QueryDict(mutable=True)
    for name, answers in draft.typed.items():
        posted.setlist(name, answers)
    for name in drafts.CONTACT:
        posted[name] = (changed.get(name) or [getattr(draft.contributor, name)])[0]
    return posted


def answer(status: int, **said: str) -> JsonResponse:
    """A word for the script."""
    response = JsonResponse(said, status=status)
    keep_private(response)
    return response
