"""What a decoder may not do, and what is not believed when it did."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from archive.darkroom import process
from archive.darkroom.process import Developed, Problem, develop

HOUSE = Path(__file__).parents[2]
LIE = json.dumps(
    {
        "ok": True,
        "problem": None,
        "renditions": [
            {"width": 1, "height": 1, "format": "jpg", "name": "../1.jpg", "bytes": 1}
        ],
    }
)


@pytest.mark.parametrize(
    ("program", "problem"),
    [
        ("print('<html>')", Problem.BROKEN),
        ("print('[]')", Problem.BROKEN),
        ("import os; os.kill(os.getpid(), 9)", Problem.TOO_BIG),
        ("import os; os.kill(os.getpid(), 24)", Problem.TOOK_TOO_LONG),
        ("import os; os.abort()", Problem.BROKEN),
        ("raise SystemExit(3)", Problem.BROKEN),
        ("print('x' * 9_000_000)", Problem.BROKEN),
        (f"print('{LIE}')", Problem.BROKEN),
    ],
)
def test_a_decoder_gone_wild_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, problem: Problem
) -> None:
    wild = tmp_path / "archive" / "darkroom"
    wild.mkdir(parents=True)
    (wild / "__main__.py").write_text(program)
    (tmp_path / "1.jpg").write_bytes(b"x")
    monkeypatch.setattr(process, "_HOUSE", tmp_path)

    developed = develop(tmp_path / "1.jpg", tmp_path / "out" / "renditions")

    assert developed == Developed(problem=problem)
    assert list((tmp_path / "out").iterdir()) == []


def confined(program: str, folder: Path) -> list[str]:
    """What a program says that runs within the darkroom's walls."""
    opening = "from archive.darkroom.limits import confine; print(confine())\n"
    ended = subprocess.run(
        [sys.executable, "-c", opening + program],
        cwd=folder,
        env={"PYTHONPATH": str(HOUSE)},
        capture_output=True,
        check=True,
        text=True,
    )
    return ended.stdout.split()


@pytest.mark.parametrize(
    ("greedy", "stopped_by"),
    [
        ("bytearray(2_000_000_000)", "MemoryError"),
        ("open('big', 'wb').write(bytes(100_000_000))", "OSError"),
    ],
)
def test_the_walls_hold(tmp_path: Path, greedy: str, stopped_by: str) -> None:
    program = f"try: {greedy}\nexcept Exception as it: print(type(it).__name__)"

    assert confined(program, tmp_path)[1:] == [stopped_by]


def test_a_decoder_may_not_work_for_ever(tmp_path: Path) -> None:
    program = "import resource; print(*resource.getrlimit(resource.RLIMIT_CPU))"

    assert confined(program, tmp_path)[1:] == ["20", "21"]


def test_a_decoder_cannot_phone_anyone(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        program = (
            "import socket\n"
            f"try: socket.create_connection(('127.0.0.1', {port}), 2)\n"
            "except OSError: print('unreachable')"
        )
        shut, *said = confined(program, tmp_path)

    if shut == "False":
        pytest.skip("this kernel does not let a process leave the network")
    assert said == ["unreachable"]


def test_the_darkroom_never_meets_django() -> None:
    program = (
        "import sys; import archive.darkroom.inspection\n"
        "print([name for name in sys.modules if name.startswith('django')])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=HOUSE, capture_output=True, check=True
    )

    assert ended.stdout.strip() == b"[]"


def test_the_counter_never_meets_pillow() -> None:
    program = (
        "import sys; import archive.darkroom.process, archive.darkroom.sniff\n"
        "print([name for name in sys.modules if name in ('PIL', 'exifread')])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=HOUSE, capture_output=True, check=True
    )

    assert ended.stdout.strip() == b"[]"
