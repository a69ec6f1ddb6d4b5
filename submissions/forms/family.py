"""What families write on their own page, and persons who are in a picture."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.forms.fields import (
    BAD_ADDRESS,
    LONGEST_ADDRESS,
    LONGEST_STORY,
    STORY_LANGUAGES,
    STORY_TOO_LONG,
    TOO_LONG,
    Lines,
    Pick,
    Told,
    Words,
)
from submissions.models import Objection

MORE = {"max_length": STORY_TOO_LONG}


class ObjectForm(Told):
    """“I am in this picture”: what the person wishes, and how to reach them."""

    wish = Pick(
        label=_("What would you like us to do?"),
        choices=Objection.Wish.choices,
        widget=Lines,
    )
    text = Words(label=_("In your own words"), max_length=2000, lines=True)
    name = Words(label=_("Your name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=LONGEST_ADDRESS,
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
    )

    def clean_wish(self) -> str:
        if not self.cleaned_data["wish"]:
            raise forms.ValidationError(_("Choose what you would like us to do."))
        return str(self.cleaned_data["wish"])


class MoreForm(Told):
    """More the family has to tell, in the language they like best."""

    more = Words(
        label=_("In your own words"),
        max_length=LONGEST_STORY,
        lines=True,
        error_messages=MORE,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    more_language = forms.ChoiceField(
        label=_("The language you write in"), choices=STORY_LANGUAGES, required=False
    )

    def clean_more(self) -> str:
        if not self.cleaned_data["more"]:
            raise forms.ValidationError(_("Write a few words first."))
        return str(self.cleaned_data["more"])


class HearForm(Told):
    """Where the family is reached, and whether they want to hear of glad news."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=LONGEST_ADDRESS,
        required=False,
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
    )
    wants_news = forms.BooleanField(
        label=_("Write to me when something happens to my pictures"), required=False
    )


class LostForm(Told):
    """The address that the links are to go to."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=LONGEST_ADDRESS,
        error_messages={
            "required": _("Write the e-mail address you gave us."),
            "invalid": _("Look at the address once more. It looks like name@place.dk."),
            "max_length": TOO_LONG,
        },
    )


class MessageForm(Told):
    """The family's answer to a question, written or told aloud."""

    voice = forms.FileField(
        label=_("Your answer, told aloud"),
        required=False,
        allow_empty_file=True,
        max_length=None,
    )
    text = Words(label=_("Your answer"), max_length=LONGEST_STORY, lines=True)

    def clean_text(self) -> str:
        if not self.cleaned_data["text"] and not self.cleaned_data.get("voice"):
            raise forms.ValidationError(_("Write a few words first, or tell us aloud."))
        return str(self.cleaned_data["text"])

    def answer(self) -> dict[str, Any]:
        """The answer as the deed takes it."""
        return {"text": self.cleaned_data["text"], "voice": self.cleaned_data["voice"]}
