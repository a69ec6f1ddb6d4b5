"""The cast, and a house of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connections
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext
from pytest_django import DjangoDbBlocker

from accounts.models import User
from config.society import Society
from tests import make
from tests.house import open_browser
from tests.strict import strictly


@pytest.fixture(autouse=True)
def _own_house(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, settings: object
) -> Iterator[None]:
    """Each test has its own folder; nothing is left on the machine."""
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    settings.MEDIA_ROOT = tmp_path / "originals"  # type: ignore[attr-defined]
    settings.PIECES_DIR = tmp_path_factory.mktemp("pieces")  # type: ignore[attr-defined]
    settings.RENDITIONS_DIR = tmp_path / "renditions"  # type: ignore[attr-defined]
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)  # type: ignore[attr-defined]
    settings.PASSWORD_HASHERS = [  # type: ignore[attr-defined]
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]
    settings.SOCIETY = Society(name="Foreningen", place="Ishøj")  # type: ignore[attr-defined]
    settings.UNDO_SECONDS = 0  # type: ignore[attr-defined]
    settings.TOWN = None  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        **settings.STORAGES,  # type: ignore[attr-defined]
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    forget_everything()
    yield
    forget_everything()


@pytest.fixture(autouse=True)
def _strict(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with strictly(monkeypatch):
        yield


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer and a worker close old connections; a test's transaction lies on one."""
    kept = connections["default"]
    monkeypatch.setattr(kept, "close_if_unusable_or_obsolete", lambda: None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium beside Django's own server, in one process with the test."""
    with pytest.MonkeyPatch.context() as patch:
        # Playwright runs a loop of its own.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with open_browser() as opened:
            yield opened


@pytest.fixture
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def poul(db: DjangoDbBlocker) -> User:
    """The archivist of the society."""
    return make.user(User.Role.ARCHIVIST, email="poul@example.org", name="Poul")


@pytest.fixture
def selma(db: DjangoDbBlocker) -> User:
    """The curator, from a partner association."""
    return make.user(User.Role.CURATOR, email="selma@example.org", name="Selma")


@pytest.fixture
def kirsten(db: DjangoDbBlocker) -> User:
    """The volunteer with two hours now and then."""
    return make.user(User.Role.VOLUNTEER, email="kirsten@example.org", name="Kirsten")


@pytest.fixture
def poul_client(poul: User) -> Client:
    return signed_in(poul)


@pytest.fixture
def selma_client(selma: User) -> Client:
    return signed_in(selma)


@pytest.fixture
def kirsten_client(kirsten: User) -> Client:
    return signed_in(kirsten)


def forget_everything() -> None:
    for name in ("facets", "pages"):
        caches[name].clear()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def come_in(context: BrowserContext, address: str, user: User) -> None:
    """Let a browser be this person at an address, without the door."""
    cookie = signed_in(user).cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
