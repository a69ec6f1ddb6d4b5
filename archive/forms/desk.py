"""Everything one page of describing writes, together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from archive import origins, related
from archive.beside import Beside
from archive.forms.item import ItemForm
from archive.forms.persons import PersonRows
from archive.forms.relations import RelationRows
from archive.forms.translations import TranslationForm, foreign
from archive.models import Item, Subject
from archive.transcribing import transcripts

Data = Mapping[str, Any] | None


class Desk:
    """Everything one page of describing writes, bound or not, valid or not."""

    def __init__(
        self, item: Item, subjects: Sequence[Subject], data: Data = None
    ) -> None:
        self.item, self.subjects = item, list(subjects)
        self.form = ItemForm(data, item, subjects)
        self.persons = PersonRows(
            data,
            prefix="persons",
            initial=[
                {
                    "depiction": row.pk,
                    "name": row.person.name,
                    "living": row.person.living,
                    "may_be_named": row.may_be_named,
                    "is_name_hidden": row.person.is_name_hidden,
                    "x": row.x,
                    "y": row.y,
                }
                for row in item.depictions.all()
            ],
        )
        self.relations = RelationRows(
            data,
            prefix="relations",
            initial=[
                {"number": other.reg_number, "kind": kind}
                for other, kind in related.of(item)
            ],
        )
        self.transcripts = transcripts(data, item)
        self.translations = [
            TranslationForm(data, item, code, _now(str(name)))
            for code, name in settings.LANGUAGES
            if code != item.language or foreign(item, code)
        ]

    @property
    def forms(self) -> list[Any]:
        return [
            self.form,
            *self.persons.forms,
            *self.relations.forms,
            *self.transcripts,
            *self.translations,
        ]

    @cached_property
    def is_valid(self) -> bool:
        sets = [self.persons.is_valid(), self.relations.is_valid()]
        return all([*sets, *(form.is_valid() for form in self.forms)])

    @property
    def says_something_new(self) -> bool:
        """Whether saving would change anything; an entry of history costs attention."""
        hung = [subject.pk for subject in self.form.subjects]
        beside = [form for form in self.forms if form is not self.form]
        return (
            bool(origins.changed(self.item, self.changes()))
            or hung != [subject.pk for subject in self.subjects]
            or any(form.has_changed() for form in beside)
        )

    def changes(self) -> dict[str, Any]:
        kept = dict(self.item.translations)
        for form in self.translations:
            kept.pop(form.language, None)
            if words := form.words():
                kept[form.language] = words
        return self.form.changes() | {"translations": kept}

    def also(self) -> Beside:
        rows = [form for form in self.persons.forms if form.cleaned_data.get("name")]
        return Beside(
            persons=[form.seen() for form in rows],
            translations=[
                each for form in self.translations for each in form.translated()
            ],
            transcripts=[form.transcribed() for form in self.transcripts],
            relations=[
                found for form in self.relations.forms if (found := form.related())
            ],
        )

    def problems(self) -> list[tuple[str, str, str]]:
        """Every problem as (id of the field, its name, sentence), in order."""
        found = [
            (bound.id_for_label, str(bound.label), str(error))
            for form in self.forms
            for bound in form
            for error in bound.errors
        ]
        sets: list[tuple[str, Any, Any]] = [
            ("persons", _("Persons"), self.persons),
            ("relations", _("Relations"), self.relations),
        ]
        return found + [
            (place, str(label), str(error))
            for place, label, rows in sets
            for error in rows.non_form_errors()
        ]
