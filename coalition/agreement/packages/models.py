"""What an article is worth to a party, for finding packages. Only the party itself reads its own weights."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from coalition.agreement.articles.models import Article
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track()
class ArticleWeight(models.Model):
    """0: the party loses much by it; 5: it makes no difference; 10: it gains much by it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="weights")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="article_weights")
    weight = models.PositiveSmallIntegerField("gewicht")
    weighed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="article_weights", verbose_name="gewogen door"
    )
    weighed_at = models.DateTimeField("gewogen op", auto_now=True)

    kept = Kept(
        area="article__chapter__agreement__area",
        accounts=("weighed_by",),
        parties=("organisation",),
        noun=("gewicht van een artikel", "gewichten van artikelen"),
    )

    class Meta:
        verbose_name = "gewicht van een artikel"
        verbose_name_plural = "gewichten van artikelen"
        constraints = [
            models.UniqueConstraint(fields=["article", "organisation"], name="article_weight_once"),
            models.CheckConstraint(condition=models.Q(weight__lte=10), name="article_weight_from_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.weight}"
