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
from novex_portal.demo.content.factsheet import FACTSHEET, Photographed, Rub, Text
from novex_portal.demo.seeds.people import Roles


def seed_factsheets(people: dict[str, User], roles: Roles, today: date) -> None:
    """Write the factsheet at the first moment, photograph all areas, change it, photograph, change it again."""
    area = Area.objects.get(slug="zuid-limburg")
    actor = people["planningsgroep"]
    with pghistory.context(user=str(actor.pk)):
        _seed_stages(area, actor, people["regieteam"], roles, today)


def _seed_stages(area: Area, actor: User, team: User, roles: Roles, today: date) -> None:
    _seed_duos(area, actor, today)
    contacts = [ContactRow(roles[entry.organisation, entry.role].pk, entry.subject) for entry in FACTSHEET.contacts]
    _save(area, actor, FactsheetHeading.CONTACTS, rows=contacts)
    frictions: list[Rub] = []
    for stage in FACTSHEET.stages:
        frictions += stage.frictions
        _write(area, actor, stage.texts, frictions)
        for slug, text in stage.elsewhere.items():
            _save(Area.objects.get(slug=slug), None, FactsheetHeading.STATE, text=text, source=FACTSHEET.practice)
        if stage.photo:
            _photograph(team, stage.photo, today)


def _seed_duos(area: Area, actor: User, today: date) -> None:
    for pair in FACTSHEET.duos:
        change_duo(
            area=area,
            kind=pair.kind,
            actor=actor,
            national_side=pair.national_side,
            regional_side=pair.regional_side,
            valid_from=today + timedelta(days=pair.since),
            source=FACTSHEET.practice,
        )


def _write(area: Area, actor: User, texts: Iterable[Text], frictions: Iterable[Rub]) -> None:
    challenges = {challenge.title: challenge.pk for challenge in area.challenges.all()}
    rubs = [
        FrictionRow(
            challenges[rub.first], challenges[rub.second], rub.text, rub.options, rub.owners, FACTSHEET.practice
        )
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


def _photograph(actor: User, photo: Photographed, today: date) -> None:
    areas = list(Area.objects.all())
    day = today - timedelta(days=photo.days_ago)
    checkpoint = create_checkpoint(
        actor=actor, name=photo.name, kind=photo.kind, date=day, place=photo.place, areas=areas
    )
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    take_photos(areas=areas, actor=actor, label=photo.name, checkpoint=checkpoint, moment=noon)
