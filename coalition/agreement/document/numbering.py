"""What keeps the numbers of chapters and articles in a row.

Every change locks the akkoord's row first, so that two people cannot give out one number, and a
version is frozen of one moment.
"""

from uuid import UUID

from django.db.models import Model

from coalition.agreement.articles.models import Article
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.document.rules.labels import Numbered, highest_of, labels
from novex_portal.toolkit.problems import Conflict

GONE = "Dit staat niet meer in het akkoord: iemand anders heeft het intussen verwijderd."


def lock(agreement: UUID) -> Agreement:
    """Return the akkoord with its row locked until the transaction ends."""
    return Agreement.objects.select_for_update(no_key=True).get(pk=agreement)


def move[Row: (Chapter, Article)](rows: list[Row], row: Row, places: int) -> None:
    """Move a row this many places up (below 0) or down; rows come in their order. Raises Conflict when it is gone."""
    if moved(rows, row, places):
        number_rows(rows)


def moved[Row: Model](rows: list[Row], row: Row, places: int) -> bool:
    """Put a row this many places further or back among the others; tells whether it moved. Raises Conflict when it is gone."""
    here = next((index for index, other in enumerate(rows) if other.pk == row.pk), None)
    if here is None:
        raise Conflict(GONE)
    there = min(max(here + places, 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    return there != here


def number_chapters(agreement: UUID) -> None:
    """Put the chapters in a row: those of the text, then the annexes, each with the number people read."""
    number_rows(list(Chapter.objects.filter(agreement=agreement).order_by("number")))


def number_articles(chapter: UUID) -> None:
    """Put the articles of a chapter in a row."""
    number_rows(list(Article.objects.filter(chapter=chapter).order_by("number")))


def next_article(chapter: Chapter) -> tuple[int, str]:
    """Return the place and the number of an article to be added at the end of a chapter. Two queries."""
    rows = list(Article.objects.filter(chapter=chapter).order_by("number").values_list("number", "label", "is_fixed"))
    numbered = [Numbered(label, is_fixed) for _, label, is_fixed in rows] + [Numbered("", is_fixed=False)]
    return (rows[-1][0] if rows else 0) + 1, labels(numbered, chapter.fixed_up_to, _gone(chapter.pk))[-1]


def number_rows[Row: (Chapter, Article)](rows: list[Row]) -> None:
    """Give the rows their place from 1 and the number people read; uniqueness is checked at commit."""
    rows = sorted(rows, key=_is_annex)
    body = [row for row in rows if not _is_annex(row)]
    gone = _gone(rows[0].chapter_id) if rows and isinstance(rows[0], Article) else ()
    given = labels([Numbered(row.label, row.is_fixed) for row in body], _highest(rows[0]) if rows else 0, gone)
    given += [f"B{place}" for place in range(1, len(rows) - len(body) + 1)]
    changed = []
    for place, (row, label) in enumerate(zip(rows, given, strict=True), start=1):
        if (row.number, row.label) != (place, label):
            row.number, row.label = place, label
            changed.append(row)
    if changed:
        type(changed[0])._default_manager.bulk_update(changed, ["number", "label"])


def fix_numbers(agreement: Agreement, *, renumber: bool) -> None:
    """Let the numbers of now be those of a version; with `renumber` they run from 1 again first."""
    chapters = list(Chapter.objects.filter(agreement=agreement).order_by("number"))
    articles = list(Article.objects.filter(chapter__agreement=agreement).order_by("number"))
    agreement.fixed_up_to = _fixed(chapters, agreement.fixed_up_to, renumber=renumber)
    agreement.save(update_fields=["fixed_up_to"])
    for chapter in chapters:
        rows = [article for article in articles if article.chapter_id == chapter.pk]
        chapter.fixed_up_to = _fixed(rows, chapter.fixed_up_to, renumber=renumber)
    Chapter.objects.bulk_update(chapters, ["label", "is_fixed", "fixed_up_to"])
    Article.objects.bulk_update(articles, ["label", "is_fixed"])
    if renumber:  # what was taken out has no claim to a number any more
        Article.everything.filter(chapter__agreement=agreement).exclude(removed_at=None).update(is_fixed=False)


def _fixed[Row: (Chapter, Article)](rows: list[Row], highest: int, *, renumber: bool) -> int:
    """Fix the labels of rows in their order, and return the highest number given out."""
    body = [row for row in rows if not _is_annex(row)]
    for place, row in enumerate(body, start=1):
        row.label, row.is_fixed = str(place) if renumber else row.label, True
    found = highest_of([row.label for row in body])
    return found if renumber else max(highest, found)


def _gone(chapter: UUID) -> list[str]:
    """Return the numbers a version gave to articles of a chapter that were taken out since. One query."""
    rows = Article.everything.filter(chapter=chapter, is_fixed=True).exclude(removed_at=None)
    return list(rows.values_list("label", flat=True))


def _is_annex(row: Chapter | Article) -> bool:
    return isinstance(row, Chapter) and row.kind == ChapterKind.ANNEX


def _highest(row: Chapter | Article) -> int:
    return row.chapter.fixed_up_to if isinstance(row, Article) else row.agreement.fixed_up_to
