"""Which table holds the rows of a heading, and those rows as plain data."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from areas.area.enums import ChallengeKind
from areas.area.models import Area, AreaProvince, AttentionPoint, Challenge, Milestone
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import ContactPerson, Friction
from areas.factsheet.rules.rows import ROW_OF, Row
from areas.programmes.models import ProgrammeContribution


@dataclass(frozen=True)
class Table:
    """The table of one heading, and the columns that tell its rows apart."""

    row: type[Row]
    model: type[models.Model]
    key: tuple[str, ...]
    order: tuple[str, ...]
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, str]:
        """Field of the plain row → attribute of the model."""
        names = [item.name for item in dataclasses.fields(self.row) if item.name != "id"]
        return {name: self.model._meta.get_field(name).attname for name in names}  # type: ignore[union-attr]

    @property
    def has_position(self) -> bool:
        return self.order[0] == "position"

    def of(self, area: Area) -> models.QuerySet[Any]:
        """Return the rows of an area, in their order."""
        return self.model._default_manager.filter(area=area, **self.fixed).order_by(*self.order)

    def plain(self, stored: models.Model) -> Row:
        """Return a stored row as plain data, its id included."""
        values = {name: getattr(stored, column) for name, column in self.columns.items()}
        return self.row(**values, id=stored.pk)


_BY_POSITION = ("position", "pk")
_PARTS: dict[FactsheetHeading, tuple[type[models.Model], tuple[str, ...], tuple[str, ...], dict[str, str]]] = {
    FactsheetHeading.STATE: (AttentionPoint, ("text",), _BY_POSITION, {}),
    FactsheetHeading.MAIN: (Challenge, ("title",), ("position", "title"), {"kind": ChallengeKind.MAIN}),
    FactsheetHeading.LINKED: (Challenge, ("title",), ("position", "title"), {"kind": ChallengeKind.LINKED}),
    FactsheetHeading.PROGRAMMES: (ProgrammeContribution, ("programme", "text"), _BY_POSITION, {}),
    FactsheetHeading.FRICTIONS: (Friction, ("first", "second", "text"), _BY_POSITION, {}),
    FactsheetHeading.MILESTONES: (Milestone, ("text",), ("on", "text"), {}),
    FactsheetHeading.CONTACTS: (ContactPerson, ("person",), _BY_POSITION, {}),
    FactsheetHeading.PROVINCES: (AreaProvince, ("province",), ("pk",), {}),
}
TABLES = {heading: Table(ROW_OF[heading], *parts) for heading, parts in _PARTS.items()}


def rows_under(area: Area, heading: FactsheetHeading) -> list[Row]:
    """Return the rows of a heading as plain data; one query, none for a heading that has no rows."""
    table = TABLES.get(heading)
    return [table.plain(stored) for stored in table.of(area)] if table else []
