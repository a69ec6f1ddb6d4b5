"""The items that belong with this one, one row each."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.beside import Related
from archive.models import Item, Relation

NUMBER = re.compile(r"\s*[Bb]?\s*([1-9][0-9]{0,8})\s*", re.ASCII)


class RelationForm(forms.Form):
    number = forms.CharField(
        label=_("Reg. no."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    kind = forms.ChoiceField(
        label=_("How they belong together"),
        choices=Relation.Kind.choices,
        initial=Relation.Kind.OCCASION,
        required=False,
    )

    def clean_number(self) -> Item | None:
        told = str(self.cleaned_data["number"]).strip()
        if not told:
            return None
        written = NUMBER.fullmatch(told)
        found = written and Item.objects.filter(number=int(written[1])).first()
        if not found:
            raise forms.ValidationError(
                _("We have no item with this number. Write it as B12.")
            )
        return found

    def related(self) -> Related | None:
        other = self.cleaned_data.get("number")
        kind = self.cleaned_data.get("kind") or Relation.Kind.OTHER
        return Related(other.pk, kind) if other else None


RelationRows = forms.formset_factory(RelationForm, extra=1, max_num=60, absolute_max=80)
