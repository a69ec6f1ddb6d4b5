"""Where it is: a tile, a pin on the town's own drawing, or a place far away."""

from __future__ import annotations

import math
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.models import Item, Place
from submissions.forms.fields import Lines, Pick, Told, Words

PIN, AWAY, UNKNOWN = "pin", "away", "unknown"
NORTH, EAST = 90.0, 180.0

PRECISION = [
    (Item.Precision.AREA, _("Somewhere near here")),
    (Item.Precision.SPOT, _("Exactly here")),
    (
        Item.Precision.HOME,
        _("It is somebody's home. Visitors only see which quarter it is in"),
    ),
]


class Tiles(forms.RadioSelect):
    """Places to tap on, as big as bricks."""

    template_name = "components/tiles.html"


class WhereFields(Told):
    """Everything may be skipped, and every answer is kept."""

    place_tile = Pick(label=_("A place in town"), widget=Tiles)
    latitude = Words(label=_("Latitude"), max_length=30)
    longitude = Words(label=_("Longitude"), max_length=30)
    precision = Pick(
        label=_("How exactly do you know it?"), choices=PRECISION, widget=Lines
    )
    place_away = Words(label=_("Which town and country?"), max_length=200)
    place_told = Words(label=_("What do you call the place?"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place_tile"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (for the type checker)
        field.choices = tiles()
        for name in ("latitude", "longitude"):
            self.fields[name].widget.attrs |= {"hidden": True, "inputmode": "decimal"}

    def pin(self) -> tuple[float, float] | None:
        """The pin as the page draws it again."""
        if "latitude" not in self.fields:
            return None
        return _point(self["latitude"].value(), self["longitude"].value())

    def place(self) -> dict[str, Any]:
        """The place as it was told: words, and a pin where one was put."""
        tile = self.cleaned_data.get("place_tile", "")
        spot = self.point() if tile in {"", PIN} else None
        precision = self.cleaned_data.get("precision") or Item.Precision.AREA
        return {
            "place_told": self.place_words(tile),
            "latitude": spot[0] if spot else None,
            "longitude": spot[1] if spot else None,
            "precision": precision if spot else Item.Precision.NONE,
        }

    def place_words(self, tile: str) -> str:
        own: str = self.cleaned_data["place_told"]
        away: str = self.cleaned_data.get("place_away", "")
        if tile == AWAY:
            return (away or own or not_here())[:200]
        if own or away:
            return own or away
        return "" if tile in {PIN, UNKNOWN} else self.words_of(tile)

    def words_of(self, tile: str) -> str:
        """What stands on a tile, in the language of the page: told in that language."""
        return str(dict(tiles()).get(tile, tile))

    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, when both are places on this earth."""
        kept = self.cleaned_data
        return _point(kept.get("latitude"), kept.get("longitude"))


def tiles() -> list[tuple[str, str | Promise]]:
    """The suggested places, and the three answers that are always there."""
    places = Place.objects.filter(is_suggested=True).only("name", "names")
    always: list[tuple[str, str | Promise]] = [
        (PIN, elsewhere_in_town()),
        (AWAY, not_here()),
        (UNKNOWN, _("I don't know")),
    ]
    return [*((each.name, each.localized_name) for each in places), *always]


def elsewhere_in_town() -> str:
    town = settings.SOCIETY.place
    if not town:
        return gettext("Another place in town")
    return gettext("Another place in %(town)s") % {"town": town}


def not_here() -> str:
    town = settings.SOCIETY.place
    if not town:
        return gettext("Far from here")
    return gettext("Not in %(town)s") % {"town": town}


def _point(latitude: str | None, longitude: str | None) -> tuple[float, float] | None:
    north, east = _degrees(latitude, NORTH), _degrees(longitude, EAST)
    return None if north is None or east is None else (north, east)


def _degrees(told: str | None, most: float) -> float | None:
    try:
        degrees = float(told or "")
    except ValueError:
        return None
    return (
        round(degrees, 5) if math.isfinite(degrees) and abs(degrees) <= most else None
    )
