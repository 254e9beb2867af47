"""Who changed what of a party and when, read from the event tables PostgreSQL fills by itself."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q

from areas.models import AreaOrganisation, Organisation, Province, User
from areas.parties.enums import OrganisationKind
from novex_portal.toolkit.history.changes import Change, Snapshot, changes

_FACTS = {"name": "naam", "kind": "soort partij", "website": "website", "province_id": "provincie"}
Row = dict[str, Any]


def changes_of_party(link: AreaOrganisation, *, with_notes: bool) -> list[Change]:
    """Return the changes, newest first; notes are those of this area. A fixed number of queries."""
    pk = link.organisation_id
    facts = list(_events("Organisation", Q(pgh_obj_id=pk), *_FACTS))
    umbrellas = list(_events("UmbrellaMembership", Q(member_id=pk), "umbrella_id"))
    here = Q(organisation_id=pk, area_id=link.area_id)
    notes = list(_events("AreaOrganisation", here, *(["notes"] if with_notes else [])))
    rows = [*facts, *umbrellas, *notes]
    actors = _names(User, "name", {actor for row in rows if (actor := _actor(row))})
    names = _names(Organisation, "name", {row["umbrella_id"] for row in umbrellas})
    provinces = _names(Province, "name", {row["province_id"] for row in facts if row["province_id"]})
    found = [
        *(_snapshot("", row, actors, _fact_words(row, provinces)) for row in facts),
        *(
            _snapshot("Koepel", row, actors, {"lid van": names.get(row["umbrella_id"], "onbekend")})
            for row in umbrellas
        ),
        *(_snapshot("Dit gebied", row, actors, _here_words(row, link)) for row in notes),
    ]
    return changes(sorted(found, key=lambda snapshot: snapshot.moment))


def _events(table: str, which: Q, *columns: str) -> Iterator[Row]:
    rows = apps.get_model("areas", f"{table}Event").objects.filter(which).order_by("pgh_created_at", "pgh_id")
    standard = ("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context")
    yield from ({**row, "table": table} for row in rows.values(*standard, *columns))


def _names(model: type[User | Organisation | Province], field: str, wanted: Iterable[Any]) -> dict[Any, str]:
    ids = list(wanted)
    return dict(model._default_manager.filter(pk__in=ids).values_list("pk", field)) if ids else {}


def _actor(row: Row) -> UUID | None:
    try:
        return UUID(str((row["pgh_context"] or {}).get("user")))
    except ValueError:
        return None


def _fact_words(row: Row, provinces: dict[Any, str]) -> dict[str, str]:
    words = {label: str(row[column] or "") for column, label in _FACTS.items()}
    words["provincie"] = provinces.get(row["province_id"], "")
    if row["kind"] in OrganisationKind.values:
        words["soort partij"] = str(OrganisationKind(row["kind"]).label)
    return words


def _here_words(row: Row, link: AreaOrganisation) -> dict[str, str]:
    words = {"partij van": link.area.name}
    return words | {"aantekeningen": row["notes"]} if "notes" in row else words


def _snapshot(part: str, row: Row, actors: dict[UUID, str], values: dict[str, str]) -> Snapshot:
    actor = _actor(row)
    return Snapshot(
        part=part,
        key=(row["table"], str(row["pgh_obj_id"])),
        sort=row["pgh_label"],
        moment=row["pgh_created_at"],
        batch=str(row["pgh_created_at"]),
        actor=(actors.get(actor, "") if actor else "") or "het portaal",
        values=values,
    )
