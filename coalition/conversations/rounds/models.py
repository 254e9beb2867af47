"""A round of conversations: why, with whom, and which questions one asks."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Organisation
from areas.parties.enums import OrganisationKind
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class ConversationRound(Versioned, Once):
    CHANGED = "Iemand anders heeft deze ronde intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="conversation_rounds")
    title = models.CharField("titel", max_length=150)
    aim = models.TextField("doel")
    guide = models.TextField("vragen", blank=True)  # one question a line
    starts_on = models.DateField("van")
    ends_on = models.DateField("tot en met", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="rounds")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("title", "aim", "guide"), accounts=("created_by",))

    class Meta:
        verbose_name = "gespreksronde"
        verbose_name_plural = "gespreksrondes"
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="round_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("round", args=[self.area.slug, self.pk])

    @property
    def questions(self) -> list[str]:
        """The questions of the guide, in their order."""
        return [line.strip() for line in self.guide.splitlines() if line.strip()]


@pghistory.track()
class RoundTarget(Versioned):
    """An organisation one wants to speak with in a round. That it was spoken with follows from the conversations."""

    CHANGED = "Iemand anders heeft dit gesprek intussen gepland."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(ConversationRound, on_delete=models.CASCADE, related_name="targets")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="round_targets")
    planned_on = models.DateField("gepland op", null=True, blank=True)
    place = models.CharField("plaats", max_length=150, blank=True)
    interviewer = models.CharField("wie voert het gesprek", max_length=150, blank=True)

    kept = Kept(
        area="round__area",
        words=("place", "interviewer"),
        parties=("organisation",),
        noun=("plek op een lijst van een gespreksronde", "plekken op lijsten van gespreksrondes"),
    )

    class Meta:
        verbose_name = "doel van een ronde"
        verbose_name_plural = "doelen van een ronde"
        constraints = [models.UniqueConstraint(fields=["round", "organisation"], name="round_target_once")]


@pghistory.track()
class RoundAim(models.Model):
    """How many organisations of a kind one wants to have spoken with."""

    round = models.ForeignKey(ConversationRound, on_delete=models.CASCADE, related_name="aims")
    kind = models.CharField("soort partij", max_length=20, choices=OrganisationKind)
    number = models.PositiveSmallIntegerField("aantal")

    kept = Kept(area="round__area")

    class Meta:
        verbose_name = "aantal per soort partij"
        verbose_name_plural = "aantallen per soort partij"
        constraints = [
            models.UniqueConstraint(fields=["round", "kind"], name="round_aim_once"),
            models.CheckConstraint(condition=models.Q(number__range=(1, 500)), name="round_aim_1_to_500"),
        ]
