"""Sound and film behind one door: what is it really, and what does it become?"""

from pathlib import Path
from typing import Any

import av

from archive.darkroom import film, sound
from archive.darkroom.sniff import (
    MP3,
    MP4_AUDIO,
    MP4_VIDEO,
    OGG,
    WAV,
    WEBM_AUDIO,
    WEBM_VIDEO,
    Kind,
)

_FORMATS = {
    MP3: "mp3",
    WAV: "wav",
    OGG: "ogg",
    MP4_AUDIO: "mp4",
    MP4_VIDEO: "mp4",
    WEBM_AUDIO: "matroska",
    WEBM_VIDEO: "matroska",
}


def write(source: Path, kind: Kind, folder: Path) -> dict[str, Any]:
    """Write what can be played, and say whether it is a sound or a film after all.

    A file may claim to be a film and hold only a voice. Only the one format its first
    bytes show is tried, and nothing but the file itself is opened.
    """
    av.logging.set_level(None)
    with av.open(
        str(source),
        format=_FORMATS[kind],
        options={"protocol_whitelist": "file"},
        metadata_errors="replace",
    ) as given:
        if film.visible(given) is None:
            mime = kind.mime.replace("video/", "audio/")
            return sound.write(given, folder) | {"kind": "audio", "mime": mime}
        mime = kind.mime.replace("audio/", "video/")
        return film.write(given, folder) | {"kind": "video", "mime": mime}
