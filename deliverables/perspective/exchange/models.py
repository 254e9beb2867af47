"""The wisselwerking with the ruimtelijk voorstel of each province: what goes there, what comes back, when, and with whom.

A province takes part in the area and directs its own voorstel; what stands here is what the area knows of it.
"""

import pghistory
from django.db import models
from django.urls import reverse

from areas.models import Area, Organisation, Province
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.exchange.enums import Degree, MomentState
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class ProvincialProposal(Versioned):
    """How far the ruimtelijk voorstel of a province is, as the area knows it: "concept 2"."""

    CHANGED = "Iemand anders heeft de stand van dit voorstel intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="provincial_proposals")
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="proposals")
    stand = models.CharField("hoe ver het voorstel is", max_length=150)
    as_of = models.DateField("peildatum")
    source = models.CharField("bron", max_length=300, blank=True)

    kept = Kept(area="area", words=("stand",), harmless=("source",))

    class Meta:
        verbose_name = "ruimtelijk voorstel van een provincie"
        verbose_name_plural = "ruimtelijke voorstellen van provincies"
        constraints = [
            models.UniqueConstraint(fields=["area", "province"], name="proposal_of_province_once"),
            models.CheckConstraint(condition=~models.Q(stand=""), name="proposal_says_how_far"),
        ]


@pghistory.track()
class Exchange(Versioned, Once):
    """On one subject: the building block the area delivers, and the frame that comes back; one of the two may be empty."""

    CHANGED = "Iemand anders heeft deze regel intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="exchanges")
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="exchanges")
    subject = models.CharField("onderwerp", max_length=100)
    choice = models.ForeignKey(MainChoice, on_delete=models.SET_NULL, null=True, blank=True, related_name="exchanges")
    block = models.CharField("bouwsteen", max_length=500, blank=True)
    # Empty: agreed, not delivered yet.
    delivered_on = models.DateField("geleverd op", null=True, blank=True)
    frame = models.CharField("kader", max_length=500, blank=True)
    frame_on = models.DateField("kader van", null=True, blank=True)
    frame_source = models.CharField("waar het kader staat", max_length=200, blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("subject", "block", "frame"), harmless=("frame_source",))

    class Meta:
        verbose_name = "bouwsteen en kader"
        verbose_name_plural = "bouwstenen en kaders"
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(subject=""), name="exchange_has_subject"),
            models.CheckConstraint(
                condition=~models.Q(block="") | ~models.Q(frame=""), name="exchange_goes_at_least_one_way"
            ),
            models.CheckConstraint(
                condition=models.Q(delivered_on=None) | ~models.Q(block=""), name="delivered_exchange_has_block"
            ),
            models.CheckConstraint(
                condition=models.Q(frame_on=None, frame_source="") | ~models.Q(frame=""),
                name="dated_exchange_has_frame",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("exchange", args=[self.area.slug])


@pghistory.track()
class ExchangeMoment(Versioned, Once):
    """A moment area and province agreed to speak each other about the two."""

    CHANGED = "Iemand anders heeft dit moment intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="exchange_moments")
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="exchange_moments")
    date = models.DateField("datum")
    about = models.CharField("waarover", max_length=200)
    state = models.CharField("stand", max_length=15, choices=MomentState, default=MomentState.AGREED)
    outcome = models.CharField("wat eruit kwam, of waarom het vervalt", max_length=300, blank=True)

    kept = Kept(area="area", words=("about", "outcome"))

    class Meta:
        verbose_name = "gesprek over het ruimtelijk voorstel"
        verbose_name_plural = "gesprekken over het ruimtelijk voorstel"
        ordering = ["date"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(about=""), name="exchange_moment_is_about_something"),
            models.CheckConstraint(
                condition=~models.Q(state=MomentState.DROPPED) | ~models.Q(outcome=""),
                name="dropped_exchange_moment_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.about


@pghistory.track()
class Involvement(Versioned, Once):
    """Who is involved in a subject of the voorstel, and how; without a party the area itself."""

    CHANGED = "Iemand anders heeft dit intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="involvements")
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="involvements")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="involvements"
    )
    subject = models.CharField("waarin", max_length=100)
    degree = models.CharField("hoe", max_length=10, choices=Degree)
    note = models.CharField("toelichting", max_length=300, blank=True)

    kept = Kept(
        area="area",
        words=("subject", "note"),
        parties=("organisation",),
        noun=("betrokkenheid bij een ruimtelijk voorstel", "betrokkenheden bij een ruimtelijk voorstel"),
    )

    class Meta:
        verbose_name = "betrokkenheid bij een ruimtelijk voorstel"
        verbose_name_plural = "betrokkenheden bij een ruimtelijk voorstel"
        ordering = ["subject"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "province", "organisation", "subject"],
                name="involvement_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=~models.Q(subject=""), name="involvement_in_something"),
        ]
