"""The small Markdown of curators: paragraphs, emphasis, links; nothing else survives."""

from __future__ import annotations

from html import unescape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "heading", "lheading", "code", "fence", "backticks", "hr"]
)
_TAGS = {"p", "em", "strong", "a", "br", "ul", "ol", "li", "blockquote"}


def to_html(text: str) -> SafeString:
    """Markdown as HTML that cannot carry anything but words and links."""
    html = nh3.clean(
        _PARSER.render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(html)  # noqa: S308  (nh3 has just cleaned it)


def to_plain(text: str) -> list[str]:
    """The paragraphs of a Markdown text as plain words, for paper."""
    html = nh3.clean(_PARSER.render(text), tags={"p", "li", "br"}, attributes={})
    parts = html.replace("<br>", " ").replace("</p>", "\n").replace("</li>", "\n")
    bare = nh3.clean(parts, tags=set())
    return [unescape(line.strip()) for line in bare.split("\n") if line.strip()]


def words_in(text: str) -> int:
    """How many words a reader meets."""
    return len(text.split())
