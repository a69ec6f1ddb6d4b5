"""The poster of a call: its words and picture as the typesetter needs them, and checks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Partner
from archive import typesetting
from archive.images import front, print_picture
from archive.models import Item
from archive.permissions import Use
from exhibitions.checks import Finding
from exhibitions.printing.checks import MILLIMETRE, sharpness
from exhibitions.printing.formats import POSTERS, Format
from exhibitions.printing.panels import bare, file_name
from exhibitions.sharing.cards import credit_line
from submissions import calls
from submissions.models import Call

logger = logging.getLogger(__name__)

KEY = "hero"


@dataclass(frozen=True)
class Job:
    """What is handed to the typesetter, and whose picture it is."""

    data: typesetting.PosterSheet
    pictures: dict[str, Path] = field(default_factory=dict)
    item: Item | None = None


def poster(
    call: Call, *, size: str, language: str, partner: Partner | None = None
) -> Job:
    """The call's poster; its picture only where the family said yes to print."""
    form = POSTERS[size]
    with translation.override(language):
        path = short_address(call, partner)
        data: typesetting.PosterSheet = {
            "format": cast("typesetting.PosterSize", form.name),
            "language": language,
            "title": call.localized_title.words,
            "question": call.localized_question.words,
            "introduction": call.localized_introduction.words,
            "dates": _dates(call),
            "society": settings.SOCIETY.name,
            "phone": _phone(language),
            "partner": _("Together with %(partner)s") % {"partner": partner.name}
            if partner
            else "",
            "qr": typesetting.qr_svg(f"{settings.SITE_URL}{path}{_asked(partner)}"),
            "qr_text": _("Begin here with your phone"),
            "address": bare(settings.SITE_URL + path),
            "slug": _slug_line(call, form, language, partner),
        }
        pictures, item = _picture(call, data, form)
    return Job(data, pictures, item)


def short_address(call: Call, partner: Partner | None) -> str:
    """What is printed: /i/<call>, or /d/<partner>/<call>/ where a partner asks."""
    if partner is None:
        return reverse("short_call", args=[call.slug])
    return reverse("short_partner_call", args=[partner.slug, call.slug])


def before_print(
    call: Call, job: Job, reports: list[typesetting.Report]
) -> list[Finding]:
    """What must be put right, or looked at, before the poster is printed."""
    form = POSTERS[job.data["format"]]
    found = [
        *_of_picture(call, job),
        *_of_words(call, job),
        *_of_page(job, reports, form),
    ]
    return sorted(found, key=lambda finding: not finding.stops)


def _of_picture(call: Call, job: Job) -> Iterator[Finding]:
    if call.hero is not None and job.item is None:
        yield Finding(
            f"{call.hero.reg_number} {call.hero.localized_title}",
            _("The picture is left out: it may not be printed, or cannot be."),
            _("Choose another picture, or ask the family."),
            "poster",
            stops=False,
        )
    if job.item is not None and not (job.item.credit or job.item.photographer):
        yield Finding(
            f"{job.item.reg_number} {job.item.localized_title}",
            _("Nobody is credited."),
            _("Name the photographer or the lender in the item."),
            "poster",
        )


def _of_words(call: Call, job: Job) -> Iterator[Finding]:
    language = job.data["language"]
    for name in ("question", "introduction"):
        written = call.text(name, language)
        if written and written.language != language:
            yield Finding(
                call.title,
                _("Not everything is translated into the poster's language."),
                _("Write it in the call, beside the other languages."),
                "poster",
            )
            break
    words = "".join([job.data["title"], job.data["question"], job.data["introduction"]])
    if missing := typesetting.missing_glyphs(words, language):
        yield Finding(
            call.title,
            _("These letters are in none of our fonts: %(letters)s")
            % {"letters": " ".join(sorted(missing))},
            _("Write them in another way."),
            "poster",
        )
    if not call.is_announced:
        yield Finding(
            call.title,
            _("The call is not announced: its printed address leads nowhere yet."),
            _("Open the call, or announce it."),
            "poster",
        )


def _of_page(
    job: Job, reports: list[typesetting.Report], form: Format
) -> Iterator[Finding]:
    for report in reports:
        if job.item is not None:
            for placed in report["pictures"]:
                yield from sharpness(job.item, placed["width"], form, "poster")
        if report["overflow"] > MILLIMETRE:
            yield Finding(
                job.data["title"],
                _("The question finds no room on the poster: %(mm)s mm too much.")
                % {"mm": round(report["overflow"])},
                _("Make the question or the introduction shorter."),
                "poster",
            )


def _picture(
    call: Call, data: typesetting.PosterSheet, form: Format
) -> tuple[dict[str, Path], Item | None]:
    item = calls.hero(call, Use.PRINT)
    media = front(item) if item else None
    if item is None or media is None:
        return {}, None
    try:
        path = print_picture(media)
    except FileNotFoundError:
        logger.warning("%s has no picture that can be printed", item)
        return {}, None
    data["credit"] = f"{credit_line(item)}. {item.reg_number}"
    data["picture"] = {
        "key": KEY,
        "alt": item.localized_alt.words,
        "max_width": form.largest_mm(media.width or 0),
    }
    return {KEY: path}, item


def _dates(call: Call) -> str:
    today = timezone.localdate()
    said = []
    if call.opens and call.opens > today:
        said.append(_("From %(day)s") % {"day": date_format(call.opens, "DATE_FORMAT")})
    if call.closes:
        day = date_format(call.closes, "DATE_FORMAT")
        said.append(_("Until %(day)s") % {"day": day})
    return "\n".join(said)


def _phone(language: str) -> str:
    society = settings.SOCIETY
    hours = society.hours_in(language)
    if not society.phone:
        return ""
    # Digits keep their direction in a line that runs the other way.
    return "\n".join(part for part in (f"\u2066{society.phone}\u2069", hours) if part)


def _asked(partner: Partner | None) -> str:
    """The poster's own language goes with its code, where it is not the partner's."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    if partner is not None and partner.language == language:
        return ""
    return f"?sprog={language}"


def _slug_line(call: Call, form: Format, language: str, partner: Partner | None) -> str:
    who = f"_{partner.slug}" if partner else ""
    what = (
        f"plakat_{form.name}_{language}{who}_{form.width}x{form.height}"
        f"_bleed{typesetting.BLEED:.0f}"
    )
    return f"{file_name(call, what)} · 1:1 · RGB · {timezone.localdate():%d.%m.%Y}"
