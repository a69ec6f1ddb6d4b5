"""Everything a family gave, taken home as one file."""

import datetime as dt
import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive import images, intake
from submissions import actions, taking_home, throttle
from submissions.models import Keepsake, Recipe, Submission
from tests import make, photos, sounds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def home(submission: Submission) -> str:
    return f"/en/mit/{submission.token}/hjem/"


def whole_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def opened(response: Any) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(whole_of(response)))


def test_the_originals_come_home_byte_for_byte(client: Client) -> None:
    given = make.submission(pictures=2)
    originals = {
        images.original_path(each.media).read_bytes()
        for each in given.photographs.all()
    }

    response = client.get(home(given))

    packed = opened(response)
    pictures = [name for name in packed.namelist() if name.endswith(".jpg")]
    assert {packed.read(name) for name in pictures} == originals
    assert response["Content-Type"] == "application/zip"
    assert f"-{given.number}.zip" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_words_letters_and_permissions_come_too(client: Client, poul: Any) -> None:
    given = make.submission(story="Farfar kom i 1971.", who_told="Ali")
    actions.ask(given, question="Hvem er til venstre?", by=poul)
    actions.tell_more(given, text="Annem de geldi.", language="tr")

    packed = opened(client.get(home(given)))

    (facts,) = (name for name in packed.namelist() if name.endswith(".json"))
    (words,) = (name for name in packed.namelist() if name.endswith(".txt"))
    told = json.loads(packed.read(facts))
    text = packed.read(words).decode("utf-8-sig")
    assert told["told_later"][0]["text"] == "Annem de geldi."
    assert told["permissions"][0]["asked_with"] == "Må vi?"
    for said in (
        "Farfar kom i 1971.",
        "Ali",
        "Annem de geldi.",
        "Hvem er til",
        "Må vi?",
    ):
        assert said in text


def test_persons_pin_recipe_voice_keepsake_and_helper_come_too(client: Client) -> None:
    given = make.submission(
        latitude=55.6, longitude=12.3, partner=make.partner(name="Klub Jadran")
    )
    given.persons_told.create(name="Hasan", relation="min farfar", x=30, y=40)
    Recipe.objects.create(submission=given, dish="Mantı", ingredients="Mel")
    keepsake = intake.receive(make.upload())
    Keepsake.objects.create(submission=given, media=keepsake)
    voice = intake.receive(make.upload(sounds.webm(1), "Stemme.webm"))
    given.recordings.create(media=voice, sha256=voice.sha256, transcript="Vi kom.")
    given.consents.update(helped_by="Aylin", guardian="Fatma")

    packed = opened(client.get(home(given)))

    (facts,) = (name for name in packed.namelist() if name.endswith(".json"))
    (words,) = (name for name in packed.namelist() if name.endswith(".txt"))
    told = json.loads(packed.read(facts))
    text = packed.read(words).decode("utf-8-sig")
    assert told["persons"][0]["at"] == [30, 40]
    assert told["pin"] == [55.6, 12.3]
    assert told["voices"][0]["transcript"] == "Vi kom."
    assert any("keepsake" in name for name in packed.namelist())
    assert any(name.endswith("Stemme.webm") for name in packed.namelist())
    for said in ("Hasan", "55.6", "Mantı", "Vi kom.", "Klub Jadran", "Aylin", "Fatma"):
        assert said in text


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "01 ....etcpasswd"),
        ("con.jpg", "01 con_.jpg"),
        ('a<b>:"c|?*.jpg', "01 abc.jpg"),
        ("billede\u202egpj.exe", "01 billedegpj.exe"),
        ("...", "01 _"),
        ("Mormors æøå ğış.JPG", "01 Mormors æøå ğış.JPG"),
    ],
)
def test_file_names_are_safe_on_every_computer(name: str, safe: str) -> None:
    made = taking_home.safe_name(1, name)

    assert made == safe or "/" not in made
    assert not set(made) & taking_home.NOT_IN_NAMES


def test_a_very_long_name_keeps_its_ending() -> None:
    made = taking_home.safe_name(1, "ø" * 200 + ".jpg")

    assert made.endswith("ø.jpg")
    assert len(made.encode()) < 160


def test_a_broken_download_goes_on_where_it_was(client: Client) -> None:
    given = make.submission()
    first = client.get(home(given))
    whole = whole_of(first)

    rest = client.get(
        home(given), headers={"Range": "bytes=100-", "If-Range": first["ETag"]}
    )
    beyond = client.get(home(given), headers={"Range": f"bytes={len(whole)}-"})

    assert rest.status_code == 206
    assert whole_of(rest) == whole[100:]
    assert rest["Content-Length"] == str(len(whole) - 100)
    assert beyond.status_code == 416


def test_after_a_change_it_begins_again(client: Client) -> None:
    given = make.submission()
    first = client.get(home(given))
    first.close()
    actions.tell_more(given, text="Mere.", language="da")

    again = client.get(
        home(given), headers={"Range": "bytes=100-", "If-Range": first["ETag"]}
    )

    again.close()
    assert again.status_code == 200


def test_what_was_taken_back_is_theirs_until_it_is_erased(client: Client) -> None:
    given = make.submission()
    actions.withdraw(given)

    before = client.get(home(given))
    before.close()
    longer_ago = timezone.now() - dt.timedelta(days=31)
    Submission.objects.filter(pk=given.pk).update(withdrawn_at=longer_ago)
    actions.erase_expired()
    after = client.get(home(given))

    assert before.status_code == 200
    assert after.status_code == 410
    assert "There is nothing left to fetch." in after.text


def test_fetching_again_and_again_is_slowed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "TAKING_HOME", throttle.Door("taking home", 1, 1))
    given = make.submission(pictures=0)

    client.get(home(given)).close()

    assert client.get(home(given)).status_code == 429


def test_a_missing_original_does_not_keep_the_rest_back(client: Client) -> None:
    given = make.submission()
    images.original_path(given.photographs.get().media).unlink()

    assert len(opened(client.get(home(given))).namelist()) == 2


def test_a_picture_that_is_no_picture_comes_home_as_it_came(client: Client) -> None:
    given = make.submission(pictures=0)
    actions.add_pictures(given, [make.upload(photos.truncated_jpeg(), "bedstefar.jpg")])

    packed = opened(client.get(home(given)))

    (name,) = (each for each in packed.namelist() if each.endswith("bedstefar.jpg"))
    assert packed.read(name) == photos.truncated_jpeg()
