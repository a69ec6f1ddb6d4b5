"""Deeds about the people of the house: inviting, changing roles, leave, and the end."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts import tasks
from accounts.models import Invitation, PersonDeed, User
from accounts.permissions import DECIDES, Role
from accounts.signals import person_left

Deed = PersonDeed.Deed


class NobodyWouldBeLeft(Exception):
    """Without this person nobody could let others in; `str()` is a whole sentence."""

    def __init__(self, person: User) -> None:
        words = {"name": str(person)}
        super().__init__(
            _(
                "%(name)s is the only administrator who is here. Make somebody else "
                "an administrator first."
            )
            % words
            if person.role == Role.ADMINISTRATOR
            else _(
                "%(name)s is the only archivist who is here. Give somebody else the "
                "role first."
            )
            % words
        )


class WorksHereAlready(Exception):
    """That address is known: the person works here, or has done."""

    def __init__(self, person: User) -> None:
        super().__init__(str(person))
        self.person = person


@transaction.atomic
def invite(*, email: str, name: str, role: str, language: str, by: User) -> Invitation:
    """Owe somebody a letter with a link that is theirs for fourteen days.

    An older invitation to the same address that still stands is taken back: only the
    newest link opens. Raises WorksHereAlready for an address we know.
    """
    known = User.objects.filter(email__iexact=email).first()
    if known is not None:
        raise WorksHereAlready(known)
    for older in _standing_with(email):
        uninvite(older, by=by)
    invitation = Invitation.objects.create(
        email=email.lower(), name=name, role=role, language=language, by=by
    )
    _note(None, Deed.INVITED, name=name, after=role, by=by)
    transaction.on_commit(lambda: tasks.invite.enqueue(invitation.pk))
    return invitation


@transaction.atomic
def uninvite(invitation: Invitation, *, by: User) -> Invitation:
    """Take an invitation back; its link opens nothing any more."""
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if current.accepted_at is None and current.taken_back_at is None:
        current.taken_back_at = timezone.now()
        current.save(update_fields=["taken_back_at"])
        _note(None, Deed.UNINVITED, name=current.name, by=by)
    return current


@transaction.atomic
def come(invitation: Invitation) -> User:
    """Make the invited person one of the house. Coming twice makes nobody twice."""
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    known = User.objects.filter(email__iexact=current.email).first()
    if known is None:
        known = User.objects.create_user(
            current.email,
            name=current.name,
            role=current.role,
            language=current.language,
        )
        _note(known, Deed.CAME, after=known.role, by=known)
    if current.accepted_at is None:
        current.accepted_at = timezone.now()
        current.save(update_fields=["accepted_at"])
    return known


@transaction.atomic
def change_role(person: User, *, role: str, by: User) -> User:
    """Give somebody another role; the last one who can let others in keeps theirs."""
    current = _somebody_stays(person, unless=role)
    before, current.role = current.role, role
    current.save(update_fields=["role"])
    if before != role:
        _note(current, Deed.ROLE, before=before, after=role, by=by)
        person_left.send(User, person=current, by=by)
    return current


@transaction.atomic
def go_away(person: User, *, since: dt.date, until: dt.date, by: User) -> User:
    """Note a leave: no sign-in mails in these days, and nothing stays in their hands."""
    current = _somebody_stays(person)
    current.away_from, current.away_until = since, until
    current.save(update_fields=["away_from", "away_until"])
    days = [date_format(day, "SHORT_DATE_FORMAT") for day in (since, until)]
    _note(current, Deed.AWAY, after=" – ".join(days), by=by)
    person_left.send(User, person=current, by=by)
    return current


@transaction.atomic
def come_back(person: User, *, by: User) -> User:
    """End a leave, whether it has begun or not."""
    current = User.objects.select_for_update().get(pk=person.pk)
    if current.away_until is not None:
        current.away_from = current.away_until = None
        current.save(update_fields=["away_from", "away_until"])
        _note(current, Deed.BACK, by=by)
    return current


@transaction.atomic
def end(person: User, *, by: User) -> User:
    """Close the door behind somebody: at once, on every machine, and for good.

    Nobody is deleted: what they have done keeps their name. The password, though never
    used, is the seal of every session, and a new one ends them all.
    """
    current = _somebody_stays(person)
    current.is_active = False
    current.ended_at = timezone.now()
    current.set_unusable_password()
    current.save(update_fields=["is_active", "ended_at", "password"])
    _note(current, Deed.ENDED, before=current.role, by=by)
    person_left.send(User, person=current, by=by)
    return current


@transaction.atomic
def begin_again(person: User, *, by: User) -> User:
    """Let somebody in again who had ended."""
    current = User.objects.select_for_update().get(pk=person.pk)
    if not current.is_active:
        current.is_active, current.ended_at = True, None
        current.away_from = current.away_until = None
        current.save()
        _note(current, Deed.AGAIN, after=current.role, by=by)
    return current


def note_key(person: User, *, added: bool, name: str) -> None:
    """Write down that somebody got a new key, or gave one up."""
    deed = Deed.KEY if added else Deed.NO_KEY
    facts = {"after": name} if added else {"before": name}
    _note(person, deed, by=person, **facts)


def note_taken_out(*, by: User) -> None:
    """Write down that somebody has got the whole archive, contact data and all."""
    _note(by, Deed.TOOK_OUT, by=by)


def is_needed(person: User) -> bool:
    """Whether nobody else who is here could do what this person can for the house."""
    if not person.is_active or person.role not in DECIDES:
        return False
    is_administrator = person.role == Role.ADMINISTRATOR
    same = {Role.ADMINISTRATOR} if is_administrator else DECIDES
    others = User.objects.present().filter(role__in=same).exclude(pk=person.pk)
    return not others.exists()


def _somebody_stays(person: User, *, unless: str = "") -> User:
    """The person, locked together with all who manage: two cannot go in the same breath.

    `unless` is a role with which they can go on managing. Raises NobodyWouldBeLeft.
    """
    list(User.objects.select_for_update().filter(role__in=DECIDES).order_by("pk"))
    current = User.objects.select_for_update().get(pk=person.pk)
    keeps = {Role.ADMINISTRATOR} if current.role == Role.ADMINISTRATOR else DECIDES
    if unless not in keeps and is_needed(current):
        raise NobodyWouldBeLeft(current)
    return current


def _standing_with(email: str) -> list[Invitation]:
    standing = Invitation.objects.filter(accepted_at=None, taken_back_at=None)
    return list(standing.filter(email__iexact=email))


def _note(
    person: User | None,
    deed: str,
    *,
    by: User,
    name: str = "",
    before: str = "",
    after: str = "",
) -> None:
    PersonDeed.objects.create(
        person=person,
        name=name or str(person),
        deed=deed,
        before=before,
        after=after,
        by=by,
    )
