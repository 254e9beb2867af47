"""The history of a conversation, read from the event tables PostgreSQL fills by itself."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps

from areas.models import Challenge, Organisation, Person, User
from coalition.enums import ActionStatus, Confidentiality, ConversationForm, Stance, Urgency
from coalition.history import Change, Snapshot, changes
from coalition.models import Conversation
from novex_portal.toolkit import dutch

# Table → what people call its row, the column that names the conversation, and the columns shown with their label.
_PARTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "Conversation": (
        "Gesprek",
        "id",
        {
            "held_on": "datum",
            "place": "plaats",
            "form": "soort gesprek",
            "report": "verslag",
            "confidentiality": "vertrouwelijkheid",
        },
    ),
    "Participant": ("Deelnemer", "conversation_id", {"organisation_id": "organisatie", "person_id": "rol"}),
    "Statement": (
        "Uitspraak",
        "conversation_id",
        {
            "organisation_id": "van wie",
            "challenge_id": "opgave",
            "position": "standpunt",
            "interest": "belang",
            "stance": "houding",
            "urgency": "urgentie",
        },
    ),
    "ActionItem": (
        "Afspraak",
        "conversation_id",
        {"what": "wat", "owner": "wie", "due_on": "uiterlijk op", "status": "stand"},
    ),
    "ConversationChallenge": ("Opgave", "conversation_id", {"challenge_id": "opgave"}),
    "ConversationReader": ("Lezer", "conversation_id", {"user_id": "naam"}),
}
_ENUMS = {
    "form": ConversationForm,
    "confidentiality": Confidentiality,
    "stance": Stance,
    "urgency": Urgency,
    "status": ActionStatus,
}
_NAMED = {
    "organisation_id": (Organisation, "name"),
    "person_id": (Person, "role"),
    "challenge_id": (Challenge, "title"),
    "user_id": (User, "name"),
}
Row = dict[str, Any]


def changes_of(conversation: Conversation) -> list[Change]:
    """Return who changed what and when, newest first; a fixed number of queries."""
    events = [(table, row) for table in _PARTS for row in _events(table, conversation)]
    events.sort(key=lambda event: event[1]["pgh_created_at"])
    names = _names(row for _, row in events)
    return changes(_snapshot(table, row, names) for table, row in events)


def _events(table: str, conversation: Conversation) -> Iterator[Row]:
    _, owner, columns = _PARTS[table]
    model = apps.get_model("coalition", f"{table}Event")
    standard = ("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_context_id")
    rows = model.objects.filter(**{owner: conversation.pk}).order_by("pgh_created_at", "pgh_id")
    yield from rows.values(*standard, *columns)


def _names(rows: Iterator[Row]) -> dict[tuple[str, str], str]:
    """Return the words for every id that occurs, as (column, id) → name."""
    wanted: dict[str, set[Any]] = {column: set() for column in _NAMED}
    for row in rows:
        if actor := _actor(row):
            wanted["user_id"].add(actor)
        for column in _NAMED:
            if row.get(column):
                wanted[column].add(row[column])
    found: dict[tuple[str, str], str] = {}
    for column, (model, field) in _NAMED.items():
        if wanted[column]:
            rows_found = model._default_manager.filter(pk__in=wanted[column]).values_list("pk", field)
            found |= {(column, str(pk)): name for pk, name in rows_found}
    return found


def _actor(row: Row) -> UUID | None:
    try:
        return UUID(str((row["pgh_context"] or {}).get("user")))
    except ValueError:
        return None


def _snapshot(table: str, row: Row, names: dict[tuple[str, str], str]) -> Snapshot:
    part, _, columns = _PARTS[table]
    actor = _actor(row)
    said_by = ("organisation_id", str(row.get("organisation_id")))
    return Snapshot(
        part=f"{part} van {names[said_by]}" if table == "Statement" and said_by in names else part,
        key=(table, str(row["pgh_obj_id"])),
        sort=row["pgh_label"],
        moment=row["pgh_created_at"],
        batch=str(row["pgh_created_at"]),
        actor=names.get(("user_id", str(actor)), "") or "het portaal",
        values={label: _words(column, row[column], names) for column, label in columns.items()},
    )


def _words(column: str, value: Any, names: dict[tuple[str, str], str]) -> str:
    if value is None or value == "":
        return ""
    if column in _NAMED:
        return names.get((column, str(value)), "onbekend")
    if column in _ENUMS:
        return str(_ENUMS[column](value).label)
    if column in {"due_on", "held_on"}:
        return dutch.short_date(value)
    return str(value)
