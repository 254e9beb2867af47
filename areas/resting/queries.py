"""What rests on a link of the chain in rooms above it, read from what the records say of themselves.

So an article shows the measures that carry it out, and no room imports one above it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import Model

from areas.access import areas_where, may
from areas.enums import Permission
from areas.models import Area, User
from novex_portal.toolkit.kept.reading import Shown, above, called, declared, resting_on, shown_above

MOST_NAMED = 3
"""So many are named in a refusal; of more it says how many there are."""


@dataclass(frozen=True)
class Resting:
    """A row that rests on another, as somebody may see it."""

    kind: str  # maatregel
    pk: UUID
    title: str
    url: str
    note: str


def rests_on(user: User, area: Area, link: type[Model], keys: Collection[UUID]) -> dict[UUID, list[Resting]]:
    """Return what rests directly on these rows of a link of the chain, in rooms above it and in this area.

    Per row, in the order of their titles; rows nothing rests on are left out. One query a step that is declared.
    """
    found: dict[UUID, list[Resting]] = defaultdict(list)
    for record, rests, top in shown_above(link):
        kept = declared()[top]
        if keys and may(user, area, Permission(kept.need)):
            rows = record._default_manager.filter(**{f"{rests.on}__in": keys, f"{rests.what}__{kept.area}": area})
            for row in rows.select_related(f"{rests.what}__{kept.area}"):
                found[getattr(row, f"{rests.on}_id")].append(_shown(top, getattr(row, rests.what)))
    return {key: sorted(rows, key=lambda row: row.title) for key, rows in found.items()}


def each_once(rows: Collection[Resting]) -> list[Resting]:
    """Return each row once, in the order of their titles."""
    return sorted({row.pk: row for row in rows}.values(), key=lambda row: row.title)


def words_for(user: User | None, row: Model, within: Collection[UUID] | None = None) -> str:
    """Say what rests on a row, in all rooms, by name where the user may read it; empty when nothing does.

    Without a user, for the portal itself, all is named. `within` are the areas that count; all when left out.

    "2 maatregelen (ZL-W01 Verkenning, ZL-W02 Planuitwerking)". Two queries a record at most.
    """
    return ", ".join(_words(link, rows, names) for link, rows, names in _kinds(user, row, within))


def _kinds(
    user: User | None, row: Model, within: Collection[UUID] | None
) -> Iterator[tuple[type[Model], int, list[str]]]:
    """Yield per kind of record how many rest on the row, and those the user may read by name."""
    steps: dict[type[Model], set[Any]] = defaultdict(set)
    for record, rests in resting_on(type(row)):
        links = record._default_manager.filter(**{rests.on: row})
        steps[above(record, rests)].update(links.values_list(rests.what or "pk", flat=True))
    for link, keys in steps.items():
        kept = declared()[link]
        rows = link._default_manager.filter(pk__in=keys)
        if within is not None:
            rows = rows.filter(**{f"{kept.area}__in": within})
            keys &= set(rows.values_list("pk", flat=True))
        if kept.need and user:
            rows = rows.filter(**{f"{kept.area}__in": areas_where(user, Permission(kept.need))})
        if keys:
            yield link, len(keys), sorted(str(found) for found in rows)


def _words(link: type[Model], number: int, names: list[str]) -> str:
    many = str(link._meta.verbose_name_plural)
    noun = called(link).lower() if number == 1 else many
    named = ", ".join(names[:MOST_NAMED]) + (" en andere" if names and number > len(names[:MOST_NAMED]) else "")
    return f"{number} {noun}" + (f" ({named})" if named else "")


def _shown(link: type[Model], row: Model) -> Resting:
    shown = cast(Shown, row)
    return Resting(called(link).lower(), shown.pk, str(row), shown.get_absolute_url(), shown.note)
