"""One picture with its label (practice: ≤ 75 words, never more than 100)."""

from django.utils.translation import gettext_lazy as _

from exhibitions.blocks.kind import Kind, Limit

PICTURE = Kind(
    name="picture",
    label=_("Picture with label"),
    hint=_("One picture on the wall, and what you want to say about it."),
    pictures=(1, 1),
    label_words=Limit(good=75, most=100),
)
