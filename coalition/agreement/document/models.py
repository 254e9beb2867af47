"""The coalitieakkoord: its chapters and its parties."""

import pghistory
from django.db import models

from areas.models import Area, Organisation
from coalition.agreement.document.enums import ChapterKind, Grammar, PartyRole, PartyStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class Agreement(Versioned):
    """The akkoord of an area; there is one, its versions are the frozen ones."""

    CHANGED = "Iemand anders heeft de titel of de overwegingen intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.OneToOneField(Area, on_delete=models.PROTECT, related_name="agreement")
    title = models.CharField("titel", max_length=200)
    # How other documents call it: "Gebiedsakkoord Zuid-Limburg".
    citation_title = models.CharField("citeertitel", max_length=200, blank=True)
    # Why the parties agree, in the grammar of articles; stands between them and the first article.
    preamble = models.TextField("overwegingen", blank=True)
    # The highest chapter number a version gave out; 0 before there is one.
    fixed_up_to = models.PositiveSmallIntegerField("vast tot en met", default=0)
    # How its texts are read; frozen versions keep the way of their day.
    grammar = models.PositiveSmallIntegerField("leeswijze", choices=Grammar, default=Grammar.LAW)
    # What the planning group asks of every article; it blocks nothing, it marks.
    asks_confirmed = models.BooleanField("vraagt een bevestigde uitspraak per partij die tekent", default=False)
    asks_provenance = models.BooleanField("markeert artikelen zonder herkomst", default=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("title", "citation_title", "preamble"))

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
    is_landscape = models.BooleanField("liggend op papier", default=False)

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
            models.CheckConstraint(
                condition=models.Q(is_landscape=False) | models.Q(kind=ChapterKind.ANNEX),
                name="only_annex_is_landscape",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}"


@pghistory.track()
class AgreementParty(Versioned):
    """An organisation's place in the akkoord, and how the document names it: see `rules/parties.py`."""

    CHANGED = "Iemand anders heeft deze partij intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreement_parties")
    role = models.CharField("rol", max_length=20, choices=PartyRole, default=PartyRole.SIGNATORY)
    status = models.CharField(max_length=20, choices=PartyStatus, default=PartyStatus.DRAFT)
    # Its place among the others; what people read is counted when it is shown, so a gap or a tie does no harm.
    number = models.PositiveSmallIntegerField("volgorde", default=0)
    # "Het college van burgemeester en wethouders", "Gedeputeerde Staten": who decides and signs.
    deciding_body = models.CharField("beslissend orgaan", max_length=200, blank=True)
    capacity = models.CharField("hoedanigheid", max_length=200, blank=True)
    # One function a line, never a name.
    signatories = models.TextField("wie tekenen (functies)", blank=True)
    mandate = models.CharField("mandaatbesluit", max_length=200, blank=True)
    mandate_on = models.DateField("mandaatbesluit van", null=True, blank=True)
    short_name = models.CharField("hierna te noemen", max_length=100, blank=True)
    group = models.CharField("hierna samen te noemen", max_length=100, blank=True)
    # Instead of the formula that is made of these fields.
    own_formula = models.TextField("eigen formule", blank=True)
    decided_on = models.DateField("besluit van", null=True, blank=True)
    reservation = models.TextField("voorbehoud", blank=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="agreement__area",
        words=(
            *("deciding_body", "capacity", "signatories", "mandate", "short_name", "group", "own_formula"),
            "reservation",
        ),
        parties=("organisation",),
        noun=("plaats in het akkoord", "plaatsen in het akkoord"),
    )

    class Meta:
        verbose_name = "partij van het akkoord"
        verbose_name_plural = "partijen van het akkoord"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organisation"], name="agreement_party_once"),
            models.CheckConstraint(
                condition=models.Q(mandate_on__isnull=True) | ~models.Q(mandate=""), name="mandate_of_a_day_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"

    @property
    def functions(self) -> tuple[str, ...]:
        """The functions of who sign, in their order."""
        return tuple(line.strip() for line in self.signatories.splitlines() if line.strip())
