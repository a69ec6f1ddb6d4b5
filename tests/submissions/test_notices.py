"""Mails to families: owed with the deed, sent once, readable in every language."""

import datetime as dt
import smtplib
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from archive import actions as archive_actions
from submissions import actions, notices
from submissions.models import Notice, Submission
from tests import make
from tests.submissions.shown import published


def given(**facts: Any) -> Submission:
    contributor = make.contributor(email="emine@example.org")
    return make.submission(contributor=contributor, language="en", **facts)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["da", "en", "tr", "ur", "ar"])
@pytest.mark.parametrize("kind", Notice.Kind.values[:6])
def test_every_kind_is_a_whole_letter_in_every_language(
    kind: str, language: str
) -> None:
    submission = given()
    submission.language = language
    submission.save()
    notice = notices.owe(submission, kind, text="Hvem er <til> venstre?")
    assert notice is not None

    letter = notices.letter(notice)

    html = str(letter.alternatives[0][0])
    direction = "rtl" if language in {"ur", "ar"} else "ltr"
    assert letter.to == ["emine@example.org"]
    assert submission.number in letter.subject
    assert "\n" not in letter.subject
    assert notices.link_to(submission).rsplit("/mit/")[1] in str(letter.body)
    assert f'dir="{direction}"' in html
    assert "<til>" not in html
    assert "{{" not in html + str(letter.body)


@pytest.mark.django_db
def test_a_name_cannot_write_in_the_mails_head_or_body() -> None:
    submission = given()
    submission.contributor.name = "Emine <script>\r\nBcc: all@example.org"
    notice = notices.owe(submission, Notice.Kind.RECEIVED)
    assert notice is not None

    letter = notices.letter(notice)

    assert "Bcc" not in letter.message()
    assert "<script>" not in str(letter.alternatives[0][0])


@pytest.mark.django_db
def test_a_family_without_an_address_is_owed_nothing() -> None:
    assert notices.owe(make.submission(), Notice.Kind.RECEIVED) is None


@pytest.mark.django_db
def test_a_mail_is_sent_once() -> None:
    notice = notices.owe(given(), Notice.Kind.RECEIVED)
    assert notice is not None

    sent = [notices.send(notice.pk), notices.send(notice.pk)]

    assert sent == [True, False]
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_a_mail_server_that_is_down_is_tried_again_later_and_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notice = notices.owe(given(), Notice.Kind.RECEIVED)
    assert notice is not None
    real = EmailMultiAlternatives.send

    def down(*_args: object) -> None:
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(EmailMultiAlternatives, "send", down)
    assert not notices.send(notice.pk)
    assert not notices.send(notice.pk)
    monkeypatch.setattr(EmailMultiAlternatives, "send", real)
    notice.refresh_from_db()
    assert notice.attempts == 1
    ago = timezone.now() - dt.timedelta(minutes=10)
    Notice.objects.update(claimed_at=ago, created_at=ago)

    assert notices.sweep() == 1
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_the_family_hears_of_the_first_publication_once() -> None:
    submission = given()
    item = published(submission)

    archive_actions.unpublish(item, by=None)
    archive_actions.publish(item, publication="full", by=make.user())

    kinds = [each.kind for each in submission.notices.all()]
    assert kinds.count(Notice.Kind.PUBLISHED) == 1
    letter = notices.letter(submission.notices.get(kind=Notice.Kind.PUBLISHED))
    assert f"/en/billeder/{item.reg_number}/" in str(letter.body)


@pytest.mark.django_db
def test_an_item_nobody_sent_in_owes_no_mail() -> None:
    make.published_item()

    assert not Notice.objects.exists()


@pytest.mark.django_db
def test_the_deeds_owe_the_mails_the_family_expects() -> None:
    archivist = make.user()
    submission = given()

    actions.ask(submission, question="Hvem?", by=archivist)
    actions.decline(submission, reason="Ikke herfra.", by=archivist)
    actions.withdraw(submission)

    assert [each.kind for each in submission.notices.all()] == [
        Notice.Kind.QUESTION,
        Notice.Kind.DECLINED,
        Notice.Kind.WITHDRAWN,
    ]
