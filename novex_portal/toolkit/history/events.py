"""Reads who changed what and when from the event tables PostgreSQL fills by itself."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone

from novex_portal.toolkit.history.changes import Change, Snapshot, changes
from novex_portal.toolkit.text import dutch

Row = dict[str, Any]
Words = dict[str, str]
Names = dict[tuple[type[models.Model], str], str]
PORTAL = "het portaal"
"""Who does what no account did, in the words of a history."""
_STANDARD = ("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_context_id")


@dataclass(frozen=True)
class Part:
    """One tracked table of a history: whose rows, which columns under what label, and what a row is called."""

    model: type[models.Model]
    where: Mapping[str, Any]  # filters the events
    columns: Mapping[str, str]  # column → label
    name: Callable[[Words], str] = field(default=lambda _words: "")  # gets label → words; empty: the page's subject


def history(
    parts: Iterable[Part], *, called: Mapping[type[models.Model], str] | None = None, tell_first: bool = False
) -> list[Change]:
    """Return all changes of these parts, newest first; one query per part and one per kind of thing named.

    `called` names the column by which the rows of a table are called, where that is not "name".
    """
    parts = list(parts)
    events = [(part, row) for part in parts for row in _events(part)]
    events.sort(key=lambda event: (event[1]["pgh_created_at"], event[1]["pgh_id"]))
    names = _names(parts, [row for _, row in events], called or {})
    return changes((_snapshot(part, row, names) for part, row in events), tell_first=tell_first)


def who_did(contexts: Sequence[Mapping[str, Any] | None]) -> list[str]:
    """Return who caused each of these events, by their contexts, as a history names them. One query."""
    actors = [_actor({"pgh_context": context}) for context in contexts]
    people = get_user_model()._default_manager.filter(pk__in={actor for actor in actors if actor})
    names = dict(people.values_list("pk", "name"))
    return [names.get(actor) or PORTAL if actor else PORTAL for actor in actors]


def _events(part: Part) -> Iterator[Row]:
    model: type[models.Model] = part.model.pgh_event_model  # type: ignore[attr-defined]
    rows = model._default_manager.filter(**part.where).order_by("pgh_created_at", "pgh_id")
    yield from rows.values(*_STANDARD, *part.columns)


def _related(part: Part, column: str) -> type[models.Model] | None:
    related = part.model._meta.get_field(column.removesuffix("_id")).related_model
    return related if isinstance(related, type) else None


def _names(parts: list[Part], rows: list[Row], called: Mapping[type[models.Model], str]) -> Names:
    """Return the words for every row that is named, as (model, id) → words."""
    people = get_user_model()
    wanted: dict[type[models.Model], set[Any]] = {people: {actor for row in rows if (actor := _actor(row))}}
    for part in parts:
        for column in part.columns:
            if related := _related(part, column):
                wanted.setdefault(related, set()).update(row[column] for row in rows if row.get(column))
    return {
        (model, str(pk)): str(name)
        for model, keys in wanted.items()
        if keys
        for pk, name in model._default_manager.filter(pk__in=keys).values_list("pk", called.get(model, "name"))
    }


def _actor(row: Row) -> UUID | None:
    try:
        return UUID(str((row["pgh_context"] or {}).get("user")))
    except ValueError:
        return None


def _snapshot(part: Part, row: Row, names: Names) -> Snapshot:
    words = {label: _words(part, column, row[column], names) for column, label in part.columns.items()}
    return Snapshot(
        part=part.name(words),
        key=(part.model._meta.label, str(row["pgh_obj_id"])),
        sort=row["pgh_label"],
        moment=row["pgh_created_at"],
        batch=str(row["pgh_created_at"]),
        actor=names.get((get_user_model(), str(_actor(row))), "") or PORTAL,
        values=words,
    )


def _words(part: Part, column: str, value: Any, names: Names) -> str:
    if value is None or value == "":
        return ""
    if related := _related(part, column):
        return names.get((related, str(value)), "onbekend")
    choices = dict(getattr(part.model._meta.get_field(column), "flatchoices", ()))
    if value in choices:
        return str(choices[value])
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dt.datetime):
        return dutch.short_date(timezone.localdate(value))
    return dutch.short_date(value) if isinstance(value, dt.date) else str(value)
