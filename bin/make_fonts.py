#!/usr/bin/env python3
"""Copy the print fonts and cut the web fonts from their npm packages.

The packages are @expo-google-fonts/{source-serif-4,figtree,vazirmatn,
noto-naskh-arabic,noto-nastaliq-urdu}. Say where their folders are:

    bin/make_fonts.py node_modules/@expo-google-fonts
"""

import shutil
import sys
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"

# Every face is: the file in the package, then the name we give it.
PRINTED = {
    "source-serif-4": {
        "300Light/SourceSerif4_300Light": "source-serif-4-300",
        "400Regular/SourceSerif4_400Regular": "source-serif-4-400",
        "400Regular_Italic/SourceSerif4_400Regular_Italic": "source-serif-4-400-italic",
        "600SemiBold/SourceSerif4_600SemiBold": "source-serif-4-600",
    },
    "figtree": {
        "400Regular/Figtree_400Regular": "figtree-400",
        "600SemiBold/Figtree_600SemiBold": "figtree-600",
    },
    "vazirmatn": {
        "400Regular/Vazirmatn_400Regular": "vazirmatn-400",
        "600SemiBold/Vazirmatn_600SemiBold": "vazirmatn-600",
    },
    "noto-naskh-arabic": {
        "400Regular/NotoNaskhArabic_400Regular": "noto-naskh-arabic-400",
        "600SemiBold/NotoNaskhArabic_600SemiBold": "noto-naskh-arabic-600",
    },
    "noto-nastaliq-urdu": {
        "400Regular/NotoNastaliqUrdu_400Regular": "noto-nastaliq-urdu-400",
        "600SemiBold/NotoNastaliqUrdu_600SemiBold": "noto-nastaliq-urdu-600",
    },
}
ONLY_IN_PRINT = {"noto-naskh-arabic-600"}

ALPHABETS = (
    "ĞğİıŞş"  # Turkish; the rest of it, and Danish, are Latin-1
    "ČčĆćĐđŠšŽž"  # Bosnian
    "ĄąĘęŁłŃńŚśŹźŻż"  # Polish
    "ÊêÎîÛû"  # Kurdish
)
SIGNS = "–—‘’‚“”„•…‹›€−≈≤≥←→\u2009\u200b\u200c\u200d\u200e\u200f\u202f"
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, ALPHABETS + SIGNS)}

ARABIC = {
    *range(0x0600, 0x0700),  # Arabic, Urdu, Persian, Sorani
    *range(0x0750, 0x0780),
    *range(0x200C, 0x2010),
    0x25CC,
    *range(0xFD3E, 0xFD40),
    0xFDF2,
    0xFDFA,
}
NOT_LETTERS = {*range(0x0600, 0x0606), *range(0x0610, 0x061B), *range(0x06D6, 0x06EE)}

LATIN_FEATURES = ["kern", "liga", "locl", "onum", "lnum", "tnum", "pnum", "ccmp"]
ARABIC_FEATURES = [
    *["kern", "liga", "locl", "ccmp", "rlig", "calt", "curs", "mark", "mkmk"],
    *["init", "medi", "fina", "isol"],
]


def cut(font: Path, web: Path, *, arabic: bool) -> None:
    """Write the part of a font that our languages need, as WOFF2."""
    options = subset.Options(
        layout_features=ARABIC_FEATURES if arabic else LATIN_FEATURES,
        hinting=False,
        flavor="woff2",
        name_IDs=[0, 1, 2, 3, 4, 6, 13, 14],
        drop_tables=[*subset.Options().drop_tables, "STAT", "DSIG", "meta"],
    )
    whole = subset.load_font(str(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=ARABIC - NOT_LETTERS if arabic else LATIN)
    cutter.subset(whole)
    subset.save_font(whole, str(web), options)


def make(packages: Path) -> None:
    """Fill static/fonts from the packages in this folder."""
    (FONTS / "print").mkdir(parents=True, exist_ok=True)
    for family, faces in PRINTED.items():
        for there, name in faces.items():
            font = FONTS / "print" / f"{name}.ttf"
            shutil.copyfile(packages / family / f"{there}.ttf", font)
            if name not in ONLY_IN_PRINT:
                web = FONTS / f"{name}.woff2"
                cut(font, web, arabic=family.startswith(("vazir", "noto")))
                print(f"{web.stat().st_size / 1024:6.1f} KB  {web.name}")
        for folder in (FONTS, FONTS / "print"):
            shutil.copyfile(
                packages / family / "LICENSE_FONT", folder / f"OFL-{family}.txt"
            )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make(Path(sys.argv[1]))
