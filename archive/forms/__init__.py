"""The describing desk: one form in Arkibas' words, with persons and translations."""

from archive.forms.anchors import AnchorForm
from archive.forms.desk import Desk
from archive.forms.item import ItemForm, day_said

__all__ = ["AnchorForm", "Desk", "ItemForm", "day_said"]
