"""What moved in the agenda: when, by how much, why and by whom. The memory of the plan."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Area
from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.enums import ProposalState
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class PlanBatch(Once):
    """All that was moved in one go, with the reason for it; undone in one go too."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="plan_batches")
    reason = models.TextField("waarom")
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="plan_batches")
    decided_at = models.DateTimeField("besloten op", auto_now_add=True)

    kept = Kept(area="area", words=("reason",), accounts=("decided_by",))

    class Meta:
        verbose_name = "verschuiving van de planning"
        verbose_name_plural = "verschuivingen van de planning"
        ordering = ["-decided_at"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="plan_batch_has_reason")]


@pghistory.track()
class PlanChange(models.Model):
    """A measure that went to other dates in a batch; `because_of` is the measure that pushed it, empty for what was edited."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(PlanBatch, on_delete=models.PROTECT, related_name="changes")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="plan_changes")
    old_start = models.DateField()
    old_start_precision = models.CharField(max_length=10, choices=Precision)
    old_end = models.DateField()
    old_end_precision = models.CharField(max_length=10, choices=Precision)
    new_start = models.DateField()
    new_start_precision = models.CharField(max_length=10, choices=Precision)
    new_end = models.DateField()
    new_end_precision = models.CharField(max_length=10, choices=Precision)
    because_of = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="caused_changes"
    )
    # The version of the measure this change made: undoing is only for what nobody touched since.
    measure_version = models.PositiveIntegerField()

    kept = Kept(area="measure__area")

    class Meta:
        verbose_name = "gewijzigde datum"
        verbose_name_plural = "gewijzigde datums"
        constraints = [models.UniqueConstraint(fields=["batch", "measure"], name="plan_change_once")]


@pghistory.track()
class DateProposal(Versioned, Once):
    """Other dates for a measure, asked of who decides: by its trekker, or by another area whose plan moved."""

    CHANGED = "Op dit voorstel is intussen al geantwoord."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="date_proposals")
    start = models.DateField("begin")
    start_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    end = models.DateField("eind")
    end_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    reason = models.TextField("waarom")
    state = models.CharField(max_length=20, choices=ProposalState, default=ProposalState.OPEN)
    answer = models.TextField("antwoord", blank=True)
    # Set when another area asks, because of what it moved.
    batch = models.ForeignKey(PlanBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="requests")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="date_proposals")
    proposed_at = models.DateTimeField("voorgesteld op", auto_now_add=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="answered_proposals"
    )
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)

    kept = Kept(area="measure__area", words=("reason", "answer"), accounts=("proposed_by", "answered_by"))

    class Meta:
        verbose_name = "voorstel voor andere datums"
        verbose_name_plural = "voorstellen voor andere datums"
        ordering = ["-proposed_at"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="date_proposal_has_reason")]
