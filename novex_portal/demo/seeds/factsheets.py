"""Fills the factsheet of the practice area as it grew, and takes a photo of all areas at two moments."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

import pghistory
from django.utils import timezone

from areas.factsheet.actions.duos import change_duo
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.rules.rows import ContactRow, FrictionRow, Row
from areas.models import Area, FactsheetSection, User
from deliverables.checkpoints.actions import create_checkpoint
from deliverables.photos.actions import take_photos
from novex_portal.demo import zuid_limburg_factsheet as sheet
from novex_portal.demo.seeds.people import Roles


def seed_factsheets(people: dict[str, User], roles: Roles, today: date) -> None:
    """Write the factsheet at the first moment, photograph all areas, change it, photograph, change it again."""
    area = Area.objects.get(slug="zuid-limburg")
    actor = people["planningsgroep"]
    with pghistory.context(user=str(actor.pk)):
        _seed_stages(area, actor, people["regieteam"], roles, today)


def _seed_stages(area: Area, actor: User, team: User, roles: Roles, today: date) -> None:
    _seed_duos(area, actor, today)
    contacts = [ContactRow(roles[name, role].pk, subject) for name, role, subject in sheet.CONTACTS]
    _save(area, actor, FactsheetHeading.CONTACTS, rows=contacts)
    _write(area, actor, sheet.FIRST, sheet.FRICTIONS_FIRST)
    _photograph(team, sheet.MOMENTS[0], today)
    _write(area, actor, sheet.SECOND, sheet.FRICTIONS_SECOND)
    for slug, text in sheet.ELSEWHERE.items():
        _save(Area.objects.get(slug=slug), None, FactsheetHeading.STATE, text=text, source=sheet.PRACTICE)
    _photograph(team, sheet.MOMENTS[1], today)
    _write(area, actor, sheet.NOW, sheet.FRICTIONS_SECOND)


def _seed_duos(area: Area, actor: User, today: date) -> None:
    for kind, duos in sheet.DUOS.items():
        for national_side, regional_side, days in duos:
            change_duo(
                area=area,
                kind=kind,
                actor=actor,
                national_side=national_side,
                regional_side=regional_side,
                valid_from=today + timedelta(days=days),
                source=sheet.PRACTICE,
            )


def _write(area: Area, actor: User, texts: Iterable[sheet.Text], frictions: Iterable[sheet.Rub]) -> None:
    challenges = {challenge.title: challenge.pk for challenge in area.challenges.all()}
    rubs = [
        FrictionRow(challenges[rub.first], challenges[rub.second], rub.text, rub.options, rub.owners, sheet.PRACTICE)
        for rub in frictions
    ]
    for item in texts:
        _save(area, actor, item.heading, text=item.text, source=item.source, percentage=item.percentage)
    known = FactsheetSection.objects.get(area=area, heading=FactsheetHeading.FRICTIONS)
    _save(area, actor, FactsheetHeading.FRICTIONS, text=known.text, source=known.source, rows=rubs)


def _save(
    area: Area,
    actor: User | None,
    heading: str,
    *,
    text: str = "",
    source: str = "",
    percentage: int | None = None,
    rows: Sequence[Row] | None = None,
) -> None:
    version = FactsheetSection.objects.filter(area=area, heading=heading).values_list("version", flat=True).first()
    save_heading(
        area=area,
        heading=heading,
        actor=actor,
        version=version or 0,
        text=text,
        source=source,
        percentage=percentage,
        rows=rows,
    )


def _photograph(actor: User, moment: tuple[str, str, int, str], today: date) -> None:
    name, kind, days_ago, place = moment
    areas = list(Area.objects.all())
    day = today - timedelta(days=days_ago)
    checkpoint = create_checkpoint(actor=actor, name=name, kind=kind, date=day, place=place, areas=areas)
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    take_photos(areas=areas, actor=actor, label=name, checkpoint=checkpoint, moment=noon)
