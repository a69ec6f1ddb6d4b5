"""Inviting, roles, leave and the end: nobody is deleted, and nobody is locked out."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import actions, tasks
from accounts.letters import invitation_letter
from accounts.models import Invitation, PersonDeed, User
from config.work import run_messengers
from tests import make
from tests.accounts.test_signing_in import ANSWER, CODE, code_in_mail
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

BIRTHE = {
    "name": "Birthe Holm",
    "email": "birthe@example.org",
    "role": "registrar",
    "language": "da",
}


def today(days: int = 0) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=days)


def test_who_is_invited_comes_in_by_a_link_and_a_code(
    poul_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        poul_client.post(reverse("people:invite"), BIRTHE)
    run_messengers()
    (letter,) = mail.outbox
    link = Invitation.objects.get().get_absolute_url()
    newcomer = Client()

    looked = newcomer.get(link)
    nobody_yet = User.objects.filter(email="birthe@example.org").exists()
    asked = newcomer.post(link)
    come = newcomer.post(ANSWER, {"code": code_in_mail(), "action": "verify"})

    birthe = User.objects.get(email="birthe@example.org")
    assert link in str(letter.body)
    assert looked.status_code == 200
    assert not nobody_yet
    assert asked.status_code == come.status_code == 302
    assert (birthe.name, birthe.role) == ("Birthe Holm", "registrar")
    assert newcomer.get(reverse("submissions:inbox")).status_code == 200


@pytest.mark.parametrize("language", ["da", "en", "tr", "ur", "ar"])
def test_the_letter_is_whole_in_every_language(language: str) -> None:
    invitation = make.invitation(language=language, name="Ayşe <b>")

    letter = invitation_letter(invitation)

    html = str(letter.alternatives[0][0])
    assert f'lang="{language}"' in html
    assert "Ayşe &lt;b&gt;" in html
    assert "\n" not in letter.subject
    assert invitation.token in str(letter.body)


def test_an_invitation_goes_once() -> None:
    invitation = make.invitation()

    sent = [tasks.send_invitation(invitation.pk) for _ in range(3)]

    assert sent == [True, False, False]
    assert len(mail.outbox) == 1


def test_a_refused_letter_goes_later(monkeypatch: pytest.MonkeyPatch) -> None:
    invitation = make.invitation()
    with monkeypatch.context() as refusing:
        refusing.setattr(mail.EmailMultiAlternatives, "send", _refuse)
        tasks.send_invitation(invitation.pk)
    at_once = tasks.sweep()
    past = timezone.now() - dt.timedelta(minutes=6)
    Invitation.objects.update(claimed_at=past, made_at=past)

    later = tasks.sweep()

    assert (at_once, later) == (0, 1)
    assert len(mail.outbox) == 1


def _refuse(*_args: object, **_kwargs: object) -> None:
    raise OSError("no mail server")


def test_a_link_is_not_used_up_by_somebody_who_is_signed_in(
    poul_client: Client,
) -> None:
    invitation = make.invitation(name="Nur", email="nur@example.org")
    link = invitation.get_absolute_url()

    pages = [poul_client.get(link), poul_client.post(link)]

    invitation.refresh_from_db()
    assert invitation.is_open
    assert not User.objects.filter(email="nur@example.org").exists()
    assert all(reverse("account_logout") in page.text for page in pages)


@pytest.mark.parametrize("state", ["old", "taken back", "used", "unknown"])
def test_a_link_that_is_past_opens_nothing(client: Client, state: str) -> None:
    invitation = make.invitation()
    if state == "old":
        invitation.made_at = timezone.now() - dt.timedelta(days=14, minutes=1)
    elif state == "taken back":
        invitation.taken_back_at = timezone.now()
    elif state == "used":
        invitation.accepted_at = timezone.now()
    invitation.save()
    token = "x" * 22 if state == "unknown" else invitation.token

    answer = client.post(reverse("welcome", args=[token]))

    assert answer.status_code == 404
    assert not User.objects.filter(email=invitation.email).exists()
    assert "no-store" in answer["Cache-Control"]


def test_a_newer_invitation_takes_the_older_back(poul: User) -> None:
    first = actions.invite(**BIRTHE, by=poul)

    actions.invite(**BIRTHE, by=poul)
    first.refresh_from_db()

    assert not first.is_open


def test_who_works_here_is_not_invited_again(poul_client: Client, poul: User) -> None:
    typed = {**BIRTHE, "email": "POUL@example.org"}

    answer = poul_client.post(reverse("people:invite"), typed)

    assert answer["Location"] == reverse("people:person", args=[poul.pk])
    assert not Invitation.objects.exists()


def test_what_is_missing_is_said_beside_the_field(poul_client: Client) -> None:
    answer = poul_client.post(
        reverse("people:invite"), {"name": "", "email": "birthe", "role": "king"}
    )

    assert answer.status_code == 200
    assert {*answer.context["form"].errors} == {"name", "email", "role", "language"}
    assert 'value="birthe"' in answer.text


def test_the_last_who_can_let_others_in_stays(poul_client: Client, poul: User) -> None:
    make.user("curator")
    role, leave, end = (
        reverse(f"people:{name}", args=[poul.pk])
        for name in ("change_role", "go_away", "end")
    )

    for address, typed in [
        (role, {"role": "curator"}),
        (leave, {"since": str(today()), "until": str(today(7))}),
        (end, {}),
    ]:
        answer = poul_client.post(address, typed, follow=True)
        assert "Poul" in answer.text
        assert answer.status_code == 200

    poul.refresh_from_db()
    assert (poul.role, poul.is_active, poul.away_until) == ("archivist", True, None)


def test_one_on_leave_does_not_count_as_being_there(poul: User) -> None:
    colleague = make.user("archivist")
    actions.go_away(colleague, since=today(3), until=today(9), by=poul)

    with pytest.raises(actions.NobodyWouldBeLeft):
        actions.end(poul, by=poul)


def test_the_last_administrator_stays_though_there_are_archivists(poul: User) -> None:
    administrator = make.user("administrator")

    with pytest.raises(actions.NobodyWouldBeLeft):
        actions.change_role(administrator, role="archivist", by=administrator)
    make.user("administrator")
    actions.change_role(administrator, role="archivist", by=administrator)

    administrator.refresh_from_db()
    assert administrator.role == "archivist"


def test_the_end_closes_every_session_at_once(poul_client: Client) -> None:
    leaving = make.user("registrar")
    at_home, at_work = signed_in(leaving), signed_in(leaving)

    poul_client.post(reverse("people:end", args=[leaving.pk]))

    for session in (at_home, at_work):
        assert session.get(reverse("submissions:inbox")).status_code == 302
    assert User.objects.filter(pk=leaving.pk, is_active=False).exists()


def test_sessions_from_before_the_end_stay_dead_when_they_begin_again(
    poul: User,
) -> None:
    leaving = make.user("registrar")
    old = signed_in(leaving)
    actions.end(leaving, by=poul)

    actions.begin_again(leaving, by=poul)

    assert old.get(reverse("submissions:inbox")).status_code == 302


def test_nobody_on_leave_gets_a_code(client: Client, poul: User, kirsten: User) -> None:
    actions.go_away(kirsten, since=today(), until=today(7), by=poul)

    answer = client.post(CODE, {"email": kirsten.email})
    run_messengers()

    assert answer.status_code == 302
    assert mail.outbox == []


def test_leave_returns_what_they_have_and_one_click_brings_them_back(
    kirsten_client: Client, kirsten: User
) -> None:
    assignment = make.assignment(make.item(), volunteer=kirsten)
    days = {"since": str(today()), "until": str(today(7))}

    kirsten_client.post(reverse("people:go_away", args=[kirsten.pk]), days)
    kirsten.refresh_from_db()
    was_away = kirsten.is_away()
    assignment.refresh_from_db()
    kirsten_client.post(reverse("people:come_back", args=[kirsten.pk]))
    kirsten.refresh_from_db()

    assert was_away
    assert assignment.returned_at is not None
    assert not kirsten.is_away()


@pytest.mark.parametrize(
    ("on", "is_away"), [(-1, False), (0, True), (7, True), (8, False)]
)
def test_a_leave_ends_by_itself(kirsten: User, on: int, *, is_away: bool) -> None:
    kirsten.away_from, kirsten.away_until = today(), today(7)

    assert kirsten.is_away(today(on)) == is_away


def test_a_leave_that_ends_before_it_begins_is_asked_about(
    poul_client: Client, kirsten: User
) -> None:
    typed = {"since": str(today(5)), "until": str(today(2))}

    answer = poul_client.post(reverse("people:go_away", args=[kirsten.pk]), typed)

    kirsten.refresh_from_db()
    assert answer.status_code == 200
    assert kirsten.away_from is None


def test_everything_decided_about_people_is_written_down(poul: User) -> None:
    kirsten = make.user("volunteer", name="Kirsten")

    actions.change_role(kirsten, role="registrar", by=poul)
    actions.go_away(kirsten, since=today(), until=today(1), by=poul)
    actions.come_back(kirsten, by=poul)
    actions.end(kirsten, by=poul)

    deeds = PersonDeed.objects.filter(person=kirsten).order_by("pk")
    assert [row.deed for row in deeds] == ["role", "away", "back", "ended"]
    assert {row.by for row in deeds} == {poul}


def test_the_list_costs_the_same_for_one_and_for_many(
    poul_client: Client, django_assert_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_num_queries(4):
            poul_client.get(reverse("people:people"))
        return 4

    make.invitation()
    one = queries()
    for _ in range(3):
        make.user("volunteer")
        make.invitation()

    assert queries() == one
