"""Share cards: drawn by the typesetter, kept until the item or exhibition changes.

Nothing here decides whether a card may be seen: every view asks `permits()` first,
each time, and a withdrawal makes the kept files unreachable in the same moment.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings
from django.utils import translation

from archive import typesetting
from archive.images import front, largest_rendition, to_jpeg
from archive.models import Edition, Item
from archive.permissions import Use
from exhibitions.models import Exhibition
from submissions import calls
from submissions.models import Call

SIZES = typesetting.CARDS

Shared = Item | Exhibition | Call


def card(of: Shared, *, size: str, language: str) -> Path:
    """The card's file (JPEG). All five sizes are drawn at once, the first time.

    Raises typesetting.CannotSet when it cannot be drawn.
    """
    folder = _folder(of, language)
    path = folder / f"{size}.jpg"
    if not path.exists():
        _draw(of, folder, language)
    return path


def forget(of: Shared) -> None:
    """Remove every card of this item or exhibition from the disk."""
    shutil.rmtree(_home(of), ignore_errors=True)


def _home(of: Shared) -> Path:
    kinds = {Item: "b", Exhibition: "u", Call: "i"}
    return Path(settings.DATA_DIR) / "cards" / kinds[type(of)] / str(of.pk)


def _folder(of: Shared, language: str) -> Path:
    return _home(of) / _state(of) / language


def _state(of: Shared) -> str:
    """What a card depends on; another state is another card."""
    if isinstance(of, Item):
        return str(of.version)
    if isinstance(of, Call):
        hero = calls.hero(of, Use.SOCIAL)
        return f"{of.version}-{hero.pk}.{hero.version}" if hero else f"{of.version}-0"
    return f"{of.version}-{Edition.current()}"


def _draw(of: Shared, folder: Path, language: str) -> None:
    with translation.override(language):
        data, pictures = _told(of)
    drawn = typesetting.cards(data, pictures=pictures)
    folder.mkdir(parents=True, exist_ok=True)
    for size, png in drawn.items():
        draft = folder / f".{size}.part"
        draft.write_bytes(to_jpeg(png))
        draft.rename(folder / f"{size}.jpg")


def _told(of: Shared) -> tuple[typesetting.Card, dict[str, Path]]:
    if isinstance(of, Item):
        return _item(of)
    return _call(of) if isinstance(of, Call) else _exhibition(of)


def _call(call: Call) -> tuple[typesetting.Card, dict[str, Path]]:
    """The question; the picture beside it only where it may go to social media."""
    data: typesetting.Card = {
        "kind": "call",
        "language": translation.get_language() or "da",
        "archive": _archive_name(),
        "title": call.localized_question.words,
        "lead": call.localized_title.words,
    }
    hero = calls.hero(call, Use.SOCIAL)
    if hero is None:
        return data, {}
    data["credit"] = credit_line(hero)
    return data, _with_picture(data, hero)


def _item(item: Item) -> tuple[typesetting.Card, dict[str, Path]]:
    said = [item.place.name if item.place else "", item.date_said]
    data: typesetting.Card = {
        "kind": "item",
        "language": translation.get_language() or "da",
        "archive": _archive_name(),
        "title": item.localized_title.words,
        "lead": ", ".join(each for each in said if each),
        "credit": credit_line(item),
        "number": item.reg_number,
    }
    return data, _with_picture(data, item)


def _exhibition(exhibition: Exhibition) -> tuple[typesetting.Card, dict[str, Path]]:
    data: typesetting.Card = {
        "kind": "exhibition",
        "language": translation.get_language() or "da",
        "archive": _archive_name(),
        "title": exhibition.localized_title.words,
        "lead": exhibition.localized_subtitle.words,
    }
    if exhibition.cover is None:
        return data, {}
    data["credit"] = credit_line(exhibition.cover)
    return data, _with_picture(data, exhibition.cover)


def _with_picture(data: typesetting.Card, item: Item) -> dict[str, Path]:
    media = front(item)
    path = largest_rendition(media) if media else None
    if path is None:
        return {}
    data["picture"] = {"key": "cover"}
    return {"cover": path}


def _archive_name() -> list[str]:
    society = settings.SOCIETY
    return [society.wordmark, society.place] if society.place else [society.wordmark]


def credit_line(item: Item) -> str:
    """“Foto: …. Udlånt af …”, in the active language; the photographer is always named."""
    parts = [
        translation.gettext("Photo: %(name)s")
        % {"name": item.photographer or translation.gettext("unknown")}
    ]
    if item.credit and item.credit != item.photographer:
        parts.append(translation.gettext("Lent by %(name)s") % {"name": item.credit})
    return ". ".join(parts)
