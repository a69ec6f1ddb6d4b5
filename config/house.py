"""Opening the house: everything between a fresh checkout and a page in a browser."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import waitress
from django.conf import settings
from django.core.management import call_command

from archive.exchange import moving
from submissions.actions import welcome_partners

MANAGE = Path(settings.BASE_DIR) / "manage.py"
THREADS = 8
SLOW_PHONES = 1_000  # connections that may be open at once, most of them sending slowly
IN_MEMORY = 64 * 1024  # of what a phone sends; the rest waits on the disk until whole
WAIT_FOR_WORKER = 15  # seconds a worker may take to finish what it has in hand


def prepare() -> None:
    """Folders, database and static files. Doing it again is harmless."""
    for folder in ("originals", "renditions", "arriving/pieces", "mail", "index"):
        (settings.DATA_DIR / folder).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    moving.tidy()
    welcome_partners(settings.SOCIETY.partners)
    collect_static()


def collect_static() -> None:
    """Collect and compress what pages link to; nothing when nothing has changed."""
    stamp = settings.STATIC_ROOT / "collected.txt"
    now = _state_of_static()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now)


def _state_of_static() -> str:
    folder = Path(settings.BASE_DIR) / "static"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digest = hashlib.sha256(Path(settings.BASE_DIR, "requirements.txt").read_bytes())
    for path in files:
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def open_house() -> None:
    """Start web and worker; stop both when either is told to stop."""
    from config.wsgi import application  # noqa: PLC0415  (it lists the static files)

    worker = subprocess.Popen(  # noqa: S603  (our own command, no one else's words)
        [sys.executable, str(MANAGE), "work"], env=os.environ
    )
    signal.signal(signal.SIGTERM, _leave)
    try:
        waitress.serve(
            application,
            host=settings.HOST,
            port=settings.PORT,
            threads=THREADS,
            ident="",
            connection_limit=SLOW_PHONES,
            asyncore_use_poll=True,
            inbuf_overflow=IN_MEMORY,
            max_request_body_size=settings.LARGEST_FILE * (settings.MOST_FILES + 1),
            clear_untrusted_proxy_headers=True,
            **_proxy(),
        )
    finally:
        worker.terminate()
        worker.wait(timeout=WAIT_FOR_WORKER)


def _proxy() -> dict[str, Any]:
    """Believe the proxy, and only the proxy, about who asks and how."""
    if not settings.TRUSTED_PROXY:
        return {}
    return {
        "trusted_proxy": settings.TRUSTED_PROXY,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }


def _leave(_number: int, _frame: object) -> None:
    raise SystemExit(0)
