"""What keeps an organisation in an area: everything of this area that names it or its people."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from areas.models import Area, Organisation
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.kept.reading import declared


@dataclass(frozen=True)
class Hanging:
    """So many things of one sort, in words for one and for more."""

    number: int
    one: str
    many: str

    @property
    def words(self) -> str:
        """3 gesprekken."""
        return f"{self.number} {self.one if self.number == 1 else self.many}"


def what_hangs_on(organisation: Organisation, area: Area) -> list[Hanging]:
    """Return what of this area hangs on the organisation, the most first; empty when it can leave.

    A fixed number of queries: one for each record that says it keeps a party in the area.
    """
    found = [
        Hanging(_rows(model, kept, organisation, area).count(), *kept.noun)
        for model, kept in declared().items()
        if kept.noun
    ]
    return sorted((hanging for hanging in found if hanging.number), key=lambda hanging: -hanging.number)


def _rows(model: type[Model], kept: Kept, organisation: Organisation, area: Area) -> QuerySet[Any]:
    """Return the rows of the area that lead to the organisation, or to somebody who works there."""
    its = Q()
    for path in (*kept.parties, *(f"{person}__organisation" for person in kept.persons)):
        # Each path its own subquery: joins of all at once would multiply the rows.
        its |= Q(pk__in=model._default_manager.filter(**{path: organisation}).values("pk"))
    return model._default_manager.filter(its, kept.binds, **{kept.area: area})
