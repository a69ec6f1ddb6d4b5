"""Front, back and details: added, ordered, laid aside, and always a way back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from archive import actions, history, images
from archive.models import FileChange, Item, Media
from tests import make, photos, sounds
from tests.archive.test_describe import address

pytestmark = pytest.mark.django_db


def change(client: Client, media: Media, deed: str, **more: str) -> None:
    client.post(f"/arbejdsrum/filer/{media.pk}/ret/", {"deed": deed, **more})


def back_of(item: Item, by: User) -> Media:
    return actions.add_file(item, make.media(), side=Media.Side.BACK, by=by)


def test_the_back_is_added_byte_for_byte(poul_client: Client) -> None:
    item = make.item()
    data = photos.jpeg(width=333, height=222)

    poul_client.post(
        address(item, "filer", "ny"),
        {"side": "back", "files": [SimpleUploadedFile("bag.jpg", data)]},
    )

    back = item.media.get(side="back")
    assert images.original_path(back).read_bytes() == data
    assert back.position == 1
    assert [line.after for line in history.of(item).changes[0].lines] == ["bag.jpg"]


def test_one_bad_file_stops_none_of_the_others(poul_client: Client) -> None:
    item = make.item()
    files = [
        SimpleUploadedFile("tom.jpg", b""),
        SimpleUploadedFile("side.html", b"<html>"),
        SimpleUploadedFile("ø" * 200 + ".jpg", photos.jpeg()),
        SimpleUploadedFile("igen.jpg", photos.jpeg()),
    ]

    poul_client.post(address(item, "filer", "ny"), {"side": "detail", "files": files})
    nothing = poul_client.post(address(item, "filer", "ny"), {"side": "hacked"})

    assert nothing.status_code == 302
    assert item.media.filter(side="detail").count() == 1
    assert Media.objects.filter(item=None).count() == 0


def test_a_file_gets_another_side_and_another_place(
    poul: User, poul_client: Client
) -> None:
    item = make.item()
    back = back_of(item, poul)

    change(poul_client, back, "side", side="detail")
    change(poul_client, back, "up")
    change(poul_client, back, "up")

    assert item.media.first() == back
    back.refresh_from_db()
    assert (back.side, back.position) == ("detail", 0)


def test_another_picture_becomes_the_front(poul: User, poul_client: Client) -> None:
    item = make.item()
    old = item.media.get()
    back = back_of(item, poul)

    change(poul_client, back, "front")

    old.refresh_from_db()
    assert images.front(Item.objects.get(pk=item.pk)) == back
    assert old.side == "detail"


def test_a_file_laid_aside_has_no_address_and_comes_back(
    poul: User, poul_client: Client, client: Client
) -> None:
    item = make.published_item(picture=True)
    back = back_of(item, poul)
    address_before = back.public_url("320.jpg")
    shown = client.get(address_before)
    shown.close()

    change(poul_client, back, "aside")
    gone = client.get(address_before).status_code
    change(poul_client, back, "back")

    back.refresh_from_db()
    item.refresh_from_db()
    assert (shown.status_code, gone) == (200, 404)
    assert item.is_published
    assert back.public_token
    assert images.original_path(back).is_file()


def test_an_item_without_its_only_picture_is_not_public(
    poul_client: Client,
) -> None:
    item = make.published_item(picture=True)

    change(poul_client, item.media.get(), "aside")

    assert not Item.objects.published().filter(pk=item.pk).exists()
    assert images.front(item) is None


def test_everything_done_to_a_file_has_who_before_and_after(poul: User) -> None:
    item = make.item()
    back = back_of(item, poul)
    actions.call_side(back, side="detail", by=poul)

    newest = FileChange.objects.filter(item=item).last()

    assert newest is not None
    assert newest.by == poul
    assert (newest.before, newest.after) == (
        str(Media.Side.BACK.label),
        str(Media.Side.DETAIL.label),
    )


def test_a_voice_is_a_sound_whatever_it_was_called(poul_client: Client) -> None:
    item = make.item()
    files = [SimpleUploadedFile("stemme.m4a", sounds.m4a())]
    poul_client.post(address(item, "filer", "ny"), {"side": "back", "files": files})
    voice = item.media.get(name="stemme.m4a")
    images.develop(voice)

    change(poul_client, voice, "side", side="front")
    change(poul_client, voice, "front")
    page = poul_client.get(address(item, "filer"))
    card = poul_client.get(address(item) + f"?fil={voice.pk}")

    voice.refresh_from_db()
    assert voice.side == Media.Side.SOUND
    assert f"/filer/{voice.pk}/sound.m4a" in page.text
    assert f"/filer/{voice.pk}/sound.m4a" in card.text


def test_a_picture_is_never_a_sound(poul_client: Client) -> None:
    item = make.item()
    files = [SimpleUploadedFile("bag.jpg", photos.jpeg(width=333, height=222))]
    poul_client.post(address(item, "filer", "ny"), {"side": "sound", "files": files})

    picture = item.media.get(name="bag.jpg")
    images.develop(picture)

    assert picture.side == Media.Side.DETAIL


def test_a_voice_laid_aside_takes_what_was_only_told_out(
    poul: User, poul_client: Client
) -> None:
    item = make.told_item()
    actions.publish(item, publication=Item.Publication.FULL, by=poul)
    voice = item.stories.get().sound
    assert voice is not None

    change(poul_client, voice, "aside")

    voice.refresh_from_db()
    item.refresh_from_db()
    assert voice.public_token is None
    assert not item.is_published
