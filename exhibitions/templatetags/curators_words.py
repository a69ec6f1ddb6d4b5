"""`{{ text|markdown }}`: a curator's small Markdown."""

from django import template
from django.utils.safestring import SafeString

from exhibitions.markdown import to_html

register = template.Library()


@register.filter
def markdown(text: object) -> SafeString:
    return to_html(str(text))
