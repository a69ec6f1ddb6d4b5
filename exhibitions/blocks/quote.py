"""A contributor's own words, large, with their name (practice: ≤ 35 words)."""

from django.utils.translation import gettext_lazy as _

from exhibitions.blocks.kind import Kind, Limit

QUOTE = Kind(
    name="quote",
    label=_("Quote"),
    hint=_("What somebody said, in their own words and language."),
    words=Limit(good=35, most=60),
    has_attribution=True,
)
