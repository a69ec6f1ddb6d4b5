"""Templates: what is the same on many cards, kept under a name."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review
from archive import actions
from archive.forms.many import filled_from
from archive.models import Template
from archive.views.describe import find

LONGEST = 120


@only(may_review)
def new_template(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Keep what is on one card as a template, under a name."""
    item = find(reg_number)
    name = " ".join(request.POST.get("name", "").split())
    problem = ""
    if request.method == "POST":
        if name and len(name) <= LONGEST and "\0" not in name:
            actions.keep_template(name, of=item, by=request.user)
            messages.success(
                request, _("Kept. You can use it when you change one card or many.")
            )
            return redirect("archive:many")
        problem = _("Give it a name that says what it is for, in a few words.")
    made = Template(values=actions.values_for_template(item))
    context = {
        "item": item,
        "name": name,
        "problem": problem,
        "filled": filled_from(made),
        "kept": Template.objects.filter(laid_away_at=None),
    }
    return render(
        request,
        "archive/workroom/template.html",
        context,
        status=422 if problem else 200,
    )


@only(may_review)
@require_POST
def lay_template_away(request: SignedInRequest, pk: int) -> HttpResponse:
    """Offer a template no more, or again."""
    template = get_object_or_404(Template, pk=pk)
    if template.laid_away_at is None:
        actions.lay_template_away(template)
        sentence = _("Laid away. It can come back at any time.")
    else:
        actions.take_template_back(template)
        sentence = _("It is back.")
    messages.success(request, sentence, extra_tags=request.path)
    return redirect("archive:many")
