"""“I am in this picture”: on every item, without an account, with a receipt.

No cookie is read or set here, and whoever posts can only ask: no CSRF token is needed.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from accounts.doors import keep_private
from archive.models import Item
from archive.views.browse import gone_or_unknown, number_in
from submissions import actions, sentences, throttle
from submissions.forms import ObjectForm
from submissions.models import Contributor, Objection
from submissions.models.submission import SOUND_KEY, new_token
from submissions.notices import link_to


@method_decorator(csrf_exempt, name="dispatch")
class Object(TemplateView):
    """Say that one is in this picture, and what one wishes."""

    template_name = "submissions/object.html"
    form: ObjectForm

    @cached_property
    def item(self) -> Item | None:
        number = number_in(self.kwargs["reg_number"])
        return Item.objects.published().with_pictures().filter(number=number).first()

    @cached_property
    def key(self) -> str:
        """The page's own secret, so that two clicks are one wish."""
        posted = self.request.POST.get("key", "")
        return posted if SOUND_KEY.fullmatch(posted) else new_token()

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if self.item is None:
            return gone_or_unknown(request, number_in(kwargs["reg_number"]))
        return keep_private(super().dispatch(request, *args, **kwargs))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = ObjectForm()
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.encoding = "utf-8"
        self.form = ObjectForm(request.POST)
        if not self.form.is_valid():
            return self.page(status=422)
        if not throttle.knock(throttle.OBJECTING, throttle.address(request)):
            self.form.add_error(None, sentences.slow_down())
            return self.page(status=429)
        return redirect(self.write_down(self.form.cleaned_data))

    def write_down(self, said: dict[str, Any]) -> Objection:
        assert self.item is not None  # noqa: S101  (dispatch has seen to it)
        giver = Contributor(
            name=said["name"], email=said["email"], language=get_language() or "da"
        )
        return actions.object_to(
            self.item, key=self.key, wish=said["wish"], text=said["text"], giver=giver
        )

    def page(self, *, status: int = 200) -> HttpResponse:
        context = self.get_context_data(item=self.item, form=self.form, key=self.key)
        return self.render_to_response(context, status=status)


class ObjectionReceipt(TemplateView):
    """What was asked, when, and what was done about it."""

    template_name = "submissions/objection.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        return keep_private(super().dispatch(request, *args, **kwargs))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        objections = Objection.objects.select_related("item", "contributor")
        objection = get_object_or_404(objections, token=self.kwargs["token"])
        return super().get_context_data(
            objection=objection, link=link_to(objection), **kwargs
        )
