"""Taking a photo of factsheets: by hand of one area or many, or by the clock on the day of an ijkmoment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils import timezone

from areas.factsheet.queries.factsheet import factsheet_texts
from areas.factsheet.rules.text import sha256_of, to_json
from areas.models import Area, User
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from deliverables.photos.models import FactsheetPhoto
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem

CATCH_UP = timedelta(days=14)
"""How long after the day of an ijkmoment its photo is still taken, when the worker was down."""


@dataclass(frozen=True)
class _Wanted:
    """One photo to be taken."""

    area: Area
    label: str
    checkpoint: Checkpoint | None
    token: UUID


@action(by=By.CLOCK)
def take_photo(
    *,
    area: Area,
    actor: User | None,
    label: str,
    checkpoint: Checkpoint | None = None,
    moment: datetime,
    token: UUID | None = None,
) -> FactsheetPhoto:
    """Freeze the factsheet of one area whole, under the next number of that area.

    The same token twice gives the photo of the first time. Raises Problem without a name, for a
    checkpoint that is gone or holds for other areas, and when this area has a photo of it already.
    """
    token = token or uuid7()
    name = _name(label)
    _lock([area], [checkpoint] if checkpoint else [])
    known = FactsheetPhoto.objects.filter(submission_token=token, area=area).first()
    if known is not None:
        return known
    if checkpoint is not None:
        _check(area, checkpoint)
    return _take([_Wanted(area, name, checkpoint, token)], actor=actor, moment=moment)[0]


@action(by=By.CLOCK)
def take_photos(
    *,
    areas: Sequence[Area],
    actor: User | None,
    label: str,
    checkpoint: Checkpoint | None = None,
    moment: datetime,
    token: UUID | None = None,
) -> list[FactsheetPhoto]:
    """Freeze the factsheets of many areas under one name; returns the photos of the first time for the same token.

    With a checkpoint: of the areas it holds for that have no photo of it yet. Raises Problem without a
    name, and when no area is left. The number of queries does not depend on the number of areas.
    """
    token = token or uuid7()
    name = _name(label)
    _lock(areas, [checkpoint] if checkpoint else [])
    tokens = {area.pk: uuid5(token, str(area.pk)) for area in areas}
    known = list(FactsheetPhoto.objects.filter(submission_token__in=tokens.values()).order_by("area__number"))
    if known:
        return known
    waiting = _without_photo(checkpoint) if checkpoint else set(tokens)
    left = [area for area in areas if area.pk in waiting]
    if not left:
        raise Problem("Van dit ijkmoment heeft elk gebied waarvoor het geldt al een foto.")
    wanted = [_Wanted(area, name, checkpoint, tokens[area.pk]) for area in left]
    return _take(wanted, actor=actor, moment=moment)


@action(by=By.CLOCK)
def take_due_photos(*, now: datetime) -> int:
    """Take the photo of every ijkmoment whose day has come, of each of its areas that has none; returns how many.

    From the hour of reminders on, and up to `CATCH_UP` after the day. Running it twice, or in two
    places at once, gives the same photos. A fixed number of queries.
    """
    due = list(_due(now).values_list("checkpoint", "area"))
    if not due:
        return 0
    _lock(
        list(Area.objects.filter(pk__in={area for _, area in due})),
        list(Checkpoint.objects.filter(pk__in={checkpoint for checkpoint, _ in due})),
    )
    still_due = _due(now).select_related("checkpoint", "area").order_by("checkpoint__date", "checkpoint", "area")
    wanted = [_Wanted(link.area, link.checkpoint.name, link.checkpoint, uuid7()) for link in still_due]
    return len(_take(wanted, actor=None, moment=now))


def _name(label: str) -> str:
    name = " ".join(label.split())
    if not name:
        raise Problem("Geef de foto een naam, bijvoorbeeld “Voor het bestuurlijk overleg”.")
    if len(name) > 150:
        raise Problem("De naam is te lang. Gebruik hooguit 150 tekens.")
    return name


def _due(now: datetime) -> QuerySet[CheckpointArea]:
    local = timezone.localtime(now)
    today = local.date()
    last = today if local.hour >= settings.REMINDER_HOUR else today - timedelta(days=1)
    taken = FactsheetPhoto.objects.filter(area=OuterRef("area"), checkpoint=OuterRef("checkpoint"))
    return CheckpointArea.objects.filter(
        ~Exists(taken),
        checkpoint__kind=CheckpointKind.CHECKPOINT,
        checkpoint__date__range=(today - CATCH_UP, last),
    )


def _without_photo(checkpoint: Checkpoint) -> set[UUID]:
    taken = FactsheetPhoto.objects.filter(checkpoint=checkpoint).values("area")
    return set(
        CheckpointArea.objects.filter(checkpoint=checkpoint).exclude(area__in=taken).values_list("area", flat=True)
    )


def _check(area: Area, checkpoint: Checkpoint) -> None:
    if not CheckpointArea.objects.filter(checkpoint=checkpoint, area=area).exists():
        raise Problem(f"Dit ijkmoment geldt niet voor {area.name}. Kies een ander, of geen.")
    taken = FactsheetPhoto.objects.filter(checkpoint=checkpoint, area=area).values_list("number", flat=True).first()
    if taken is not None:
        raise Problem(f"Van dit ijkmoment is er al een foto: nummer {taken}. Kies een ander ijkmoment, of geen.")


def _lock(areas: Sequence[Area], checkpoints: Sequence[Checkpoint]) -> None:
    """Let nobody else number photos of these areas, or remove these checkpoints, until this transaction ends.

    Always checkpoints before areas, each in the order of their keys, so that two never wait for each other.
    """
    for rows in (
        Checkpoint.objects.filter(pk__in=[found.pk for found in checkpoints]),
        Area.objects.filter(pk__in=[found.pk for found in areas]),
    ):
        list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def _take(wanted: Sequence[_Wanted], *, actor: User | None, moment: datetime) -> list[FactsheetPhoto]:
    areas = {row.area.pk: row.area for row in wanted}
    texts = factsheet_texts(areas.values())
    last = FactsheetPhoto.objects.filter(area__in=areas).order_by().values_list("area").annotate(Max("number"))
    numbers: dict[UUID, int] = dict(last)
    photos = []
    for row in wanted:
        numbers[row.area.pk] = numbers.get(row.area.pk, 0) + 1
        text = texts[row.area.pk]
        photos.append(
            FactsheetPhoto(
                area=row.area,
                number=numbers[row.area.pk],
                checkpoint=row.checkpoint,
                label=row.label,
                taken_at=moment,
                taken_by=actor,
                snapshot=to_json(text),
                sha256=sha256_of(text),
                submission_token=row.token,
            )
        )
    return FactsheetPhoto.objects.bulk_create(photos)
