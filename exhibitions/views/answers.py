"""How the builder answers: a page for people, a few facts for the script that saves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from accounts.doors import SignedInRequest
from exhibitions import actions, checks, lighttable, workbench
from exhibitions.blocks import KINDS
from exhibitions.forms import LANGUAGES, PartnersForm, TranslatedForm
from exhibitions.models import Exhibition
from exhibitions.seen import of_order
from exhibitions.workbench import Bench, BlockOnBench, key_of

COVER = "forside"
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Sent:
    """A form that came: for which exhibition, which row and which part of it."""

    request: SignedInRequest
    exhibition: Exhibition
    row: Any
    form: TranslatedForm
    part: str = ""
    block: int | None = None

    @property
    def key(self) -> str:
        return key_of(self.row, self.part, self.form.language)

    def save(self) -> HttpResponse:
        """Write the words, or say what is to be put right, or who was first."""
        if not self.form.is_valid():
            return self.problems()
        seen = self.request.POST.get("seen")
        try:
            row = actions.write(
                self.exhibition,
                row=self.row,
                changes=self.form.changes,
                by=self.request.user,
                unchanged=lambda now: (
                    not seen
                    or self.form.seen(now) == seen
                    or self.form.stands_already(now)
                ),
            )
        except actions.ChangedMeanwhile as changed:
            return self.conflict(changed.theirs)
        if not wants_json(self.request):
            return self.back()
        return JsonResponse(
            {
                "state": "saved",
                "says": saved_at(),
                "seen": self.form.seen(row),
                **standing(self.exhibition),
            }
        )

    def problems(self) -> HttpResponse:
        if wants_json(self.request):
            problems = {name: list(said) for name, said in self.form.errors.items()}
            return JsonResponse({"state": "problems", "problems": problems}, status=422)
        bench = workbench.find(
            self.exhibition, language=self.page_language, open_block=self.block
        )
        return show_bench(
            self.request, replace(bench, bound={self.key: self.form}), status=422
        )

    def conflict(self, theirs: Any) -> HttpResponse:
        stands = self.form.stands(theirs)
        if wants_json(self.request):
            facts = [
                {"name": name, "label": label, "words": words}
                for name, label, words in stands
            ]
            seen = self.form.seen(theirs)
            return JsonResponse(
                {"state": "conflict", "theirs": facts, "seen": seen}, status=409
            )
        slip = workbench.Slip(
            key=self.key,
            url=self.request.path,
            form=self.form,
            language=self.form.language,
            part=self.part,
            seen=self.form.seen(theirs),
        )
        context = {"exhibition": self.exhibition, "slip": slip, "theirs": stands}
        return render(
            self.request, "exhibitions/workroom/conflict.html", context, status=409
        )

    @property
    def page_language(self) -> str:
        page = self.request.POST.get("side", "")
        return page if page in LANGUAGES else self.exhibition.language

    def back(self) -> HttpResponse:
        anchor = f"blok-{self.block}" if self.block else self.key
        language = self.page_language
        return to_bench(self.exhibition, anchor, block=self.block, language=language)


def wants_json(request: SignedInRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def saved_at() -> str:
    now = time_format(timezone.localtime(), "H.i")
    return _("Saved %(time)s") % {"time": now}


def standing(exhibition: Exhibition) -> dict[str, str]:
    """What changes elsewhere on the bench when something is saved."""
    whole = (
        Exhibition.objects.whole().select_related("changed_by").get(pk=exhibition.pk)
    )
    context = {"exhibition": whole, "findings": checks.findings(whole)}
    return {
        "order": of_order(whole.sections.all()),
        "standing": render_to_string("exhibitions/workroom/_standing.html", context),
    }


def to_bench(
    exhibition: Exhibition, anchor: str, *, block: int | None = None, language: str = ""
) -> HttpResponse:
    """Back to the place on the bench where the hand was."""
    query = {"blok": block, "sprog": language}
    if language == exhibition.language:
        del query["sprog"]
    asked = urlencode({name: value for name, value in query.items() if value})
    address = reverse("exhibitions:build", args=[exhibition.slug])
    return redirect(f"{address}{'?' if asked else ''}{asked}#{anchor}")


def show_bench(
    request: SignedInRequest, bench: Bench, *, status: int = 200
) -> HttpResponse:
    """The builder: manuscript, light table, and what stands in the way of opening."""
    chapters = bench.chapters
    words = request.GET.get("q", "").replace("\x00", "")
    asked = request.GET.get("blok", "")
    context = {
        "bench": bench,
        "exhibition": bench.exhibition,
        "chapters": chapters,
        "order": of_order(bench.exhibition.sections.all()),
        "findings": checks.findings(bench.exhibition),
        "for_cover": asked == COVER,
        "target": None if asked == COVER else _target(chapters, bench.open_block),
        "words": words,
        "kinds": KINDS.values(),
        "table": lighttable.lay_out(
            bench.exhibition, words=words, before=as_number(request.GET.get("foer"))
        ),
    }
    return render(request, "exhibitions/workroom/build.html", context, status=status)


def _target(
    chapters: list[workbench.ChapterOnBench], chosen: int | None
) -> BlockOnBench | None:
    """The block a picture goes to: the chosen one, else the first that waits for one."""
    takes = [
        each
        for chapter in chapters
        for each in chapter.blocks
        if each.kind.takes_pictures and each.has_room
    ]
    waiting = [each for each in takes if len(each.hangings) < each.kind.pictures[0]]
    asked = [each for each in takes if each.block.pk == chosen]
    return next(iter([*asked, *waiting]), None)


def show_partners(
    request: SignedInRequest, exhibition: Exhibition, form: PartnersForm
) -> HttpResponse:
    """The bench again, with the partners as they were sent."""
    bench = workbench.find(exhibition, language=exhibition.language)
    return show_bench(request, replace(bench, partners_form=form), status=422)


def as_number(text: str | None) -> int | None:
    """A number from an address; None for anything that is none."""
    text = text or ""
    known = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if known else None
