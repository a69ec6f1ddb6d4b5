from __future__ import annotations

import datetime as dt
import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes people of the house; the address is their name at the door."""

    def create_user(
        self, email: str, password: str | None = None, **facts: Any
    ) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **facts)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)

    def present(self, on: dt.date | None = None) -> models.QuerySet[User]:
        """Who works here and is not away, nor going to be."""
        today = on or timezone.localdate()
        return self.filter(is_active=True).filter(
            models.Q(away_until=None) | models.Q(away_until__lt=today)
        )


class User(AbstractBaseUser):
    """Somebody who works in the house: a volunteer, an archivist, a curator."""

    class Role(models.TextChoices):
        VOLUNTEER = "volunteer", _("Volunteer")
        REGISTRAR = "registrar", _("Registrar")
        ARCHIVIST = "archivist", _("Archivist")
        CURATOR = "curator", _("Curator")
        EDITOR = "editor", _("Editor")
        ADMINISTRATOR = "administrator", _("Administrator")

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(
        _("role"), max_length=20, choices=Role.choices, default=Role.VOLUNTEER
    )
    language = models.CharField(_("language"), max_length=8, default="da")
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)
    away_from = models.DateField(_("away from"), null=True, blank=True)
    away_until = models.DateField(_("away until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person of the house")
        verbose_name_plural = _("people of the house")

    def __str__(self) -> str:
        return self.name or self.email

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])

    def is_away(self, on: dt.date | None = None) -> bool:
        """On leave on this day; the last day counts."""
        today = on or timezone.localdate()
        if self.away_from is None or self.away_until is None:
            return False
        return self.away_from <= today <= self.away_until

    @property
    def is_going_away(self) -> bool:
        return self.away_from is not None and self.away_from > timezone.localdate()

    @property
    def is_staff(self) -> bool:
        """Nobody: the admin pages have no address in this house."""
        return False

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        """Policy is in each app's permissions.py, never in Django's tables."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False


class Partner(models.Model):
    """An association that takes part: a club, a school, the library.

    The contact is for the house alone; no public page, feed or print names it.
    """

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    language = models.CharField(_("language"), max_length=12, default="da")
    about = models.TextField(_("in their own words"), blank=True)
    translations = models.JSONField(_("translations"), default=dict, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("submissions:partner", args=[self.slug])


def new_token() -> str:
    """128 bits nobody can guess, as they stand in the link of an invitation."""
    return secrets.token_urlsafe(16)


class Invitation(models.Model):
    """A letter to somebody who is going to work here; its link opens the door once."""

    VALID = dt.timedelta(days=14)

    token = models.CharField(max_length=43, unique=True, default=new_token)
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(
        _("role"), max_length=20, choices=User.Role.choices, default=User.Role.VOLUNTEER
    )
    language = models.CharField(_("language"), max_length=8, default="da")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("invited"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    accepted_at = models.DateTimeField(_("came"), null=True, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    def get_absolute_url(self) -> str:
        return reverse("welcome", args=[self.token])

    @property
    def valid_until(self) -> dt.datetime:
        return self.made_at + self.VALID

    @property
    def is_open(self) -> bool:
        is_waiting = self.accepted_at is None and self.taken_back_at is None
        return is_waiting and timezone.now() < self.valid_until


class PersonDeed(models.Model):
    """What was decided about somebody of the house: by whom, when, from what to what."""

    class Deed(models.TextChoices):
        INVITED = "invited", _("Invited")
        UNINVITED = "uninvited", _("Invitation taken back")
        CAME = "came", _("Came")
        ROLE = "role", _("Role changed")
        AWAY = "away", _("Went on leave")
        BACK = "back", _("Came back")
        ENDED = "ended", _("Ended")
        AGAIN = "again", _("Began again")
        KEY = "key", _("Passkey added")
        NO_KEY = "no_key", _("Passkey taken away")
        TOOK_OUT = "took_out", _("Took the whole archive out")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="deeds",
    )
    name = models.CharField(_("name"), max_length=120)
    deed = models.CharField(_("deed"), max_length=12, choices=Deed.choices)
    before = models.CharField(_("before"), max_length=120, blank=True)
    after = models.CharField(_("after"), max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("deed about somebody of the house")
        verbose_name_plural = _("deeds about people of the house")

    def __str__(self) -> str:
        return f"{self.name}: {self.get_deed_display()}"

    @property
    def before_said(self) -> str:
        return self._said(self.before)

    @property
    def after_said(self) -> str:
        return self._said(self.after)

    def _said(self, words: str) -> str:
        """Roles are kept by their key and read in the reader's language."""
        if self.deed in {self.Deed.KEY, self.Deed.NO_KEY}:
            return words
        return str(dict(User.Role.choices).get(words, words))
