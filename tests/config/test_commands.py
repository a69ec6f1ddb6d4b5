"""Every command of the house starts, whatever it happens to import first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def manage(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("command", ["check", "repair", "rebuild_search", "drain"])
def test_a_command_runs_in_an_empty_archive(tmp_path: Path, command: str) -> None:
    manage(tmp_path, "migrate")

    done = manage(tmp_path, command)

    assert done.returncode == 0, done.stderr


def test_the_worker_starts_and_leaves_a_sign_of_life(tmp_path: Path) -> None:
    manage(tmp_path, "migrate")
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)},
        stderr=subprocess.PIPE,
    )
    try:
        worker.wait(timeout=6)
    except subprocess.TimeoutExpired:
        pass
    finally:
        worker.terminate()
        _out, wrong = worker.communicate(timeout=20)

    assert (tmp_path / "worker.alive").exists(), wrong.decode()


def test_the_documented_production_settings_leave_nothing_to_say(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(tmp_path),
            "SITE_URL": "https://ankomst.example.org",
            "TRUSTED_PROXY": "127.0.0.1",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert "no issues" in done.stdout, done.stdout + done.stderr
