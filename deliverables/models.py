"""Dated moments an area must be ready for, and the reminders of them."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Person
from deliverables.enums import CheckpointKind, ReminderStatus, RequirementStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import OutgoingMail


@pghistory.track()
class Checkpoint(models.Model):
    """An ijkmoment, bestuurlijk overleg or moment of an area's own: name, date, for whom."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=150)
    kind = models.CharField("soort", max_length=20, choices=CheckpointKind, default=CheckpointKind.CHECKPOINT)
    date = models.DateField("datum")
    place = models.CharField("plaats", max_length=150, blank=True)
    areas = models.ManyToManyField(Area, through="CheckpointArea", related_name="checkpoints")
    version = models.PositiveIntegerField("versie", default=1)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="checkpoints"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name = "ijkmoment"
        verbose_name_plural = "ijkmomenten"
        ordering = ["date", "name"]
        indexes = [models.Index(fields=["date"], name="checkpoint_date")]

    def __str__(self) -> str:
        return self.name

    def url_in(self, area: Area) -> str:
        """Where the members of an area find it; a checkpoint has an address in each of its areas."""
        return reverse("checkpoint", args=[area.slug, self.pk])


@pghistory.track()
class CheckpointArea(models.Model):
    """The checkpoint holds for this area."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="area_links")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="checkpoint_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checkpoint", "area"], name="checkpoint_area_once")]


@pghistory.track()
class CheckpointResponsible(models.Model):
    """Somebody who answers for an area being ready, and so is reminded."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="responsibles")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="checkpoint_duties")

    class Meta:
        verbose_name = "verantwoordelijke voor een ijkmoment"
        verbose_name_plural = "verantwoordelijken voor een ijkmoment"
        constraints = [models.UniqueConstraint(fields=["checkpoint", "user"], name="checkpoint_responsible_once")]


@pghistory.track()
class Requirement(models.Model):
    """One thing that must be ready at a checkpoint, per area it holds for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="requirements")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="requirements")
    text = models.CharField("wat klaar moet zijn", max_length=200)
    status = models.CharField(max_length=20, choices=RequirementStatus, default=RequirementStatus.NOT_STARTED)
    rank = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "gevraagd stuk"
        verbose_name_plural = "gevraagde stukken"
        ordering = ["rank", "text"]
        constraints = [models.UniqueConstraint(fields=["checkpoint", "area", "text"], name="requirement_once")]

    def __str__(self) -> str:
        return self.text


# History per statement: planning writes a hundred thousand rows at once.
@pghistory.track(
    pghistory.InsertEvent(level=pghistory.Statement),
    pghistory.UpdateEvent(level=pghistory.Statement),
    pghistory.DeleteEvent(level=pghistory.Statement),
)
class Reminder(models.Model):
    """One reminder to one person at one distance from a checkpoint.

    The row is the truth: planning again changes nothing, sending claims it first. Once due it
    becomes a mail in the outbox, which has its own tries and errors.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="reminders")
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders")
    offset_days = models.SmallIntegerField("dagen ervoor")
    due_at = models.DateTimeField("te versturen op")
    status = models.CharField(max_length=10, choices=ReminderStatus, default=ReminderStatus.PLANNED)
    mail = models.OneToOneField(
        OutgoingMail, on_delete=models.SET_NULL, null=True, blank=True, related_name="reminder"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        ordering = ["due_at"]
        constraints = [
            models.UniqueConstraint(fields=["checkpoint", "recipient", "offset_days"], name="reminder_once"),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(status="gepland"), name="reminder_waiting"),
            models.Index(fields=["recipient", "due_at"], name="reminder_mine"),
        ]

    def __str__(self) -> str:
        return f"{self.checkpoint} aan {self.recipient}, {self.offset_days} dagen ervoor"


# What never changes once the photo is taken; only its tie to a checkpoint may go, when that is removed.
_PHOTO_FIELDS = ["id", "area", "number", "label", "taken_at", "taken_by", "snapshot", "sha256"]


@pghistory.track(exclude=["snapshot"])
class FactsheetPhoto(models.Model):
    """The whole factsheet of an area as it was at one moment: an ijkmoment-foto. Immutable in the database."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="photos")
    number = models.PositiveSmallIntegerField("nummer")
    # The moment it belongs to; taken by hand it may belong to none.
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="photos")
    label = models.CharField("naam", max_length=150)
    taken_at = models.DateTimeField("gemaakt op")
    # Empty: the clock took it, on the day of the checkpoint.
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="photos"
    )
    snapshot = models.JSONField("factsheet")
    # Of the snapshot in one canonical form.
    sha256 = models.CharField("SHA-256", max_length=64)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)

    class Meta:
        verbose_name = "ijkmoment-foto"
        verbose_name_plural = "ijkmoment-foto’s"
        ordering = ["area", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["area", "number"], name="photo_number_once"),
            models.UniqueConstraint(fields=["area", "checkpoint"], name="photo_of_checkpoint_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="photo_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="photo_is_frozen", fields=_PHOTO_FIELDS),
        ]

    def __str__(self) -> str:
        return self.label


@pghistory.track()
class Handover(models.Model):
    """A role that was handed over in an area: by whom to whom, and how much moved along."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="handovers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handovers")
    successor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handovers_received")
    last_day = models.DateField("laatste dag")
    # {"actions": 3, "seats": 1, …}: numbers only, because words can be confidential.
    moved = models.JSONField("wat meeging", default=dict)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
    handed_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="handovers")
    handed_over_at = models.DateTimeField("overgedragen op", auto_now_add=True)

    class Meta:
        verbose_name = "overdracht van een rol"
        verbose_name_plural = "overdrachten van rollen"
        ordering = ["-handed_over_at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(person=models.F("successor")), name="handover_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.person} aan {self.successor}"
