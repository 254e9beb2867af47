"""The position of a party on one article of the akkoord, on which text, under which mandate, and how one knows it."""

import pghistory
from django.conf import settings
from django.db import models

from areas.mandates.enums import MandateLevel
from areas.models import Mandate, Organisation
from coalition.agreement.articles.models import Article
from coalition.agreement.positions.enums import Consent
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.models import Spoken
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track(exclude=["told_on"])
class ArticlePosition(Spoken):
    """What a party said of an article, with the words it said that of: another text asks it again."""

    CHANGED = "Iemand anders heeft dit intussen ingevuld."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="article_positions")
    consent = models.CharField("standpunt", max_length=20, choices=Consent)
    condition = models.TextField("voorwaarde of reden", blank=True)
    # How far the mandate reached when it was said, from the register; empty when that held none.
    mandate = models.CharField("mandaat", max_length=20, choices=MandateLevel, blank=True)
    under = models.ForeignKey(
        Mandate, on_delete=models.SET_NULL, null=True, blank=True, related_name="article_positions",
        verbose_name="mandaat in het register",
    )  # fmt: skip
    stated_on = models.DateField("gezegd op")
    # Nobody, when it was said by a link.
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="article_positions"
    )

    kept = Kept(
        area="article__chapter__agreement__area",
        words=("condition", "source", "on_title", "on_text"),
        accounts=("stated_by",),
        parties=("organisation",),
        noun=("standpunt over een artikel", "standpunten over artikelen"),
    )

    class Meta:
        verbose_name = "standpunt over een artikel"
        verbose_name_plural = "standpunten over artikelen"
        constraints = [
            models.UniqueConstraint(fields=["article", "organisation", "given_as"], name="article_position_once"),
            models.CheckConstraint(
                condition=~models.Q(given_as=GivenAs.RECORDED) | ~models.Q(source=""),
                name="recorded_article_position_has_source",
            ),
            models.CheckConstraint(
                condition=models.Q(given_as=GivenAs.LINK) | models.Q(stated_by__isnull=False),
                name="article_position_stated_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(consent=Consent.AGREES)
                | models.Q(consent=Consent.NOT_YET)
                | ~models.Q(condition=""),
                name="article_position_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_consent_display().lower()}"

    @property
    def mandate_words(self) -> str:
        """Under which mandate, with whether the register knows it."""
        level = str(self.get_mandate_display())
        return (
            level if self.under_id else f"{level}, niet uit het register" if level else "geen mandaat in het register"
        )
