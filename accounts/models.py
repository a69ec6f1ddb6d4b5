from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.urls import reverse
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

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person of the house")
        verbose_name_plural = _("people of the house")

    def __str__(self) -> str:
        return self.name or self.email

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
