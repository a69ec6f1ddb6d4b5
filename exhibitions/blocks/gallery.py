"""Two to twelve pictures side by side, none cropped (practice: captions = titles)."""

from django.utils.translation import gettext_lazy as _

from exhibitions.blocks.kind import Kind, Limit

GALLERY = Kind(
    name="gallery",
    label=_("Gallery"),
    hint=_("Two to twelve pictures that belong together."),
    pictures=(2, 12),
    words=Limit(good=40, most=80),
    label_words=Limit(good=20, most=40),
)
