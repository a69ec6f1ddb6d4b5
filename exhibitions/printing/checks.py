"""The check list before the print shop: every problem by name, with its cure."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from archive import typesetting
from archive.images import front
from archive.models import Item
from archive.permissions import Use, permits
from exhibitions import hanging
from exhibitions.checks import Finding
from exhibitions.models import Exhibition
from exhibitions.printing.formats import FORMATS, Format, ppi
from exhibitions.printing.panels import Job

MILLIMETRE = 1.0
SCAN_DPI = 600


def before_print(
    exhibition: Exhibition, job: Job, reports: list[typesetting.Report]
) -> list[Finding]:
    """What must be put right, or looked at, before these panels are printed.

    Reads the typesetter's own report, so the resolution is that of the page as it is
    set. What stops comes first.
    """
    form, language = FORMATS[job.data["format"]], job.data["language"]
    found = [
        *_permissions(exhibition),
        *_resolution(job, reports, form),
        *_overflow(job, reports, form),
        *_letters(job, language),
    ]
    return sorted(found, key=lambda finding: not finding.stops)


def _permissions(exhibition: Exhibition) -> Iterator[Finding]:
    """Pictures that may not be printed, or that nobody is credited for."""
    found = [
        (hung.item, f"blok-{shown.block.pk}")
        for chapter in hanging.chapters(exhibition)
        for shown in chapter.blocks
        for hung in shown.pictures
    ]
    prefetch_related_objects([item for item, _anchor in found], "depictions__person")
    for item, anchor in found:
        yield from _of_item(item, anchor)


def _of_item(item: Item, anchor: str) -> Iterator[Finding]:
    where = f"{item.reg_number} {item.localized_title}"
    if not item.is_published or not permits(item, Use.EXHIBIT):
        yield Finding(
            where,
            _("It may not be shown in exhibitions, and is left out."),
            _("Take it out of the exhibition, or ask the family."),
            anchor,
        )
        return
    if not permits(item, Use.PRINT):
        yield Finding(
            where,
            _("There is no permission to print it in a booklet or catalogue."),
            _(
                "It may hang on the wall as a panel. Do not hand out copies, or ask first."
            ),
            anchor,
            stops=False,
        )
    if not item.credit and not item.photographer:
        yield Finding(
            where,
            _("Nobody is credited."),
            _("Name the photographer or the lender in the item."),
            anchor,
        )


def _resolution(
    job: Job, reports: list[typesetting.Report], form: Format
) -> Iterator[Finding]:
    for report in reports:
        for placed in report["pictures"]:
            item = job.items[placed["key"]]
            yield from sharpness(item, placed["width"], form, f"panel-{report['page']}")


def sharpness(item: Item, width: float, form: Format, anchor: str) -> Iterator[Finding]:
    """Whether the item's picture is sharp enough, printed so many millimetres wide."""
    media = front(item)
    if media is None or not media.width:
        return
    reached = ppi(media.width, width)
    light = form.light(reached)
    if light == "ok":
        return
    facts = {
        "pixels": media.width,
        "size": form.name,
        "ppi": round(reached),
        "good": form.good if light == "look" else form.enough,
        "cm": round(form.largest_mm(media.width) / 10),
        "dpi": SCAN_DPI,
    }
    yield Finding(
        f"{item.reg_number} {item.localized_title}",
        _(
            "The picture is %(pixels)s pixels wide. On %(size)s it is printed "
            "at %(ppi)s ppi; good is %(good)s."
        )
        % facts,
        _(
            "It can be printed up to %(cm)s cm wide. Ask for a new scan at "
            "%(dpi)s dpi, or choose a smaller panel."
        )
        % facts,
        anchor,
        stops=light == "stop",
    )


def _overflow(
    job: Job, reports: list[typesetting.Report], form: Format
) -> Iterator[Finding]:
    for report, panel in zip(reports, job.data["panels"], strict=True):
        if report["overflow"] > MILLIMETRE:
            yield Finding(
                panel["title"],
                _("The text finds no room on the panel: %(mm)s mm too much.")
                % {"mm": round(report["overflow"])},
                _("Shorten it to about %(words)s words, or choose a larger panel.")
                % {"words": form.words},
                f"panel-{report['page']}",
            )


def _letters(job: Job, language: str) -> Iterator[Finding]:
    for number, panel in enumerate(job.data["panels"], start=1):
        words = [panel["title"], panel.get("lead", ""), *panel.get("text", [])]
        if missing := typesetting.missing_glyphs("".join(words), language):
            yield Finding(
                panel["title"],
                _("These letters are in none of our fonts: %(letters)s")
                % {"letters": " ".join(sorted(missing))},
                _("Write them in another way."),
                f"panel-{number}",
            )
