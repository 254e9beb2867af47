"""Articles of the akkoord, and what each rests on. `Article.objects` are those in the text, `everything` those taken out too."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
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


class InTheText(models.Manager["Article"]):
    """The articles that are in the text now."""

    def get_queryset(self) -> models.QuerySet["Article"]:
        return super().get_queryset().filter(removed_at=None)


@pghistory.track(exclude=["in_text"])
class Article(Versioned, Once):
    """One numbered article of law text. Taken out of the text it stays, with all that was said of it, and can come back."""

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
    # Why it was last changed, taken out or put back, as far as somebody said so; the history keeps them all.
    why = models.TextField("waarom", blank=True)
    removed_at = models.DateTimeField("uit de tekst op", null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True,
        related_name="articles_removed", verbose_name="uit de tekst gehaald door",
    )  # fmt: skip
    # True, or nothing at all: so that of what is in the text each has its own place and number.
    in_text = models.GeneratedField(
        expression=models.Case(models.When(removed_at=None, then=True), default=None),
        output_field=models.BooleanField("staat in de tekst", null=True),
        db_persist=True,
    )
    ambitions = models.ManyToManyField(Ambition, through="ArticleAmbition", related_name="articles")
    statements = models.ManyToManyField(Statement, through="ArticleStatement", related_name="articles")
    decisions = models.ManyToManyField(Decision, through="ArticleDecision", related_name="articles")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    objects = InTheText()
    everything: ClassVar[models.Manager["Article"]] = models.Manager()

    kept = Kept(
        area="chapter__agreement__area",
        words=("title", "text", "why"),
        accounts=("removed_by",),
        harmless=("label", "moves"),
    )

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
        ordering = ["chapter__number", "number"]
        # What is reached along a link, and what is kept about people, is never left out.
        default_manager_name = "everything"
        constraints = [
            models.UniqueConstraint(
                fields=["chapter", "number", "in_text"], name="article_number_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["chapter", "label", "in_text"], name="article_label_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(removed_at__isnull=True, removed_by__isnull=True)
                | (models.Q(removed_at__isnull=False, removed_by__isnull=False) & ~models.Q(why="")),
                name="removed_article_says_who_and_why",
            ),
        ]  # fmt: skip
        triggers = [pgtrigger.Protect(name="article_is_never_deleted", operation=pgtrigger.Delete)]

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
