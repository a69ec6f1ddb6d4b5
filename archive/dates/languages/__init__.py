"""The languages families tell dates in, and those the archive says them in."""

from archive.dates.languages import ar, bs, da, en, tr, ur
from archive.dates.vocabulary import Heard, Voice

HEARD: dict[str, Heard] = {
    "da": da.HEARD,
    "en": en.HEARD,
    "tr": tr.HEARD,
    "ar": ar.HEARD,
    "ur": ur.HEARD,
    "bs": bs.HEARD,
}
VOICES: dict[str, Voice] = {
    "da": da.VOICE,
    "en": en.VOICE,
    "tr": tr.VOICE,
    "ar": ar.VOICE,
    "ur": ur.VOICE,
}
