"""A voice for the sample archive: hummed by arithmetic, so that it is nobody's."""

from __future__ import annotations

import math
import wave
from array import array
from io import BytesIO

RATE = 16_000
SYLLABLES = 4.3  # a second
LOUDEST = 9_000


def hum(seconds: float, *, pitch: float = 165) -> bytes:
    """Something like talking behind a door: syllables, sentences, and breaths."""
    signs = array("h")
    phase = 0.0
    for n in range(round(seconds * RATE)):
        at = n / RATE
        sentence = max(0.0, math.sin(2 * math.pi * at / 5.1 + 0.6)) ** 0.35
        syllable = abs(math.sin(math.pi * SYLLABLES * at + math.sin(at * 1.7))) ** 1.4
        phase += 2 * math.pi * (pitch + 22 * math.sin(at * 1.3)) / RATE
        tone = math.sin(phase) + 0.45 * math.sin(2 * phase) + 0.2 * math.sin(5 * phase)
        signs.append(int(LOUDEST * sentence * syllable * tone / 1.65))
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(signs.tobytes())
    return out.getvalue()
