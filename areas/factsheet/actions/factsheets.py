"""What may be done with the factsheet of an area: save a heading. Its duo's stand in `duos`."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.factsheet.actions.rows import put_rows, same_rows
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import FactsheetSection
from areas.factsheet.rules.rows import MAX_TEXT, Row
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.markup import clean


@action(by=By.PORTAL)
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
    if section and unchanged and (rows is None or same_rows(area=area, heading=heading, rows=rows)):
        return section
    section = section or FactsheetSection(area=area, heading=heading, version=0)
    section.require_version(version)
    if rows is not None:
        _put(area, heading, rows, actor)
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


def _put(area: Area, heading: FactsheetHeading, rows: Sequence[Row], reader: User | None) -> None:
    try:
        with transaction.atomic():
            put_rows(area=area, heading=heading, rows=rows, today=timezone.localdate(), reader=reader)
    except IntegrityError as error:
        raise Problem("Twee regels zeggen hetzelfde. Haal er een weg, of geef hem een andere tekst.") from error
