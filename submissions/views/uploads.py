"""The tus protocol 1.0 (tus.io): files in pieces, continued where they broke off.

The page's own key, the link of a family's page or the upload's own address is the whole
authority: no cookie is read or set, so none asks for a CSRF token. Every no says why in
the language of the page; `Retry-After` says that it is worth trying again.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from accounts.doors import keep_private
from archive import intake
from submissions import drafts, sentences, throttle, uploads
from submissions.models import Call, Submission, Upload
from submissions.models.submission import SOUND_KEY
from submissions.recordings import NOT_A_SOUND, TOO_MANY_SOUNDS
from submissions.uploads import Announced, NotTaken, Piece

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-defer-length,termination,expiration"
WHOLE_NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
LONGEST_METADATA = 8_192

STATUS = {
    NotTaken.UNKNOWN_PURPOSE: 400,
    NotTaken.NO_CONTRIBUTION: 404,
    NotTaken.SENT_ALREADY: 409,
    NotTaken.HERE_ALREADY: 409,
    NotTaken.TOO_MANY: 413,
    NotTaken.TOO_LARGE: 413,
    NotTaken.TOO_MUCH: 413,
    NotTaken.EMPTY: 400,
    NotTaken.NOT_AN_IMAGE: 415,
    NotTaken.NO_ROOM: 413,
    NOT_A_SOUND: 415,
    TOO_MANY_SOUNDS: 413,
    NotTaken.OTHER_BYTES: 460,  # as the checksum extension has it
    NotTaken.WRONG_OFFSET: 409,
    NotTaken.WRONG_LENGTH: 413,
    NotTaken.BUSY: 423,
    NotTaken.GONE: 410,
    NotTaken.CUT: 400,
}
AGAIN_AFTER = {NotTaken.NO_ROOM: 60, NotTaken.BUSY: 2, NotTaken.CUT: 1}


class Misunderstood(Exception):
    """The request does not speak the protocol."""

    def __init__(self, status: int = 400) -> None:
        super().__init__(status)
        self.status = status


class TooOften(Exception):
    """This address has knocked too often within the hour."""


@method_decorator(csrf_exempt, name="dispatch")
class Tus(View):
    """What both addresses have in common: version, privacy, and a sentence for a no."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = self.answer(request, *args, **kwargs)
        response["Tus-Resumable"] = VERSION
        return keep_private(response)

    def answer(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            _check_version(request)
            return super().dispatch(request, *args, **kwargs)
        except NotTaken as trouble:
            return no(trouble)
        except TooOften:
            return slow_down()
        except Misunderstood as trouble:
            response = said(sentences.misunderstood(), trouble.status)
            response["Tus-Version"] = VERSION
            return response
        except (OSError, OperationalError) as error:
            if intake.is_out_of_room(error):
                return no(NotTaken(NotTaken.NO_ROOM))
            raise

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = HttpResponse(status=204)
        response["Tus-Version"] = VERSION
        response["Tus-Extension"] = EXTENSIONS
        response["Tus-Max-Size"] = settings.LARGEST_FILE
        return response


class Uploads(Tus):
    """Where a file is announced."""

    http_method_names = ["options", "post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        told = metadata(request)
        said = announced(request, told)
        let_in(throttle.carry(request, said.size or 0))
        submission = contribution(request, told)
        upload = uploads.announce(submission, said)
        response = HttpResponse(status=201)
        response["Location"] = reverse("submissions:upload", args=[upload.token])
        response["Upload-Offset"] = 0
        response["Upload-Expires"] = http_date(uploads.expires_at(upload).timestamp())
        if uploads.is_known_elsewhere(submission, upload.sha256):
            response["Upload-Known"] = "1"
        return response


class OneUpload(Tus):
    """One file on its way: how far, the next piece, or never mind."""

    http_method_names = ["options", "head", "patch", "delete"]

    def head(self, request: HttpRequest, token: str) -> HttpResponse:
        upload = self.find(token)
        if upload.is_whole and not upload.is_finished:
            upload = uploads.finish(upload)
        response = HttpResponse()
        response["Upload-Offset"] = uploads.offset_of(upload)
        if upload.size is None:
            response["Upload-Defer-Length"] = 1
        else:
            response["Upload-Length"] = upload.size
        response["Upload-Metadata"] = ",".join(
            f"{key} {b64encode(value.encode()).decode()}"
            for key, value in [("filename", upload.name), ("purpose", upload.purpose)]
        )
        response["Upload-Expires"] = http_date(uploads.expires_at(upload).timestamp())
        return response

    def patch(self, request: HttpRequest, token: str) -> HttpResponse:
        if request.content_type != "application/offset+octet-stream":
            raise Misunderstood(415)
        offset = number(request, "Upload-Offset")
        if offset is None:
            raise Misunderstood
        upload = uploads.receive(
            self.find(token),
            Piece(
                offset,
                request.read,
                length=number(request, "Content-Length"),
                whole=number(request, "Upload-Length"),
            ),
        )
        response = HttpResponse(status=204)
        response["Upload-Offset"] = upload.offset
        response["Upload-Expires"] = http_date(uploads.expires_at(upload).timestamp())
        return response

    def delete(self, request: HttpRequest, token: str) -> HttpResponse:
        uploads.remove(self.find(token))
        return HttpResponse(status=204)

    def find(self, token: str) -> Upload:
        known = Upload.objects.select_related("submission").filter(token=token)
        upload = known.first()
        if upload is not None:
            return upload
        let_in(throttle.knock(throttle.WRONG_LINK, throttle.address(self.request)))
        raise NotTaken(NotTaken.NO_CONTRIBUTION)


def let_in(is_open: bool) -> None:  # noqa: FBT001  (the answer of one door)
    """Go on where the door is open. Raises TooOften."""
    if not is_open:
        raise TooOften


def _check_version(request: HttpRequest) -> None:
    if request.method != "OPTIONS" and _header(request, "Tus-Resumable") != VERSION:
        raise Misunderstood(412)


def contribution(request: HttpRequest, told: dict[str, str]) -> Submission:
    """The draft of the page's key, or the sent contribution of a family's link."""
    if "token" in told:
        known = Submission.objects.sent().filter(token=told["token"])
        if (submission := known.first()) is not None:
            let_in(throttle.knock(throttle.ARRIVING, submission.key))
            return submission
        let_in(throttle.knock(throttle.WRONG_LINK, throttle.address(request)))
    elif SOUND_KEY.fullmatch(told.get("key", "")):
        let_in(throttle.may_give(throttle.ARRIVING, told["key"], request))
        call = Call.objects.filter(slug=told.get("call", "")).first()
        return drafts.begin(told["key"], call=call, language=get_language() or "da")
    raise NotTaken(NotTaken.NO_CONTRIBUTION)


def announced(request: HttpRequest, told: dict[str, str]) -> Announced:
    """What the headers say of the file."""
    size = number(request, "Upload-Length")
    defers = _header(request, "Upload-Defer-Length") == "1"
    if (size is None) != defers:
        raise Misunderstood
    promised = told.get("sha256", "").lower()
    return Announced(
        purpose=told.get("purpose", ""),
        name=told.get("filename", ""),
        size=size,
        sha256=promised if SHA256.fullmatch(promised) else "",
        language=told.get("language", ""),
        prompt=told.get("prompt", ""),
        of=told.get("of", ""),
    )


def metadata(request: HttpRequest) -> dict[str, str]:
    """Upload-Metadata: names, and their words in base64."""
    header = _header(request, "Upload-Metadata")
    if len(header) > LONGEST_METADATA:
        raise Misunderstood
    told = {}
    for pair in header.split(","):
        key, _, value = pair.strip().partition(" ")
        try:
            words = b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as error:
            raise Misunderstood from error
        told[key] = words.replace("\0", "")
    return told


def number(request: HttpRequest, header: str) -> int | None:
    """A whole number in a header; None where it is not said."""
    words = _header(request, header)
    if not words:
        return None
    if not WHOLE_NUMBER.fullmatch(words):
        raise Misunderstood
    return int(words)


def no(trouble: NotTaken) -> HttpResponse:
    """A no with its reason, and when to try again where that may help."""
    response = said(sentences.of_sending(trouble), STATUS[trouble.why])
    response["Upload-Refused"] = trouble.why
    if trouble.why in AGAIN_AFTER:
        response["Retry-After"] = AGAIN_AFTER[trouble.why]
    return response


def slow_down() -> HttpResponse:
    """Too much from one address; it is let in again within the hour."""
    response = said(sentences.slow_down(), 429)
    response["Retry-After"] = 120
    return response


def said(sentence: str, status: int) -> HttpResponse:
    """One sentence as plain text."""
    return HttpResponse(
        sentence, status=status, content_type="text/plain; charset=utf-8"
    )


def _header(request: HttpRequest, name: str) -> str:
    return request.headers.get(name, "").strip()
