"""One text in several languages: the original, or a translation where there is one."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

RIGHT_TO_LEFT = {"ar", "ur", "fa", "he", "ckb"}


@dataclass(frozen=True)
class Text:
    """Words and the language they are in (a BCP 47 code), for `lang` and `dir`."""

    words: str
    language: str
    is_original: bool = True

    @property
    def direction(self) -> str:
        return direction(self.language)

    def __str__(self) -> str:
        return self.words

    def __bool__(self) -> bool:
        return bool(self.words)


def direction(language: str) -> str:
    """“rtl” or “ltr”."""
    return "rtl" if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"


def folded(words: str) -> str:
    """Words for comparing: in one case, Turkish İ, I, ı and i alike."""
    plain = words.casefold().replace("ı", "i").replace("i\u0307", "i")
    return unicodedata.normalize("NFC", plain)


def choose(
    field: str,
    original: str,
    *,
    written_in: str,
    translations: Mapping[str, Mapping[str, Any]],
    language: str,
) -> Text:
    """The field in the reader's language; the original where nobody translated it.

    `translations` is {"tr": {"title": "…"}, …} as kept on the row.
    """
    if language != written_in:
        translated = translations.get(language, {}).get(field)
        if translated:
            return Text(translated, language, is_original=False)
    return Text(original, written_in)
