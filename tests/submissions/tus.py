"""A phone that speaks the tus protocol, for tests."""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.http import UnreadablePostError
from django.test import Client

from submissions.models import Upload

FILES = "/en/bidrag/filer/"
KEY = "k" * 22


def metadata(**told: str) -> str:
    return ",".join(
        f"{key} {b64encode(str(value).encode()).decode()}"
        for key, value in told.items()
    )


def announce(client: Client, size: int | None, *, at: str = FILES, **told: Any) -> Any:
    """POST; a size of None is a recording in progress."""
    told = {"key": KEY, "purpose": "picture", "filename": "farfar.jpg", **told}
    if "token" in told:
        del told["key"]
    length = {"Upload-Defer-Length": "1"} if size is None else {"Upload-Length": size}
    return client.post(
        at,
        headers={
            "Tus-Resumable": "1.0.0",
            "Upload-Metadata": metadata(**told),
            **{name: str(value) for name, value in length.items()},
        },
    )


def head(client: Client, where: str) -> Any:
    return client.head(where, headers={"Tus-Resumable": "1.0.0"})


def patch(client: Client, where: str, data: bytes, offset: int, **extra: Any) -> Any:
    headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": str(offset)}
    headers |= {name.replace("_", "-"): str(value) for name, value in extra.items()}
    kind = headers.pop("Content-Type", "application/offset+octet-stream")
    return client.generic("PATCH", where, data, CONTENT_TYPE=kind, headers=headers)


def delete(client: Client, where: str) -> Any:
    return client.delete(where, headers={"Tus-Resumable": "1.0.0"})


def send(client: Client, data: bytes, *, piece: int = 40_000, **told: Any) -> str:
    """A whole file in pieces; returns the upload's address."""
    where = announce(client, len(data), **told)["Location"]
    for offset in range(0, len(data), piece):
        answer = patch(client, where, data[offset : offset + piece], offset)
        assert answer.status_code == 204, answer.text
    return str(where)


def upload_at(where: str) -> Upload:
    return Upload.objects.get(token=where.rstrip("/").rsplit("/", 1)[-1])


def reader(data: bytes) -> Callable[[int], bytes]:
    return BytesIO(data).read


def breaking_off(data: bytes) -> Callable[[int], bytes]:
    """A body of which no more than this arrives."""
    body = BytesIO(data)

    def read(size: int) -> bytes:
        if piece := body.read(min(size, 256)):
            return piece
        raise UnreadablePostError("the tunnel")

    return read
