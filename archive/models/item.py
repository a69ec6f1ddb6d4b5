from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive import dates
from archive.models.accession import Accession
from archive.models.collections import Collection
from archive.models.origins import Origin
from archive.models.people import Person
from archive.models.photographers import Photographer, PhotographerKind
from archive.models.places import Place
from archive.models.subjects import Subject
from archive.querysets import ItemQuerySet
from archive.texts import Text, choose

# A quarter of a town, in degrees: about 700 by 600 metres where we are.
QUARTER_NORTH, QUARTER_EAST = 0.006, 0.01


def quarter(latitude: float, longitude: float) -> tuple[float, float]:
    """The middle of the quarter a point lies in: the same for all homes in it."""
    return (
        round((latitude // QUARTER_NORTH + 0.5) * QUARTER_NORTH, 4),
        round((longitude // QUARTER_EAST + 0.5) * QUARTER_EAST, 4),
    )


class Item(models.Model):
    """One photograph, recording or written story, with what is known about it."""

    class Publication(models.TextChoices):
        NOT = "not", _("Must not be published")
        TEXT_ONLY = "text_only", _("May be published without the picture")
        FULL = "full", _("May be published")

    class Restriction(models.TextChoices):
        NONE = "none", _("Ordinary rules")
        UNTIL = "until", _("Closed until a date")
        SPECIAL = "special", _("Special agreement")

    class RightsBasis(models.TextChoices):
        UNKNOWN = "unknown", _("Not known")
        OWN_WORK = "own_work", _("Taken by the contributor")
        FAMILY = "family", _("Taken by somebody in the family")
        COMMISSIONED = (
            "commissioned_portrait",
            _("Portrait the family ordered (1910–1995)"),
        )
        LICENCE = "licence", _("Agreement with the photographer or VISDA")
        EXPIRED = "expired", _("The protection has run out")

    PhotographerKind = PhotographerKind
    Origin = Origin

    class DateBasis(models.TextChoices):
        NONE = "", _("Nobody has said")
        FAMILY = "family", _("The family")
        VOLUNTEER = "volunteer", _("A volunteer")
        ARCHIVIST = "archivist", _("An archivist")
        BACK = "back", _("Text on the back")
        CLOTHES = "clothes", _("Clothes and cars")
        ANCHOR = "anchor", _("What is known of the place")
        CAMERA = "camera", _("The camera")

    class HeldAs(models.TextChoices):
        NONE = "", _("Nobody has said")
        PRINT = "print", _("Original print")
        COPY = "copy", _("Copy")
        NEGATIVE = "negative", _("Negative")
        SLIDE = "slide", _("Slide")
        SCAN = "scan", _("Scan; the family has the original")
        DIGITAL = "digital", _("Born digital")

    class Precision(models.TextChoices):
        NONE = "", _("No pin")
        SPOT = "spot", _("Exactly here")
        STREET = "street", _("Somewhere in the street")
        AREA = "area", _("Somewhere near here")
        TOWN = "town", _("Somewhere in the town")
        HOME = "home", _("Somebody's home")

    number = models.PositiveIntegerField(_("reg. no."), unique=True)
    accession = models.ForeignKey(
        Accession,
        verbose_name=_("journal"),
        null=True,
        on_delete=models.PROTECT,
        related_name="items",
    )
    language = models.CharField(_("language"), max_length=12, default="da")
    title = models.CharField(_("title"), max_length=200, blank=True)
    seen = models.TextField(_("description"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    internal_note = models.TextField(_("internal note"), blank=True)
    alt_text = models.CharField(_("alt text"), max_length=250, blank=True)
    translations = models.JSONField(_("translations"), default=dict, blank=True)

    date_told = models.CharField(_("date as told"), max_length=200, blank=True)
    date_language = models.CharField(max_length=12, default="da")
    date_edtf = models.CharField(_("EDTF"), max_length=80, blank=True)
    earliest = models.DateField(_("dated from"), null=True, blank=True)
    latest = models.DateField(_("dated to"), null=True, blank=True)
    date_basis = models.CharField(
        _("the date rests on"), max_length=12, choices=DateBasis.choices, blank=True
    )
    date_note = models.CharField(_("note on the date"), max_length=300, blank=True)
    is_date_unknown = models.BooleanField(_("the date is not known"), default=False)

    place = models.ForeignKey(
        Place,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="items",
    )
    place_told = models.CharField(_("place as told"), max_length=200, blank=True)
    is_place_unknown = models.BooleanField(_("the place is not known"), default=False)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    precision = models.CharField(
        _("how exact the pin is"),
        max_length=10,
        choices=Precision.choices,
        blank=True,
    )
    is_place_hidden = models.BooleanField(
        _("the family hides the place"), default=False
    )
    hidden_place = models.ForeignKey(
        Place,
        verbose_name=_("place, for us only"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    subjects = models.ManyToManyField(
        Subject, verbose_name=_("subjects"), blank=True, related_name="items"
    )
    persons = models.ManyToManyField(
        Person, through="archive.Depiction", related_name="items"
    )

    dk5 = models.CharField(_("DK5 class"), max_length=20, blank=True)
    keywords = models.CharField(_("keywords"), max_length=400, blank=True)
    collection = models.ForeignKey(
        Collection,
        verbose_name=_("collection"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="items",
    )

    height_mm = models.PositiveSmallIntegerField(_("height, mm"), null=True, blank=True)
    width_mm = models.PositiveSmallIntegerField(_("width, mm"), null=True, blank=True)
    material = models.CharField(_("material"), max_length=120, blank=True)
    held_as = models.CharField(
        _("the archive's edition"), max_length=10, choices=HeldAs.choices, blank=True
    )
    back_text = models.TextField(_("text on the back"), blank=True)
    negative_number = models.CharField(_("negative no."), max_length=60, blank=True)
    special_number = models.CharField(_("special no."), max_length=60, blank=True)
    shelf = models.CharField(_("placement"), max_length=160, blank=True)
    photographer = models.CharField(
        _("photographer, as written"), max_length=160, blank=True
    )
    photographed_by = models.ForeignKey(
        Photographer,
        verbose_name=_("photographer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="items",
    )
    photographer_kind = models.CharField(
        _("kind of photographer"),
        max_length=14,
        choices=PhotographerKind.choices,
        default=PhotographerKind.UNKNOWN,
    )
    rights_basis = models.CharField(
        _("rights basis"),
        max_length=24,
        choices=RightsBasis.choices,
        default=RightsBasis.UNKNOWN,
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    restriction = models.CharField(
        _("restriction"),
        max_length=10,
        choices=Restriction.choices,
        default=Restriction.NONE,
    )
    restricted_until = models.DateField(_("closed until"), null=True, blank=True)
    restriction_note = models.CharField(_("agreement"), max_length=300, blank=True)

    # {field: {"from": origin, "on": "2026-11-12"}}: who each value comes from
    origins = models.JSONField(_("origins"), default=dict, blank=True)

    permitted_uses = models.JSONField(_("permitted uses"), default=list, blank=True)
    decided = models.JSONField(
        _("decided by an archivist"),
        default=dict,
        blank=True,
        help_text=_("The newest decision on each purpose, copied from its own row."),
    )
    publication = models.CharField(
        _("publication"),
        max_length=10,
        choices=Publication.choices,
        default=Publication.NOT,
    )
    are_names_hidden = models.BooleanField(_("names hidden"), default=False)
    first_names_only = models.BooleanField(_("first names only"), default=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    laid_away_at = models.DateTimeField(_("laid away"), null=True, blank=True)
    laid_away_because = models.CharField(
        _("why it was laid away"), max_length=300, blank=True
    )
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)

    history = HistoricalRecords(m2m_fields=[subjects])
    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["publication", "-number"], name="item_published"),
            models.Index(fields=["place", "-number"], name="item_place"),
            models.Index(fields=["earliest", "latest"], name="item_dates"),
        ]
        verbose_name = _("item")
        verbose_name_plural = _("items")

    def __str__(self) -> str:
        return f"{self.reg_number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return reverse("archive:item", args=[self.reg_number])

    @property
    def reg_number(self) -> str:
        """“B137”: the letter of single pictures and the running number (Arkibas)."""
        return f"B{self.number}"

    @property
    def is_published(self) -> bool:
        return self.publication != self.Publication.NOT and not self.withdrawn_at

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def shows_picture(self) -> bool:
        return self.publication == self.Publication.FULL

    @property
    def date(self) -> dates.UncertainDate | None:
        return dates.from_edtf(self.date_edtf)

    @property
    def date_said(self) -> str:
        """The date in the reader's language; as told where it was not understood."""
        date = self.date
        return date.say(get_language() or "da") if date else self.date_told

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude as told; only for people of the house."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    @property
    def public_point(self) -> tuple[float, float] | None:
        """The point for visitors: of a home only its quarter, of a hidden place none."""
        if self.is_place_hidden:
            return None
        if self.point and self.precision == self.Precision.HOME:
            return quarter(*self.point)
        return self.point

    @property
    def public_names(self) -> list[str]:
        """The persons as visitors may read them, in the order they are seen."""
        if self.are_names_hidden:
            return []
        names = [
            depiction.person.name
            for depiction in self.depictions.all()
            if depiction.is_named_in_public
        ]
        return [name.split()[0] for name in names] if self.first_names_only else names

    def text(self, field: str, language: str | None = None) -> Text:
        """Title, seen or alt_text in a language, or as the archive wrote it."""
        return choose(
            field,
            getattr(self, field),
            written_in=self.language,
            translations=self.translations,
            language=language or get_language() or "da",
        )

    @property
    def localized_title(self) -> Text:
        return self.text("title")

    @property
    def localized_seen(self) -> Text:
        return self.text("seen")

    @property
    def localized_alt(self) -> Text:
        return self.text("alt_text")
