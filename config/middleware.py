"""The last net: what goes wrong on the way becomes a sentence, and nothing is lost."""

import logging
from urllib.parse import urlencode

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    QueryDict,
    UnreadablePostError,
)
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils.deprecation import MiddlewareMixin

from archive import intake

logger = logging.getLogger(__name__)
NUL = "\0"
TEXT = ("text/", "application/json", "application/ld+json", "image/svg+xml")


class TextGZipMiddleware(GZipMiddleware):
    """Compress words; pictures and sound are compressed already."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)


class NoNulMiddleware(MiddlewareMixin):
    """Nobody types a NUL into an address, and PostgreSQL answers it with an error."""

    def process_request(self, request: HttpRequest) -> None:
        if NUL in request.path_info:
            raise Http404
        asked = request.META.get("QUERY_STRING", "")
        if "%00" in asked or NUL in asked:
            pairs = [(key, each) for key, row in request.GET.lists() for each in row]
            request.GET = QueryDict(urlencode(pairs).replace("%00", ""))


class PlainWordsMiddleware(MiddlewareMixin):
    """Turn broken requests and a full disk into a page that says what to do."""

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        status = reason(exception)
        if status is None:
            return None
        logger.warning("%s %s: %r", request.method, request.path, exception)
        return render(request, "not_saved.html", {"status": status}, status=status)


def reason(exception: Exception) -> int | None:
    """The status for what can happen to anybody; None for what is our own mistake."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return 413
    if isinstance(exception, UnreadablePostError | MultiPartParserError):
        return 400
    return 413 if intake.is_out_of_room(exception) else None
