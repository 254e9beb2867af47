"""The coalitieakkoord: chapters, articles, parties and frozen versions."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Organisation
from coalition.conversations.statements.models import Statement
from coalition.enums import ChapterKind, PartyRole, PartyStatus, VersionKind
from coalition.models.ambition import Ambition
from coalition.planning_group.decisions.models import Decision
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfJob


@pghistory.track()
class Agreement(models.Model):
    """The akkoord of an area; there is one, its versions are the frozen ones."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.OneToOneField(Area, on_delete=models.PROTECT, related_name="agreement")
    title = models.CharField("titel", max_length=200)
    # The highest chapter number a version gave out; 0 before there is one.
    fixed_up_to = models.PositiveSmallIntegerField("vast tot en met", default=0)
    # What the planning group asks of every article; it blocks nothing, it marks.
    asks_confirmed = models.BooleanField("vraagt een bevestigde uitspraak per partij die tekent", default=False)
    asks_provenance = models.BooleanField("markeert artikelen zonder herkomst", default=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

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
class Article(models.Model):
    """One numbered article; the text is Markdown source."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="articles")
    number = models.PositiveSmallIntegerField("volgorde")
    # The part after the chapter's: "2" or "2a". It stays the same from the moment a version gave it out.
    label = models.CharField("nummer", max_length=8, default="", editable=False)
    is_fixed = models.BooleanField("nummer ligt vast", default=False)
    title = models.CharField("titel", max_length=150)
    text = models.TextField("tekst")
    ambitions = models.ManyToManyField(Ambition, through="ArticleAmbition", related_name="articles")
    statements = models.ManyToManyField(Statement, through="ArticleStatement", related_name="articles")
    decisions = models.ManyToManyField(Decision, through="ArticleDecision", related_name="articles")
    version = models.PositiveIntegerField("versie", default=1)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
        ordering = ["chapter__number", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["chapter", "number"], name="article_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(
                fields=["chapter", "label"], name="article_label_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.chapter.agreement.area.slug, self.pk])


@pghistory.track()
class ArticleAmbition(models.Model):
    """This article rests on this ambition."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="ambition_links")
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="article_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "ambition"], name="article_ambition_once")]


@pghistory.track()
class ArticleStatement(models.Model):
    """This article rests directly on this statement."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="statement_links")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="article_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "statement"], name="article_statement_once")]


@pghistory.track()
class ArticleDecision(models.Model):
    """This article rests on this decision, or carries it out."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="decision_links")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="article_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "decision"], name="article_decision_once")]


@pghistory.track()
class AgreementParty(models.Model):
    """An organisation's place in the akkoord."""

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
    version = models.PositiveIntegerField("versie", default=1)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name = "partij van het akkoord"
        verbose_name_plural = "partijen van het akkoord"
        constraints = [models.UniqueConstraint(fields=["agreement", "organisation"], name="agreement_party_once")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"


# What may still change after freezing: how the PDF is coming along, until it is ready.
_FROZEN_FIELDS = [
    *("id", "agreement", "number", "kind", "label", "frozen_by", "frozen_at", "snapshot", "sha256", "previous_sha256")
]


@pghistory.track(exclude=["snapshot", "progress"])
class AgreementVersion(PdfJob):
    """The whole text at one moment. Immutable in the database; its PDF is made once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("versie")
    kind = models.CharField("soort", max_length=20, choices=VersionKind, default=VersionKind.CONCEPT)
    label = models.CharField("waarom deze versie", max_length=200, blank=True)
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="frozen_versions")
    frozen_at = models.DateTimeField("bevroren op")
    snapshot = models.JSONField("tekst")
    # The fingerprint of the text and of the version before it: see coalition/proof.py.
    sha256 = models.CharField("kenmerk", max_length=64, default="", editable=False)
    previous_sha256 = models.CharField("kenmerk van de vorige versie", max_length=64, blank=True)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
    pdf = models.FileField("PDF", upload_to="akkoorden/", blank=True)

    class Meta:
        verbose_name = "versie van het akkoord"
        verbose_name_plural = "versies van het akkoord"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=~models.Q(status="klaar") | ~models.Q(pdf_sha256=""), name="ready_version_has_checksum"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="version_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="version_text_is_frozen", fields=_FROZEN_FIELDS),
            pgtrigger.Protect(
                name="ready_version_is_frozen",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status="klaar"),
            ),
        ]

    def __str__(self) -> str:
        return f"Versie {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("version", args=[self.agreement.area.slug, self.number])
