"""What a merge would bring together: for the page that compares, and for who may do it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, IntegerField, Model, Q, QuerySet, UniqueConstraint, Value, When
from django.db.models.functions import Lower, Upper
from django.utils.text import capfirst

from areas.access import PERMISSIONS, active_memberships, may
from areas.enums import Permission
from areas.models import (
    Area,
    AreaOrganisation,
    Organisation,
    Person,
    User,
)
from areas.parties.enums import OrganisationKind
from areas.parties.rules.similarity import likeness
from coalition.conversations.recording.models import Participant
from coalition.merging.enums import MergeKind
from coalition.merging.models import Merge
from coalition.merging.rules import Period, Weight, is_richer, joined_period, undo_until
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.kept.reading import declared
from novex_portal.toolkit.text import dutch

LOOKED_AT = 60
OFFERED = 12
"""So many are looked at for their likeness, and so many offered; the rest is found by typing."""


@dataclass(frozen=True)
class Candidate:
    """One that might be the same."""

    pk: UUID
    name: str
    about: str


@dataclass(frozen=True)
class Line:
    """One line of the comparison: what each has, and what will stand there."""

    label: str
    kept: str
    gone: str
    result: str


@dataclass(frozen=True)
class MergeRow:
    """One merge in the list of an area."""

    pk: UUID
    kind: str
    kept: str
    gone: str
    by: str
    at: datetime
    until: datetime | None  # empty when it can no longer be undone
    undone_at: datetime | None


# --- Who may ------------------------------------------------------------------------------------
def areas_of_organisations(*organisations: UUID) -> QuerySet[Area]:
    """Return the areas in which any of these organisations plays a part, or has left something behind."""
    return _areas_of(_places_of(organisations, lambda kept: kept.parties))


def areas_of_persons(*persons: Person) -> QuerySet[Area]:
    """Return the areas in which any of these persons did something; of two organisations also all of theirs."""
    organisations = {person.organisation_id for person in persons}
    elsewhere = [areas_of_organisations(*organisations).values("pk")] if len(organisations) > 1 else []
    return _areas_of([*_places_of(persons, lambda kept: kept.persons), *elsewhere])


def _places_of(wanted: Iterable[Any], links: Callable[[Kept], tuple[str, ...]]) -> Iterator[QuerySet[Any]]:
    """Yield the areas of every record that leads to one of these, by what it says of itself."""
    for model, kept in declared().items():
        if kept.area and not kept.summary:
            for path in links(kept):
                yield model._default_manager.filter(**{f"{path}__in": wanted}).values(kept.area)


def _areas_of(found: Iterable[QuerySet[Any]]) -> QuerySet[Area]:
    """Each its own subquery: joins of all at once would multiply their rows."""
    places = Q()
    for pks in found:
        places |= Q(pk__in=pks)
    return Area.objects.filter(places)


def may_merge_in(user: User, areas: Iterable[Area]) -> bool:
    """Tell whether the user may merge in each of these areas."""
    return all(may(user, area, Permission.MERGE_PARTIES) for area in areas)


def merges_everywhere(user: User) -> bool:
    """Tell whether the user may merge whatever the area: then organisations of all areas can be chosen."""
    return any(
        membership.area_id is None and Permission.MERGE_PARTIES in PERMISSIONS[membership.role]
        for membership in active_memberships(user)
    )


# --- Which could be the same --------------------------------------------------------------------
def other_organisation(user: User, area: Area, pk: UUID) -> Organisation | None:
    """Return an organisation the user may choose to merge with one of this area."""
    return _organisations(user, area).filter(pk=pk).first()


def other_person(user: User, area: Area, pk: UUID) -> Person | None:
    """Return a person the user may choose to merge with one of this area."""
    return _persons(user, area).filter(pk=pk).first()


def similar_organisations(user: User, organisation: Organisation, area: Area, words: str) -> list[Candidate]:
    """Return other organisations, or those that contain the words; whose name resembles most first. One query."""
    found = _organisations(user, area).exclude(pk=organisation.pk)
    if words:
        found = found.filter(name__icontains=words)
    closest = TrigramSimilarity(Upper("name"), organisation.name.upper()).desc()
    near = sorted(
        found.order_by(closest, Lower("name"))[:LOOKED_AT], key=lambda row: -likeness(organisation.name, row.name)
    )
    return [Candidate(row.pk, row.name, str(row.get_kind_display())) for row in near[:OFFERED]]


def similar_persons(user: User, person: Person, area: Area, words: str) -> list[Candidate]:
    """Return other persons, or those that contain the words: of the same organisation first, by likeness. One query."""
    found = _persons(user, area).exclude(pk=person.pk)
    if words:
        found = found.filter(
            Q(role__icontains=words) | Q(name__icontains=words) | Q(organisation__name__icontains=words)
        )
    same = Case(
        When(organisation=person.organisation_id, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    rows = found.order_by(same, TrigramSimilarity(Upper("role"), person.role.upper()).desc(), "role", "pk")
    return [Candidate(row.pk, person_name(row), _since(row)) for row in rows[:OFFERED]]


def _organisations(user: User, area: Area) -> QuerySet[Organisation]:
    found = Organisation.objects.filter(merged_into=None)
    return found if merges_everywhere(user) else found.filter(areas=area)


def _persons(user: User, area: Area) -> QuerySet[Person]:
    found = Person.objects.filter(merged_into=None).select_related("organisation")
    return found if merges_everywhere(user) else found.filter(organisation__areas=area)


def _since(person: Person) -> str:
    return _days(Period(person.valid_from, person.valid_until))


def person_name(person: Person) -> str:
    """Wethouder ruimte (naam), gemeente Heerlen: as the merge remembers it."""
    name = f" ({person.name})" if person.name else ""
    return f"{person.role}{name}, {person.organisation.name}"


# --- Side by side -------------------------------------------------------------------------------
Held = dict[type[Model], dict[UUID, set[tuple[Any, ...]]]]
"""Of every record what hangs on each of the two, by their ids: a row by what makes two of them one."""
_OF_THE_TWO = object()


def held_by(one: Organisation | Person, other: Organisation | Person) -> Held:
    """Return what hangs on each of the two, by what every record says of itself. One query for each record."""
    found: Held = {}
    for model, kept in declared().items():
        paths = kept.persons if isinstance(one, Person) else kept.parties
        if paths and not kept.summary:
            found[model] = _hanging(model._default_manager.filter(kept.binds), paths, (one.pk, other.pk))
    return found


def _hanging(rows: QuerySet[Any], paths: tuple[str, ...], pair: tuple[UUID, UUID]) -> dict[UUID, set[tuple[Any, ...]]]:
    """Return the rows at each of the two; a row that would lead from the one that stays to itself goes."""
    leads = Q()
    for path in paths:
        leads |= Q(**{f"{path}__in": pair})
    alike = _alike(rows.model, paths)
    found: dict[UUID, set[tuple[Any, ...]]] = {pk: set() for pk in pair}
    for values in rows.filter(leads).values_list(*paths, *alike):
        row = tuple(_OF_THE_TWO if value in pair else value for value in values[len(paths) :])
        if row.count(_OF_THE_TWO) < 2:
            for pk in set(values[: len(paths)]) & set(pair):
                found[pk].add(row)
    return found


def _alike(model: type[Model], paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields by which two rows are one once both lead to the same; no two are, without a constraint."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and set(constraint.fields) & set(paths):
            return tuple(constraint.fields)
    return ("pk",)


def _label(model: type[Model]) -> str:
    """Return what the rows are called: by their noun; where there is one for each area, they are areas."""
    kept = declared()[model]
    is_per_area = set(_alike(model, kept.parties)) == {kept.area, *kept.parties}
    called = Area if is_per_area else model
    return capfirst(kept.noun[1] if kept.noun else str(called._meta.verbose_name_plural))


def stays_first[Kind: (Organisation, Person)](one: Kind, other: Kind, held: Held) -> tuple[Kind, Kind]:
    """Return the one that had better stay, and the one that goes; whichever is named first."""
    return (one, other) if is_richer(_weight(one.pk, held), _weight(other.pk, held)) else (other, one)


def is_of_area(area: Area, one: Organisation | Person) -> bool:
    """Tell whether an organisation, or that of a person, takes part in the area."""
    organisation = one.organisation_id if isinstance(one, Person) else one.pk
    return AreaOrganisation.objects.filter(area=area, organisation=organisation).exists()


def compare(kept: Organisation | Person, gone: Organisation | Person, held: Held) -> list[Line]:
    """Return what each has and what will stand there."""
    if isinstance(kept, Person) and isinstance(gone, Person):
        return _compare_persons(kept, gone) + _numbers(kept.pk, gone.pk, held)
    if isinstance(kept, Organisation) and isinstance(gone, Organisation):
        return _compare_organisations(kept, gone) + _numbers(kept.pk, gone.pk, held)
    raise TypeError("An organisation and a person are never one.")


def _compare_organisations(kept: Organisation, gone: Organisation) -> list[Line]:
    return [
        Line("Naam", kept.name, gone.name, kept.name),
        Line("Soort partij", *_both(OrganisationKind(kept.kind).label, OrganisationKind(gone.kind).label)),
        Line("Website", *_both(kept.website, gone.website)),
    ]


def _compare_persons(kept: Person, gone: Person) -> list[Line]:
    mine, theirs = Period(kept.valid_from, kept.valid_until), Period(gone.valid_from, gone.valid_until)
    return [
        Line("Rol", kept.role, gone.role, kept.role),
        Line("Organisatie", kept.organisation.name, gone.organisation.name, kept.organisation.name),
        Line("Naam", *_both(kept.name, gone.name)),
        Line("Wanneer", _days(mine), _days(theirs), _days(joined_period(mine, theirs))),
        Line("E-mailadres", *_both(kept.email, gone.email)),
        Line("Telefoon", *_both(kept.phone, gone.phone)),
    ]


def _weight(pk: UUID, held: Held) -> Weight:
    counts = {model: len(rows[pk]) for model, rows in held.items()}
    talks = counts.pop(Participant, 0)
    return Weight(talks, sum(counts.values()), pk)


def _numbers(kept: UUID, gone: UUID, held: Held) -> list[Line]:
    """Count every record for both, and what they share only once."""
    return [
        Line(_label(model), str(len(rows[kept])), str(len(rows[gone])), str(len(rows[kept] | rows[gone])))
        for model, rows in held.items()
        if rows[kept] or rows[gone]
    ]


def _both(kept: str, gone: str) -> tuple[str, str, str]:
    return kept, gone, kept or gone


def _days(period: Period) -> str:
    first = f"vanaf {dutch.short_date(period.first)}" if period.first else "onbekend sinds wanneer"
    return f"{first} tot en met {dutch.short_date(period.last)}" if period.last else f"{first}, tot nu"


# --- The list -----------------------------------------------------------------------------------
def merged_by_form(user: User, area: Area, form: UUID) -> Merge | None:
    """Return the merge this form made before, for who presses twice."""
    return Merge.objects.filter(pk=form, area=area, merged_by=user).first()


def merges_of(area: Area, now: datetime) -> list[MergeRow]:
    """Return the merges done in this area, newest first. One query."""
    rows = Merge.objects.filter(area=area).select_related("merged_by").order_by("-merged_at", "-pk")
    return [
        MergeRow(
            pk=row.pk,
            kind=MergeKind(row.kind).label,
            kept=row.kept_name,
            gone=row.gone_name,
            by=str(row.merged_by),
            at=row.merged_at,
            until=undo_until(row.merged_at) if not row.undone_at and undo_until(row.merged_at) > now else None,
            undone_at=row.undone_at,
        )
        for row in rows
    ]
