"""In and out of the house, from the workroom: sheets in, every format out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.actions import note_taken_out
from accounts.doors import SignedInRequest, only
from accounts.models import User
from accounts.permissions import may_decide, may_take_out
from archive.exchange import bringing, sending, whole
from archive.exchange.columns import BY_KEY, translation_keys
from archive.exchange.scanned import standing
from archive.exchange.sheets import Unreadable
from archive.intake import is_out_of_room, short_name
from archive.models import ImportRun, Item

A_PAGE = 30
MOST_FAULTS = 500
WHOLE = "json"

FORMATS = {
    "xlsx": (gettext_lazy("Workbook"), gettext_lazy("XLSX, for Excel and the like")),
    "arkibas": (gettext_lazy("Arkibas"), gettext_lazy("CSV with Arkibas' headings")),
    "dc": (gettext_lazy("Dublin Core"), gettext_lazy("CSV")),
    "dc-xml": (gettext_lazy("Dublin Core"), gettext_lazy("XML, for harvesters")),
    "csv": (gettext_lazy("Every column"), gettext_lazy("CSV")),
    "json": (
        gettext_lazy("The whole archive"),
        gettext_lazy(
            "Everything in one zip, families' addresses too; keep it as you keep the "
            "archive itself"
        ),
    ),
}


@only(may_decide)
def exchange(request: SignedInRequest) -> HttpResponse:
    """What can come in and go out, and what came in before."""
    problem = ""
    if request.method == "POST":
        try:
            return redirect("archive:import_run", _arrived(request).token)
        except Unreadable:
            problem = _(
                "This is no sheet we can read. Save it as CSV or XLSX, with the "
                "headings in the first line, and try again."
            )
    context = {
        "formats": _formats_for(request.user),
        "runs": ImportRun.objects.select_related("by")[:A_PAGE],
        "count": Item.objects.count(),
        "scanned": standing(),
        "problem": problem,
    }
    return render(
        request,
        "archive/workroom/exchange.html",
        context,
        status=422 if problem else 200,
    )


@only(may_decide)
@require_safe
def import_run(request: SignedInRequest, token: str) -> HttpResponse:
    """One sheet: what its columns mean, what is wrong with it, how far it has come."""
    run = get_object_or_404(ImportRun, token=token)
    columns = [
        {"heading": heading or "–", "key": key, "index": index}
        for index, (heading, key) in enumerate(
            zip(run.headings, run.keys, strict=True), start=1
        )
    ]
    context = {
        "run": run,
        "columns": columns,
        "choices": _choices(),
        "faults": run.faults[:MOST_FAULTS],
        "brought": run.lines.count(),
        "last": run.lines.select_related("item").last(),
    }
    return render(request, "archive/workroom/import_run.html", context)


@only(may_decide)
@require_POST
def import_columns(request: SignedInRequest, token: str) -> HttpResponse:
    run = get_object_or_404(ImportRun, token=token)
    if run.state in {ImportRun.State.ARRIVED, ImportRun.State.CHECKED}:
        keys = [
            request.POST.get(f"column-{index}", "")
            for index in range(1, len(run.headings) + 1)
        ]
        bringing.mapped(run, keys, makes_headings="makes_headings" in request.POST)
    return redirect("archive:import_run", token)


@only(may_decide)
@require_POST
def import_start(request: SignedInRequest, token: str) -> HttpResponse:
    run = get_object_or_404(ImportRun, token=token)
    if run.state in {ImportRun.State.CHECKED, ImportRun.State.STOPPED}:
        bringing.start(run)
    return redirect("archive:import_run", token)


@only(may_decide)
@require_POST
def import_stop(request: SignedInRequest, token: str) -> HttpResponse:
    """Stop after the lines that are being taken in just now; it can go on later."""
    run = get_object_or_404(ImportRun, token=token)
    bringing.stop(run)
    messages.success(request, _("Stopped. What has come in stays, and you can go on."))
    return redirect("archive:import_run", token)


@only(may_decide)
@require_safe
def export(request: SignedInRequest, form: str) -> HttpResponseBase:
    """One export as a file, made now and gone from here when it is sent.

    It is called as uploads are: what a killed process leaves is swept up like theirs.
    """
    if form not in sending.FORMATS:
        raise Http404
    if form not in _formats_for(request.user):
        raise PermissionDenied
    name = f"ankomst-{form}-{timezone.localdate():%Y-%m-%d}{sending.FORMATS[form][0]}"
    make = _whole if form == WHOLE else _sheet
    try:
        answer = make(request, form)
    except OSError as error:
        if not is_out_of_room(error):
            raise
        messages.error(request, _("There is no room on the disk to write it."))
        return redirect("archive:exchange")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _sheet(_request: SignedInRequest, form: str) -> FileResponse:
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
    ending, _write = sending.FORMATS[form]
    with NamedTemporaryFile(
        dir=folder, suffix=f".upload{ending}", delete=False
    ) as file:
        path = Path(file.name)
    try:
        sending.to(path, form)
        return FileResponse(path.open("rb"))
    finally:
        path.unlink(missing_ok=True)  # who has it open reads it to the end


def _whole(request: SignedInRequest, _form: str) -> StreamingHttpResponse:
    """Sent while it is written: there may be no room for the archive a second time."""
    pieces = whole.pieces()
    first = next(pieces)
    note_taken_out(by=request.user)

    def all_of_them() -> Iterator[bytes]:
        yield first
        yield from pieces

    return StreamingHttpResponse(all_of_them(), content_type="application/zip")


def _formats_for(user: User) -> dict[str, Any]:
    """Sheets for whoever decides; the whole, with all addresses, for administrators."""
    return {
        form: words
        for form, words in FORMATS.items()
        if form != WHOLE or may_take_out(user)
    }


def _arrived(request: SignedInRequest) -> ImportRun:
    """Keep the sheet and its pictures while they are needed, and look at the columns."""
    sheet, pictures = request.FILES.get("sheet"), request.FILES.get("pictures")
    if sheet is None:
        raise Unreadable("none")
    folder = bringing.folder_for(bringing.new_token())
    folder.mkdir(parents=True)
    try:
        return bringing.look_at(
            _kept(sheet, folder / "sheet"),
            name=short_name(sheet.name or ""),
            pictures=_kept(pictures, folder / "pictures.zip") if pictures else None,
            by=request.user,
        )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _kept(file: UploadedFile, path: Path) -> Path:
    with path.open("wb") as copy:
        for piece in file.chunks():
            copy.write(piece)
    return path


def _choices() -> list[tuple[str, Any]]:
    """What a column can mean, in the words of the card."""
    words = [(key, _words(key)) for key in BY_KEY]
    return words + [
        (key, f"{_words(key.split(':')[0])} ({key.split(':')[1]})")
        for key in translation_keys()
    ]


OWN_WORDS = {
    "reg_number": gettext_lazy("reg. no."),
    "accession": gettext_lazy("journal"),
    "giver": gettext_lazy("giver"),
    "story": gettext_lazy("story"),
    "story_language": gettext_lazy("language of the story"),
    "teller": gettext_lazy("told by"),
    "date_from": gettext_lazy("dated from"),
    "date_to": gettext_lazy("dated to"),
    "size": gettext_lazy("size, height × width"),
    "persons": gettext_lazy("persons in picture"),
    "persons_living": gettext_lazy("persons: living"),
    "persons_named": gettext_lazy("persons: may be named"),
    "persons_at": gettext_lazy("persons: where in the picture"),
    "files": gettext_lazy("files"),
    "date_language": gettext_lazy("language of the date"),
}


def _words(key: str) -> str:
    if key in OWN_WORDS:
        return str(OWN_WORDS[key])
    field: Any = Item._meta.get_field(key)  # noqa: SLF001
    return str(field.verbose_name)
