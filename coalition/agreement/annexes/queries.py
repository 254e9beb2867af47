"""Reading what stands in the annexes of an akkoord."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from coalition.agreement.annexes.models import Exhibit, ExhibitPage
from coalition.agreement.annexes.rules import exhibit_label, page_alt
from coalition.agreement.document.models import Agreement, Chapter
from novex_portal.toolkit.files.models import StoredFile


@dataclass(frozen=True)
class ExhibitRow:
    """A figure or document in its annex, with how it is called."""

    exhibit: Exhibit
    label: str
    pages: int  # of a document; 0 for a figure

    @property
    def page_alts(self) -> list[tuple[int, str]]:
        """The pages of a document by number, each with what it shows in words."""
        return [(page, page_alt(self.exhibit.alt, page, self.pages)) for page in range(1, self.pages + 1)]


def exhibits_of(agreement: Agreement) -> dict[UUID, list[ExhibitRow]]:
    """Return what stands in each annex, in its order. One query."""
    found: dict[UUID, list[ExhibitRow]] = defaultdict(list)
    rows = Exhibit.objects.filter(chapter__agreement=agreement).select_related("file", "chapter")
    for row in rows.annotate(page_count=Count("pages")).order_by("chapter__number", "number"):
        others = found[row.chapter_id]
        label = exhibit_label(row.chapter.label, len(others) + 1, is_document=not row.file.is_picture)
        others.append(ExhibitRow(row, label, row.page_count))
    return found


def exhibits_in(chapter: Chapter) -> list[ExhibitRow]:
    """Return what stands in one annex. One query."""
    return exhibits_of(chapter.agreement).get(chapter.pk, [])


def page_of(exhibit: Exhibit, number: int) -> StoredFile | None:
    """Return the picture of a page of a document; None when it has no such page."""
    page = ExhibitPage.objects.select_related("file").filter(exhibit=exhibit, number=number).first()
    return page.file if page else None


def pages_by_exhibit(exhibits: Iterable[ExhibitRow]) -> dict[UUID, list[StoredFile]]:
    """Return the pictures of the pages of these documents, in their order. One query."""
    found: dict[UUID, list[StoredFile]] = defaultdict(list)
    pages = ExhibitPage.objects.filter(exhibit__in=[row.exhibit for row in exhibits]).select_related("file")
    for page in pages.order_by("exhibit_id", "number"):
        found[page.exhibit_id].append(page.file)
    return found


def files_of(agreement: Agreement) -> QuerySet[StoredFile]:
    """Return all files of the annexes: figures, documents, and the pages of these."""
    exhibits = Exhibit.objects.filter(chapter__agreement=agreement)
    mine = StoredFile.objects.filter(exhibits__in=exhibits)
    return mine.union(StoredFile.objects.filter(exhibit_pages__exhibit__in=exhibits))


def room_taken(agreement: Agreement) -> int:
    """Return how many bytes the files of the annexes take together. Two queries."""
    own = Exhibit.objects.filter(chapter__agreement=agreement).aggregate(size=Sum("file__size"))["size"] or 0
    pages = ExhibitPage.objects.filter(exhibit__chapter__agreement=agreement)
    return int(own) + int(pages.aggregate(size=Sum("file__size"))["size"] or 0)
