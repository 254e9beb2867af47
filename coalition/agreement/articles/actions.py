"""What may be done with articles: add, change and move one, take it out of the text and put it back."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from areas.models import User
from areas.resting.queries import words_for
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.articles.models import Article, ArticleAmbition, ArticleDecision, ArticleStatement
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.document.numbering import lock, move, next_article, number_articles, number_rows
from coalition.conversations.statements.models import Statement
from coalition.planning_group.decisions.models import Decision
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem

MAX_ARTICLES = 1_000


@action
def add_article(
    *,
    chapter: Chapter,
    actor: User,
    title: str,
    text: str,
    ambitions: Iterable[Ambition] = (),
    statements: Iterable[Statement] = (),
    decisions: Iterable[Decision] = (),
    token: UUID | None = None,
) -> Article:
    """Add an article at the end of a chapter, with what it rests on.

    The same token gives the article it gave before: pressing twice makes one. Raises Problem when an
    ambition or statement is of another area, or an ambition was dropped.
    """
    agreement = lock(chapter.agreement_id)
    if made := Article.made_with(token):
        if made.chapter.agreement_id != agreement.pk:
            raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
        return made
    _require_room(agreement)
    _require_there(chapter)
    number, label = next_article(chapter)
    article = Article.objects.create(
        chapter=chapter, number=number, label=label, title=title, text=text, submission_token=token or uuid7()
    )
    _link(article, agreement.area_id, ambitions, statements, decisions)
    return article


@action
def update_article(
    *,
    article: Article,
    actor: User,
    version: int,
    title: str,
    text: str,
    ambitions: Iterable[Ambition],
    statements: Iterable[Statement],
    decisions: Iterable[Decision] | None = None,
    chapter: Chapter | None = None,
    why: str = "",
) -> Article:
    """Change an article; `ambitions`, `statements` and `decisions` are the whole lists after the change.
    Without `decisions` those stay as they are.

    `why` is for the history. With another `chapter` it moves to the end of that one. Raises Conflict when somebody else saved
    since `version` was read, and Problem as `add_article` does.
    """
    agreement = lock(article.chapter.agreement_id)
    article.write_over(version, title=title, text=text, why=why.strip())
    _link(article, agreement.area_id, ambitions, statements, decisions)
    if chapter and chapter.pk != article.chapter_id:
        _change_chapter(article, chapter, agreement)
    return article


@action
def move_article(*, article: Article, actor: User, places: int) -> None:
    """Move an article up (-1) or down (1) inside its chapter. At the edge nothing happens."""
    lock(article.chapter.agreement_id)
    move(list(Article.objects.filter(chapter=article.chapter_id).order_by("number")), article, places)


@action
def remove_article(*, article: Article, actor: User, version: int | None, why: str) -> Article:
    """Take an article out of the text; it stays with all that was said of it, and can be put back.

    Twice is once. Raises Conflict when somebody saved since `version` was read, and Problem without a reason or,
    by name, when something rests on it.
    """
    agreement = lock(article.chapter.agreement_id)
    held = Article.everything.select_for_update(of=("self",)).get(pk=article.pk)  # nothing is tied to it from here on
    if held.removed_at:
        return held
    if not why.strip():
        raise Problem("Schrijf op waarom dit artikel weg kan.")
    if resting := words_for(actor, held):
        raise Problem(f"Dit artikel kan niet weg. Hierop steunt nog: {resting}. Haal het artikel daar eerst weg.")
    held.write_over(version, removed_at=timezone.now(), removed_by=actor, why=why.strip())
    number_articles(held.chapter_id)
    _follow_articles(agreement.area_id)
    return held


@action
def restore_article(*, article: Article, actor: User, version: int | None) -> Article:
    """Put an article that was taken out back in its chapter, as near to its old place as can be; twice is once."""
    agreement = lock(article.chapter.agreement_id)
    held = Article.everything.get(pk=article.pk)
    if held.removed_at is None:
        return held
    _require_room(agreement)
    rows = list(Article.objects.filter(chapter=held.chapter_id).order_by("number"))
    held.write_over(version, removed_at=None, removed_by=None, why="")
    rows.insert(held.number - 1, held)
    number_rows(rows)
    _follow_articles(agreement.area_id)
    return held


def _require_room(agreement: Agreement) -> None:
    if Article.objects.filter(chapter__agreement=agreement).count() >= MAX_ARTICLES:
        raise Problem(f"Een akkoord heeft ten hoogste {MAX_ARTICLES} artikelen. Voeg artikelen samen.")


def _require_there(chapter: Chapter) -> None:
    """Read the chapter as it is now, behind the lock; raises Problem when it is gone."""
    if not Chapter.objects.filter(pk=chapter.pk).exists():
        raise Problem("Dit hoofdstuk is intussen verwijderd. Kies een ander hoofdstuk.")
    chapter.refresh_from_db(fields=["fixed_up_to"])


def _change_chapter(article: Article, chapter: Chapter, agreement: Agreement) -> None:
    if chapter.agreement_id != agreement.pk:
        raise Problem("Dit hoofdstuk hoort bij een ander akkoord.")
    _require_there(chapter)
    old = article.chapter_id
    article.chapter, article.is_fixed = chapter, False
    article.number, article.label = next_article(chapter)
    article.save(update_fields=["chapter", "number", "label", "is_fixed"])
    number_articles(old)


def _link(
    article: Article,
    area: UUID,
    ambitions: Iterable[Ambition],
    statements: Iterable[Statement],
    decisions: Iterable[Decision] | None,
) -> None:
    wanted_ambitions = {ambition.pk for ambition in ambitions}
    wanted_statements = {statement.pk for statement in statements}
    _require_at_home(area, wanted_ambitions, wanted_statements)
    link_exactly(ArticleAmbition, {"article": article}, ambition=wanted_ambitions)
    link_exactly(ArticleStatement, {"article": article}, statement=wanted_statements)
    if decisions is not None:
        _link_decisions(article, area, {decision.pk for decision in decisions})
    _follow_articles(area)


def _link_decisions(article: Article, area: UUID, wanted: set[UUID]) -> None:
    if Decision.objects.filter(pk__in=wanted, area=area).count() != len(wanted):
        raise Problem("Een van de besluiten is er niet meer, of hoort bij een ander gebied.")
    link_exactly(ArticleDecision, {"article": article}, decision=wanted)


def _require_at_home(area: UUID, ambitions: set[UUID], statements: set[UUID]) -> None:
    usable = Ambition.objects.filter(pk__in=ambitions, area=area).exclude(status=AmbitionStatus.DROPPED)
    if usable.count() != len(ambitions):
        raise Problem("Een van de ambities is afgevallen, of hoort bij een ander gebied.")
    if Statement.objects.filter(pk__in=statements, conversation__area=area).count() != len(statements):
        raise Problem("Een van de uitspraken is er niet meer, of hoort bij een ander gebied.")


def _follow_articles(area: UUID) -> None:
    """Keep "in het akkoord" true: a shared ambition with an article has it, one without has not."""
    carried = Exists(ArticleAmbition.objects.filter(ambition=OuterRef("pk"), article__removed_at=None))
    ambitions = Ambition.objects.filter(area=area)
    ambitions.filter(carried, status=AmbitionStatus.SHARED).update(
        status=AmbitionStatus.IN_AGREEMENT, updated_at=timezone.now()
    )
    ambitions.filter(~carried, status=AmbitionStatus.IN_AGREEMENT).update(
        status=AmbitionStatus.SHARED, updated_at=timezone.now()
    )
