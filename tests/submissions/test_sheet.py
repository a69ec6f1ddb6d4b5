"""The sheet at the table: nothing typed is lost, and a yes is a yes that was heard."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive import images
from archive.models import Media
from submissions import actions
from submissions.actions import collecting, sheets
from submissions.models import Consent, Keepsake, Submission, Ticket
from submissions.querysets import files_of
from tests import make, photos, sounds
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

AS_JSON = {"Accept": "application/json"}
SECRET = "Zehra-Gülistan"


@pytest.fixture
def ticket(kirsten: User) -> Ticket:
    return make.at_table(make.collection_day(), kirsten)


def address(ticket: Ticket, rest: str = "") -> str:
    return f"/arbejdsrum/indsamlingsdag/{ticket.day.slug}/ark/{ticket.code}/{rest}"


def posted(ticket: Ticket, **fields: Any) -> dict[str, Any]:
    """Some fields as a tablet posts them that has seen the sheet as it is now."""
    ticket.refresh_from_db()
    now = sheets.said(ticket)
    seen = {f"seen-{name}": sheets.stamp(now[name]) for name in fields}
    return {"field": list(fields), **seen, **fields}


def save(client: Client, ticket: Ticket, **fields: Any) -> dict[str, Any]:
    answer = client.post(
        address(ticket, "gem/"), posted(ticket, **fields), headers=AS_JSON
    )
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def now(ticket: Ticket) -> dict[str, Any]:
    return sheets.said(Ticket.objects.get(pk=ticket.pk))


def given(ticket: Ticket) -> Submission:
    ticket.refresh_from_db()
    assert ticket.submission is not None
    return ticket.submission


def test_each_field_is_kept_by_itself(kirsten_client: Client, ticket: Ticket) -> None:
    save(kirsten_client, ticket, name="Emine Aydın")
    save(kirsten_client, ticket, story="Babam\r\ngeldi. 'O'Neil'", story_language="tr")
    save(kirsten_client, ticket, may=["show", "press"])

    kept = now(ticket)

    assert kept["name"] == "Emine Aydın"
    assert kept["story"] == "Babam\ngeldi. 'O'Neil'"
    assert kept["may"] == ["show", "press"]
    assert given(ticket).state == Submission.State.DRAFT


def test_what_is_out_of_the_question_is_left_out(
    kirsten_client: Client, ticket: Ticket
) -> None:
    before = now(ticket)

    save(kirsten_client, ticket, language="klingonsk", names="alle", taken_by="mig")
    kirsten_client.post(
        address(ticket, "gem/"), {"field": ["state", "key"], "state": "accepted"}
    )

    assert now(ticket) == before


def test_a_wrong_address_is_named_beside_its_field(
    kirsten_client: Client, ticket: Ticket
) -> None:
    news = save(kirsten_client, ticket, email="emine uden snabel", name="Emine")

    assert set(news["errors"]) == {"email"}
    assert now(ticket)["name"] == "Emine"


def test_two_tablets_in_different_fields_both_keep_theirs(
    kirsten_client: Client, ticket: Ticket
) -> None:
    mine, theirs = posted(ticket, name="Emine"), posted(ticket, place_told="Konya")

    for each in (theirs, mine):
        kirsten_client.post(address(ticket, "gem/"), each, headers=AS_JSON)

    assert (now(ticket)["name"], now(ticket)["place_told"]) == ("Emine", "Konya")


def test_two_tablets_in_one_field_let_a_person_choose(
    kirsten_client: Client, ticket: Ticket
) -> None:
    mine, theirs = posted(ticket, story="Mit"), posted(ticket, story="Deres")
    kirsten_client.post(address(ticket, "gem/"), theirs, headers=AS_JSON)

    news = kirsten_client.post(address(ticket, "gem/"), mine, headers=AS_JSON).json()
    plain = kirsten_client.post(address(ticket, "gem/"), mine)

    assert news["theirs"] == {"story": "Deres"}
    assert now(ticket)["story"] == "Deres"
    assert plain.status_code == 422
    assert "Deres" in plain.text
    assert "Mit" in plain.text


def test_a_tablet_hears_of_another_and_of_what_it_wrote(
    kirsten_client: Client, ticket: Ticket
) -> None:
    one = {"tablet": "tablet-nummer-1", "version": str(ticket.version)}
    two = {"tablet": "tablet-nummer-2", "version": str(ticket.version)}
    kirsten_client.post(
        address(ticket, "gem/"), one | posted(ticket, name="Emine"), headers=AS_JSON
    )

    news = kirsten_client.post(address(ticket, "gem/"), two, headers=AS_JSON).json()

    assert news["others"] == 1
    assert news["values"]["name"] == "Emine"


def test_another_language_is_another_text_and_must_be_read_again(
    kirsten_client: Client, ticket: Ticket
) -> None:
    save(kirsten_client, ticket, aloud="on", may=["show"])

    save(kirsten_client, ticket, language="tr")
    page = kirsten_client.get(address(ticket))

    kept = now(ticket)
    assert (kept["language"], kept["story_language"]) == ("tr", "tr")
    assert not kept["aloud"]
    assert 'lang="tr" dir="ltr" data-language="tr"' in page.text


@pytest.mark.parametrize("missing", ["may", "is_of_age", "aloud", "story"])
def test_nothing_is_sent_before_a_yes_was_heard(
    kirsten: User, kirsten_client: Client, missing: str
) -> None:
    said: dict[str, Any] = {"story": "Vi kom i 1971.", **make.READ_ALOUD}
    said.pop(missing)
    ticket = make.at_table(make.collection_day(), kirsten, **said)

    answer = kirsten_client.post(address(ticket, "gem/"), {"send": "1"})

    assert answer.status_code == 422
    assert given(ticket).state == Submission.State.DRAFT
    assert 'role="alert"' in answer.text


def test_it_is_sent_as_read_aloud_with_the_text_of_their_language(
    kirsten: User, kirsten_client: Client
) -> None:
    said = {"story": "Babam geldi.", "language": "tr", "name": "Emine"}
    ticket = make.at_table(make.collection_day(), kirsten, **said)
    for name, value in make.READ_ALOUD.items():
        save(kirsten_client, ticket, **{name: value if name == "may" else "on"})

    for _ in range(2):
        kirsten_client.post(address(ticket, "gem/"), {"send": "1"})

    consent = Consent.objects.get(submission=given(ticket))
    assert given(ticket).state == Submission.State.RECEIVED
    assert given(ticket).language == "tr"
    assert consent.channel == Consent.Channel.ALOUD
    assert consent.text.language == "tr"
    assert consent.uses == ["exhibit", "print", "web"]
    assert consent.recorded_by == kirsten


def test_a_signature_stands_for_the_tick_and_stays_private(
    kirsten: User, kirsten_client: Client, client: Client
) -> None:
    said: dict[str, Any] = {"story": "Vi kom.", "may": ["show"], "is_of_age": True}
    ticket = make.at_table(make.collection_day(), kirsten, **said)
    png = make.upload(photos.png(), "underskrift.png")

    kirsten_client.post(address(ticket, "gem/"), {"signed": png}, headers=AS_JSON)
    kirsten_client.post(address(ticket, "gem/"), {"send": "1"})

    signature = Consent.objects.get(submission=given(ticket)).evidence
    assert signature is not None
    assert not given(ticket).photographs.filter(media=signature).exists()
    assert client.get(f"/arbejdsrum/filer/{signature.pk}/original").status_code == 302
    refused = kirsten_client.get(f"/arbejdsrum/filer/{signature.pk}/original")
    assert refused.status_code == 403


def test_signing_again_lets_the_first_signature_go(
    kirsten_client: Client, ticket: Ticket
) -> None:
    for seed in (1, 2):
        file = make.upload(photos.jpeg(width=300 + seed), "u.jpg")
        kirsten_client.post(address(ticket, "gem/"), {"signed": file}, headers=AS_JSON)

    assert Media.objects.count() == 1


def test_three_pictures_are_enough_and_a_fourth_is_welcome(
    kirsten_client: Client, ticket: Ticket
) -> None:
    files = [make.upload(photos.jpeg(width=300 + n), f"{n}.jpg") for n in range(4)]

    news = kirsten_client.post(
        address(ticket, "gem/"), {"pictures": files}, headers=AS_JSON
    ).json()

    assert given(ticket).photographs.count() == 4
    assert 'class="reading"' in news["parts"]["files"]["html"]


def test_a_broken_file_is_named_and_the_rest_is_kept(
    kirsten_client: Client, ticket: Ticket
) -> None:
    files = [make.upload(b"ikke et billede", "ø" * 200 + ".exe"), make.upload()]

    data = {
        **posted(ticket, name="Emine"),
        "pictures": files,
        "keepsake": make.upload(b"x"),
    }
    answer = kirsten_client.post(address(ticket, "gem/"), data)

    assert answer.status_code == 422
    assert len(answer.context["file_problems"]) == 2
    assert all(each in answer.text for each in answer.context["file_problems"])
    assert given(ticket).photographs.count() == 1
    assert now(ticket)["name"] == "Emine"


def test_a_voice_is_heard_at_the_table_in_its_language_and_taken_off_again(
    kirsten_client: Client, ticket: Ticket
) -> None:
    told = make.upload(sounds.webm(1), "Stemme 1.webm")
    kirsten_client.post(
        address(ticket, "gem/"), posted(ticket, story_language="ku") | {"voice": told}
    )
    recording = given(ticket).recordings.get()
    images.develop(recording.media)

    page = kirsten_client.get(address(ticket))
    heard = kirsten_client.get(page.context["voices"][0]["voice"].src)
    heard.close()
    off = {**posted(ticket), "take_out_voice": recording.pk}
    kirsten_client.post(address(ticket, "gem/"), off)

    assert recording.language == "ku"
    assert page.context["voices"][0]["voice"].src in page.text
    assert heard.status_code == 200
    assert not given(ticket).recordings.exists()


def test_a_picture_is_taken_off_again(kirsten_client: Client, ticket: Ticket) -> None:
    kirsten_client.post(address(ticket, "gem/"), {"pictures": make.upload()})
    photograph = given(ticket).photographs.get()

    kirsten_client.post(address(ticket, "gem/"), {"take_out": photograph.pk})

    assert not Media.objects.exists()


@pytest.mark.parametrize("name", ["scan", "take_out"])
@pytest.mark.parametrize("value", ["0", "999999", "-1", "x", "9" * 40])
def test_a_picture_that_is_not_there_changes_nothing(
    kirsten_client: Client, ticket: Ticket, name: str, value: str
) -> None:
    answer = kirsten_client.post(address(ticket, "gem/"), {name: value}, follow=True)

    assert answer.status_code in {200, 422}


def test_anothers_picture_cannot_be_taken_off(
    kirsten_client: Client, ticket: Ticket
) -> None:
    theirs = make.submission().photographs.get()

    kirsten_client.post(address(ticket, "gem/"), {"take_out": theirs.pk})
    seen = kirsten_client.get(address(ticket, f"filer/{theirs.media_id}/640.jpg"))

    assert Media.objects.filter(pk=theirs.media_id).exists()
    assert seen.status_code == 404


def test_the_keepsake_is_the_familys_alone(
    kirsten: User, kirsten_client: Client, client: Client
) -> None:
    ticket = make.at_table(
        make.collection_day(), kirsten, story="Vi kom.", **make.READ_ALOUD
    )
    kirsten_client.post(address(ticket, "gem/"), {"keepsake": make.upload()})
    images.develop(given(ticket).keepsake.media)
    sheets.hand_over(ticket, by=kirsten)
    (told,) = actions.accept(given(ticket), by=make.user())

    page = client.get(f"/mit/{given(ticket).token}/")
    largest = Keepsake.objects.get().media.largest
    assert largest is not None
    kept = f"/mit/{given(ticket).token}/minde/{largest['name']}"
    seen = client.get(kept)
    seen.close()
    theirs = client.get(kept.replace(given(ticket).token, make.submission().token))
    actions.withdraw(given(ticket))

    assert not told.media.exists()  # an item of the story, and none of the keepsake
    assert kept in page.text
    assert seen.status_code == 200
    assert theirs.status_code == 404
    assert client.get(kept).status_code == 404


def test_erasing_takes_keepsake_and_signature_with_it(
    kirsten: User, kirsten_client: Client
) -> None:
    said = {"story": SECRET, "name": SECRET, **make.READ_ALOUD}
    ticket = make.at_table(make.collection_day(), kirsten, **said)
    for name in ("pictures", "keepsake", "signed"):
        file = make.upload(photos.jpeg(width=300 + len(name)), f"{SECRET}.jpg")
        kirsten_client.post(address(ticket, "gem/"), {name: file})
    sheets.hand_over(ticket, by=kirsten)
    files = list(files_of(given(ticket)))
    paths = [images.original_path(each) for each in files]
    actions.withdraw(given(ticket))
    long_ago = timezone.now() - dt.timedelta(days=31)
    Submission.objects.update(withdrawn_at=long_ago)

    actions.erase_expired()

    assert len(files) == 3
    assert not any(path.exists() for path in paths)
    assert SECRET not in str(list(Media.objects.values()))
    assert SECRET not in str(list(Ticket.objects.values()))


def test_a_sheet_that_was_sent_is_a_receipt_and_cannot_be_changed(
    kirsten: User, kirsten_client: Client
) -> None:
    ticket = make.handed_over(make.collection_day(), kirsten, name="Emine")

    news = kirsten_client.post(
        address(ticket, "gem/"), posted(ticket, name="Nej"), headers=AS_JSON
    ).json()
    page = kirsten_client.get(address(ticket))

    assert news == {"gone": True}
    assert now(ticket)["name"] == "Emine"
    assert given(ticket).words in page.text


def test_next_family_frees_the_table(kirsten: User, kirsten_client: Client) -> None:
    ticket = make.handed_over(make.collection_day(), kirsten)

    answer = kirsten_client.post(address(ticket, "faerdig/"))

    ticket.refresh_from_db()
    assert answer["Location"].endswith("/bord/A/")
    assert ticket.state == Ticket.State.DONE
    assert ticket.answers == {}


def test_a_helper_is_written_down(kirsten: User, kirsten_client: Client) -> None:
    ticket = make.at_table(make.collection_day(), kirsten)

    assert now(ticket)["helper"] == "Kirsten"
    save(kirsten_client, ticket, helper="Kirsten og Deniz")

    assert Ticket.objects.get().helper == "Kirsten og Deniz"


def test_a_tablet_that_died_goes_on_on_another(kirsten: User, ticket: Ticket) -> None:
    first, second = signed_in(kirsten), signed_in(kirsten)
    save(first, ticket, name="Emine", may=["show"])

    page = second.get(address(ticket))

    assert 'value="Emine"' in page.text
    assert page.text.count('value="show" checked') == 1


def test_who_waits_has_no_sheet_yet(kirsten_client: Client) -> None:
    waits = make.ticket(make.collection_day())

    answer = kirsten_client.get(address(waits))

    assert answer["Location"].endswith(f"/nummer/{waits.code}/")


def test_a_closed_table_refuses_what_comes_late(
    kirsten: User, poul_client: Client
) -> None:
    ticket = make.handed_over(make.collection_day(), kirsten)
    collecting.finish(ticket)

    answer = poul_client.post(address(ticket, "gem/"), posted(ticket, name="Sent"))

    assert answer.status_code == 302
    assert now(ticket)["name"] == ""


def test_a_picture_that_was_opened_does_not_wipe_out_a_half_written_signature(
    kirsten_client: Client, ticket: Ticket
) -> None:
    url = address(ticket, "gem/")
    data = {"pictures": make.upload()}
    known = kirsten_client.post(url, data, headers=AS_JSON).json()["parts"]
    prints = {f"print-{name}": part["print"] for name, part in known.items()}
    images.develop(given(ticket).photographs.get().media)

    parts = kirsten_client.post(url, prints, headers=AS_JSON).json()["parts"]

    assert set(known) == {"files", "kept", "signing", "voices"}
    assert set(parts) == {"files"}
