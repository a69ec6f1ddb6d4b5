"""The process that typesets: it reads one job, writes one file, and ends.

Nothing here may import Django: it is started once for every job and has to be
quick, and it lives behind limits of memory and time that the site must not have.
"""

import json
import re
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MM = 72 / 25.4


def limit(*, megabytes: int, seconds: int) -> None:
    """Let a job that grows without end be stopped instead of the machine."""
    memory = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def typeset(job: dict[str, Any]) -> dict[str, Any]:
    """Set the job's template, and say what the template reported."""
    import typst  # noqa: PLC0415 - after the limits, so that they hold for it

    root = Path(job["root"])
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[job["fonts"]],
    )
    compiler = typst.Compiler(
        root / job["template"],
        root=root,
        font_paths=fonts,
        sys_inputs={"data": job["data"]},
        package_path=root / "none",
        package_cache_path=root / "none",
    )
    try:
        write(compiler, root, job)
        reports = compiler.query("<report>", field="value")
    except typst.TypstError as error:
        return {"reason": error.diagnostic or error.message}
    return {"reports": json.loads(reports)}


def write(compiler: Any, root: Path, job: dict[str, Any]) -> None:
    """Write page-1.png, page-2.png …, or page.pdf, into the job's folder."""
    if job["format"] == "png":
        pages = compiler.compile(format="png", ppi=72)
        for number, page in enumerate(pages if isinstance(pages, list) else [pages], 1):
            (root / f"page-{number}.png").write_bytes(page)
        return
    pdf = compiler.compile(format="pdf", pdf_standards="1.4", pdf_tags=False)
    (root / "page.pdf").write_bytes(with_bleed_boxes(pdf, millimetres=job["bleed"]))


PAGE = re.compile(rb"(\d+) 0 obj\n<</Type/Page/(?:(?!\nendobj).)*>>\nendobj", re.DOTALL)
TRIM = re.compile(rb"/TrimBox ?\[([^\]]*)\]")


def with_bleed_boxes(pdf: bytes, *, millimetres: float) -> bytes:
    """Add to every page that has a TrimBox the BleedBox around it.

    Typst lets the page be larger than the trim, and we need that room for the
    marks; but then it does not say where the bleed ends. The new page objects are
    appended, as the PDF standard provides for.
    """
    table = pdf[_last_table(pdf) :]
    objects = {}
    for offset in _offsets(table):
        page = PAGE.match(pdf, offset)
        trim = page and TRIM.search(page[0])
        if page and trim:
            corners = [float(corner) for corner in trim[1].split()]
            box = [
                corner + sign * millimetres * MM
                for corner, sign in zip(corners, (-1, -1, 1, 1), strict=True)
            ]
            bleed = b"/BleedBox[%.4f %.4f %.4f %.4f]" % tuple(box)
            objects[int(page[1])] = page[0].replace(trim[0], trim[0] + bleed)
    return _appended(pdf, objects) if objects else pdf


def _last_table(pdf: bytes) -> int:
    return int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])


def _offsets(table: bytes) -> Iterator[int]:
    for entry in re.finditer(rb"(\d{10}) \d{5} n", table):
        yield int(entry[1])


def _appended(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    previous = _last_table(pdf)
    trailer = pdf[pdf.rindex(b"trailer") :]
    known = trailer[trailer.index(b"<<") + 2 : trailer.rindex(b">>")]
    body = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = b"xref\n"
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(body))
        body += content + b"\n"
    return bytes(
        body
        + table
        + b"trailer\n<<%s/Prev %d>>\n" % (known, previous)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def main() -> None:
    """Do the job that is written on standard input."""
    job = json.load(sys.stdin)
    limit(megabytes=job["megabytes"], seconds=job["seconds"])
    json.dump(typeset(job), sys.stdout)


if __name__ == "__main__":
    main()
