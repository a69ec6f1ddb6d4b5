"""Plain words between the pictures (practice: ≤ 150 words)."""

from django.utils.translation import gettext_lazy as _

from exhibitions.blocks.kind import Kind, Limit

TEXT = Kind(
    name="text",
    label=_("Text"),
    hint=_("A few paragraphs that carry the story on."),
    words=Limit(good=150, most=250),
)
