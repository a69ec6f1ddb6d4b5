"""Glad news: owed once, one letter a day, dropped when it no longer holds."""

import datetime as dt
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Item
from exhibitions import actions as curating
from submissions import actions, notices
from submissions.models import Notice, Objection, Submission
from submissions.notices import letter
from tests import make
from tests.submissions.shown import published

pytestmark = pytest.mark.django_db

Kind = Notice.Kind


class Mailbox:
    """What a real mail server has taken in."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(  # noqa: N802  (aiosmtpd calls it so)
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        raw = envelope.content
        assert isinstance(raw, bytes)
        self.letters.append(message_from_bytes(raw, policy=policy.default))
        return "250 OK"


@pytest.fixture
def mailbox(settings: Any) -> Any:
    taken = Mailbox()
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    server = Controller(taken, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield taken
    server.stop()


def given(email: str = "emine@example.org", **facts: Any) -> Submission:
    facts.setdefault("language", "en")
    facts.setdefault("uses", ["web", "exhibit", "social"])
    return make.submission(contributor=make.contributor(email=email), **facts)


def the_post_goes() -> int:
    """It is the hour: everything owed is due."""
    Notice.objects.update(
        due_at=timezone.now(), created_at=timezone.now() - dt.timedelta(minutes=1)
    )
    return notices.sweep()


def hung(item: Item, **facts: Any) -> Any:
    """An open exhibition with this picture in it."""
    show = make.exhibition(venue="Bredekærgård", opens=dt.date(2026, 12, 6), **facts)
    make.placement(make.block(make.section(show), kind="picture"), item=item)
    return show


def opened(show: Any, by: User) -> None:
    show.published_at = timezone.now()
    show.save()
    curating.invite(show)


def kinds(submission: Submission) -> list[str]:
    return [each.kind for each in submission.notices.all()]


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_the_post_goes_once_a_day_at_its_hour(settings: Any) -> None:
    zone = timezone.get_default_timezone()
    morning = dt.datetime(2026, 11, 25, 9, 30, tzinfo=zone)
    evening = dt.datetime(2026, 11, 25, 16, 0, tzinfo=zone)

    assert notices.next_post(morning) == evening
    assert notices.next_post(evening) == evening + dt.timedelta(days=1)


def test_news_waits_and_answers_do_not(poul: User) -> None:
    submission = given()
    published(submission)
    actions.ask(given(), question="Hvem?", by=poul)
    ago = timezone.now() - dt.timedelta(minutes=1)
    Notice.objects.update(created_at=ago)

    notices.sweep()

    waiting = set(Notice.objects.filter(sent_at=None).values_list("kind", flat=True))
    assert waiting == {Kind.PUBLISHED}


def test_several_news_of_one_day_are_one_letter(mailbox: Mailbox, poul: User) -> None:
    first, second = given(), given("Emine@example.org")
    item = published(first)
    published(second)
    Notice.objects.exclude(kind=Kind.PUBLISHED).delete()
    opened(hung(item, title="Den første dag"), poul)

    the_post_goes()
    again = the_post_goes()

    (mail,) = mailbox.letters
    told = text_of(mail)
    assert first.token in told
    assert second.token in told
    assert "Den første dag" in told
    assert again == 0
    assert not Notice.objects.filter(sent_at=None).exists()


def test_one_letter_alone_can_be_stopped_with_one_click(
    mailbox: Mailbox, client: Client
) -> None:
    submission = given()
    item = published(submission)
    Notice.objects.exclude(kind=Kind.PUBLISHED).delete()

    the_post_goes()
    (mail,) = mailbox.letters
    stop = str(mail["List-Unsubscribe"]).strip("<>").split("/", 3)[3]
    client.post(f"/{stop}", {"List-Unsubscribe": "One-Click"})

    assert mail.get_content_type() == "multipart/alternative"
    assert f"/kort/b/{item.number}/1080x1080.jpg" in text_of(mail)
    assert f"/kort/b/{item.number}/1080x1080.jpg" in text_of(mail, "html")
    submission.contributor.refresh_from_db()
    assert not submission.contributor.wants_news
    assert submission.contributor.email
    assert notices.owe(submission, Kind.PUBLISHED) is None


def test_without_a_yes_to_social_there_is_no_card_in_the_letter() -> None:
    submission = given(uses=["web", "exhibit"])
    published(submission)

    body = str(letter(submission.notices.get(kind=Kind.PUBLISHED)).body)

    assert "/kort/" not in body
    assert "/billeder/" in body


@pytest.mark.parametrize("language", ["da", "en", "tr", "ur", "ar"])
@pytest.mark.parametrize("kind", [Kind.EXHIBITED, Kind.RECOGNISED, Kind.STILL_HERE])
def test_every_news_is_a_whole_letter_in_every_language(
    kind: str, language: str, poul: User
) -> None:
    submission = given(language=language)
    item = published(submission)
    opened(hung(item), poul)
    archive_actions.recognise(item, name="Meryem", may_be_named=True, by=poul)
    notices.owe(submission, Kind.STILL_HERE)

    mail = letter(submission.notices.get(kind=kind))

    html = str(mail.alternatives[0][0])
    assert submission.token in str(mail.body)
    assert submission.token in html
    assert submission.number in mail.subject
    assert "{{" not in html + str(mail.body)


def test_a_picture_in_an_exhibition_invites_once_and_starts_at_the_picture(
    poul: User,
) -> None:
    submission = given()
    item = published(submission)
    show = hung(item, title="Den første dag")

    opened(show, poul)
    opened(show, poul)

    assert kinds(submission).count(Kind.EXHIBITED) == 1
    body = str(letter(submission.notices.get(kind=Kind.EXHIBITED)).body)
    anchor = item.placements.get().anchor
    assert f"/en/udstillinger/{show.slug}/#{anchor}" in body
    assert "Bredekærgård" in body
    assert "6" in body
    assert "2026" in body


def test_a_picture_hung_in_an_open_exhibition_invites_too(poul: User) -> None:
    submission = given()
    item = published(submission)
    show = make.exhibition(published_at=timezone.now())
    block = make.block(make.section(show), kind="picture")

    curating.place(block, item=item, by=poul)

    assert kinds(submission).count(Kind.EXHIBITED) == 1


def test_a_draft_exhibition_tells_nobody(poul: User) -> None:
    submission = given()
    item = published(submission)
    block = make.block(make.section(make.exhibition()), kind="picture")

    curating.place(block, item=item, by=poul)

    assert Kind.EXHIBITED not in kinds(submission)


@pytest.mark.parametrize("change", ["withdraw", "unpublish", "close", "no"])
def test_what_no_longer_holds_when_the_post_goes_is_not_sent(
    change: str, mailbox: Mailbox, poul: User
) -> None:
    submission = given()
    item = published(submission)
    show = hung(item)
    opened(show, poul)
    Notice.objects.exclude(kind__in=[Kind.PUBLISHED, Kind.EXHIBITED]).delete()
    if change == "withdraw":
        actions.withdraw(submission)
        Notice.objects.filter(kind=Kind.WITHDRAWN).delete()
    elif change == "unpublish":
        archive_actions.unpublish(item, by=poul)
    elif change == "close":
        curating.unpublish(show, by=poul)
        Notice.objects.filter(kind=Kind.PUBLISHED).delete()
    else:
        actions.hear(submission, wants_news=False)

    the_post_goes()

    assert mailbox.letters == []
    assert not Notice.objects.exists()


def test_the_family_hears_who_was_recognised_after_the_archives_yes(
    poul: User, poul_client: Client
) -> None:
    submission = given()
    item = published(submission)
    asked = make.objection(item, wish=Objection.Wish.TELL)
    assert Kind.RECOGNISED not in kinds(submission)

    for _click in range(2):
        poul_client.post(
            f"/arbejdsrum/indbakke/indsigelser/{asked.pk}/genkend/",
            {"name": "Meryem Kaya", "may_be_named": "on"},
        )

    asked.refresh_from_db()
    item.refresh_from_db()
    assert asked.settled_at is not None
    assert item.public_names == ["Meryem Kaya"]
    assert item.is_published
    assert kinds(submission).count(Kind.RECOGNISED) == 1
    told = str(letter(submission.notices.get(kind=Kind.RECOGNISED)).body)
    assert "Meryem Kaya" in told


def test_a_name_without_a_yes_is_not_passed_on(poul: User) -> None:
    submission = given()
    item = published(submission)

    archive_actions.recognise(item, name="Meryem Kaya", may_be_named=False, by=poul)

    mail = letter(submission.notices.get(kind=Kind.RECOGNISED))
    assert "Meryem" not in str(mail.body)
    assert "Meryem" not in str(mail.alternatives[0][0])


def test_a_name_the_family_told_us_is_no_news(poul: User) -> None:
    submission = given(who_told="Meryem Kaya og jeg")
    item = published(submission)

    archive_actions.recognise(item, name="Meryem Kaya", may_be_named=True, by=poul)

    assert Kind.RECOGNISED not in kinds(submission)


def test_the_greeting_comes_once_a_year_and_not_after_a_goodbye() -> None:
    here, gone, no = given(), given(state="withdrawn"), given(state="declined")
    Submission.objects.update(greet_at=timezone.now() - dt.timedelta(days=1))

    notices.greet_yearly()
    notices.greet_yearly()

    here.refresh_from_db()
    assert kinds(here) == [Kind.STILL_HERE]
    assert kinds(gone) == kinds(no) == []
    assert here.greet_at is not None
    assert here.greet_at > timezone.now() + dt.timedelta(days=360)


def test_a_mail_server_that_refuses_gets_the_whole_day_again(
    settings: Any, mailbox: Mailbox
) -> None:
    first, second = given(), given()
    published(first)
    published(second)
    Notice.objects.exclude(kind=Kind.PUBLISHED).delete()
    right, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    the_post_goes()
    settings.EMAIL_PORT = right
    Notice.objects.update(claimed_at=timezone.now() - dt.timedelta(hours=7))

    the_post_goes()

    (mail,) = mailbox.letters
    assert first.token in text_of(mail)
    assert second.token in text_of(mail)
