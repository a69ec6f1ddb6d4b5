"""Pages of the house as a whole: home, errors, and what is up."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.doors import only
from accounts.permissions import works_here
from archive import facets
from archive.keeping import kept_by_edition, remember_edition
from archive.models import Media
from config import front_page, work
from search import outbox
from submissions import calls
from submissions.models import Notice

logger = logging.getLogger(__name__)


@kept_by_edition
class Home(TemplateView):
    """One picture and one sentence by its teller; then the ways in."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counted = facets.counted(remember_edition(self.request))
        hung = front_page.hang()
        opened = calls.open_calls()
        return super().get_context_data(
            opening=hung.opening,
            exhibition=hung.exhibition,
            newest=hung.newest,
            call=opened[0] if opened else None,
            calls=calls.shown(opened) if len(opened) > 1 else [],
            count=counted.total,
            years=counted.years,
            first_year=counted.years[0].year if counted.years else None,
            last_year=counted.years[-1].year if counted.years else None,
            **kwargs,
        )


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """What is up: the database, the worker, and how much is waiting."""
    facts: dict[str, Any] = {"database": _database_answers()}
    if facts["database"]:
        facts |= {
            "worker": work.is_alive(),
            "files_waiting": Media.objects.filter(state="received").count(),
            "mails_waiting": Notice.objects.filter(
                sent_at=None, due_at__lte=timezone.now()
            ).count(),
            "index_waiting": len(outbox.pending()),
        }
    response = JsonResponse(facts, status=200 if facts["database"] else 503)
    response["Cache-Control"] = "no-store"
    return response


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        logger.exception("The database does not answer.")
        return False
    return True


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found; families' pages and the workroom may not."""
    closed = ["mit", "arbejdsrum", "konto"]
    prefixes = ["", "/en", "/tr", "/ur", "/ar"]
    lines = [f"Disallow: {prefix}/{each}/" for prefix in prefixes for each in closed]
    return HttpResponse(
        "\n".join(["User-agent: *", *lines, ""]), content_type="text/plain"
    )


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the page where families give; new with every version."""
    told = {"version": version(), "static_url": settings.STATIC_URL}
    response = render(
        request, "service_worker.js", told, content_type="text/javascript"
    )
    response["Cache-Control"] = "no-cache"
    return response


@cache
def version() -> str:
    """What the pages of this house are made of, as one short word."""
    digest = hashlib.sha256(getattr(staticfiles_storage, "manifest_hash", "").encode())
    for folder in ("templates", "locale"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*.*")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@only(works_here)
def style_guide(request: HttpRequest) -> HttpResponse:
    return render(request, "style_guide.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def our_mistake(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that lay open too long: said plainly, with what to do."""
    return render(request, "stale_form.html", status=403)
