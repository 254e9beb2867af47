"""Who changed what and when, field by field, from the snapshots the database keeps. Pure: no ORM, no clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

INSERT, UPDATE, DELETE = "insert", "update", "delete"


@dataclass(frozen=True)
class Snapshot:
    """One row as it was after an insert or update, or before a delete; `values` maps label → words."""

    part: str  # what people call the row: "Uitspraak van Gemeente Heerlen"; empty for what the page is about
    key: tuple[str, str]  # the row itself: table and id
    sort: str  # insert, update or delete
    moment: datetime
    batch: str  # snapshots of one press on the button share this
    actor: str
    values: dict[str, str]


@dataclass(frozen=True)
class ChangedField:
    """One field with its old and new words; empty when there was nothing."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """All that one person changed with one press on the button."""

    moment: datetime
    actor: str
    is_first: bool
    fields: tuple[ChangedField, ...]


def changes(snapshots: Iterable[Snapshot], *, tell_first: bool = False) -> list[Change]:
    """Return the changes, newest first; snapshots come oldest first.

    The first batch is the recording itself: it has no fields, for all of it was new, unless
    `tell_first`. Batches in which nothing a person sees changed are left out.
    """
    latest: dict[tuple[str, str], dict[str, str]] = {}
    found: list[Change] = []
    for number, (_, group) in enumerate(groupby(snapshots, key=lambda snapshot: snapshot.batch)):
        batch = list(group)
        fields = tuple(_fields(batch, latest))
        if number == 0:
            found.append(Change(batch[0].moment, batch[0].actor, is_first=True, fields=fields if tell_first else ()))
        elif fields:
            found.append(Change(batch[0].moment, batch[0].actor, is_first=False, fields=fields))
    return found[::-1]


def _fields(batch: Iterable[Snapshot], latest: dict[tuple[str, str], dict[str, str]]) -> Iterator[ChangedField]:
    for snapshot in batch:
        old = latest.get(snapshot.key, {})
        new = {} if snapshot.sort == DELETE else snapshot.values
        if snapshot.sort == DELETE:
            old = snapshot.values
        latest[snapshot.key] = new
        for label in {**old, **new}:
            before, after = old.get(label, ""), new.get(label, "")
            if before != after:
                yield ChangedField(_name(snapshot.part, label), before, after)


def _name(part: str, label: str) -> str:
    return f"{part}: {label}" if part else label[:1].upper() + label[1:]
