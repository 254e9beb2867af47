"""The parties of an area, with when they were last spoken."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, DateField, F, FilteredRelation, Q, QuerySet, Value, When
from django.db.models.functions import Lower

from areas.enums import OrganisationKind
from areas.models import Area, AreaOrganisation
from novex_portal.toolkit import dutch

PER_PAGE = 100


@dataclass(frozen=True)
class PartyRow:
    """One party in the words of the list; contact is empty where it may not be shown."""

    name: str
    kind: str
    website: str
    conversations: int
    last_spoken: str

    @property
    def site(self) -> str:
        """The website as people say it."""
        return self.website.partition("://")[2].removeprefix("www.").rstrip("/")


def party_page(area: Area, *, name: str, kind: str, number: str, with_contact: bool) -> Page[Any]:
    """Return one page of parties by kind and name. Two queries.

    Contact with one single party, and so that a confidential conversation took place, is for who
    logs conversations: the caller says whether to include it.
    """
    rows = _parties(area, with_contact)
    if name:
        rows = rows.filter(organisation__name__icontains=name)
    if kind:
        rows = rows.filter(organisation__kind=kind)
    page = Paginator(rows, PER_PAGE).get_page(number)
    page.object_list = [_row(*values) for values in page.object_list]
    return page


def _parties(area: Area, with_contact: bool) -> QuerySet[Any]:
    rows = AreaOrganisation.objects.filter(area=area)
    kinds = Case(*(When(organisation__kind=kind, then=Value(rank)) for rank, kind in enumerate(OrganisationKind)))
    rows = rows.order_by(kinds, Lower("organisation__name"), "pk")
    fields = ("organisation__name", "organisation__kind", "organisation__website")
    if not with_contact:
        return rows.values_list(*fields, Value(0), Value(None, DateField()))
    here = Q(organisation__party_contacts__area=area)
    rows = rows.annotate(contact=FilteredRelation("organisation__party_contacts", condition=here))
    return rows.values_list(*fields, F("contact__conversation_count"), F("contact__last_held_on"))


def _row(name: str, kind: str, website: str, conversations: int | None, last: date | None) -> PartyRow:
    label = str(OrganisationKind(kind).label)
    return PartyRow(name, label, website, conversations or 0, dutch.short_date(last) if last else "")
