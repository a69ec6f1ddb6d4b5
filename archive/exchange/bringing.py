"""A sheet on its way into the archive: looked at, read through, then taken in.

The truth of how far a run has come is in its row, written in the same transaction as
the items of its last lines: a stop at any moment leaves whole items and a number to go
on from, and no line comes in twice.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from archive import images, intake
from archive.actions.importing import Known, NumberTaken, bring_in
from archive.actions.publishing import CannotPublish, publish
from archive.exchange.columns import BY_KEY, key_of, plain
from archive.exchange.known import Names, journal_line
from archive.exchange.pictures import Pictures
from archive.exchange.reading import Reading, read
from archive.exchange.sheets import Line, Unreadable, cells_of, lines
from archive.models import (
    Accession,
    ColumnMapping,
    ImportedLine,
    ImportRun,
    Item,
    Media,
)
from archive.models.imports import UNDER_WAY

State = ImportRun.State
A_BATCH = 50
MOST_SHOWN = 500  # readings kept for the page; faults and notes are kept whole

Read = tuple[int, Reading]


def look_at(
    sheet: Path, *, name: str, pictures: Path | None = None, by: User | None = None
) -> ImportRun:
    """Begin a run: which columns there are, and what each probably means.

    The same sheet again is the same run, also when it is taken in already. Raises
    Unreadable.
    """
    first = next(lines(sheet), None)
    if first is None:
        raise Unreadable("empty")
    fingerprint = _digest(sheet)
    begun = ImportRun.objects.filter(fingerprint=fingerprint)
    known = begun.exclude(state=State.UNREADABLE).first()
    if known is not None and _needs_nothing_more(known, pictures):
        let_go(sheet, unless=known)
        return known
    run = known or ImportRun(token=new_token(), fingerprint=fingerprint, by=by)
    if run.state == State.GONE:  # here it is again
        run.state = State.STOPPED if run.at_line else State.ARRIVED
    run.name, run.folder = name[:255], str(sheet)
    run.pictures = str(pictures or run.pictures or "")
    run.headings = [" ".join(cell.split()) for cell in first.cells]
    if len(run.keys) != len(run.headings):
        run.keys = guessed(run.headings)
    run.save()
    return run


def _needs_nothing_more(run: ImportRun, pictures: Path | None) -> bool:
    """It is taken in already, or its sheet lies here and no pictures were brought."""
    return run.state == State.DONE or (pictures is None and Path(run.folder).is_file())


def let_go(sheet: Path, *, unless: ImportRun | None = None) -> None:
    """Remove a sheet that was sent to us, and its pictures; no other file is ours."""
    if unless is not None and str(sheet) == unless.folder:
        return
    if sheet.parent.parent == Path(settings.DATA_DIR) / "imports":
        shutil.rmtree(sheet.parent, ignore_errors=True)


def guessed(headings: list[str]) -> list[str]:
    """The key of each column: as remembered for these headings, or as we know them."""
    remembered = ColumnMapping.objects.filter(fingerprint=_print(headings)).first()
    if remembered is not None and len(remembered.keys) == len(headings):
        return list(remembered.keys)
    keys: list[str] = []
    for heading in headings:
        key = key_of(heading)
        keys.append("" if key in keys else key)
    return keys


def mapped(run: ImportRun, keys: list[str], *, makes_headings: bool) -> ImportRun:
    """Say what the columns mean, remember it, and let the sheet be read through."""
    run.keys = [key if key in BY_KEY or ":" in key else "" for key in keys]
    run.makes_headings = makes_headings
    run.state = State.CHECKING
    run.save(update_fields=["keys", "makes_headings", "state"])
    ColumnMapping.objects.update_or_create(
        fingerprint=_print(run.headings),
        defaults={"keys": run.keys, "used_at": timezone.now()},
    )
    return run


def check(run: ImportRun) -> ImportRun:
    """Read the whole sheet and write down what is wrong; nothing else is written."""
    run.faults, run.notes, run.readings, run.total = [], [], [], 0
    pictures, numbers = _pictures(run), set(_taken_elsewhere(run))
    with translation.override(run.by.language if run.by else None):
        try:
            for number, reading in _readings(run):
                run.total += 1
                _against_the_archive(reading, numbers, pictures)
                _write_down(run, number, reading)
        except Unreadable:
            run.state = State.UNREADABLE
            run.save()
            return run
    run.state = State.CHECKED
    run.save()
    return run


def start(run: ImportRun) -> ImportRun:
    """Say yes: from now on the worker takes the right lines in."""
    run.state = State.RUNNING
    run.save(update_fields=["state"])
    return run


def stop(run: ImportRun) -> ImportRun:
    """Leave off after what is being taken in just now; `start` goes on from there."""
    ImportRun.objects.filter(pk=run.pk, state=State.RUNNING).update(state=State.STOPPED)
    return run


def sweep(limit: int = 4) -> int:
    """What the worker does for sheets: a few batches of each that is under way."""
    done = 0
    for run in ImportRun.objects.filter(state__in=UNDER_WAY).select_related("by"):
        if _is_lost(run):
            ImportRun.objects.filter(pk=run.pk).update(state=State.GONE)
            continue
        if run.state == State.CHECKING:
            check(run)
            continue
        for _batch in range(limit):
            run.refresh_from_db(fields=["state"])
            if run.state not in UNDER_WAY or not carry_on(run):
                break
            done += 1
    return done


def _is_lost(run: ImportRun) -> bool:
    """Its sheet or its pictures are gone from the disk, and it cannot go on."""
    if run.state == State.PUBLISHING:  # everything is in the archive by now
        return False
    needed = [run.folder, *([run.pictures] if run.pictures else [])]
    return not all(Path(each).exists() for each in needed)


def carry_on(run: ImportRun) -> bool:
    """Take in the next lines, or publish the next item; False when all is done."""
    if run.state == State.PUBLISHING:
        return _publish_next(run)
    batch = list(islice(_rest_of(run), A_BATCH))
    with ExitStack() as stored:
        with transaction.atomic():
            _hold(run)
            wrong = {line for line, _heading, _sentence in run.faults}
            bench = _Bench(
                run, Names(makes_headings=run.makes_headings), _pictures(run), stored
            )
            for number, reading in batch:
                if number not in wrong:
                    _take_in(bench, number, reading)
            if batch:
                run.at_line = batch[-1][0]
            else:
                run.state = State.PUBLISHING
            _keep_place(run, is_over=not batch)
        stored.pop_all()
    return True


def _hold(run: ImportRun) -> None:
    """What was erased meanwhile is not written down again; see forgetting.py."""
    held = ImportRun.objects.select_for_update()
    run.refresh_from_db(fields=["faults", "notes"], from_queryset=held)


def _keep_place(run: ImportRun, *, is_over: bool) -> None:
    """How far it is, in the transaction of the items; a stop in between is heeded."""
    run.save(update_fields=["at_line", "faults", *(["state"] if is_over else [])])


@dataclass(frozen=True)
class _Bench:
    """What taking in needs at hand; `stored` lets go of files if a batch fails."""

    run: ImportRun
    names: Names
    pictures: Pictures
    stored: ExitStack


def _take_in(bench: _Bench, number: int, reading: Reading) -> None:
    """One line, whole or not at all; what is wrong with it is written down."""
    run = bench.run
    try:
        with transaction.atomic(), ExitStack() as kept:
            media = _files(bench, reading, kept)
            item = bring_in(
                reading, known=_known(bench, reading), media=media, by=run.by
            )
            wanted = reading.publication
            ImportedLine.objects.create(
                run=run,
                line=number,
                item=item,
                wanted="" if wanted == Item.Publication.NOT else wanted,
            )
            bench.stored.push(kept.pop_all())
    except NumberTaken:
        run.faults.append([number, "reg_number", _number_taken(reading.number)])
        bench.names.forget()
    except intake.Refused as refused:
        run.faults.append([number, "files", _refused(refused.name)])


def _files(bench: _Bench, reading: Reading, kept: ExitStack) -> list[Media]:
    """The line's files through intake; let go again if the line does not come in."""
    media = []
    for name in reading.files if bench.pictures else []:
        with bench.pictures.open(name) as file:
            each = intake.receive(file)
        if each.original is not None:
            kept.callback(images.forget_original, each.original)
        media.append(each)
    return media


def _known(bench: _Bench, reading: Reading) -> Known:
    names, run = bench.names, bench.run
    return Known(
        accession=journal_line(reading.accession, reading.giver) or _journal_of(run),
        subjects=names.headings(reading),
        place=names.place(reading.place),
        photographer=names.photographer(reading.photographed_by),
        collection=names.collection(reading.collection),
    )


def _journal_of(run: ImportRun) -> Accession:
    """One line of the journal for everything in a sheet that names none."""
    known = Accession.objects.filter(reference=f"import {run.pk}").first()
    return known or Accession.objects.open(
        giver=settings.SOCIETY.name,
        terms="",
        reference=f"import {run.pk}",
        content=run.name,
    )


def _publish_next(run: ImportRun) -> bool:
    """Publish one item as the sheet asked, its pictures opened first."""
    line = run.lines.exclude(wanted="").select_related("item").first()
    if line is None:
        run.state, run.finished_at = State.DONE, timezone.now()
        run.save(update_fields=["state", "finished_at"])
        let_go(Path(run.folder))
        return False
    for media in line.item.media.filter(state=Media.State.RECEIVED):
        images.develop(media)
    if run.by is not None:
        try:
            publish(line.item, publication=line.wanted, by=run.by)
        except CannotPublish as waits:
            reasons = " ".join(str(each.label) for each in waits.answer.missing)
            with transaction.atomic():
                _hold(run)
                run.notes.append([line.line, reasons])
                run.save(update_fields=["notes"])
    line.wanted = ""
    line.save(update_fields=["wanted"])
    return True


_open: dict[int, tuple[int, Iterator[Read]]] = {}


def _rest_of(run: ImportRun) -> Iterator[Read]:
    """The lines that are left; a sheet that is being read is not begun anew."""
    reached, rows = _open.pop(run.pk, (-1, iter(())))
    if reached != run.at_line:
        rows = (row for row in _readings(run) if row[0] > run.at_line)
    for number, reading in rows:
        _open[run.pk] = (number, rows)
        yield number, reading


def _readings(run: ImportRun) -> Iterator[Read]:
    rows = lines(Path(run.folder))
    next(rows, None)
    for line in rows:
        if not line.is_empty:
            yield line.number, _reading(run, line)


def _pictures(run: ImportRun) -> Pictures:
    return Pictures(Path(run.pictures) if run.pictures else None)


def _reading(run: ImportRun, line: Line) -> Reading:
    reading = read(cells_of(run.keys, line), language=run.language)
    if any(cell.strip() for cell in line.cells[len(run.headings) :]):
        reading.wrong("", _("The line has more cells than there are headings."))
    return reading


def _against_the_archive(
    reading: Reading, numbers: set[int], pictures: Pictures
) -> None:
    if reading.number is not None:
        if reading.number in numbers:
            reading.wrong("reg_number", _number_taken(reading.number))
        numbers.add(reading.number)
    for name in reading.files if pictures else []:
        if not pictures.has(name):
            words = {"name": name}
            reading.wrong("files", _("“%(name)s” is not among the pictures.") % words)


def _taken_elsewhere(run: ImportRun) -> Iterator[int]:
    """Numbers in use, but not by what this run has brought in itself."""
    own = run.lines.values("item")
    yield from Item.objects.exclude(pk__in=own).values_list("number", flat=True)


def _write_down(run: ImportRun, number: int, reading: Reading) -> None:
    for key, sentence in reading.faults:
        run.faults.append([number, _heading(run, key), sentence])
    run.notes += [[number, note] for note in reading.notes]
    told = reading.facts.get("date_told", "")
    if reading.date is not None and told and len(run.readings) < MOST_SHOWN:
        said = reading.date.say(translation.get_language() or "da")
        run.readings.append([number, told, said, reading.date.edtf])


def _heading(run: ImportRun, key: str) -> str:
    """The column as the sheet itself calls it."""
    return run.headings[run.keys.index(key)] if key in run.keys else key


def _number_taken(number: int | None) -> str:
    return _("B%(number)s is taken by another item.") % {"number": number}


def _refused(name: str) -> str:
    return _("“%(name)s” is no picture, sound, film or PDF we can take in.") % {
        "name": name
    }


def _print(headings: list[str]) -> str:
    said = "\n".join(plain(heading) for heading in headings)
    return hashlib.sha256(said.encode()).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def new_token() -> str:
    """A name nobody can guess, for a run and its folder."""
    return secrets.token_urlsafe(16)


def folder_for(token: str) -> Path:
    """Where a sheet from the workroom and its pictures lie while they are needed."""
    return Path(settings.DATA_DIR) / "imports" / token
