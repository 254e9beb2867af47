"""The position of a party on one article of the akkoord, on which text, and under which mandate."""

import pghistory
from django.conf import settings
from django.db import models

from areas.mandates.enums import MandateLevel
from areas.models import Organisation
from coalition.agreement.articles.models import Article
from coalition.agreement.positions.enums import Consent
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class ArticlePosition(Versioned):
    """What a party said of an article, with the words it said that of: another text asks it again."""

    CHANGED = "Iemand anders heeft dit intussen ingevuld."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="article_positions")
    consent = models.CharField("standpunt", max_length=20, choices=Consent)
    condition = models.TextField("voorwaarde of reden", blank=True)
    mandate = models.CharField("mandaat", max_length=20, choices=MandateLevel)
    source = models.CharField("bron", max_length=200, blank=True)
    on_title = models.CharField("titel toen", max_length=150)
    on_text = models.TextField("tekst toen")
    stated_on = models.DateField("gezegd op")
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="article_positions")

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
            models.UniqueConstraint(fields=["article", "organisation"], name="article_position_once"),
            models.CheckConstraint(
                condition=models.Q(consent=Consent.AGREES)
                | models.Q(consent=Consent.NOT_YET)
                | ~models.Q(condition=""),
                name="article_position_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_consent_display().lower()}"
