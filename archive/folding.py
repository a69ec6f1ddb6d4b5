"""Names as they are compared and sought, and the order they stand in (no Django).

İ, I, ı and i are one letter here; so are the ways Arabic and Urdu write the same one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
JOINERS = "\u00ad\u0640\u200b-\u200f"
_SILENT = re.compile(rf"[{MARKS}{JOINERS}_]")
_LETTERS = str.maketrans(
    {
        "ø": "oe",
        "ö": "oe",
        "æ": "ae",
        "ä": "ae",
        "å": "aa",
        "ß": "ss",
        "ı": "i",
        "İ": "i",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "œ": "oe",
        # Arabic and Urdu write the same letter in several ways.
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ے": "ي",
        "ؤ": "و",
        "ک": "ك",
        "ة": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ۃ": "ه",
        "ں": "ن",
        "ء": None,
    }
)
# The last three letters of the Danish alphabet, after every other one. Letters only:
# a database may pass over signs when it sorts.
_DANISH_LAST = str.maketrans({"æ": "zzza", "ä": "zzza", "ø": "zzzb", "å": "zzzc"})
LONGEST_KEY = 200


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in small plain letters: İshøj → ishoej, ﷺ and marks off, ٧ → 7.

    >>> fold("GÜLŞEN"), fold("Ishøj"), fold("صُورَة")
    ('gulsen', 'ishoej', 'صوره')
    """
    small = unicodedata.normalize("NFC", word).replace("İ", "i").lower()
    plain = unicodedata.normalize("NFKD", small.translate(_LETTERS))
    bare = _SILENT.sub("", plain).translate(_LETTERS)
    return "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign
        for sign in bare
        if not unicodedata.combining(sign)
    )


def thin(folded: str) -> str:
    """As typed on a keyboard without Danish letters: ishoej → ishoj."""
    return folded.replace("oe", "o").replace("aa", "a")


def sought(names: Iterable[str]) -> str:
    """Everything some names can be found by, as one line to look in."""
    folded = [fold(" ".join(name.split())) for name in names if name]
    return "\n".join(dict.fromkeys([*folded, *map(thin, folded)]))


def order_of(name: str) -> str:
    """What a name is sorted by: æ, ø and å last, ı with i, ç with c."""
    small = unicodedata.normalize("NFC", name).replace("İ", "i").lower()
    last = small.replace("ı", "i").translate(_DANISH_LAST)
    plain = unicodedata.normalize("NFKD", last)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))[
        :LONGEST_KEY
    ]
