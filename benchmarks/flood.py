"""A hostile flood: files of every kind, eight at a time, against a house that is open.

FLOOD=10000 .venv/bin/python -m benchmarks.flood

Counts answers, compares the SHA-256 of every file that was taken with what was sent, and
measures how much the web process has grown. A second, shorter flood meets the limits.
"""

import hashlib
import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from tests import photos
from tests.house import House, open_house

MANY = int(os.environ.get("FLOOD", "1000"))
AT_ONCE = 8
BOUNDARY = "flood"
OPEN_WIDE = "beginning-own-net=100000000, megabytes-own-net=100000000"
NARROW = "beginning-own-net=100"


def picture(number: int) -> bytes:
    """A real photograph, unlike every other."""
    return PHOTO + f"<!-- {number} -->".encode()


def page(_number: int) -> bytes:
    return photos.html()


def cut(number: int) -> bytes:
    return picture(number)[:200]


def nothing(_number: int) -> bytes:
    return b""


PHOTO = photos.jpeg(width=640, height=480)
KINDS: tuple[tuple[str, str, Callable[[int], bytes]], ...] = (
    ("a photograph", "farfar.jpg", picture),
    ("a page", "side.jpg", page),
    ("a cut file", "halv.jpg", cut),
    ("an empty file", "tom.jpg", nothing),
    ("a long name", "ø" * 200 + ".jpg", picture),
)


def form(number: int, name: str, data: bytes) -> bytes:
    """What a browser sends, with the key of a page of its own."""
    fields = {"key": f"flood{number:020d}", "may": "show", "is_of_age": "on"}
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    head = (
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; "
        f'name="pictures"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    )
    end = f"\r\n--{BOUNDARY}--\r\n"
    return ("".join(parts) + head).encode() + data + end.encode()


def post(house: House, body: bytes, kind: str) -> tuple[int, float]:
    """The status and how long it took."""
    host = house.url.removeprefix("http://")
    door = HTTPConnection(host, timeout=60)
    start = time.perf_counter()
    door.request("POST", "/bidrag/", body, {"Content-Type": kind})
    answer = door.getresponse()
    answer.read()
    door.close()
    return answer.status, time.perf_counter() - start


def send(house: House, number: int) -> tuple[str, int, float, str]:
    name, file_name, make = KINDS[number % len(KINDS)]
    data = make(number)
    status, seconds = post(
        house,
        form(number, file_name, data),
        f"multipart/form-data; boundary={BOUNDARY}",
    )
    return name, status, seconds, hashlib.sha256(data).hexdigest()


def memory(pid: int) -> float:
    """What a process holds, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def web_process(house: House) -> int:
    """The process that listens: the one started with this folder as its own."""
    wanted = f"DATA_DIR={house.folder}".encode()
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = wanted in (each / "environ").read_bytes().split(b"\0")
            is_web = b"run" in (each / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if is_ours and is_web:
            found.append(int(each.name))
    return min(found)


def percentile(times: list[float], part: float) -> float:
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] * 1000


def kept(house: House) -> set[str]:
    """The fingerprints of every photograph that belongs to a sent contribution."""
    with sqlite3.connect(house.folder / "ankomst.db") as book:
        rows = book.execute(
            "SELECT p.sha256 FROM submissions_photograph p "
            "JOIN submissions_submission s ON s.id = p.submission_id "
            "WHERE s.sent_at IS NOT NULL"
        )
        return {sha256 for (sha256,) in rows}


def flood(house: House) -> None:
    pid = web_process(house)
    before = memory(pid)
    with ThreadPoolExecutor(AT_ONCE) as many:
        answers = list(many.map(lambda n: send(house, n), range(MANY)))
    after = memory(pid)
    print(f"{'what':16} {'answer':>6} {'times':>6} {'p50 ms':>8} {'p95 ms':>8}")
    groups: dict[tuple[str, int], list[float]] = {}
    for name, status, seconds, _sha256 in answers:
        groups.setdefault((name, status), []).append(seconds)
    for (name, status), times in sorted(groups.items()):
        middle, slow = percentile(times, 0.5), percentile(times, 0.95)
        print(f"{name:16} {status:6} {len(times):6} {middle:8.1f} {slow:8.1f}")
    promised = {sha256 for _, status, _, sha256 in answers if status == 302}
    lost = promised - kept(house)
    broken = sum(status >= 500 for _, status, _, _ in answers)
    print(f"5xx: {broken}; receipts: {len(promised)}; without their file: {len(lost)}")
    print(f"web process: {before:.0f} MB before, {after - before:+.0f} MB after")


def refused(house: House) -> None:
    """The same address again and again, when the limits are as they come."""

    def knock(number: int) -> tuple[int, float]:
        said = {"key": f"again{number:020d}", "story": "Buy", "keep": "1"}
        form_kind = "application/x-www-form-urlencoded"
        return post(house, urlencode(said).encode(), form_kind)

    with ThreadPoolExecutor(AT_ONCE) as many:
        answers = list(many.map(knock, range(MANY)))
    statuses = Counter(status for status, _ in answers)
    slow = percentile([seconds for _, seconds in answers], 0.95)
    print(f"with a limit of 100: {dict(sorted(statuses.items()))}, p95 {slow:.1f} ms")


def main() -> None:
    for limits, bench in ((OPEN_WIDE, flood), (NARROW, refused)):
        with (
            tempfile.TemporaryDirectory(prefix="ankomst-flood-") as folder,
            open_house(Path(folder), LIMITS=limits, LOG_LEVEL="ERROR") as house,
        ):
            bench(house)


if __name__ == "__main__":
    main()
