#!/usr/bin/env python3
"""Write static/css/ratios.css: a class for every proportion a picture may have.

Inline styles are not allowed in this house, so .r-146 says --r: 1.46 instead.
"""

from pathlib import Path

SHEET = Path(__file__).resolve().parent.parent / "static" / "css" / "ratios.css"
NARROWEST, WIDEST, STEP = 40, 300, 2


def sheet() -> str:
    """All the classes, ten to a line."""
    rules = [
        f".r-{r}{{--r:{r / 100:g}}}" for r in range(NARROWEST, WIDEST + STEP, STEP)
    ]
    lines = [" ".join(rules[at : at + 10]) for at in range(0, len(rules), 10)]
    return "\n".join(["/* Made by bin/make_ratios.py. */", *lines, ""])


if __name__ == "__main__":
    SHEET.write_text(sheet(), encoding="utf-8")
