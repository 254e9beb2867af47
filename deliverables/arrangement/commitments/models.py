"""What a side brings in under an agreement, how much of it, and with which money."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.enums import Permission
from areas.models import Organisation
from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.commitments.enums import ENDED, UNDONE, CommitmentKind, CommitmentSide, CommitmentState
from deliverables.money.funding.models import FundingLine
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Commitment(Versioned, Once):
    """What one side does for an agreement. Without an organisation the side as a whole does it."""

    CHANGED = "Iemand anders heeft deze toezegging intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(ReciprocalAgreement, on_delete=models.CASCADE, related_name="commitments")
    side = models.CharField("kant", max_length=10, choices=CommitmentSide)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    text = models.CharField("toezegging", max_length=500)
    kind = models.CharField("soort", max_length=15, choices=CommitmentKind)
    # The first day of the period it is meant as; empty: without a term.
    due = models.DateField("vóór", null=True, blank=True)
    due_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    state = models.CharField("stand", max_length=15, choices=CommitmentState, default=CommitmentState.OPEN)
    state_on = models.DateField("stand van", null=True, blank=True)
    state_reason = models.CharField("toelichting bij de stand", max_length=500, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="commitments")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    lines = models.ManyToManyField(FundingLine, through="CommitmentFunding", related_name="commitments")

    kept = Kept(
        area="agreement__area",
        words=("text", "state_reason"),
        accounts=("created_by",),
        parties=("organisation",),
        noun=("toezegging", "toezeggingen"),
        need=Permission.VIEW_ARRANGEMENT,
    )

    class Meta:
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="commitment_says_what"),
            models.CheckConstraint(
                condition=~models.Q(state__in=ENDED) | models.Q(state_on__isnull=False),
                name="ended_commitment_has_its_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=UNDONE) | ~models.Q(state_reason=""),
                name="undone_commitment_has_its_reason",
            ),
            models.CheckConstraint(
                condition=(models.Q(due=None) | models.Q(due__range=(EARLIEST, LATEST)))
                & (models.Q(state_on=None) | models.Q(state_on__range=(EARLIEST, LATEST))),
                name="commitment_in_this_century",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("arrangement-agreement", args=[self.agreement.area.slug, self.agreement_id])

    @property
    def note(self) -> str:
        """How it is with it, beside its words on other pages."""
        return self.get_state_display().lower()

    @property
    def term(self) -> PlanDate | None:
        """Before when it is done, as exactly as it was meant; None without a term."""
        return PlanDate(self.due, self.due_precision) if self.due else None


@pghistory.track()
class CommitmentQuantity(models.Model):
    """How much a commitment is of. What was said before stays: the last number counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="quantities")
    number = models.PositiveSmallIntegerField("versie")
    amount = models.DecimalField("hoeveelheid", max_digits=14, decimal_places=2)
    unit = models.CharField("eenheid", max_length=40)
    as_of = models.DateField("stand van")
    reason = models.CharField("waarom bijgesteld", max_length=300, blank=True)
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="quantities")

    kept = Kept(area="commitment__agreement__area", words=("unit", "reason"), accounts=("stated_by",))

    class Meta:
        verbose_name = "hoeveelheid"
        verbose_name_plural = "hoeveelheden"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "number"], name="quantity_version_once"),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0, number__gte=1) & ~models.Q(unit=""), name="quantity_is_so_much"
            ),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(reason=""), name="changed_quantity_has_its_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(as_of__range=(EARLIEST, LATEST)), name="quantity_in_this_century"
            ),
        ]


@pghistory.track()
class CommitmentFunding(models.Model):
    """This commitment is this contribution. A contribution is promised once, so no money counts twice."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="funding_links")
    line = models.OneToOneField(FundingLine, on_delete=models.PROTECT, related_name="commitment_link")

    kept = Kept(area="commitment__agreement__area", rests=Rests(what="commitment", on="line"))
