"""What the parties do not agree on: said openly in the akkoord, with where each of them stands."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Organisation
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.models import Spoken
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class OpenPoint(Versioned, Once):
    """A point there is no agreement on yet; settled ones stay, with what came of them."""

    CHANGED = "Iemand anders heeft dit punt intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="open_points")
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="open_points", verbose_name="artikel"
    )
    # Given once, and never to another point.
    number = models.PositiveSmallIntegerField("nummer", default=0, editable=False)
    title = models.CharField("titel", max_length=150)
    text = models.TextField("waar het om gaat")
    settled_on = models.DateField("opgelost op", null=True, blank=True)
    outcome = models.TextField("hoe het is opgelost", blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="agreement__area", words=("title", "text", "outcome"))

    class Meta:
        verbose_name = "punt zonder overeenstemming"
        verbose_name_plural = "punten zonder overeenstemming"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="open_point_number_once"),
            models.CheckConstraint(
                condition=models.Q(settled_on__isnull=True) | ~models.Q(outcome=""), name="settled_point_says_how"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("open-point-edit", args=[self.agreement.area.slug, self.pk])


@pghistory.track(exclude=["told_on"])
class OpenPointStand(Spoken):
    """Where one party stands on such a point, in its own words."""

    CHANGED = "Iemand anders heeft dit intussen ingevuld."

    point = models.ForeignKey(OpenPoint, on_delete=models.CASCADE, related_name="stands")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="open_point_stands")
    words = models.TextField("standpunt")
    # Nobody known, of what was written down before the portal kept it.
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="open_point_stands"
    )

    kept = Kept(
        area="point__agreement__area",
        words=("words", "source", "on_title", "on_text"),
        accounts=("stated_by",),
        parties=("organisation",),
        noun=("standpunt zonder overeenstemming", "standpunten zonder overeenstemming"),
    )

    class Meta:
        verbose_name = "standpunt over een punt zonder overeenstemming"
        verbose_name_plural = "standpunten over punten zonder overeenstemming"
        constraints = [
            models.UniqueConstraint(fields=["point", "organisation", "given_as"], name="open_point_stand_once"),
            models.CheckConstraint(
                condition=~models.Q(given_as=GivenAs.RECORDED) | ~models.Q(source=""),
                name="recorded_stand_has_source",
            ),
            models.CheckConstraint(condition=~models.Q(words=""), name="open_point_stand_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.words}"
