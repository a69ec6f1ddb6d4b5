"""A story told aloud: given, listened to, written down, accepted, shown, taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive import images
from archive.models import Item, Media, Story
from archive.permissions import Missing, missing_for_publication
from submissions import actions, erasure
from submissions.models import Call, Submission
from submissions.prompts import prompts_for
from submissions.querysets import files_of, items_of
from tests import make, photos, sounds
from tests.submissions.test_review import card

pytestmark = pytest.mark.django_db

FORM = {"may": ["show"], "is_of_age": "on", "name": "Emine"}


def file(data: bytes, name: str = "stemme.webm") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def status(client: Client, address: str, **headers: str) -> int:
    answer = client.get(address, headers=headers)
    answer.close()
    return answer.status_code


def published(item: Item, level: str = Item.Publication.FULL) -> Item:
    return archive_actions.publish(item, publication=level, by=make.user())


def address_of(item: Item) -> str:
    return item.stories.get().sound.public_url("sound.m4a")  # type: ignore[union-attr]


def test_a_voice_alone_is_enough(client: Client) -> None:
    said = {"voice_language": "tr", "voice_prompt": "Hvem ser vi?"}

    answer = client.post("/bidrag/", FORM | said | {"voice": file(sounds.webm(1))})

    given = Submission.objects.get()
    recording = given.recordings.get()
    assert answer["Location"].endswith(f"/mit/{given.token}/tak/")
    assert (recording.language, recording.prompt) == ("tr", "Hvem ser vi?")
    assert recording.media.side == Media.Side.SOUND
    assert list(files_of(given)) == [recording.media]


ONE_PAGE = FORM | {"key": "k" * 43}
UNFINISHED = {name: told for name, told in ONE_PAGE.items() if name != "may"}


def test_the_language_may_be_chosen_after_telling(client: Client) -> None:
    told = UNFINISHED | {
        "voice": file(sounds.webm(1)),
        "voice_language": "da",
    }
    client.post("/bidrag/", told)

    client.post("/bidrag/", ONE_PAGE | {"voice_language": "tr"})

    assert Submission.objects.get().recordings.get().language == "tr"


def test_voices_in_two_languages_stay_as_they_were_chosen(client: Client) -> None:
    for seconds, language in ((1, "da"), (2, "tr")):
        said = {"voice": file(sounds.webm(seconds)), "voice_language": language}
        client.post("/bidrag/", UNFINISHED | said)

    client.post("/bidrag/", ONE_PAGE | {"voice_language": "ar"})

    recordings = Submission.objects.get().recordings.all()
    assert [each.language for each in recordings] == ["da", "tr"]


@pytest.mark.parametrize("field", ["voice", "pictures"])
def test_a_file_is_known_by_its_bytes_and_not_by_its_field(
    client: Client, field: str
) -> None:
    mixed = [file(sounds.film(1), "IMG_1.mov"), file(photos.jpeg(), "IMG_2.jpg")]

    client.post("/bidrag/", FORM | {field: mixed})

    given = Submission.objects.get()
    assert given.photographs.get().media.name == "IMG_2.jpg"
    assert given.recordings.get().media.name == "IMG_1.mov"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (photos.html(), "stemme.m4a"),
        (b"", "tom.m4a"),
        (b"#!AMR\n" + bytes(200), "ø" * 200 + ".amr"),
    ],
)
def test_what_is_no_voice_gets_a_sentence_and_nothing_is_lost(
    client: Client, data: bytes, name: str
) -> None:
    told = {"voice": file(data, name), "story": "", "name": "Emine", "may": ["show"]}

    answer = client.post("/bidrag/", told)

    assert answer.status_code == 422
    assert 'value="Emine"' in answer.text
    assert not Media.objects.exists()


def test_the_same_voice_twice_is_kept_once(client: Client) -> None:
    voice = sounds.webm(1)
    client.post("/bidrag/", FORM | {"voice": file(voice), "may": []})
    key = Submission.objects.get().key

    client.post("/bidrag/", FORM | {"voice": file(voice), "key": key})

    assert Submission.objects.get().recordings.count() == 1


def test_what_was_told_can_be_heard_and_taken_out_again_before_sending(
    client: Client,
) -> None:
    client.post("/bidrag/", {"voice": file(sounds.webm(1))})
    draft = Submission.objects.get()
    kept = draft.recordings.get()
    images.develop(draft.recordings.get().media)
    address = f"/bidrag/stemme/{draft.key}/{kept.pk}/sound.m4a"
    assert status(client, address) == 200
    assert status(client, address.replace(draft.key, "x" * 43)) == 404

    again = {"key": draft.key, "leave_out_voice": kept.pk}
    client.post("/bidrag/", again)

    assert not draft.recordings.exists()
    assert status(client, address) == 404


def test_the_archive_listens_and_writes_down(poul_client: Client) -> None:
    given = make.submission(pictures=0, story="")
    recording = make.recording(given)

    page = poul_client.get(card(given))
    assert f"/arbejdsrum/filer/{recording.media.pk}/sound.m4a" in page.text
    poul_client.post(
        card(given, "skriv-af/"),
        {"recording": recording.pk, "text": " Babam durmuş.\0 ", "language": "tr"},
    )

    recording.refresh_from_db()
    assert recording.transcript == "Babam durmuş."
    assert (recording.transcriber, recording.language) == ("Poul", "tr")


def test_another_contributions_voice_is_not_written_on(poul_client: Client) -> None:
    given, other = make.submission(), make.submission()
    recording = make.recording(other, ready=False)

    answer = poul_client.post(
        card(given, "skriv-af/"), {"recording": recording.pk, "text": "Nej"}
    )

    assert answer.status_code == 404


def test_accepting_carries_the_voice_to_every_picture(poul: User) -> None:
    given = make.submission(pictures=2, story="Skrevet.")
    recording = make.recording(
        given, language="tr", transcript="Babam durmuş.", transcriber="Kirsten"
    )

    items = actions.accept(given, by=poul)

    for item in items:
        written, told = sorted(item.stories.all(), key=lambda each: each.sound_id or 0)
        assert (written.text, written.sound) == ("Skrevet.", None)
        assert (told.text, told.sound) == ("", recording.media)
        assert (told.transcript, told.transcriber) == ("Babam durmuş.", "Kirsten")
        assert told.language == "tr"


def test_a_voice_alone_becomes_an_item_that_lacks_no_picture(poul: User) -> None:
    given = make.submission(pictures=0, story="", uses=["web", "exhibit"])
    make.recording(given)

    [item] = actions.accept(given, by=poul)

    assert items_of(given) == [item]
    assert set(missing_for_publication(item).missing) == {
        Missing.TITLE,
        Missing.DATE,
        Missing.PLACE,
    }


def test_a_voice_that_is_not_opened_yet_is_waited_for(poul: User) -> None:
    given = make.submission(pictures=0, story="")
    make.recording(given, ready=False)

    [item] = actions.accept(given, by=poul)

    assert Missing.SOUND in missing_for_publication(item).missing


def test_a_story_alone_is_published_and_found_everywhere(
    poul: User, client: Client
) -> None:
    given = make.submission(pictures=0, story="Farfar kom med en kuffert af pap.")
    [item] = actions.accept(given, by=poul, titles={0: "Kufferten"})
    Item.objects.update(is_place_unknown=True, is_date_unknown=True)

    item = published(item)

    page = client.get(f"/billeder/{item.reg_number}/")
    assert "kuffert af pap" in page.text
    for address in ("/", "/billeder/", "/soeg/?q=kuffert"):
        assert client.get(address).status_code == 200
    assert "told-tile" in client.get("/billeder/").text


def test_a_published_voice_is_heard_in_parts(client: Client) -> None:
    item = published(make.told_item())

    page = client.get(f"/billeder/{item.reg_number}/")
    whole = client.get(address_of(item))
    data = whole.getvalue()
    part = client.get(address_of(item), headers={"range": "bytes=10-19"})

    assert address_of(item) in page.text
    assert (whole["Content-Type"], whole["Accept-Ranges"]) == ("audio/mp4", "bytes")
    assert part.status_code == 206
    assert part.getvalue() == data[10:20]
    assert part["Content-Range"] == f"bytes 10-19/{len(data)}"


def test_without_its_picture_an_item_has_no_voice_either(client: Client) -> None:
    item = make.told_item()
    item = published(item, Item.Publication.TEXT_ONLY)

    page = client.get(f"/billeder/{item.reg_number}/")

    assert "voice-player class" not in page.text
    assert status(client, address_of(item)) == 404


def test_taking_back_silences_the_voice_at_once(client: Client) -> None:
    item = published(make.told_item())
    address = address_of(item)
    assert status(client, address) == 200

    actions.withdraw(Submission.objects.get())

    assert status(client, address) == 404
    assert status(client, f"/billeder/{item.reg_number}/") == 410


def test_a_voice_of_two_items_is_heard_as_long_as_one_is_shown(
    poul: User, client: Client
) -> None:
    given = make.submission(pictures=2, ready=True, story="")
    make.recording(given)
    one, other = actions.accept(given, by=poul)
    facts = {"title": "T", "alt_text": "A", "rights_basis": "family"}
    Item.objects.update(**facts, is_place_unknown=True, is_date_unknown=True)
    published(one)
    published(other)
    address = address_of(one)

    archive_actions.unpublish(one, by=poul)
    assert status(client, address) == 200
    archive_actions.unpublish(other, by=poul)

    assert status(client, address) == 404


def test_an_answer_by_voice(client: Client, poul_client: Client) -> None:
    given = make.submission(state="question")
    voice = sounds.webm(1)

    for _click in range(2):
        client.post(f"/mit/{given.token}/svar/", {"voice": file(voice)})

    given.refresh_from_db()
    message = given.messages.get()
    recording = message.recordings.get()
    assert (message.text, message.is_from_family) == ("", True)
    assert given.state == Submission.State.RECEIVED
    images.develop(recording.media)
    own = f"/mit/{given.token}/stemmer/{recording.pk}/sound.m4a"
    assert own in client.get(f"/mit/{given.token}/").text
    assert status(client, own, range="bytes=0-9") == 206
    other = make.submission()
    assert status(client, own.replace(given.token, other.token)) == 404
    assert f"/filer/{recording.media.pk}/sound.m4a" in poul_client.get(card(given)).text


def test_an_answer_that_is_no_voice_gets_a_sentence(client: Client) -> None:
    given = make.submission(state="question")

    answer = client.post(
        f"/mit/{given.token}/svar/", {"voice": file(photos.html()), "text": "Her"}
    )

    assert answer.status_code == 422
    assert not given.messages.exists()
    assert "Her</textarea>" in answer.text


def test_answers_stay_in_the_letters(poul: User) -> None:
    given = make.submission(state="question")
    actions.answer(given, voice=file(sounds.webm(1)))

    [item] = actions.accept(given, by=poul)

    assert [story.sound for story in item.stories.all()] == [None]


def test_the_desk_writes_a_transcript_with_a_name_and_history(
    poul_client: Client,
) -> None:
    item = make.told_item()
    story = item.stories.get()
    page = poul_client.get(f"/arbejdsrum/billeder/{item.reg_number}/")
    assert f"/filer/{story.sound_id}/sound.m4a" in page.text
    card = {f"voice-{story.pk}-transcript": "Babam durmuş.", "title": "Med toget"}
    version = page.context["item"].version
    rows = {"persons-TOTAL_FORMS": 0, "persons-INITIAL_FORMS": 0}
    rows |= {"relations-TOTAL_FORMS": 0, "relations-INITIAL_FORMS": 0}
    base = {**rows, "version": version, "language": "da", "restriction": "none"}
    base |= {"rights_basis": "own_work", "photographer_kind": "unknown"}

    nameless = poul_client.post(page.request["PATH_INFO"], base | card)
    named = {**base, **card, f"voice-{story.pk}-transcriber": "Poul"}
    poul_client.post(page.request["PATH_INFO"], named)

    story.refresh_from_db()
    assert nameless.status_code == 200
    assert (story.transcript, story.transcriber) == ("Babam durmuş.", "Poul")
    told = poul_client.get(f"/arbejdsrum/billeder/{item.reg_number}/historik/").text
    assert "Babam durmuş." in told


def test_erasing_leaves_no_voice_and_no_word_of_it() -> None:
    item = published(make.told_item())
    given = Submission.objects.get()
    recording = given.recordings.get()
    recording.transcript, recording.transcriber = "Babam durmuş.", "Kirsten"
    recording.save()
    story = item.stories.get()
    archive_actions.transcribe(
        story, text="Babam durmuş.", transcriber="Kirsten", by=make.user()
    )
    media = recording.media
    places = [images.original_path(media), media.rendition_folder / "sound.m4a"]
    assert all(place.is_file() for place in places)
    actions.withdraw(given)

    erasure.erase(given)

    media.refresh_from_db()
    recording.refresh_from_db()
    assert not any(place.exists() for place in places)
    assert (media.peaks, media.duration, media.renditions) == ([], None, [])
    assert (recording.transcript, recording.prompt) == ("", "")
    assert not Story.objects.exists()
    assert not Story.history.exists()
    assert recording.sha256


def test_a_forgotten_draft_takes_its_voice_with_it() -> None:
    draft = actions.begin("k" * 43, call=None, language="da")
    recording = make.recording(draft)
    place = images.original_path(recording.media)

    erasure.clear(draft)

    assert not place.exists()
    assert not Media.objects.exists()


def test_a_transcript_is_found_by_searching(client: Client, poul: User) -> None:
    from search.search_indexes import ItemIndex  # noqa: PLC0415

    item = published(make.told_item())
    archive_actions.transcribe(
        item.stories.get(), text="Babam saatin altında.", transcriber="P", by=poul
    )

    fresh = Item.objects.whole().get(pk=item.pk)

    assert "Babam saatin altında." in ItemIndex().prepare_stories(fresh)


def test_cards_are_ours_or_the_calls_own() -> None:
    own = Call(title="Livretter", prompts=[{"da": "Hvad skal der i?"}, {"da": " "}])

    ours = prompts_for(make.call())

    assert [len(group.cards) for group in ours] == [5, 6, 7, 3]
    assert all("%(" not in card for group in ours for card in group.cards)
    assert [group.cards for group in prompts_for(own)] == [["Hvad skal der i?"]]


def test_the_inbox_asks_the_same_of_the_database_for_one_voice_and_for_three(
    poul_client: Client, django_assert_max_num_queries: object
) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    numbers = []
    for _more in (1, 2):
        for _each in range(_more):
            make.recording(make.submission(pictures=0, sent_at=timezone.now()))
        poul_client.get("/arbejdsrum/indbakke/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            poul_client.get("/arbejdsrum/indbakke/")
        numbers.append(len(asked))

    assert numbers[0] == numbers[1]
