"""What may be done with figures and documents of an annex."""

from uuid import UUID

from django.db.models import Max

from areas.models import User
from coalition.agreement.annexes.models import Exhibit, ExhibitPage
from coalition.agreement.annexes.queries import room_taken
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.models import Chapter
from coalition.agreement.document.numbering import lock, moved
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.files.keeping import Taken, hold_room, keep_original, keep_picture
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem

MOST_EXHIBITS = 60


@action
def add_exhibit(
    *, chapter: Chapter, actor: User, caption: str, alt: str, taken: Taken, token: UUID | None = None
) -> Exhibit:
    """Add a figure or document at the end of an annex.

    The same token gives the one it gave before: pressing twice makes one. Raises Problem when this is no annex (any
    more), or all annexes together become too much for one file.
    """
    agreement = lock(chapter.agreement_id)
    if made := Exhibit.made_with(token, chapter=chapter):
        return made
    chapter = _annex(chapter)
    hold_room(taken, room_taken(agreement))
    if chapter.exhibits.count() >= MOST_EXHIBITS:
        raise Problem(f"In een bijlage passen ten hoogste {MOST_EXHIBITS} figuren en stukken.")
    made = Exhibit.objects.create(
        chapter=chapter,
        number=(chapter.exhibits.aggregate(last=Max("number"))["last"] or 0) + 1,
        caption=caption,
        alt=alt,
        file=keep_original(taken),
        submission_token=token or uuid7(),
    )
    if taken.original:
        for number, picture in enumerate(taken.pictures, start=1):
            ExhibitPage.objects.create(exhibit=made, number=number, file=keep_picture(picture))
    return made


@action
def change_exhibit(*, exhibit: Exhibit, actor: User, version: int, caption: str, alt: str) -> Exhibit:
    """Change the words beside a figure or document. Raises Conflict when somebody else saved since `version` was read."""
    exhibit.write_over(version, caption=caption, alt=alt)
    return exhibit


@action
def move_exhibit(*, exhibit: Exhibit, actor: User, places: int) -> None:
    """Move it up (below 0) or down inside its annex. At the edge nothing happens; raises Conflict when it is gone."""
    lock(exhibit.chapter.agreement_id)
    rows = list(Exhibit.objects.filter(chapter=exhibit.chapter_id).order_by("number"))
    if moved(rows, exhibit, places):
        for place, row in enumerate(rows, start=1):
            row.number = place
        Exhibit.objects.bulk_update(rows, ["number"])


@action
def remove_exhibit(*, exhibit: Exhibit, actor: User) -> None:
    """Take a figure or document out. Frozen versions keep it; elsewhere its file is gone in a day."""
    lock(exhibit.chapter.agreement_id)
    Exhibit.objects.filter(pk=exhibit.pk).delete()


def _annex(chapter: Chapter) -> Chapter:
    """Read the annex as it is now, behind the lock; raises Problem when it is gone, or no annex."""
    found = Chapter.objects.filter(pk=chapter.pk, kind=ChapterKind.ANNEX).first()
    if found is None:
        raise Problem("Figuren en stukken horen in een bijlage. Deze bijlage is er niet meer.")
    return found
