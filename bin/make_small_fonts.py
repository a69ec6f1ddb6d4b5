#!/usr/bin/env python3
"""Cut two fonts so small that every page can afford them.

The big light numerals (B137) and the languages' own names (اردو, العربية, فارسی) stand on
nearly every page. Run it after bin/make_fonts.py; it reads the fonts for print.
"""

from pathlib import Path
from string import digits

from fontTools import subset

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"

# The file for print, what we call the small one, and the letters it keeps.
SMALL = [
    (
        "source-serif-4-300",
        "source-serif-4-300-numerals",
        f" {digits}AB.,–-",
    ),
    ("vazirmatn-400", "vazirmatn-400-names", "اردو العربية فارسی"),
]
FEATURES = [
    "kern",
    "onum",
    "lnum",
    "tnum",
    "init",
    "medi",
    "fina",
    "isol",
    "rlig",
    "ccmp",
]


def cut(font: Path, web: Path, letters: str) -> None:
    """Write these letters of a font as WOFF2, with what joins and shapes them."""
    options = subset.Options(layout_features=FEATURES, hinting=False, flavor="woff2")
    options.drop_tables += ["STAT", "DSIG", "meta"]
    whole = subset.load_font(str(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(whole)
    subset.save_font(whole, str(web), options)


if __name__ == "__main__":
    for name, small, letters in SMALL:
        web = FONTS / f"{small}.woff2"
        cut(FONTS / "print" / f"{name}.ttf", web, letters)
        print(f"{web.stat().st_size / 1024:6.1f} KB  {web.name}")
