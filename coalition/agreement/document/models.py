"""The coalitieakkoord: its chapters and its parties."""

import pghistory
from django.db import models

from areas.models import Area, Organisation
from coalition.agreement.document.enums import ChapterKind, Grammar, PartyRole, PartyStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class Agreement(models.Model):
    """The akkoord of an area; there is one, its versions are the frozen ones."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.OneToOneField(Area, on_delete=models.PROTECT, related_name="agreement")
    title = models.CharField("titel", max_length=200)
    # The highest chapter number a version gave out; 0 before there is one.
    fixed_up_to = models.PositiveSmallIntegerField("vast tot en met", default=0)
    # How its texts are read; frozen versions keep the way of their day.
    grammar = models.PositiveSmallIntegerField("leeswijze", choices=Grammar, default=Grammar.LAW)
    # What the planning group asks of every article; it blocks nothing, it marks.
    asks_confirmed = models.BooleanField("vraagt een bevestigde uitspraak per partij die tekent", default=False)
    asks_provenance = models.BooleanField("markeert artikelen zonder herkomst", default=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("title",))

    class Meta:
        verbose_name = "coalitieakkoord"
        verbose_name_plural = "coalitieakkoorden"

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Chapter(models.Model):
    """A chapter of one akkoord; made from the standard list, then the area's own to change."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="chapters")
    kind = models.CharField("soort", max_length=10, choices=ChapterKind, default=ChapterKind.BODY)
    number = models.PositiveSmallIntegerField("volgorde")
    # What people read; it stays the same from the moment a version gave it out. See coalition/labels.py.
    label = models.CharField("nummer", max_length=8, default="", editable=False)
    is_fixed = models.BooleanField("nummer ligt vast", default=False)
    # The highest article number a version gave out in this chapter.
    fixed_up_to = models.PositiveSmallIntegerField("vast tot en met", default=0)
    title = models.CharField("titel", max_length=150)

    kept = Kept(area="agreement__area", words=("title",), harmless=("label",))

    class Meta:
        verbose_name = "hoofdstuk"
        verbose_name_plural = "hoofdstukken"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "number"], name="chapter_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(
                fields=["agreement", "label"], name="chapter_label_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}"


@pghistory.track()
class AgreementParty(Versioned):
    """An organisation's place in the akkoord."""

    CHANGED = "Iemand anders heeft deze partij intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreement_parties")
    role = models.CharField("rol", max_length=20, choices=PartyRole, default=PartyRole.SIGNATORY)
    status = models.CharField(max_length=20, choices=PartyStatus, default=PartyStatus.DRAFT)
    # "Het college van burgemeester en wethouders", "Gedeputeerde Staten": who decides and signs.
    deciding_body = models.CharField("beslissend orgaan", max_length=200, blank=True)
    signatory_role = models.CharField("ondertekenaar (functie)", max_length=150, blank=True)
    decided_on = models.DateField("besluit van", null=True, blank=True)
    reservation = models.TextField("voorbehoud", blank=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="agreement__area",
        words=("deciding_body", "signatory_role", "reservation"),
        parties=("organisation",),
        noun=("plaats in het akkoord", "plaatsen in het akkoord"),
    )

    class Meta:
        verbose_name = "partij van het akkoord"
        verbose_name_plural = "partijen van het akkoord"
        constraints = [models.UniqueConstraint(fields=["agreement", "organisation"], name="agreement_party_once")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"
