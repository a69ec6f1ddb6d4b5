"""The way back to one's own page: by three words or by e-mail. No cookie: see family.py.

Both answers are the same whether or not somebody is known, and take the same time: what
is known of an address is only asked by the worker.
"""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from accounts.doors import keep_private
from submissions import actions, sentences, throttle
from submissions.forms import LostForm
from submissions.models import Submission
from submissions.views.family import slow_down


@method_decorator(csrf_exempt, name="dispatch")
class FindMine(TemplateView):
    """Three words, or the address that a letter is to go to."""

    template_name = "submissions/find_mine.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        return keep_private(super().dispatch(request, *args, **kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.encoding = "utf-8"
        return self.by_mail() if "email" in request.POST else self.by_words()

    def by_words(self) -> HttpResponse:
        address = throttle.address(self.request)
        if not throttle.is_open(throttle.WRONG_WORDS, address):
            return slow_down(self.request, sentences.too_many_words())
        told = self.request.POST.get("words", "")
        found = Submission.objects.with_a_page().filter(
            words=as_code(told), erased_at=None
        )
        if len(found) == 1 and found[0].words:
            return redirect(found[0])
        throttle.knock(throttle.WRONG_WORDS, address)
        return self.again(words=told[:80], problem=sentences.wrong_words())

    def by_mail(self) -> HttpResponse:
        """One letter with all links, if somebody has the address; never says which."""
        form = LostForm(self.request.POST)
        if not form.is_valid():
            return self.again(lost_form=form)
        if not throttle.knock(throttle.LOST_LINK, throttle.address(self.request)):
            return slow_down(self.request, sentences.too_many_words())
        email = form.cleaned_data["email"]
        if throttle.knock(throttle.ONE_MAILBOX, email.casefold()):
            actions.ask_for_links(email, language=get_language() or "da")
        return redirect(reverse("submissions:find_mine") + "?sendt=1")

    def again(self, **said: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**said), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("lost_form", LostForm())
        is_sent = self.request.GET.get("sendt") == "1"
        return super().get_context_data(is_sent=is_sent, **kwargs)


def as_code(told: str) -> str:
    """“Lampe, tog  HAV” as “lampe-tog-hav”."""
    return "-".join(re.findall(r"[a-zæøå]+", told[:200].casefold()))
