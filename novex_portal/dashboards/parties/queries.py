"""The parties of an area, with when they were last spoken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, DateField, F, FilteredRelation, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Lower
from django.urls import reverse

from areas.models import Area, AreaOrganisation, Organisation, Person, UmbrellaMembership
from areas.parties.enums import GOVERNMENT_KINDS, OrganisationKind, Side
from novex_portal.toolkit.text import dutch

PER_PAGE = 50
BY_NAME, BY_NAME_BACK, LONGEST_AGO, NEWEST = "naam", "naam-af", "gesproken", "gesproken-af"
_KIND_RANK = Case(*(When(organisation__kind=kind, then=Value(rank)) for rank, kind in enumerate(OrganisationKind)))
_NAME = Lower("organisation__name")
# Order → how; what has no contact is as long ago as can be.
_ORDERS: dict[str, tuple[Any, ...]] = {
    "": (_KIND_RANK, _NAME, "pk"),
    BY_NAME: (_NAME, "pk"),
    BY_NAME_BACK: (_NAME.desc(), "pk"),
    LONGEST_AGO: (F("contact__last_held_on").asc(nulls_first=True), _NAME, "pk"),
    NEWEST: (F("contact__last_held_on").desc(nulls_last=True), _NAME, "pk"),
}


@dataclass(frozen=True)
class PartyRow:
    """One party in the words of the list; contact is empty where it may not be shown."""

    url: str
    name: str
    kind: str
    side: str
    umbrellas: str
    website: str
    conversations: int
    last_spoken: str

    @property
    def site(self) -> str:
        """The website as people say it."""
        return self.website.partition("://")[2].removeprefix("www.").rstrip("/")


@dataclass(frozen=True)
class PartyList:
    """One page of parties, and how many of all that were found stand on which side."""

    page: Page[Any]
    government: int
    society: int

    @property
    def total(self) -> int:
        return self.government + self.society


def party_list(area: Area, chosen: Mapping[str, Any], *, order: str, number: str, with_contact: bool) -> PartyList:
    """Return one page of parties, by kind and name unless another order was asked. Three queries.

    Contact with one single party, and so that a confidential conversation took place, is for who
    logs conversations: the caller says whether to include it.
    """
    found = filtered(area, chosen, with_contact=with_contact)
    kinds = dict(found.values_list("organisation__kind").annotate(Count("pk")).order_by())
    government = sum(count for kind, count in kinds.items() if kind in GOVERNMENT_KINDS)
    rows = _ordered(found, order, with_contact).values_list(
        "organisation_id", "organisation__name", "organisation__kind", "organisation__website", *_contact(with_contact)
    )
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = sum(kinds.values())  # counted already, with the sides
    page = paginator.get_page(number)
    page.object_list = _in_words(area, list(page.object_list))
    return PartyList(page, government, paginator.count - government)


def filtered(area: Area, chosen: Mapping[str, Any], *, with_contact: bool) -> QuerySet[AreaOrganisation]:
    """Return the parties of the area that fit what was chosen; those that were merged are none."""
    rows = AreaOrganisation.objects.filter(area=area, organisation__merged_into=None)
    if with_contact:
        here = Q(organisation__party_contacts__area=area)
        rows = rows.annotate(contact=FilteredRelation("organisation__party_contacts", condition=here))
    if name := chosen.get("naam"):
        rows = rows.filter(organisation__name__icontains=name)
    if kind := chosen.get("soort"):
        rows = rows.filter(organisation__kind=kind)
    if side := chosen.get("zijde"):
        rows = rows.filter(organisation__kind__in=[kind for kind in OrganisationKind if kind.side == side])
    if umbrella := chosen.get("koepel"):
        members = UmbrellaMembership.objects.filter(umbrella=umbrella).values("member")
        rows = rows.filter(organisation__in=members)
    if with_contact and chosen.get("niet_gesproken"):
        rows = rows.filter(Q(contact__conversation_count=None) | Q(contact__conversation_count=0))
    return rows


def umbrella_choices(area: Area) -> list[tuple[str, str]]:
    """Return the umbrellas that have members among the parties of this area, by name. One query."""
    members = AreaOrganisation.objects.filter(area=area).values("organisation")
    links = UmbrellaMembership.objects.filter(member__in=members).values("umbrella")
    umbrellas = Organisation.objects.filter(pk__in=links, merged_into=None).order_by(Lower("name"))
    return [(str(pk), name) for pk, name in umbrellas.values_list("pk", "name")]


def party_lines(
    area: Area, chosen: Mapping[str, Any], *, order: str, with_contact: bool, with_notes: bool
) -> Iterator[list[Any]]:
    """Yield a line of a file for each party that fits; one query, read in pieces."""
    umbrellas = UmbrellaMembership.objects.filter(member=OuterRef("organisation"))
    names = ArraySubquery(umbrellas.order_by(Lower("umbrella__name")).values("umbrella__name"))
    rows = _ordered(filtered(area, chosen, with_contact=with_contact), order, with_contact)
    lines = rows.values_list(
        "organisation__name", "organisation__kind", names, "organisation__website", "notes", *_contact(with_contact)
    )
    for name, kind, above, website, notes, count, last in lines.iterator(chunk_size=2_000):
        line = [name, *_kind_words(kind), "; ".join(above), website]
        yield line + ([notes] if with_notes else []) + ([count or 0, last] if with_contact else [])


def person_lines(area: Area, chosen: Mapping[str, Any], *, with_contact: bool) -> Iterator[list[Any]]:
    """Yield a line for each person in a role for a party that fits; for who may see contact data."""
    parties = filtered(area, chosen, with_contact=with_contact).values("organisation")
    persons = Person.objects.filter(organisation__in=parties, merged_into=None)
    lines = persons.order_by(Lower("organisation__name"), Lower("role"), "pk").values_list(
        "role", "name", "organisation__name", "valid_from", "valid_until", "email", "phone"
    )
    yield from (list(line) for line in lines.iterator(chunk_size=2_000))


def _ordered(rows: QuerySet[AreaOrganisation], order: str, with_contact: bool) -> QuerySet[AreaOrganisation]:
    if order not in _ORDERS or (order in {LONGEST_AGO, NEWEST} and not with_contact):
        order = ""
    return rows.order_by(*_ORDERS[order])


def _contact(with_contact: bool) -> tuple[Any, ...]:
    if with_contact:
        return F("contact__conversation_count"), F("contact__last_held_on")
    return Value(0), Value(None, DateField())


def _in_words(area: Area, rows: list[tuple[Any, ...]]) -> list[PartyRow]:
    above: dict[UUID, list[str]] = {}
    links = UmbrellaMembership.objects.filter(member__in=[row[0] for row in rows])
    for member, name in links.order_by(Lower("umbrella__name")).values_list("member", "umbrella__name"):
        above.setdefault(member, []).append(name)
    root = reverse("parties", args=[area.slug])
    return [_row(root, row, ", ".join(above.get(row[0], ()))) for row in rows]


def _row(root: str, row: tuple[Any, ...], umbrellas: str) -> PartyRow:
    pk, name, kind, website, conversations, last = row
    label, side = _kind_words(kind)
    spoken = dutch.short_date(last) if last else ""
    return PartyRow(f"{root}{pk}/", name, label, side, umbrellas, website, conversations or 0, spoken)


def _kind_words(kind: str) -> tuple[str, str]:
    known = OrganisationKind(kind)
    return str(known.label), str(Side(known.side).label)
