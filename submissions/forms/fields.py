"""The fields families fill in: text, answers to tap on, and ticks."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_STORY = 6000
LONGEST_ADDRESS = 254  # as the database keeps it

# The languages a story may be told in, in their own names.
STORY_LANGUAGES = [
    ("da", "Dansk"),
    ("tr", "Türkçe"),
    ("ur", "اردو"),
    ("ar", "العربية"),
    ("en", "English"),
    ("bs", "Bosanski"),
    ("ku", "Kurdî"),
    ("fa", "فارسی"),
    ("so", "Soomaali"),
    ("pl", "Polski"),
    ("und", _("Another language")),
]

TOO_LONG = _(
    "This is %(show_value)s letters long, and we have room for %(limit_value)s. "
    "Please make it a little shorter."
)

STORY_TOO_LONG = _(
    "Your story is %(show_value)s letters long, and we have room for %(limit_value)s. "
    "Make it a little shorter, or send the rest as one more contribution. "
    "Everything you have written is still here."
)

BAD_ADDRESS = _(
    "We cannot write to this address. Look at it once more, or leave it out."
)


class Words(forms.CharField):
    """Text as a person typed it, without what no person can see or type."""

    def __init__(self, *, max_length: int, lines: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"max_length": TOO_LONG})
        kwargs.setdefault("widget", forms.Textarea if lines else forms.TextInput)
        super().__init__(max_length=max_length, required=False, **kwargs)
        self.lines = lines

    def to_python(self, value: Any) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        kept = "".join(sign for sign in text if sign in "\n\t" or not _is_control(sign))
        return super().to_python(kept if self.lines else " ".join(kept.split())) or ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: it would cut what is pasted without a word."""
        return {"dir": "auto"}


class Chips(forms.RadioSelect):
    """Answers to tap on, side by side."""

    template_name = "components/chips.html"


class Lines(forms.RadioSelect):
    """Answers to tap on, one on each line."""

    template_name = "components/ticks.html"


class Pick(forms.ChoiceField):
    """One of several answers; none of them is simply no answer."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        return str(value) if value and self.valid_value(value) else ""


class Ticks(forms.MultipleChoiceField):
    """Any number of ticks; those nobody asked about are left out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> list[str]:
        return [str(each) for each in value or [] if self.valid_value(each)]


class Told(forms.Form):
    """A form that shows its mistakes at their field, and marks the field."""

    def error_list(self) -> list[tuple[str, str]]:
        """Every sentence with the id of the field it is about, in the page's order."""
        on_the_whole = [("", str(each)) for each in self.non_field_errors()]
        return on_the_whole + [
            (self[name].id_for_label or self[name].auto_id, str(sentence))
            for name in self.fields
            for sentence in self.errors.get(name, [])
        ]


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"}
