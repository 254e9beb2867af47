"""What measures wait for, and when they must be ready."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Organisation
from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import ConditionState, DependencyKind, DependencyState, LagUnit
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned

LONGEST_LAG = 2_000


@pghistory.track()
class Dependency(Versioned, Once):
    """The measure `after` waits for `before`. Across areas it counts once the other side confirmed it."""

    CHANGED = "Iemand anders heeft deze afhankelijkheid intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    before = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="followed_by")
    after = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="waits_for")
    kind = models.CharField("verband", max_length=2, choices=DependencyKind, default=DependencyKind.FINISH_START)
    lag = models.SmallIntegerField("tijd ertussen", default=0)
    unit = models.CharField("in", max_length=10, choices=LagUnit, default=LagUnit.DAY)
    why = models.CharField("waarom", max_length=200)
    state = models.CharField(max_length=20, choices=DependencyState, default=DependencyState.CONFIRMED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="proposed_dependencies"
    )
    # In which area it was proposed: the other one answers.
    proposed_in = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="proposed_dependencies")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="answered_dependencies"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="after__area", words=("why",), accounts=("proposed_by", "answered_by"))

    class Meta:
        verbose_name = "afhankelijkheid"
        verbose_name_plural = "afhankelijkheden"
        ordering = ["before__code", "after__code"]
        constraints = [
            models.UniqueConstraint(fields=["before", "after", "kind"], name="dependency_once"),
            models.CheckConstraint(condition=~models.Q(before=models.F("after")), name="dependency_not_on_itself"),
            models.CheckConstraint(
                condition=models.Q(lag__gte=-LONGEST_LAG, lag__lte=LONGEST_LAG), name="dependency_lag_is_sane"
            ),
            models.CheckConstraint(condition=~models.Q(why=""), name="dependency_has_reason"),
        ]


@pghistory.track()
class ExternalCondition(Versioned, Once):
    """Something outside the agenda that measures wait for: room for nitrogen, the grid, a law, a budget.

    One of an area, or without an area one that every area may wait for.
    """

    CHANGED = "Iemand anders heeft deze voorwaarde intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="external_conditions")
    title = models.CharField("voorwaarde", max_length=150)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="external_conditions"
    )
    expected_on = models.DateField("verwacht op", null=True, blank=True)
    expected_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    state = models.CharField("stand", max_length=10, choices=ConditionState, default=ConditionState.OPEN)
    note = models.TextField("toelichting", blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="external_conditions"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)
    measures = models.ManyToManyField(Measure, through="MeasureCondition", related_name="conditions")

    kept = Kept(
        area="area",
        words=("title", "note"),
        accounts=("created_by",),
        parties=("owner",),
        noun=("voorwaarde van buiten", "voorwaarden van buiten"),
    )

    class Meta:
        verbose_name = "voorwaarde van buiten"
        verbose_name_plural = "voorwaarden van buiten"
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expected_on=None) | models.Q(expected_on__range=(EARLIEST, LATEST)),
                name="condition_in_this_century",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def expected(self) -> PlanDate | None:
        """When it is expected, as precisely as it is meant; None while nobody knows."""
        return PlanDate(self.expected_on, self.expected_precision) if self.expected_on else None

    def url_in(self, area: Area) -> str:
        """Where the members of an area find it; a national one has an address in every area."""
        return reverse("condition", args=[area.slug, self.pk])


@pghistory.track()
class MeasureCondition(models.Model):
    """This measure cannot begin before this condition is met."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="condition_links")
    condition = models.ForeignKey(ExternalCondition, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area")

    class Meta:
        verbose_name = "voorwaarde voor een maatregel"
        verbose_name_plural = "voorwaarden voor maatregelen"
        constraints = [models.UniqueConstraint(fields=["measure", "condition"], name="measure_condition_once")]


@pghistory.track()
class MeasureDeadline(Versioned, Once):
    """A measure must be ready on a day, or at a checkpoint, and why."""

    CHANGED = "Iemand anders heeft deze uiterste datum intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="deadlines")
    day = models.DateField("uiterlijk op", null=True, blank=True)
    checkpoint = models.ForeignKey(
        Checkpoint, on_delete=models.PROTECT, null=True, blank=True, related_name="measure_deadlines"
    )
    why = models.CharField("waarom", max_length=200)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="measure_deadlines"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(
        area="measure__area",
        words=("why",),
        accounts=("created_by",),
        rests=Rests(what="measure", on="checkpoint"),
    )

    class Meta:
        verbose_name = "uiterste datum"
        verbose_name_plural = "uiterste datums"
        ordering = ["day", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(day=None, checkpoint__isnull=False)
                | models.Q(day__range=(EARLIEST, LATEST), checkpoint=None),
                name="deadline_is_a_day_or_a_checkpoint",
            ),
            models.CheckConstraint(condition=~models.Q(why=""), name="deadline_has_reason"),
        ]
