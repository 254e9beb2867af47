"""Writing the rows under a heading of a factsheet: what is new, what changed, what went."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import ProtectedError, Q

from areas.accounts.models.user import User
from areas.area.models import Area, Challenge, Province
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import ContactPerson, Friction
from areas.factsheet.queries.choices import persons_today
from areas.factsheet.queries.tables import TABLES, Table
from areas.factsheet.rules.rows import (
    EARLIEST,
    LATEST,
    MAX_ROWS,
    ChallengeRow,
    ContactRow,
    ContributionRow,
    FrictionRow,
    MilestoneRow,
    ProvinceRow,
    Row,
)
from areas.programmes.models import NationalProgramme
from areas.resting.queries import words_for
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

GONE = "Een van de regels is intussen weggehaald, of hoort bij een ander gebied. Open het formulier opnieuw."


def same_rows(*, area: Area, heading: FactsheetHeading, rows: Sequence[Row]) -> bool:
    """Tell whether these rows are what is stored already."""
    table = TABLES.get(heading)
    if table is None:
        return not rows
    stored = [_bare(table.plain(row)) for row in table.of(area)]
    wanted = [_bare(_tidy(row)) for row in rows]
    return stored == wanted if table.has_position else sorted(map(repr, stored)) == sorted(map(repr, wanted))


def put_rows(*, area: Area, heading: FactsheetHeading, rows: Sequence[Row], today: date, reader: User | None) -> None:
    """Make the rows of a heading these; the caller holds the lock on the area.

    Raises Problem, which names what rests on a row as far as the reader may know.
    """
    table = TABLES.get(heading)
    rows = [_tidy(row) for row in rows]
    if table is None:
        if rows:
            raise Problem("Bij deze kop horen geen regels.")
        return
    _check(area, heading, table, rows, today)
    stored = {str(row.pk): row for row in table.of(area)}
    matched = _match(table, stored, rows)
    kept = {str(found.pk) for found in matched if found}
    for pk, row in stored.items():
        if pk not in kept:
            _remove(row, reader)
    for position, (row, found) in enumerate(zip(rows, matched, strict=True), 1):
        _write(area, table, row, found, position)


def _bare(row: Row) -> Row:
    return dataclasses.replace(row, id=None)


def _tidy(row: Row) -> Row:
    """Without signs that cannot be stored and spaces around it."""
    words = {name: clean(value).strip() for name, value in vars(row).items() if isinstance(value, str)}
    return dataclasses.replace(row, **words | {"id": row.id})


def _match(table: Table, stored: dict[str, Any], rows: Sequence[Row]) -> list[Any]:
    """Return for each row the stored one it is, or None; no stored row twice."""
    free = dict(stored)
    matched: list[Any] = [None] * len(rows)
    for number, row in enumerate(rows):
        if row.id is not None:
            matched[number] = free.pop(str(row.id), None)
            if matched[number] is None:
                raise Problem(GONE)
    by_key = {_key(table, table.plain(row)): pk for pk, row in free.items()}
    for number, row in enumerate(rows):
        if row.id is None and (pk := by_key.pop(_key(table, row), None)):
            matched[number] = free[pk]
    return matched


def _key(table: Table, row: Row) -> tuple[str, ...]:
    return tuple(str(getattr(row, name)).casefold() for name in table.key)


def _write(area: Area, table: Table, row: Row, found: Any, position: int) -> None:
    values = {column: getattr(row, name) for name, column in table.columns.items()}
    if table.has_position:
        values["position"] = position
    if found is None:
        table.model._default_manager.create(area=area, **table.fixed, **values)
        return
    changed = [name for name, value in values.items() if getattr(found, name) != value]
    for name in changed:
        setattr(found, name, values[name])
    if changed:
        found.save(update_fields=changed)


def _remove(row: models.Model, reader: User | None) -> None:
    if resting := words_for(reader, row):
        raise Problem(f"“{row}” kan niet weg. Hierop steunt nog: {resting}. U kunt wel de naam en de tekst aanpassen.")
    try:
        row.delete()
    except ProtectedError as error:
        used = ["schuurpunten"] if any(isinstance(user, Friction) for user in error.protected_objects) else []
        used += ["gesprekken"] if any(not isinstance(user, Friction) for user in error.protected_objects) else []
        raise Problem(
            f"“{row}” kan niet weg: {' en '.join(used)} gaan erover. U kunt wel de naam en de tekst aanpassen."
        ) from error


def _check(area: Area, heading: FactsheetHeading, table: Table, rows: Sequence[Row], today: date) -> None:
    if len(rows) > MAX_ROWS:
        raise Problem(f"Er passen {MAX_ROWS} regels onder een kop. Voeg regels samen.")
    if any(not isinstance(row, table.row) for row in rows):
        raise Problem("Deze regels horen niet bij deze kop.")
    if any(getattr(row, "title", getattr(row, "text", "-")) == "" for row in rows):
        raise Problem("Vul bij elke regel in waar het over gaat.")
    keys = [_key(table, row) for row in rows]
    twice = next((row for row, key in zip(rows, keys, strict=True) if keys.count(key) > 1), None)
    if twice is not None:
        name = getattr(twice, "title", "") or getattr(twice, "text", "")
        raise Problem(f"“{name}” staat er twee keer. Haal er een weg." if name else "Een regel staat er twee keer.")
    _known(rows, ContributionRow, "programme", NationalProgramme.objects.all(), "Kies een programma uit de lijst.")
    _known(rows, ProvinceRow, "province", Province.objects.all(), "Kies een provincie uit de lijst.")
    _check_challenges(area, heading, rows)
    _check_frictions(area, rows)
    _check_persons(area, rows, today)
    if any(not EARLIEST <= row.on <= LATEST for row in rows if isinstance(row, MilestoneRow)):
        raise Problem("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 31-10-2026.")


def _known(rows: Iterable[Row], kind: type[Row], name: str, known: models.QuerySet[Any], message: str) -> None:
    wanted = {str(getattr(row, name)) for row in rows if isinstance(row, kind)}
    if wanted and known.filter(pk__in=wanted).count() != len(wanted):
        raise Problem(message)


def _check_challenges(area: Area, heading: FactsheetHeading, rows: Sequence[Row]) -> None:
    titles = [row.title for row in rows if isinstance(row, ChallengeRow)]
    if not titles:
        return
    others = Challenge.objects.filter(area=area, title__in=titles).exclude(**TABLES[heading].fixed)
    if taken := others.first():
        raise Problem(f"“{taken.title}” staat al bij {taken.get_kind_display().lower()}. Geef deze een andere naam.")


def _check_frictions(area: Area, rows: Sequence[Row]) -> None:
    frictions = [row for row in rows if isinstance(row, FrictionRow)]
    if any(row.first == row.second for row in frictions):
        raise Problem("Een schuurpunt gaat over twee verschillende opgaven. Kies bij elk schuurpunt twee opgaven.")
    own = Challenge.objects.filter(area=area)
    for name in ("first", "second"):
        _known(rows, FrictionRow, name, own, "Kies bij elk schuurpunt twee opgaven van dit gebied.")


def _check_persons(area: Area, rows: Sequence[Row], today: date) -> None:
    """A contact person holds the role today at a party of the area; who is one already may stay."""
    wanted = {row.person for row in rows if isinstance(row, ContactRow)}
    if wanted:
        already = Q(pk__in=ContactPerson.objects.filter(area=area).values("person"))
        allowed = set(persons_today(area, today, already).filter(pk__in=wanted).values_list("pk", flat=True))
        if wanted - allowed:
            raise Problem("Kies contactpersonen die hun rol nu vervullen bij een partij van dit gebied.")
