"""What Rijk and a province agree on space: the arrangement of a province, and its reciprocal agreements."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.enums import Permission
from areas.models import Area, NationalProgramme, Province
from coalition.models import Article
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.measures.models import Measure
from deliverables.arrangement.agreements.enums import ArrangementState, Obligation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class SpatialArrangement(Versioned):
    """The ruimtelijk arrangement of a province. Its areas are those of the province; each keeps its own agreements."""

    CHANGED = "Iemand anders heeft de stand van dit arrangement intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.OneToOneField(Province, on_delete=models.PROTECT, related_name="arrangement")
    state = models.CharField("stand", max_length=15, choices=ArrangementState, default=ArrangementState.DRAFT)
    # Of which day that state is; for a draft, the day it was begun.
    state_on = models.DateField("stand van")

    kept = Kept()

    class Meta:
        verbose_name = "ruimtelijk arrangement"
        verbose_name_plural = "ruimtelijke arrangementen"
        ordering = ["province__name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state_on__range=(EARLIEST, LATEST)), name="arrangement_in_this_century"
            )
        ]

    def __str__(self) -> str:
        return f"Ruimtelijk arrangement {self.province}"


@pghistory.track()
class ReciprocalAgreement(Versioned, Once):
    """One numbered agreement. Its code is for ever, and is of the area that keeps it: `RA-ZL-07`.

    What each side does stands in its commitments. Other areas of the province that it touches read it too.
    """

    CHANGED = "Iemand anders heeft deze afspraak intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    arrangement = models.ForeignKey(SpatialArrangement, on_delete=models.PROTECT, related_name="agreements")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="reciprocal_agreements")
    code = models.CharField("code", max_length=12, unique=True)
    subject = models.CharField("onderwerp", max_length=150)
    place = models.CharField("plaats", max_length=150, blank=True)
    obligation = models.CharField("verplichting", max_length=12, choices=Obligation, default=Obligation.EFFORT)
    conditions = models.TextField("voorwaarden", blank=True)
    # Why nothing stands opposite, where that is meant so.
    one_sided_reason = models.CharField("waarom bewust eenzijdig", max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reciprocal_agreements"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    touches = models.ManyToManyField(Area, through="AgreementArea", related_name="touching_agreements")
    articles = models.ManyToManyField(Article, through="AgreementArticle", related_name="reciprocal_agreements")
    measures = models.ManyToManyField(Measure, through="AgreementMeasure", related_name="reciprocal_agreements")
    programmes = models.ManyToManyField(
        NationalProgramme, through="AgreementProgramme", related_name="reciprocal_agreements"
    )

    kept = Kept(
        area="area",
        words=("subject", "place", "conditions", "one_sided_reason"),
        accounts=("created_by",),
        harmless=("code",),
        need=Permission.VIEW_ARRANGEMENT,
        told=~models.Q(arrangement__state=ArrangementState.DRAFT),
    )

    class Meta:
        verbose_name = "wederkerige afspraak"
        verbose_name_plural = "wederkerige afspraken"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(subject=""), name="reciprocal_agreement_has_a_subject")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("arrangement-agreement", args=[self.area.slug, self.pk])

    @property
    def note(self) -> str:
        """What is owed, beside its subject on pages of other rooms."""
        return f"{self.get_obligation_display().lower()}sverplichting"


@pghistory.track()
class AgreementArea(models.Model):
    """This agreement touches another area of its province too, whose members may read it."""

    agreement = models.ForeignKey(ReciprocalAgreement, on_delete=models.CASCADE, related_name="area_links")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="agreement_links")

    kept = Kept(area="agreement__area")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "area"], name="agreement_area_once")]


@pghistory.track()
class AgreementArticle(models.Model):
    """This agreement rests on this article of the akkoord."""

    agreement = models.ForeignKey(ReciprocalAgreement, on_delete=models.CASCADE, related_name="article_links")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="agreement_links")

    kept = Kept(area="agreement__area", rests=Rests(what="agreement", on="article"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "article"], name="agreement_article_once")]


@pghistory.track()
class AgreementMeasure(models.Model):
    """This agreement rests on this measure of the uitvoeringsagenda."""

    agreement = models.ForeignKey(ReciprocalAgreement, on_delete=models.CASCADE, related_name="measure_links")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="agreement_links")

    kept = Kept(area="agreement__area", rests=Rests(what="agreement", on="measure"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "measure"], name="agreement_measure_once")]


@pghistory.track()
class AgreementProgramme(models.Model):
    """This agreement rests on this national programme."""

    agreement = models.ForeignKey(ReciprocalAgreement, on_delete=models.CASCADE, related_name="programme_links")
    programme = models.ForeignKey(NationalProgramme, on_delete=models.PROTECT, related_name="agreement_links")

    kept = Kept(area="agreement__area", rests=Rests(what="agreement", on="programme"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "programme"], name="agreement_programme_once")]
