"""What a family is asked, in the exact words, and what they answered.

A permission is a row that is only ever added to; it points to the text that was on the
page, in the language it was in (GDPR art. 7(1): the archive must be able to show it).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypedDict

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from archive.models import Media
from archive.permissions import Use
from submissions.models import Consent, ConsentText, Submission


class Beside(TypedDict, total=False):
    """What stands beside the answers themselves, where there is anything."""

    helped_by: str
    guardian: str
    evidence: Media | None
    text: ConsentText


class WrittenDown(Beside, total=False):
    """The same, and who of the house wrote it down."""

    recorded_by: User | None


@dataclass(frozen=True)
class Question:
    """One yes or no on the page: the uses it covers, the words, the small print."""

    name: str
    uses: tuple[str, ...]
    words: str
    hint: str = ""


def questions() -> list[Question]:
    """The permissions, each by itself, in the language that is active now."""
    return [
        Question(
            "show",
            (Use.WEB, Use.EXHIBIT),
            _("Show it on the website and in exhibitions in town"),
            _("This is the least we need"),
        ),
        Question("print", (Use.PRINT,), _("Print it in a booklet or catalogue")),
        Question(
            "social",
            (Use.SOCIAL,),
            _("Share it on Facebook and Instagram"),
            _("Others can copy it, and we cannot always get it back"),
        ),
        Question(
            "press",
            (Use.PRESS,),
            _("Let newspapers and television use it"),
            _("We call you first"),
        ),
        Question(
            "open",
            (Use.OPEN,),
            _("Let everybody use it freely when they write your name"),
            _("CC BY 4.0. Schools, Wikipedia"),
        ),
    ]


def uses_of(names: Collection[str]) -> list[str]:
    """The uses that the ticked questions cover, sorted."""
    return sorted(
        str(use)
        for question in questions()
        if question.name in names
        for use in question.uses
    )


def names_of(uses: Collection[str]) -> list[str]:
    """The questions that are answered yes by these uses."""
    return [each.name for each in questions() if set(each.uses) <= set(uses)]


def asked_persons() -> list[tuple[str, str]]:
    """The two answers about the living persons in the picture."""
    return [
        (
            "yes",
            _("The persons in the picture whom I know and who are living have agreed"),
        ),
        (
            "not_yet",
            _("I have not asked yet. Then we only show it when we have talked"),
        ),
    ]


def asked() -> dict[str, str]:
    """What the one who gives says of themselves, and of whoever stands beside them."""
    return {
        "of_age": _("I am over 15"),
        "young": _(
            "I am under 15. My parent or guardian says yes together with me, "
            "and is called"
        ),
        "helping": _("I am helping somebody else to tell"),
        "helper": _("The one who helps is called"),
        "teller": _("The one who tells is called"),
    }


def promise() -> str:
    """What stands under the permissions, and holds."""
    return _(
        "You can always have the picture and the story taken down again. It costs "
        "nothing, and you need not say why."
    )


def wording() -> str:
    """The whole text as it stands on the page, in the active language."""
    lines = [_("What may we do with the picture?")]
    for question in questions():
        hint = f" ({question.hint})" if question.hint else ""
        lines.append(f"☐ {question.words}{hint}")
    lines.append(promise())
    lines.append(_("Who took the picture?"))
    lines += [f"◯ {label}" for label in Submission.TakenBy.labels[1:]]
    lines.append(_("May we show the names?"))
    lines += [f"◯ {label}" for label in Consent.Names.labels]
    lines += [f"◯ {label}" for _value, label in asked_persons()]
    said = asked()
    lines += [f"☐ {said['helping']}", f"{said['helper']}: …", f"{said['teller']}: …"]
    lines += [f"☐ {said['of_age']}", f"☐ {said['young']}: …"]
    return "\n".join(lines)


def current_text(language: str) -> ConsentText:
    """The row for today's wording in a language, written the first time it is shown."""
    with translation.override(language):
        text = wording()
    row, _created = ConsentText.objects.get_or_create(
        fingerprint=_print(language, text),
        defaults={"language": language, "text": text},
    )
    return row


def text_shown(language: str, fingerprint: str) -> ConsentText:
    """The wording a page was opened with, if it is known; else today's."""
    known = ConsentText.objects.filter(language=language, fingerprint=fingerprint)
    return known.first() or current_text(language)


def fingerprint(language: str) -> str:
    """The print of today's wording, for a page to carry; nothing is written."""
    with translation.override(language):
        return _print(language, wording())


def _print(language: str, text: str) -> str:
    return hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()
