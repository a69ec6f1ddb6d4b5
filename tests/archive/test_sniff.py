"""What a file is, known before anyone opens it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from archive.darkroom import sniff
from archive.darkroom.claims import MAX_SCANS, jpeg_scans, webp_pixels
from tests import photos


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", sniff.WAV),
        (b"OggS\x00\x02" + bytes(22) + b"\x01\x13OpusHead", sniff.OGG),
        (b"OggS\x00\x02" + bytes(22) + b"\x01\x2a\x80theora", None),
        (b"ID3\x04\x00", sniff.MP3),
        (b"\xff\xfb\x90\x64", sniff.MP3),
        (b"\xff\xfeh\x00e\x00j\x00", None),
        (b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42", sniff.MP4_AUDIO),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42", sniff.MP4_VIDEO),
        (
            b"\x00\x00\x00\x18ftypiso5\x00\x00\x00\x00iso5mp41"
            b"\x00\x00\x00\x21hdlr" + bytes(8) + b"soun",
            sniff.MP4_AUDIO,
        ),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", sniff.AVIF),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", sniff.HEIC),
        (b"\x00\x00\x00\x14ftypcrx \x00\x00\x00\x00", None),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + b"\x86\x86A_OPUS", sniff.WEBM_AUDIO),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webmV_VP8A_OPUS", sniff.WEBM_VIDEO),
        (b"\x1aE\xdf\xa3\x9fB\x82\x88matroska", None),
        (b"GIF89a", None),
        (b"%!PS-Adobe", None),
        (b"", None),
    ],
)
def test_a_file_is_known_by_its_first_bytes(
    head: bytes, kind: sniff.Kind | None
) -> None:
    assert sniff.sniff(head) == kind


def test_a_voice_whose_index_comes_last_is_still_a_voice(tmp_path: Path) -> None:
    start = b"\x00\x00\x00\x18ftypiso5\x00\x00\x00\x00iso5mp41"
    sound = (200_008).to_bytes(4, "big") + b"mdat" + bytes(200_000)
    index = b"\x00\x00\x00\x30moov\x00\x00\x00\x28hdlr" + bytes(8) + b"soun" + bytes(20)
    path = tmp_path / "voice"
    path.write_bytes(start + sound + index)

    assert sniff.sniff(start + sound[:100]) == sniff.MP4_VIDEO
    assert sniff.sniff_file(path) == sniff.MP4_AUDIO


def test_scans_are_counted_without_drawing_them() -> None:
    assert jpeg_scans(photos.jpeg()) == 1
    assert 1 < jpeg_scans(photos.many_scans_jpeg(0, side=64)) < MAX_SCANS
    assert jpeg_scans(photos.many_scans_jpeg(2_000, side=64)) == MAX_SCANS + 1


def test_a_webps_claim_is_read_from_its_first_bytes() -> None:
    lossless = BytesIO()
    Image.new("RGB", (321, 123)).save(lossless, "WEBP", lossless=True)

    assert webp_pixels(photos.webp(640, 480)[:32]) == 640 * 480
    assert webp_pixels(lossless.getvalue()[:32]) == 321 * 123
    assert webp_pixels(photos.webp_bomb()[:32]) == 16_383**2
