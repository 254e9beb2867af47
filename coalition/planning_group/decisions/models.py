"""What was decided, and where each party stands on it."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Organisation
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.meetings.models import Meeting
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.models import Spoken
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Decision(Versioned, Once):
    """What was decided, by which body, on which day. Where each party stands on it is its own row."""

    CHANGED = "Iemand anders heeft dit besluit intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField("nummer")
    title = models.CharField("titel", max_length=150)
    text = models.TextField("besluit")
    # The body that took it: "Planningsgroep", "Stuurgroep", "Gedeputeerde Staten".
    body = models.CharField("genomen door", max_length=150)
    decided_on = models.DateField("datum")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(area="area", words=("title", "text", "body"), accounts=("created_by",))

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


@pghistory.track(exclude=["told_on"])
class DecisionPosition(Spoken):
    """Where one party stands on a decision: powers stay with the parties, so each has its own status.

    One row per party, from the day its word is asked: what was recorded for it stands until the party itself speaks,
    and never comes instead of that.
    """

    CHANGED = "Iemand anders heeft intussen opgeschreven waar deze partij staat."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="decision_positions")
    status = models.CharField("stand", max_length=20, choices=DecisionStatus, default=DecisionStatus.WAITING)
    reservation = models.TextField("voorbehoud", blank=True)
    # The party's own body and day: "College van burgemeester en wethouders", 3 March.
    body = models.CharField("orgaan", max_length=150, blank=True)
    stated_on = models.DateField("op", null=True, blank=True)
    # Empty while there is no word.
    given_as = models.CharField("hoe bekend", max_length=20, choices=GivenAs, blank=True)
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="decision_positions"
    )
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="decision__area",
        words=("reservation", "body", "source", "on_title", "on_text"),
        accounts=("stated_by",),
        parties=("organisation",),
        noun=("standpunt bij een besluit", "standpunten bij besluiten"),
    )

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
            models.CheckConstraint(
                condition=~models.Q(given_as=GivenAs.RECORDED) | ~models.Q(source=""),
                name="recorded_decision_position_has_source",
            ),
        ]
