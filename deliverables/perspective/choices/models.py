"""The hoofdkeuzes of a perspective, each tied to what it comes from and what it answers."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.enums import Permission
from areas.models import Area, Challenge, Friction, ProgrammeContribution
from coalition.models import Ambition
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class MainChoice(Versioned, Once):
    """A strategic choice. Its number is for ever: HK2 is never given again, also when the choice goes."""

    CHANGED = "Iemand anders heeft deze hoofdkeuze intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="main_choices")
    number = models.PositiveSmallIntegerField("nummer")
    title = models.CharField("hoofdkeuze", max_length=150)
    text = models.TextField("toelichting", blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="main_choices")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    ambitions = models.ManyToManyField(Ambition, through="ChoiceAmbition", related_name="main_choices")
    frictions = models.ManyToManyField(Friction, through="ChoiceFriction", related_name="main_choices")
    challenges = models.ManyToManyField(Challenge, through="ChoiceChallenge", related_name="main_choices")
    contributions = models.ManyToManyField(
        ProgrammeContribution, through="ChoiceContribution", related_name="main_choices"
    )

    kept = Kept(
        area="area",
        words=("title", "text"),
        accounts=("created_by",),
        need=Permission.VIEW_PERSPECTIVE,
        told=models.Q(pk__in=[]),  # a letter tells what is done; a choice is not that yet
    )

    class Meta:
        verbose_name = "hoofdkeuze"
        verbose_name_plural = "hoofdkeuzes"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["area", "number"], name="main_choice_number_once"),
            models.CheckConstraint(condition=~models.Q(title=""), name="main_choice_has_title"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        """How people call it: HK2."""
        return f"HK{self.number}"

    @property
    def note(self) -> str:
        """What it is, beside its title on pages of other rooms."""
        return "hoofdkeuze van het ontwikkelperspectief"

    def get_absolute_url(self) -> str:
        return reverse("main-choice", args=[self.area.slug, self.pk])


@pghistory.track()
class ChoiceAmbition(models.Model):
    """This choice comes from this ambition."""

    choice = models.ForeignKey(MainChoice, on_delete=models.CASCADE, related_name="ambition_links")
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="choice_links")

    kept = Kept(area="choice__area", rests=Rests(what="choice", on="ambition"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["choice", "ambition"], name="choice_ambition_once")]


@pghistory.track()
class ChoiceFriction(models.Model):
    """This choice answers this schuurpunt."""

    choice = models.ForeignKey(MainChoice, on_delete=models.CASCADE, related_name="friction_links")
    friction = models.ForeignKey(Friction, on_delete=models.PROTECT, related_name="choice_links")

    kept = Kept(area="choice__area", rests=Rests(what="choice", on="friction"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["choice", "friction"], name="choice_friction_once")]


@pghistory.track()
class ChoiceChallenge(models.Model):
    """This choice is about this opgave."""

    choice = models.ForeignKey(MainChoice, on_delete=models.CASCADE, related_name="challenge_links")
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="choice_links")

    kept = Kept(area="choice__area", rests=Rests(what="choice", on="challenge"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["choice", "challenge"], name="choice_challenge_once")]


@pghistory.track()
class ChoiceContribution(models.Model):
    """This choice makes this contribution to a national programme come true."""

    choice = models.ForeignKey(MainChoice, on_delete=models.CASCADE, related_name="contribution_links")
    contribution = models.ForeignKey(ProgrammeContribution, on_delete=models.PROTECT, related_name="choice_links")

    kept = Kept(area="choice__area", rests=Rests(what="choice", on="contribution"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["choice", "contribution"], name="choice_contribution_once")]
