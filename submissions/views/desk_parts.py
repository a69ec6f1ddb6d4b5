"""What the desks of calls and partners share: forms side by side, two who write at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from accounts.doors import SignedInRequest
from accounts.models import Partner
from submissions import actions
from submissions.forms.calling import WordsForm, words_of, written
from submissions.models import Call


@dataclass(frozen=True)
class Line:
    """One kind of words, in every language side by side."""

    label: str
    name: str
    fields: list[BoundField]


def lines(words: list[WordsForm]) -> list[Line]:
    return [
        Line(str(field.label), name, [form[name] for form in words])
        for name, field in words[0].fields.items()
    ]


class EditWords(TemplateView):
    """A row with its facts and its words in five languages; the second to save is told."""

    request: SignedInRequest
    facts_form: Any
    words_form: type[WordsForm]

    def row(self) -> Any:
        raise NotImplementedError

    def save(self, row: Any, *, version: int, changes: dict[str, Any]) -> None:
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = self.row()
        return self.page(row, self.facts_form(instance=row), self.words(row, None))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = self.row()
        facts = self.facts_form(request.POST, instance=self.row())
        words = self.words(row, request.POST)
        if not all([facts.is_valid(), *(form.is_valid() for form in words)]):
            return self.page(row, facts, words, status=422)
        changes = {**facts.changes, **written(words)}
        told = request.POST.get("version", "")
        version = int(told) if told.isascii() and told.isdigit() else 0
        try:
            self.save(row, version=version, changes=changes)
        except actions.ChangedMeanwhile as late:
            return self.meanwhile(late.theirs, facts, words, changes)
        messages.success(request, _("Saved."))
        return redirect(request.path)

    def words(self, row: Call | Partner, data: Any) -> list[WordsForm]:
        return words_of(row, self.words_form, data)

    def meanwhile(
        self,
        theirs: Any,
        facts: Any,
        words: list[WordsForm],
        changes: dict[str, Any],
    ) -> HttpResponse:
        """Both versions: one's own in the fields, the other's beside what differs."""
        if all(getattr(theirs, name) == value for name, value in changes.items()):
            return redirect(self.request.path)  # the same form, sent twice
        stands = self.words(theirs, None)
        differing = [
            (f"{mine.name}: {mine[name].label}", form.initial[name])
            for mine, form in zip(words, stands, strict=True)
            for name in mine.fields
            if (mine[name].value() or "").replace("\r", "") != form.initial[name]
        ]
        fresh = self.facts_form(instance=theirs)
        differing += [
            (str(facts[name].label), str(fresh[name].value() or ""))
            for name in facts.fields
            if str(facts[name].value() or "") != str(fresh[name].value() or "")
        ]
        return self.page(theirs, facts, words, status=409, theirs=differing)

    def page(
        self,
        row: Any,
        facts: Any,
        words: list[WordsForm],
        *,
        status: int = 200,
        theirs: list[tuple[str, str]] | None = None,
    ) -> HttpResponse:
        context = self.get_context_data(
            row=row,
            facts=facts,
            words=words,
            lines=lines(words),
            theirs=theirs,
            has_errors=status == 422,  # noqa: PLR2004
        )
        return self.render_to_response(context, status=status)
