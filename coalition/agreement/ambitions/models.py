"""What parties want together."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area, Challenge, Organisation
from coalition.agreement.ambitions.enums import AmbitionStatus, Support
from coalition.conversations.statements.models import Statement
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.models import Spoken
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Ambition(Versioned, Once):
    CHANGED = "Iemand anders heeft deze ambitie intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="ambitions")
    number = models.PositiveSmallIntegerField("nummer")
    title = models.CharField("titel", max_length=150)
    text = models.TextField("tekst")
    status = models.CharField(max_length=20, choices=AmbitionStatus, default=AmbitionStatus.PROPOSAL)
    drop_reason = models.TextField("waarom afgevallen", blank=True)
    statements = models.ManyToManyField(Statement, through="AmbitionStatement", related_name="ambitions")
    challenges = models.ManyToManyField(Challenge, through="AmbitionChallenge", related_name="ambitions")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ambitions")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(area="area", words=("title", "text", "drop_reason"), accounts=("created_by",))

    class Meta:
        verbose_name = "gedeelde ambitie"
        verbose_name_plural = "gedeelde ambities"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["area", "number"], name="ambition_number_once")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("ambition", args=[self.area.slug, self.pk])


@pghistory.track()
class AmbitionStatement(models.Model):
    """This ambition rests on this statement."""

    ambition = models.ForeignKey(Ambition, on_delete=models.CASCADE, related_name="statement_links")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="ambition_links")

    kept = Kept(area="ambition__area", rests=Rests(what="ambition", on="statement"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ambition", "statement"], name="ambition_statement_once")]


@pghistory.track()
class AmbitionChallenge(models.Model):
    """This ambition is about this opgave."""

    ambition = models.ForeignKey(Ambition, on_delete=models.CASCADE, related_name="challenge_links")
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="ambition_links")

    kept = Kept(area="ambition__area", rests=Rests(what="ambition", on="challenge"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ambition", "challenge"], name="ambition_challenge_once")]


@pghistory.track(exclude=["told_on"])
class AmbitionSupport(Spoken):
    """What a party says of an ambition, with the words it said that of and where one knows it from."""

    CHANGED = "Iemand anders heeft dit intussen ingevuld."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ambition = models.ForeignKey(Ambition, on_delete=models.CASCADE, related_name="supports")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="ambition_supports")
    support = models.CharField("steun", max_length=20, choices=Support)
    condition = models.TextField("voorwaarde of reden", blank=True)
    declared_on = models.DateField("verklaard op")
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="declared_support"
    )

    kept = Kept(
        area="ambition__area",
        words=("condition", "source", "on_title", "on_text"),
        accounts=("declared_by",),
        parties=("organisation",),
        noun=("steunverklaring voor een ambitie", "steunverklaringen voor ambities"),
    )

    class Meta:
        verbose_name = "steun voor een ambitie"
        verbose_name_plural = "steun voor ambities"
        constraints = [
            models.UniqueConstraint(fields=["ambition", "organisation", "given_as"], name="ambition_support_once"),
            models.CheckConstraint(
                condition=~models.Q(given_as=GivenAs.RECORDED) | ~models.Q(source=""),
                name="recorded_support_has_source",
            ),
            models.CheckConstraint(
                condition=~models.Q(support=Support.CONDITIONAL) | ~models.Q(condition=""),
                name="conditional_support_has_condition",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_support_display().lower()}"
