"""Who is in an article now, and what they typed so far: kept until they save or leave."""

from django.conf import settings
from django.db import models

from coalition.agreement.articles.models import Article
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


class ArticleEditing(models.Model):
    """One person in one article. The text is what they typed, not yet saved; nobody else reads it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="editings")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="article_editings", verbose_name="schrijver"
    )
    title = models.CharField("titel", max_length=150, blank=True)
    text = models.TextField("tekst", blank=True)
    # The version of the article the typing began on.
    on_version = models.PositiveIntegerField("op versie")
    seen_at = models.DateTimeField("gezien op")

    kept = Kept(area="article__chapter__agreement__area", words=("title", "text"), accounts=("author",))

    class Meta:
        verbose_name = "artikel in bewerking"
        verbose_name_plural = "artikelen in bewerking"
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="article_editing_once")]

    def __str__(self) -> str:
        return f"{self.author} in {self.article}"
