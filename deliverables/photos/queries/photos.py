"""Reading photos of factsheets: lists without their texts, and the texts two of which are compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Count, Exists, Min, OuterRef, Q, QuerySet, When
from django.utils import timezone

from areas.factsheet.queries.factsheet import factsheet_texts
from areas.factsheet.rules.text import FactsheetText, from_json
from areas.models import Area
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from deliverables.photos.models import FactsheetPhoto
from deliverables.photos.rules import FactsheetDifference, compare
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.numbers import whole_number

NOW = "nu"


@dataclass(frozen=True)
class PhotoRow:
    """One photo in a list, in words."""

    number: int
    label: str
    day: date
    when: str
    by: str
    checkpoint: UUID | None
    checkpoint_name: str

    @property
    def key(self) -> str:
        """The number as text, for addresses: without the dots of a Dutch number."""
        return str(self.number)

    @property
    def before(self) -> str:
        """The number of the photo before this one; empty for the first."""
        return str(self.number - 1) if self.number > 1 else ""

    @property
    def name(self) -> str:
        """Foto 2: Tweede ijkmoment, 31-10-2022."""
        return f"Foto {self.number}: {self.label}, {dutch.short_date(self.day)}"


def photo_rows(area: Area) -> list[PhotoRow]:
    """Return the photos of an area, newest first, without their texts. One query."""
    found = area.photos.select_related("taken_by", "checkpoint").defer("snapshot").order_by("-number")
    return [photo_row(photo) for photo in found]


def photo_row(photo: FactsheetPhoto) -> PhotoRow:
    """Put what is known of a photo into words."""
    local = timezone.localtime(photo.taken_at)
    return PhotoRow(
        number=photo.number,
        label=photo.label,
        day=local.date(),
        when=f"{dutch.long_date(local.date())} om {dutch.clock(local)}",
        by=str(photo.taken_by) if photo.taken_by else "automatisch",
        checkpoint=photo.checkpoint_id,
        checkpoint_name=photo.checkpoint.name if photo.checkpoint else "",
    )


def photo_of(area: Area, checkpoint: Checkpoint) -> PhotoRow | None:
    """Return the photo an area has of a checkpoint, without its text."""
    found = (
        area.photos.select_related("taken_by", "checkpoint").defer("snapshot").filter(checkpoint=checkpoint).first()
    )
    return photo_row(found) if found else None


def text_of(photo: FactsheetPhoto) -> FactsheetText:
    """Return the factsheet as the photo holds it."""
    return from_json(photo.snapshot)


def texts_of(area: Area, numbers: Iterable[int]) -> dict[int, FactsheetText]:
    """Return the texts of these photos of an area. One query."""
    found = area.photos.filter(number__in=list(numbers)).values_list("number", "snapshot")
    return {number: from_json(snapshot) for number, snapshot in found}


def text_now(area: Area) -> FactsheetText:
    """Return the factsheet of an area as it is."""
    return factsheet_texts([area])[area.pk]


@dataclass(frozen=True)
class Comparison:
    """Two moments of one factsheet and what differs; without `difference` the choice was wrong."""

    old: str
    new: str
    old_name: str
    new_name: str
    difference: FactsheetDifference | None


def comparison(area: Area, rows: Sequence[PhotoRow], old: str, new: str) -> Comparison:
    """Compare two photos of an area by number, or a photo and now; the older one comes first.

    Without a choice: the latest photo and now. A number that does not exist, or the same one twice,
    gives no difference.
    """
    if not (old or new) and rows:
        old, new = str(rows[0].number), NOW
    if old == NOW or (new != NOW and whole_number(old) > whole_number(new)):
        old, new = new, old
    names = {str(row.number): f"Foto {row.number}" for row in rows} | {NOW: "Nu"}
    if old not in names or new not in names or old == new:
        return Comparison(old, new, "", "", None)
    texts = texts_of(area, [whole_number(old), whole_number(new)])
    later = text_now(area) if new == NOW else texts[int(new)]
    return Comparison(old, new, names[old], names[new], compare(texts[int(old)], later))


def checkpoints_without_photo(areas: Sequence[Area]) -> QuerySet[Checkpoint]:
    """Return the checkpoints that hold for one of these areas and of which it has no photo, latest first."""
    taken = FactsheetPhoto.objects.filter(area=OuterRef("area"), checkpoint=OuterRef("checkpoint"))
    waiting = CheckpointArea.objects.filter(~Exists(taken), area__in=areas)
    return Checkpoint.objects.filter(pk__in=waiting.values("checkpoint")).order_by("-date", "name")


# --- All areas -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class Round:
    """A moment of which several areas have a photo: a checkpoint, or one round by hand."""

    key: str
    label: str
    day: date
    areas: int
    checkpoint: UUID | None
    taken_at: datetime

    @property
    def name(self) -> str:
        """Eerste ijkmoment, 31-10-2022 (16 gebieden)."""
        areas = "1 gebied" if self.areas == 1 else f"{self.areas} gebieden"
        return f"{self.label}, {dutch.short_date(self.day)} ({areas})"


def rounds(areas: Sequence[Area]) -> list[Round]:
    """Return the moments these areas can be compared at, oldest first. One query.

    Photos of one checkpoint belong together, whenever they were taken; by hand those that were taken
    in one go. A photo of one area alone is no round, unless there is but one area to look at.
    """
    loose = Q(checkpoint__isnull=True)
    found = (
        FactsheetPhoto.objects.filter(area__in=areas)
        .order_by()
        .values("checkpoint", "checkpoint__name", "checkpoint__date")
        .annotate(by_hand=Case(When(loose, then="label")), moment=Case(When(loose, then="taken_at")))
        .annotate(areas=Count("area", distinct=True), first=Min("taken_at"))
        .filter(~loose | Q(areas__gte=min(2, len(areas))))
    )
    return sorted((_round(dict(row)) for row in found), key=lambda row: (row.day, row.taken_at))


def _round(row: dict[str, object]) -> Round:
    first = row["first"]
    assert isinstance(first, datetime)  # noqa: S101 - tells mypy what the aggregate gives
    checkpoint = row["checkpoint"] if isinstance(row["checkpoint"], UUID) else None
    day = row["checkpoint__date"]
    return Round(
        key=str(checkpoint) if checkpoint else f"ronde-{int(first.timestamp() * 1_000_000)}",
        label=str(row["checkpoint__name"] or row["by_hand"]),
        day=day if isinstance(day, date) else timezone.localdate(first),
        areas=int(str(row["areas"])),
        checkpoint=checkpoint,
        taken_at=first,
    )


def texts_in(areas: Sequence[Area], wanted: Sequence[Round]) -> dict[tuple[str, UUID], FactsheetText]:
    """Return the texts of these moments, by key and area. One query."""
    condition = Q(pk__in=[])
    for found in wanted:
        condition |= (
            Q(checkpoint=found.checkpoint)
            if found.checkpoint
            else Q(checkpoint__isnull=True, taken_at=found.taken_at, label=found.label)
        )
    photos = FactsheetPhoto.objects.filter(condition, area__in=areas)
    keys = {found.checkpoint or (found.taken_at, found.label): found.key for found in wanted}
    return {
        (keys[checkpoint or (taken_at, label)], area): from_json(snapshot)
        for checkpoint, taken_at, label, area, snapshot in photos.values_list(
            "checkpoint", "taken_at", "label", "area", "snapshot"
        )
    }
