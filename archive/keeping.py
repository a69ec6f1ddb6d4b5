"""Public pages kept in this process, keyed by the edition that every deed bumps.

A kept page is only ever found under the edition it was made in. A withdrawal turns the
edition inside its own transaction, so from that moment no older page can be found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language

from archive.models import Edition

HOUR = 60 * 60
KEPT_HEADERS = ("Content-Type", "Content-Language", "Link")

View = Callable[..., HttpResponseBase]


def by_edition(view: View) -> View:
    """Keep the page for everybody, as long as the archive is as it is today.

    Only for pages that ask nothing of the visitor: no session, no user, no form.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return view(request, *args, **kwargs)
        edition = remember_edition(request)
        key = _key(request, edition)
        page = caches["pages"].get(key)
        if page is not None:
            content, headers = page
            return HttpResponse(content, headers=headers)
        return _keep(key, view(request, *args, **kwargs))

    return kept


kept_by_edition = method_decorator(by_edition, name="dispatch")


def _keep(key: str, response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, SimpleTemplateResponse):
        response = response.render()
    if not isinstance(response, HttpResponse) or response.cookies:
        return response
    if response.status_code == HTTPStatus.OK:
        headers = {name: response[name] for name in KEPT_HEADERS if name in response}
        caches["pages"].set(key, (response.content, headers), HOUR)
    return response


def remember_edition(request: HttpRequest) -> int:
    """The edition this request is answered from; asked of the database once."""
    known: int | None = getattr(request, "edition", None)
    if known is None:
        known = Edition.current()
        setattr(request, "edition", known)  # noqa: B010  (HttpRequest knows no such name)
    return known


def _key(request: HttpRequest, edition: int) -> str:
    facts = (
        edition,
        timezone.localdate(),
        get_language(),
        request.get_host(),
        request.get_full_path(),
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()
