"""A zip that is nowhere whole: every byte right, read from any place, no memory."""

import datetime as dt
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from archive.parcel import Parcel, Thing

AT = dt.datetime(2026, 11, 25, 19, 0, tzinfo=dt.UTC)


def packed(tmp_path: Path) -> tuple[Parcel, dict[str, bytes]]:
    contents = {"a.jpg": b"a" * 3_000_000, "æ ø ğ.tif": b"b" * 17, "tom.jpg": b""}
    things = [Thing("læs mig.txt", AT, "Emine Aydın".encode())]
    for number, (name, data) in enumerate(contents.items()):
        path = tmp_path / str(number)
        path.write_bytes(data)
        things.append(Thing(name, AT, path))
    return Parcel(things), contents | {"læs mig.txt": "Emine Aydın".encode()}


def test_every_file_comes_out_byte_for_byte(tmp_path: Path) -> None:
    parcel, contents = packed(tmp_path)

    whole = io.BytesIO(parcel.readall())

    with zipfile.ZipFile(whole) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == contents
    assert len(whole.getvalue()) == parcel.size


@pytest.mark.parametrize("start", [0, 1, 40, 1_000_000, 3_000_100, -5])
def test_it_can_be_read_from_any_place(tmp_path: Path, start: int) -> None:
    whole = packed(tmp_path)[0].readall()
    parcel, _contents = packed(tmp_path)

    parcel.seek(start, io.SEEK_SET if start >= 0 else io.SEEK_END)

    assert parcel.readall() == whole[start:]


def test_a_file_that_is_erased_meanwhile_breaks_it_off(tmp_path: Path) -> None:
    parcel, _contents = packed(tmp_path)
    (tmp_path / "0").write_bytes(b"")

    with pytest.raises(EOFError):
        parcel.readall()


TEN_LARGE = """
import datetime as dt, resource, sys
from pathlib import Path
from archive.parcel import Parcel, Thing
path = Path(sys.argv[1])
with path.open("wb") as file:
    file.truncate(120 * 1024 * 1024)
at = dt.datetime(2026, 1, 1)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
parcel = Parcel(Thing(f"{n}.tif", at, path) for n in range(10))
read = 0
while piece := parcel.read(65536):
    read += len(piece)
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(read == parcel.size and read > 1_258_291_200, grown)
"""


def test_ten_files_of_120_megabytes_cost_no_memory(tmp_path: Path) -> None:
    """In a process of its own, so that its memory is its own."""
    told = subprocess.run(
        [sys.executable, "-c", TEN_LARGE, str(tmp_path / "large")],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert told[0] == "True"
    assert int(told[1]) < 16_000  # kilobytes
