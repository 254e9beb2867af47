"""What may be done with the factsheet of an area: save a heading, change a duo."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from areas.actions.factsheet_rows import put_rows, same_rows
from areas.enums import DuoKind, FactsheetHeading
from areas.factsheet_data import EARLIEST, LATEST, MAX_TEXT, Row
from areas.models import Area, Duo, FactsheetSection, User
from novex_portal.toolkit import dutch
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text import clean


@transaction.atomic
def save_heading(
    *,
    area: Area,
    heading: str,
    actor: User | None,
    version: int,
    text: str,
    source: str,
    percentage: int | None = None,
    rows: Sequence[Row] | None = None,
) -> FactsheetSection:
    """Save all that stands under one heading; `rows` is the whole list after the change, None leaves it alone.

    `version` is the one that was read, 0 for a heading nobody filled in before. Saving what is there
    already writes nothing, so that pressing twice saves once. Raises Conflict when somebody else saved
    since, and Problem for what cannot be: 101 %, a foreign challenge, a friction of a challenge with itself,
    a challenge taken away that is in use.
    """
    heading = FactsheetHeading(heading)
    text, source = clean(text).strip(), clean(source).strip()
    _check(heading, text, source, percentage)
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    section = FactsheetSection.objects.filter(area=area, heading=heading).first()
    unchanged = section is not None and (section.text, section.source, section.percentage) == (
        text,
        source,
        percentage,
    )
    if section and unchanged and (rows is None or same_rows(area, heading, rows)):
        return section
    if (section.version if section else 0) != version:
        raise Conflict("Iemand anders heeft deze kop intussen gewijzigd.")
    if rows is not None:
        _put(area, heading, rows)
    section = section or FactsheetSection(area=area, heading=heading, version=0)
    section.text, section.source, section.percentage = text, source, percentage
    section.version, section.updated_by = section.version + 1, actor
    section.save()
    return section


def _check(heading: FactsheetHeading, text: str, source: str, percentage: int | None) -> None:
    if len(text) > MAX_TEXT:
        raise Problem(f"De tekst is langer dan {dutch.number(MAX_TEXT)} tekens. Maak de tekst korter.")
    if len(source) > 300:
        raise Problem("De bron is langer dan 300 tekens. Maak de bron korter.")
    if percentage is not None and heading != FactsheetHeading.PERSPECTIVE:
        raise Problem("Een percentage hoort alleen bij het ontwikkelperspectief.")
    if percentage is not None and not 0 <= percentage <= 100:
        raise Problem("Vul een percentage in van 0 tot en met 100, bijvoorbeeld 60.")


def _put(area: Area, heading: FactsheetHeading, rows: Sequence[Row]) -> None:
    try:
        with transaction.atomic():
            put_rows(area, heading, rows, timezone.localdate())
    except IntegrityError as error:
        raise Problem("Twee regels zeggen hetzelfde. Haal er een weg, of geef hem een andere tekst.") from error


@transaction.atomic
def change_duo(
    *,
    area: Area,
    kind: str,
    actor: User | None,
    national_side: str,
    regional_side: str,
    valid_from: date,
    source: str = "",
    replaces: str | None = None,
) -> Duo:
    """Let a new duo answer for the area from a day on; the one before it ends the day before.

    `replaces` is the id of the latest duo as it was shown, "" for none; None does not look. The same duo
    again is the duo that is there. Raises Problem for a start on or before that of the latest duo, an empty
    side or a day that cannot be meant, and Conflict when somebody else changed the duo since.
    """
    kind = DuoKind(kind)
    sides = [" ".join(clean(side).split()) for side in (national_side, regional_side)]
    if not all(sides):
        raise Problem("Vul beide kanten van het duo in: wie namens het Rijk en wie namens de regio.")
    if not EARLIEST <= valid_from <= LATEST:
        raise Problem("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 01-09-2026.")
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    latest = Duo.objects.filter(area=area, kind=kind).order_by("-valid_from").first()
    if latest and [latest.national_side, latest.regional_side] == sides and latest.valid_from == valid_from:
        return latest
    if replaces is not None and replaces != (str(latest.pk) if latest else ""):
        raise Conflict("Iemand anders heeft dit duo intussen gewijzigd.")
    if latest and valid_from <= latest.valid_from:
        raise Problem(
            f"Het vorige duo begon op {dutch.long_date(latest.valid_from)}. Kies een datum daarna, "
            "dan sluit het portaal het vorige duo de dag ervoor af."
        )
    day_before = valid_from - timedelta(days=1)
    for old in Duo.objects.filter(area=area, kind=kind).filter(_reaches(valid_from)):
        old.valid_until = day_before
        old.save(update_fields=["valid_until"])
    return Duo.objects.create(
        area=area, kind=kind, national_side=sides[0], regional_side=sides[1], valid_from=valid_from, source=source
    )


def _reaches(day: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gte=day)
