"""The planningsgroep as ruggengraat: who sits in it with which function, what it decides and when it meets."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.urls import reverse

from areas.models import Area, Organisation, Person
from coalition.enums import AgendaKind, BackboneFunction, DecisionStatus, MeetingStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.periods import DateRange


@pghistory.track()
class Seat(models.Model):
    """A person's place in the planning group of an area, from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=1)

    class Meta:
        verbose_name = "plek in de planningsgroep"
        verbose_name_plural = "plekken in de planningsgroep"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("valid_from")),
                name="seat_ends_after_start",
            ),
            ExclusionConstraint(
                name="seat_once_at_a_time",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_until", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]


@pghistory.track()
class SeatFunction(models.Model):
    """One of the five functions of the ruggengraat, carried by this seat."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="functions")
    function = models.CharField("functie", max_length=30, choices=BackboneFunction)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "function"], name="seat_function_once")]


@pghistory.track()
class Meeting(models.Model):
    """A meeting of the planning group; its agenda is made from what is open."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField("naam", max_length=150)
    held_on = models.DateField("datum")
    starts_at = models.TimeField("begintijd", null=True, blank=True)
    place = models.CharField("plaats", max_length=150, blank=True)
    status = models.CharField(max_length=20, choices=MeetingStatus, default=MeetingStatus.PLANNED)
    report = models.TextField("verslag", blank=True)
    attendees = models.ManyToManyField(Person, through="MeetingAttendee", related_name="meetings")
    version = models.PositiveIntegerField("versie", default=1)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="meetings")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name = "overleg"
        verbose_name_plural = "overleggen"
        ordering = ["-held_on", "-id"]
        indexes = [models.Index(fields=["area", "-held_on"], name="meeting_list")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.area.slug, self.pk])


@pghistory.track()
class MeetingAttendee(models.Model):
    """Somebody who was there."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)

    class Meta:
        verbose_name = "aanwezige bij een overleg"
        verbose_name_plural = "aanwezigen bij een overleg"
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="meeting_attendee_once")]


@pghistory.track()
class AgendaItem(models.Model):
    """One point of a meeting's agenda, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    kind = models.CharField("soort", max_length=20, choices=AgendaKind, default=AgendaKind.FREE)
    title = models.CharField("agendapunt", max_length=300)
    # What made it a point: the action, party, decision or checkpoint of that kind.
    subject_id = models.UUIDField("waarover", null=True, blank=True)
    outcome = models.TextField("uitkomst", blank=True)
    rank = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["rank", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="agenda_item_has_title")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Decision(models.Model):
    """What was decided, by which body, on which day. Where each party stands on it is its own row."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField("nummer")
    title = models.CharField("titel", max_length=150)
    text = models.TextField("besluit")
    # The body that took it: "Planningsgroep", "Stuurgroep", "Gedeputeerde Staten".
    body = models.CharField("genomen door", max_length=150)
    decided_on = models.DateField("datum")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions")
    version = models.PositiveIntegerField("versie", default=1)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-decided_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["area", "number"], name="decision_number_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="decision_has_text"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("decision", args=[self.area.slug, self.pk])


@pghistory.track()
class DecisionPosition(models.Model):
    """Where one party stands on a decision: powers stay with the parties, so each has its own status."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="decision_positions")
    status = models.CharField("stand", max_length=20, choices=DecisionStatus, default=DecisionStatus.WAITING)
    reservation = models.TextField("voorbehoud", blank=True)
    # The party's own body and day: "College van burgemeester en wethouders", 3 March.
    body = models.CharField("orgaan", max_length=150, blank=True)
    stated_on = models.DateField("op", null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=1)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name = "stand van een partij"
        verbose_name_plural = "stand per partij"
        constraints = [
            models.UniqueConstraint(fields=["decision", "organisation"], name="decision_position_once"),
            # Whoever took a position did so on a day.
            models.CheckConstraint(
                condition=models.Q(status=DecisionStatus.WAITING) | models.Q(stated_on__isnull=False),
                name="decision_position_has_day",
            ),
        ]
