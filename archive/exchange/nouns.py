"""What a whole archive is made of: every noun of the house, carried or left out.

Each app says it of its own models in a module `carried.py`, when it is ready: the
archive knows nobody above it, and the whole is whole all the same. What is not said of
is found by `unspoken()`, and a test asks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from accounts.models import User
from archive.models import Media

Model = type[models.Model]
POINTERS = (models.ForeignKey, models.OneToOneField)
ORIGINAL = "original"


@dataclass(frozen=True)
class Noun:
    """A model whose every row travels, but for the fields that are left out, and why.

    `keeps_key`: its rows have the same keys afterwards. Keys are kept wherever
    something tells them: a receipt's number, an undo, a history.
    `gives_way`: a house begins with some of these; they are not anybody's work.
    """

    model: Model
    left_out: Mapping[str, str] = field(default_factory=dict)
    keeps_key: bool = True
    gives_way: bool = False

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)  # noqa: SLF001  (documented API)

    @property
    def key(self) -> str:
        """What the key is called: “id”, of a history “history_id”."""
        return str(self.model._meta.pk.attname)  # noqa: SLF001

    @property
    def fields(self) -> list[models.Field[Any, Any]]:
        """The fields that are told; a person is told by e-mail, all else by key."""
        return [
            each
            for each in self.model._meta.concrete_fields  # noqa: SLF001
            if each.name not in self.left_out and not each.primary_key
        ]


@dataclass(frozen=True)
class Folder:
    """Files beside the rows, each by a name of its own: pieces of what is on its way."""

    name: str
    files: Callable[[], Iterable[tuple[str, Path]]]
    home: Callable[[], Path]
    is_known: Callable[[str], bool]


_carried: dict[Model, Noun] = {}
_left_out: dict[Model, str] = {}
_apps_left_out: dict[str, str] = {}
_folders: list[Folder] = []


def carry(*found: Noun | Model) -> None:
    """Say that these travel."""
    for each in found:
        noun = each if isinstance(each, Noun) else Noun(each)
        _carried[noun.model] = noun


def leave_out(why: Mapping[Model, str]) -> None:
    """Say that these stay behind, each with its reason."""
    _left_out.update(why)


def leave_out_apps(why: Mapping[str, str]) -> None:
    """Say that nothing of these apps, which are not ours, travels."""
    _apps_left_out.update(why)


def carry_folder(folder: Folder) -> None:
    """Say that these files travel beside the rows."""
    _folders.append(folder)


def carried() -> list[Noun]:
    """Every noun that travels, people first, then from the archive upwards."""
    line = list(reversed(settings.INSTALLED_APPS))
    nouns = sorted(
        _carried.values(),
        key=lambda noun: line.index(noun.model._meta.app_label),  # noqa: SLF001
    )
    return sorted(nouns, key=lambda noun: noun.model is not User)


def folders() -> list[Folder]:
    return list(_folders)


def history_of(model: Any) -> Model:
    """The model of a noun's history."""
    found: Model = model.history.model
    return found


def is_person(each: models.Field[Any, Any]) -> bool:
    """Whether a field points to somebody of the house."""
    return isinstance(each, POINTERS) and each.related_model is User


def is_original(each: models.Field[Any, Any]) -> bool:
    """Whether a field is the file itself, which travels as bytes."""
    return each.model is Media and each.name == ORIGINAL


def unspoken() -> list[str]:
    """Every model and field of which nobody has said whether it travels."""
    return sorted(_unspoken())


def _unspoken() -> Iterator[str]:
    for model in apps.get_models(include_auto_created=True):
        label, app = model._meta.label, model._meta.app_label  # noqa: SLF001
        if model in _carried:
            yield from (f"{label}.{name}" for name in _fields_unspoken(model))
        elif model not in _left_out and app not in _apps_left_out:
            yield label


def _fields_unspoken(model: Model) -> Iterator[str]:
    noun = _carried[model]
    known = {each.name for each in model._meta.get_fields()}  # noqa: SLF001
    yield from (f"{name} (is gone)" for name in noun.left_out if name not in known)
    for each in noun.fields:
        if not _can_travel(each):
            yield each.name
    for many in model._meta.many_to_many:  # noqa: SLF001
        if many.remote_field.through not in _carried and many.name not in noun.left_out:
            yield many.name


def _can_travel(each: models.Field[Any, Any]) -> bool:
    if isinstance(each, POINTERS):
        related = each.related_model
        return is_person(each) or is_original(each) or related in _carried
    return not isinstance(each, (models.FileField, models.BinaryField))
