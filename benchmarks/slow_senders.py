"""A visitor reads pages while 200 phones send slowly: p95, beside the idle house."""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
SENDERS = int(os.environ.get("SENDERS", "200"))
BYTES_A_SECOND = 50_000
SIP = 5_000  # bytes a phone sends at once
PIECE = 512 * 1024
LOOKS = 60
PAGES = ("/", "/bidrag/", "/billeder/")
BODY = b"\xff\xd8\xff\xe0" + os.urandom(PIECE * 2)


async def ask(port: int, head: str, body: bytes = b"") -> str:
    """One request, its body at the speed of a weak network; the head of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    length = f"Content-Length: {len(body)}\r\nTus-Resumable: 1.0.0\r\n"
    writer.write(f"{head}{length}Host: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    for at in range(0, len(body), SIP):
        writer.write(body[at : at + SIP])
        await writer.drain()
        await asyncio.sleep(SIP / BYTES_A_SECOND)
    answer = await reader.read()
    writer.close()
    return answer.decode("latin-1").partition("\r\n\r\n")[0]


async def send_slowly(port: int, number: int, done: list[int]) -> None:
    """A phone: announce, then piece after piece until told to stop."""
    told = {"key": f"{number:022d}", "purpose": "picture", "filename": "a.jpg"}
    words = ",".join(f"{k} {b64encode(v.encode()).decode()}" for k, v in told.items())
    head = await ask(
        port,
        "POST /bidrag/filer/ HTTP/1.1\r\n"
        f"Upload-Length: {len(BODY)}\r\nUpload-Metadata: {words}\r\n",
    )
    lines = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
    for offset in range(0, len(BODY), PIECE):
        head = await ask(
            port,
            f"PATCH {lines['Location']} HTTP/1.1\r\nUpload-Offset: {offset}\r\n"
            "Content-Type: application/offset+octet-stream\r\n",
            BODY[offset : offset + PIECE],
        )
        done.append(int(head.split()[1]))


def look(port: int) -> list[float]:
    """A visitor who reads page after page; seconds for each."""
    took = []
    for number in range(LOOKS):
        start = time.perf_counter()
        with urlopen(f"http://127.0.0.1:{port}{PAGES[number % len(PAGES)]}") as answer:
            answer.read()
        took.append(time.perf_counter() - start)
        time.sleep(0.1)
    return took


async def crowd(port: int) -> tuple[list[float], list[int]]:
    done: list[int] = []
    async with asyncio.TaskGroup() as phones:
        for number in range(SENDERS):
            phones.create_task(send_slowly(port, number, done))
        await asyncio.sleep(3)
        took = await asyncio.to_thread(look, port)
    return took, done


def p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1] * 1000


def main() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = int(door.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="ankomst-bench-") as folder:
        house = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "run"],
            env={
                **os.environ,
                "DATA_DIR": folder,
                "PORT": str(port),
                "SITE_URL": f"http://127.0.0.1:{port}",
                "SOCIETY_NAME": "Foreningen",
                "SOCIETY_PLACE": "Ishøj",
                "FIRST_ARCHIVIST": "poul@example.org",
                "LOG_LEVEL": "ERROR",
            },
        )
        try:
            wait_until_open(port)
            look(port)
            idle = look(port)
            busy, done = asyncio.run(crowd(port))
        finally:
            house.terminate()
            house.wait(30)
    print(f"{'a visitor’s page':24} {'p50 ms':>8} {'p95 ms':>8} {'× idle':>7}")
    for name, took in (("idle", idle), (f"{SENDERS} slow senders", busy)):
        middle = statistics.median(took) * 1000
        print(f"{name:24} {middle:8.0f} {p95(took):8.0f} {p95(took) / p95(idle):7.1f}")
    refused = len([status for status in done if status not in {204, 415}])
    print(f"{len(done)} pieces sent, {refused} refused")


def wait_until_open(port: int) -> None:
    for _try in range(600):
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The house did not open.")


if __name__ == "__main__":
    main()
