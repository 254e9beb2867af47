"""What may be done with the chapters of an akkoord."""

from django.db.models import Max

from areas.models import User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.document.numbering import GONE, lock, move, number_chapters
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem


@action
def add_chapter(*, agreement: Agreement, actor: User, title: str, kind: str = ChapterKind.BODY) -> Chapter:
    """Add a chapter at the end of its kind: annexes stand behind the text. The same title as the last one gives that one: pressing twice adds one."""
    lock(agreement.pk)
    last = agreement.chapters.filter(kind=kind).order_by("-number").first()
    if last and last.title == title:
        return last
    end = agreement.chapters.aggregate(last=Max("number"))["last"] or 0
    made = Chapter.objects.create(agreement=agreement, kind=kind, number=end + 1, title=title)
    number_chapters(agreement.pk)
    made.refresh_from_db()
    return made


@action
def rename_chapter(*, chapter: Chapter, actor: User, title: str, is_landscape: bool = False) -> Chapter:
    """Give a chapter another title, and say how an annex lies on paper. Raises Conflict when it is gone."""
    is_landscape = is_landscape and chapter.kind == ChapterKind.ANNEX
    if not Chapter.objects.filter(pk=chapter.pk).update(title=title, is_landscape=is_landscape):
        raise Conflict(GONE)
    chapter.title, chapter.is_landscape = title, is_landscape
    return chapter


@action
def move_chapter(*, chapter: Chapter, actor: User, places: int) -> None:
    """Move a chapter up (-1) or down (1); the articles in it get its new number. At the edge nothing happens."""
    lock(chapter.agreement_id)
    move(list(Chapter.objects.filter(agreement=chapter.agreement_id).order_by("number")), chapter, places)


@action
def remove_chapter(*, chapter: Chapter, actor: User) -> None:
    """Take an empty chapter out; the ones after it move up. Raises Problem when it holds anything.

    Articles that were taken out of it go to the chapter before it, with all that was said of them.
    """
    lock(chapter.agreement_id)
    if Article.objects.filter(chapter=chapter).exists():
        raise Problem("In dit hoofdstuk staan nog artikelen. Verplaats of verwijder die eerst.")
    if chapter.exhibits.exists():
        raise Problem("In deze bijlage staan nog figuren of stukken. Verwijder die eerst.")
    if left := list(Article.everything.filter(chapter=chapter)):
        _pass_on(left, chapter)
    chapter.delete()
    number_chapters(chapter.agreement_id)


def _pass_on(left: list[Article], chapter: Chapter) -> None:
    others = Chapter.objects.filter(agreement=chapter.agreement_id).exclude(pk=chapter.pk)
    heir = others.filter(number__lt=chapter.number).order_by("-number").first() or others.order_by("number").first()
    if heir is None:
        raise Problem(
            "Aan dit hoofdstuk hangen artikelen die uit de tekst zijn gehaald. Maak eerst een ander hoofdstuk."
        )
    keys = [article.pk for article in left]
    Article.everything.filter(pk__in=keys).update(chapter=heir, is_fixed=False)
