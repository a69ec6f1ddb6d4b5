"""Building an exhibition: the desk, the bench, the preview, and every small deed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView, View

from accounts.doors import SignedInRequest, only, only_for
from accounts.permissions import may_curate
from archive.models import Item
from exhibitions import actions, forms, workbench
from exhibitions.actions import CannotHang, NotReady
from exhibitions.blocks import KINDS
from exhibitions.models import Block, Exhibition, Placement, Section
from exhibitions.querysets import ExhibitionQuerySet
from exhibitions.seen import of_order
from exhibitions.views import answers
from exhibitions.views.answers import Sent
from exhibitions.views.visit import Visit

LONGEST_STEP = 50
ROWS: dict[str, tuple[type[Any], str]] = {
    "kapitel": (Section, "exhibition"),
    "blok": (Block, "section__exhibition"),
    "billede": (Placement, "block__section__exhibition"),
}


@only_for(may_curate)
class Desk(ListView):
    """Every exhibition, drafts too, the latest touched first."""

    template_name = "exhibitions/workroom/desk.html"
    extra_context = {"form": forms.NewExhibitionForm()}

    def get_queryset(self) -> ExhibitionQuerySet:
        return desk()


def desk() -> ExhibitionQuerySet:
    everything: ExhibitionQuerySet = Exhibition.objects.select_related(
        "changed_by", "cover"
    )
    return everything.prefetch_related("cover__media").order_by("-changed_at")


@require_POST
@only(may_curate)
def create(request: SignedInRequest) -> HttpResponse:
    form = forms.NewExhibitionForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "object_list": desk()}
        return render(request, "exhibitions/workroom/desk.html", context, status=422)
    made = actions.create(
        title=form.cleaned_data["title"], language="da", by=request.user
    )
    return redirect("exhibitions:build", slug=made.slug)


@only_for(may_curate)
class Builder(View):
    """The bench: manuscript, light table, and what stands in the way of opening."""

    def get(self, request: SignedInRequest, slug: str) -> HttpResponse:
        exhibition = get_object_or_404(Exhibition, slug=slug)
        language = request.GET.get("sprog", exhibition.language)
        if language not in forms.LANGUAGES:
            raise Http404
        bench = workbench.find(
            exhibition,
            language=language,
            open_block=answers.as_number(request.GET.get("blok")),
        )
        return answers.show_bench(request, bench)


@only_for(may_curate)
class Preview(Visit):
    """The visitors' page of an exhibition that may still be a draft."""

    template_name = "exhibitions/workroom/preview.html"

    def get_queryset(self) -> ExhibitionQuerySet:
        return Exhibition.objects.whole()


@require_POST
@only(may_curate)
def save_exhibition(request: SignedInRequest, slug: str) -> HttpResponse:
    exhibition = get_object_or_404(Exhibition, slug=slug)
    part = request.POST.get("part", "")
    if part == "partners":
        return _save_partners(request, exhibition)
    if part not in forms.OF_EXHIBITION:
        raise Http404
    own = exhibition.language
    form = forms.OF_EXHIBITION[part](
        request.POST, instance=exhibition, language=_language(request, own), own=own
    )
    return Sent(request, exhibition, exhibition, form, part).save()


def _save_partners(request: SignedInRequest, exhibition: Exhibition) -> HttpResponse:
    form = forms.PartnersForm(request.POST)
    if not form.is_valid():
        return answers.show_partners(request, exhibition, form)
    actions.choose_partners(
        exhibition,
        partners=form.cleaned_data["partners"],
        new=form.cleaned_data["new_partner"],
        by=request.user,
    )
    messages.success(request, answers.saved_at())
    return answers.to_bench(exhibition, "partnere")


@require_POST
@only(may_curate)
def save_section(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    section = _find(slug, "kapitel", pk)
    if section is None:
        return _gone(request, slug)
    own = section.exhibition.language
    form = forms.SectionForm(
        request.POST, instance=section, language=_language(request, own), own=own
    )
    return Sent(request, section.exhibition, section, form).save()


@require_POST
@only(may_curate)
def save_block(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    block = _find(slug, "blok", pk)
    if block is None or block.kind not in KINDS:
        return _gone(request, slug)
    form = forms.BlockForm(
        request.POST,
        instance=block,
        language=_language(request, block.language),
        own=block.language,
    )
    return Sent(request, block.section.exhibition, block, form, block=block.pk).save()


@require_POST
@only(may_curate)
def save_placement(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    placement = _find(slug, "billede", pk)
    if placement is None:
        return _gone(request, slug)
    exhibition = placement.block.section.exhibition
    form = forms.PlacementForm(
        request.POST,
        instance=placement,
        language=_language(request, exhibition.language),
        own=exhibition.language,
    )
    return Sent(request, exhibition, placement, form, block=placement.block_id).save()


@require_POST
@only(may_curate)
def add_section(request: SignedInRequest, slug: str) -> HttpResponse:
    exhibition = get_object_or_404(Exhibition, slug=slug)
    section = actions.add_section(exhibition, by=request.user)
    return answers.to_bench(exhibition, f"kapitel-{section.pk}")


@require_POST
@only(may_curate)
def add_block(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    section = _find(slug, "kapitel", pk)
    if section is None:
        return _gone(request, slug)
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        raise Http404
    block = actions.add_block(section, kind=kind, by=request.user)
    anchor = "lysbord" if KINDS[kind].takes_pictures else f"blok-{block.pk}"
    return answers.to_bench(section.exhibition, anchor, block=block.pk)


@require_POST
@only(may_curate)
def place(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    block = _find(slug, "blok", pk)
    if block is None or block.kind not in KINDS:
        return _gone(request, slug)
    item = Item.objects.filter(
        number=answers.as_number(request.POST.get("number")) or 0
    ).first()
    try:
        actions.place(block, item=item, by=request.user)
    except CannotHang:
        messages.error(
            request,
            _(
                "That picture cannot hang here: it may not be shown, or there is no room."
            ),
        )
    return answers.to_bench(
        block.section.exhibition, f"blok-{block.pk}", block=block.pk
    )


@require_POST
@only(may_curate)
def arrange(request: SignedInRequest, slug: str) -> HttpResponse:
    exhibition = get_object_or_404(Exhibition, slug=slug)
    with transaction.atomic():
        locked = Exhibition.objects.select_for_update().get(pk=exhibition.pk)
        sections = list(locked.sections.prefetch_related("blocks"))
        if of_order(sections) != request.POST.get("seen"):
            return _moved_meanwhile(request, exhibition)
        order = _read_order(request.POST.get("order", ""), sections)
        if order is None:
            raise Http404
        actions.arrange(exhibition, order=order, by=request.user)
    return _moved(request, exhibition, "kapitler")


def _read_order(
    text: str, sections: list[Section]
) -> list[tuple[Section, list[Block]]] | None:
    """The order as sent; None unless it names every chapter and block just once."""
    by_pk = {str(section.pk): section for section in sections}
    blocks = {str(each.pk): each for row in sections for each in row.blocks.all()}
    pairs = [part.partition(":") for part in text.split(";") if part]
    chapters = [section for section, _colon, _rest in pairs]
    named = [pk for _section, _colon, rest in pairs for pk in rest.split(",") if pk]
    if sorted(chapters) != sorted(by_pk) or sorted(named) != sorted(blocks):
        return None
    return [
        (by_pk[section], [blocks[pk] for pk in rest.split(",") if pk])
        for section, _colon, rest in pairs
    ]


@require_POST
@only(may_curate)
def move(request: SignedInRequest, slug: str, what: str, pk: int) -> HttpResponse:
    row = _find(slug, what, pk)
    if row is None:
        return _gone(request, slug)
    given = request.POST.get("steps", "")
    steps = answers.as_number(given.lstrip("-")) or 0
    steps = min(steps, LONGEST_STEP) * (-1 if given.startswith("-") else 1)
    actions.move(row, by=request.user, steps=steps)
    anchor = f"billede-{pk}" if what == "billede" else f"{what}-{pk}"
    block = pk if what == "blok" else getattr(row, "block_id", None)
    return _moved(request, actions.exhibition_of(row), anchor, block=block)


@require_POST
@only(may_curate)
def remove(request: SignedInRequest, slug: str, what: str, pk: int) -> HttpResponse:
    row = _find(slug, what, pk)
    if row is None:
        return _gone(request, slug)
    exhibition, block = actions.exhibition_of(row), getattr(row, "block_id", None)
    actions.remove(exhibition, row=row, by=request.user)
    messages.success(request, _("It is taken out. The pictures stay in the archive."))
    anchor = f"blok-{block}" if block else "kapitler"
    return answers.to_bench(exhibition, anchor, block=block)


@require_POST
@only(may_curate)
def publish(request: SignedInRequest, slug: str) -> HttpResponse:
    exhibition = get_object_or_404(Exhibition, slug=slug)
    try:
        actions.publish(exhibition, by=request.user)
    except NotReady:
        messages.error(
            request,
            _("It cannot open yet. What is missing stands under “Before it opens”."),
        )
        return answers.to_bench(exhibition, "tjek")
    messages.success(request, _("The exhibition is open for everybody."))
    return answers.to_bench(exhibition, "staar")


@require_POST
@only(may_curate)
def unpublish(request: SignedInRequest, slug: str) -> HttpResponse:
    exhibition = get_object_or_404(Exhibition, slug=slug)
    actions.unpublish(exhibition, by=request.user)
    messages.success(request, _("It is closed to visitors. Your work is still here."))
    return answers.to_bench(exhibition, "staar")


def _find(slug: str, what: str, pk: int) -> Any:
    """A chapter, block or hanging of this exhibition; None when it is not there."""
    if what not in ROWS:
        raise Http404
    model, path = ROWS[what]
    return (
        model.objects.select_related(path)
        .filter(**{f"{path}__slug": slug}, pk=pk)
        .first()
    )


def _language(request: HttpRequest, own: str) -> str:
    asked = request.POST.get("sprog", own)
    return asked if asked in forms.LANGUAGES else own


def _gone(request: SignedInRequest, slug: str) -> HttpResponse:
    """Somebody took it out meanwhile; what was typed is shown, so it can be copied."""
    exhibition = get_object_or_404(Exhibition, slug=slug)
    if answers.wants_json(request):
        return JsonResponse({"state": "gone"}, status=410)
    names = ("title", "promise", "body", "attribution", "label", "alt_text")
    typed = [request.POST[name] for name in names if request.POST.get(name)]
    context = {"exhibition": exhibition, "typed": typed}
    return render(request, "exhibitions/workroom/gone.html", context, status=410)


def _moved_meanwhile(request: SignedInRequest, exhibition: Exhibition) -> HttpResponse:
    if answers.wants_json(request):
        return JsonResponse({"state": "conflict"}, status=409)
    messages.error(
        request, _("Somebody else has moved something. This is the order as it is now.")
    )
    return answers.to_bench(exhibition, "kapitler")


def _moved(
    request: SignedInRequest,
    exhibition: Exhibition,
    anchor: str,
    *,
    block: int | None = None,
) -> HttpResponse:
    if not answers.wants_json(request):
        return answers.to_bench(exhibition, anchor, block=block)
    facts = {"state": "saved", "says": answers.saved_at()}
    return JsonResponse(facts | answers.standing(exhibition))
