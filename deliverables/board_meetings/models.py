"""Who sits at the table of a bestuurlijk overleg, what was agreed there, and what became of it. The overleg is a Checkpoint."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models

from areas.models import Area, Organisation
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.enums import NEEDS_LEAD, OutcomeKind, OutcomeState
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned

# Judged when the transaction ends, so that a word and what follows it may be written one after the other.
_CARRIED_ON = """
IF EXISTS (
  SELECT FROM deliverables_outcomereport r WHERE r.outcome_id = {key} AND r.state = 'doorgeschoven'
  AND NOT EXISTS (SELECT FROM deliverables_boardoutcome o WHERE o.predecessor_id = {key})
) THEN RAISE EXCEPTION 'what is carried over goes on in another' USING ERRCODE = 'check_violation'; END IF;
RETURN NULL;
"""


@pghistory.track()
class BoardTable(Versioned):
    """The table of one area at a bestuurlijk overleg, which may be held for several areas."""

    CHANGED = "Iemand anders heeft intussen gewijzigd wie er aan tafel zit."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="tables")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="board_tables")

    kept = Kept(area="area")

    class Meta:
        verbose_name = "tafel van een bestuurlijk overleg"
        verbose_name_plural = "tafels van bestuurlijke overleggen"
        constraints = [models.UniqueConstraint(fields=["checkpoint", "area"], name="board_table_once")]


@pghistory.track()
class BoardSeat(models.Model):
    """A party at the table, or represented by another that sits there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    table = models.ForeignKey(BoardTable, on_delete=models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="board_seats")
    # Empty for who sits there itself. Several may speak for one: provinces for a region that lies in both.
    represented_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="board_seats_represented"
    )

    kept = Kept(
        area="table__area",
        parties=("organisation", "represented_by"),
        noun=("plaats bij een bestuurlijk overleg", "plaatsen bij bestuurlijke overleggen"),
    )

    class Meta:
        verbose_name = "plaats bij een bestuurlijk overleg"
        verbose_name_plural = "plaatsen bij bestuurlijke overleggen"
        constraints = [
            models.UniqueConstraint(
                fields=["table", "organisation", "represented_by"], nulls_distinct=False, name="board_seat_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(represented_by=models.F("organisation")), name="board_seat_not_for_itself"
            ),
        ]


@pghistory.track()
class BoardOutcome(Versioned, Once):
    """What was agreed, decided or taken note of. Its number in the overleg is for ever, also when it lapses.

    Without an area it is of all areas the overleg is held for.
    """

    CHANGED = "Iemand anders heeft deze bestuurlijke afspraak intussen gewijzigd, of er een stand bij gemeld."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="outcomes")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="board_outcomes")
    number = models.PositiveSmallIntegerField("nummer")
    kind = models.CharField("soort", max_length=20, choices=OutcomeKind, default=OutcomeKind.AGREED)
    text = models.TextField("tekst")
    lead = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="board_outcomes"
    )
    due_on = models.DateField("uiterlijk op", null=True, blank=True)
    # What it goes on from, of an earlier overleg. One goes on in one, so that the chain is a line.
    predecessor = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successor"
    )
    measures = models.ManyToManyField(Measure, through="OutcomeMeasure", related_name="board_outcomes")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="board_outcomes")
    created_at = models.DateTimeField("vastgelegd op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="area",
        words=("text",),
        accounts=("created_by",),
        parties=("lead",),
        noun=("bestuurlijke afspraak", "bestuurlijke afspraken"),
        rests=Rests(on="checkpoint"),
    )

    class Meta:
        verbose_name = "bestuurlijke afspraak"
        verbose_name_plural = "bestuurlijke afspraken"
        ordering = ["-checkpoint__date", "checkpoint", "number"]
        constraints = [
            models.UniqueConstraint(fields=["checkpoint", "number"], name="board_outcome_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="board_outcome_is_numbered"),
            models.CheckConstraint(condition=~models.Q(text=""), name="board_outcome_has_words"),
            models.CheckConstraint(
                condition=~models.Q(kind__in=NEEDS_LEAD) | models.Q(lead__isnull=False), name="board_outcome_has_lead"
            ),
            models.CheckConstraint(
                condition=models.Q(due_on=None) | models.Q(due_on__range=(EARLIEST, LATEST)),
                name="board_outcome_in_this_century",
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("id")), name="board_outcome_not_after_itself"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="board_outcome_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="board_outcome_keeps_its_number", fields=["checkpoint", "number", "area"]),
            pgtrigger.Trigger(
                name="carried_outcome_keeps_its_successor",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("predecessor_id"),
                timing=pgtrigger.Deferred,
                func=_CARRIED_ON.format(key="OLD.predecessor_id"),
            ),
        ]

    def __str__(self) -> str:
        """How people call it: the overleg with its year and the number in it, "BOL Zuid 2027, 14"."""
        name, year = self.checkpoint.name, str(self.checkpoint.date.year)
        return f"{name}, {self.number}" if year in name else f"{name} {year}, {self.number}"


@pghistory.track()
class OutcomeMeasure(models.Model):
    """This measure carries out what was agreed, or is what it is about."""

    outcome = models.ForeignKey(BoardOutcome, on_delete=models.CASCADE, related_name="measure_links")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="outcome_links")

    kept = Kept(area="measure__area", rests=Rests(what="outcome", on="measure"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outcome", "measure"], name="outcome_measure_once")]


@pghistory.track()
class OutcomeReport(Once):
    """What became of it, said on a day. The newest counts; none is changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    outcome = models.ForeignKey(BoardOutcome, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField("stand", max_length=20, choices=OutcomeState)
    as_of = models.DateField("peildatum")
    text = models.TextField("toelichting", blank=True)
    evidence = models.URLField("bewijs", max_length=500, blank=True)
    # For which party it was said; empty when who keeps the list said it.
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="outcome_reports"
    )
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="outcome_reports")
    reported_at = models.DateTimeField("gemeld op", auto_now_add=True)

    kept = Kept(
        area="outcome__area",
        words=("text",),
        accounts=("reported_by",),
        parties=("organisation",),
        noun=("stand van een bestuurlijke afspraak", "standen van bestuurlijke afspraken"),
        harmless=("evidence",),
    )

    class Meta:
        verbose_name = "stand van een bestuurlijke afspraak"
        verbose_name_plural = "standen van bestuurlijke afspraken"
        ordering = ["-as_of", "-reported_at"]
        indexes = [models.Index(fields=["outcome", "-as_of", "-reported_at"], name="newest_outcome_report")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=OutcomeState.DONE) | ~models.Q(text="") | ~models.Q(evidence=""),
                name="finished_outcome_is_shown",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=OutcomeState.DROPPED) | ~models.Q(text=""), name="dropped_outcome_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(as_of__range=(EARLIEST, LATEST)), name="outcome_report_in_this_century"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="outcome_report_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="outcome_report_stays", fields=["outcome", "state", "as_of", "reported_at"]),
            pgtrigger.Trigger(
                name="carried_outcome_has_a_successor",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=_CARRIED_ON.format(key="NEW.outcome_id"),
            ),
        ]
