"""Meetings of the planning group, with their agenda and who was there."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Person
from coalition.planning_group.meetings.enums import AgendaKind, MeetingStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Meeting(Versioned, Once):
    """A meeting of the planning group; its agenda is made from what is open."""

    CHANGED = "Iemand anders heeft dit overleg intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField("naam", max_length=150)
    held_on = models.DateField("datum")
    starts_at = models.TimeField("begintijd", null=True, blank=True)
    place = models.CharField("plaats", max_length=150, blank=True)
    status = models.CharField(max_length=20, choices=MeetingStatus, default=MeetingStatus.PLANNED)
    report = models.TextField("verslag", blank=True)
    attendees = models.ManyToManyField(Person, through="MeetingAttendee", related_name="meetings")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="meetings")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(area="area", words=("title", "place", "report"), accounts=("created_by",))

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

    kept = Kept(
        area="meeting__area",
        persons=("person",),
        noun=("aanwezigheid bij een overleg", "aanwezigheden bij overleggen"),
    )

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

    kept = Kept(area="meeting__area", words=("title", "outcome"))

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["rank", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="agenda_item_has_title")]

    def __str__(self) -> str:
        return self.title
