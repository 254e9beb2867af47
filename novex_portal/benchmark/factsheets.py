"""Factsheets and photos of them for the benchmark: filled alike in every area, the same every time."""

from datetime import date, datetime, time, timedelta

from django.db import connection, transaction
from django.utils import timezone

from areas.factsheet.enums import FactsheetHeading
from areas.models import (
    Area,
    Challenge,
    FactsheetSection,
    Friction,
    NationalProgramme,
    ProgrammeContribution,
    User,
)
from areas.programmes.enums import GoalKind, ProgrammeStatus
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from deliverables.photos.actions import take_photos
from deliverables.photos.models import FactsheetPhoto

PROGRAMMES = 8
MOST_PHOTOS = 40
_TEXT = (
    "Het gebied werkt aan {theme}. Rijk, provincie en gemeenten kijken samen wat kan. Het waterschap wil water langer"
    " vasthouden op de hellingen. Bewoners vragen om groen in de wijk en om een plek voor de bus. Bedrijven willen weten"
    " waar zij kunnen groeien, en wanneer het net dat toelaat. Over de grens gelden andere regels. De partijen zoeken een"
    " vorm die iedereen kan dragen."
)
_LATER = " Sinds het vorige moment is de verkenning afgerond en is er geld gereserveerd voor de eerste stap."


@transaction.atomic
def make_factsheets(author: User, today: date) -> None:
    """Fill every factsheet, and take a photo of all of them before and after a change."""
    areas = list(Area.objects.all())
    sections = (
        FactsheetSection(
            area=area,
            heading=heading.value,
            text=_TEXT.format(theme=str(heading.label).lower()),
            source="Panorama",
            percentage=40 if heading == FactsheetHeading.PERSPECTIVE else None,
        )
        for area in areas
        for heading in FactsheetHeading
    )
    FactsheetSection.objects.bulk_create(  # the catalogue has filled some already
        sections,
        update_conflicts=True,
        unique_fields=["area", "heading"],
        update_fields=["text", "source", "percentage"],
    )
    _make_rows(areas)
    for number, days in ((1, 300), (2, 30)):
        checkpoint = Checkpoint.objects.create(name=f"Geweest ijkmoment {number}", date=today - timedelta(days=days))
        CheckpointArea.objects.bulk_create(CheckpointArea(checkpoint=checkpoint, area=area) for area in areas)
        moment = timezone.make_aware(datetime.combine(checkpoint.date, time(9)))
        take_photos(areas=areas, actor=author, label=checkpoint.name, checkpoint=checkpoint, moment=moment)
        _change()


def grow_photos(scale: int) -> None:
    """Give every area more photos at a larger scale: copies of its first one, taken by hand one by one."""
    last = min(MOST_PHOTOS, 2 + 2 * (scale - 1))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            _COPIES, {"first": FactsheetPhoto.objects.filter(area=Area.objects.all()[0]).count() + 1, "last": last}
        )


def _make_rows(areas: list[Area]) -> None:
    programmes = NationalProgramme.objects.bulk_create(
        NationalProgramme(name=f"Nationaal programma {number}", status=ProgrammeStatus.RUNNING, source="Kamerbrief")
        for number in range(PROGRAMMES)
    )
    ProgrammeContribution.objects.bulk_create(
        ProgrammeContribution(
            area=area,
            programme=programme,
            goal_kind=GoalKind.DIRECTION,
            text=f"Draagt bij met ruimte voor water, wonen en werk ({rank}).",
            source="Panorama",
            position=rank,
        )
        for area in areas
        for rank, programme in enumerate(programmes)
    )
    linked = Challenge.objects.bulk_create(
        Challenge(area=area, kind="meekoppelend", title="Beekdalen herstellen", text="Water en natuur.", position=90)
        for area in areas
    )
    main = {challenge.area_id: challenge for challenge in Challenge.objects.filter(kind="hoofd").order_by("-position")}
    Friction.objects.bulk_create(
        Friction(
            area_id=second.area_id,
            first=main[second.area_id],
            second=second,
            text=f"Beide vragen de ruimte langs de beek ({rank}).",
            options="Ruil grond, of deel hem.",
            owners="Provincie en waterschap",
            position=rank,
        )
        for second in linked
        for rank in range(3)
    )


def _change() -> None:
    """Let in every area three headings say more, the percentage rise and one row go."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE areas_factsheetsection SET text = text || %s WHERE heading IN ('hoofdopgave', 'mijlpalen', 'schuurpunten')",
            [_LATER],
        )
        cursor.execute("UPDATE areas_factsheetsection SET percentage = percentage + 25 WHERE percentage IS NOT NULL")
        cursor.execute("DELETE FROM areas_friction WHERE position = 2")


_COPIES = """
INSERT INTO deliverables_factsheetphoto (id, area_id, number, checkpoint_id, label, taken_at, taken_by_id, snapshot,
    sha256, submission_token)
SELECT md5('foto' || p.area_id || n)::uuid, p.area_id, n, NULL, 'Met de hand ' || n,
    p.taken_at + n * interval '1 hour' + a.number * interval '1 minute', p.taken_by_id, p.snapshot, p.sha256,
    md5('teken' || p.area_id || n)::uuid
FROM deliverables_factsheetphoto p JOIN areas_area a ON a.id = p.area_id, generate_series(%(first)s, %(last)s) AS n
WHERE p.number = 1
"""
