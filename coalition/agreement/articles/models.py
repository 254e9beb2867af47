"""Articles of the akkoord, and what each rests on."""

import pghistory
from django.db import models
from django.urls import reverse

from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.document.models import Chapter
from coalition.conversations.statements.models import Statement
from coalition.planning_group.decisions.models import Decision
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.law_text.following import follow
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Article(Versioned, Once):
    """One numbered article; its text is law text."""

    CHANGED = "Iemand anders heeft dit artikel intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="articles")
    number = models.PositiveSmallIntegerField("volgorde")
    # The part after the chapter's: "2" or "2a". It stays the same from the moment a version gave it out.
    label = models.CharField("nummer", max_length=8, default="", editable=False)
    is_fixed = models.BooleanField("nummer ligt vast", default=False)
    title = models.CharField("titel", max_length=150)
    text = models.TextField("tekst")
    # What moved at each change, old way to new way: `Readable` leads references along.
    moves = models.JSONField("verplaatst", default=list, editable=False)
    ambitions = models.ManyToManyField(Ambition, through="ArticleAmbition", related_name="articles")
    statements = models.ManyToManyField(Statement, through="ArticleStatement", related_name="articles")
    decisions = models.ManyToManyField(Decision, through="ArticleDecision", related_name="articles")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(area="chapter__agreement__area", words=("title", "text"), harmless=("label", "moves"))

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
        ordering = ["chapter__number", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["chapter", "number"], name="article_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(
                fields=["chapter", "label"], name="article_label_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def write_over(self, version: int | None, **values: object) -> None:
        """Write values as the next version, and keep which members and parts moved or are gone."""
        held = self.held_at(version)
        moved = follow(held.text, str(values.get("text", held.text))).moves
        super().write_over(version, **values, **({"moves": [*held.moves, moved]} if moved else {}))

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.chapter.agreement.area.slug, self.pk])


@pghistory.track()
class ArticleAmbition(models.Model):
    """This article rests on this ambition."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="ambition_links")
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="article_links")

    kept = Kept(area="article__chapter__agreement__area", rests=Rests(what="article", on="ambition"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "ambition"], name="article_ambition_once")]


@pghistory.track()
class ArticleStatement(models.Model):
    """This article rests directly on this statement."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="statement_links")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="article_links")

    kept = Kept(area="article__chapter__agreement__area", rests=Rests(what="article", on="statement"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "statement"], name="article_statement_once")]


@pghistory.track()
class ArticleDecision(models.Model):
    """This article rests on this decision, or carries it out."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="decision_links")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="article_links")

    kept = Kept(area="article__chapter__agreement__area", rests=Rests(what="article", on="decision"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "decision"], name="article_decision_once")]
