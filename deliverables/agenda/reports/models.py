"""How a measure goes, said by who has the lead."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.reports.enums import Axis, Word
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track()
class StatusReport(models.Model):
    """One word on one line, as it was on a day. The newest counts; older ones stay."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="reports")
    axis = models.CharField("onderdeel", max_length=10, choices=Axis)
    word = models.CharField("stand", max_length=20, choices=Word)
    reason = models.TextField("waarom", blank=True)
    as_of = models.DateField("peildatum")
    # For which party it was said; empty when the planning group said it.
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="measure_reports"
    )
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="measure_reports")
    reported_at = models.DateTimeField("gemeld op", auto_now_add=True)
    submission_token = models.UUIDField(default=uuid7, editable=False)

    kept = Kept(
        area="measure__area",
        words=("reason",),
        accounts=("reported_by",),
        parties=("organisation",),
        noun=("melding bij een maatregel", "meldingen bij maatregelen"),
    )

    class Meta:
        verbose_name = "stand van een maatregel"
        verbose_name_plural = "standen van maatregelen"
        ordering = ["-as_of", "-reported_at"]
        indexes = [models.Index(fields=["measure", "axis", "-as_of", "-reported_at"], name="newest_report")]
        constraints = [
            # One form reports on up to three lines at once.
            models.UniqueConstraint(fields=["submission_token", "axis"], name="report_once"),
            models.CheckConstraint(
                condition=models.Q(word=Word.AS_EXPECTED) | ~models.Q(reason=""), name="report_has_reason"
            ),
        ]
