"""Counting what the rules of progress look at, for many areas at once."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, AreaOrganisation, Organisation
from areas.parties.enums import GOVERNMENT_KINDS
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.models import Ambition, AmbitionStatement
from coalition.agreement.articles.models import Article
from coalition.agreement.document.enums import PartyRole, PartyStatus
from coalition.agreement.document.models import AgreementParty
from coalition.agreement.versions.models import AgreementVersion
from coalition.conversations.contacts.models import PartyContact
from coalition.planning_group.seats.queries import seats_on
from coalition.trail.progress.rules.facts import CoalitionFacts
from novex_portal.toolkit.compiled import Compiled

_AGREED = (PartyStatus.EXECUTIVES_AGREE, PartyStatus.ADOPTED, PartyStatus.SIGNED)
_GOVERNMENT = sorted(GOVERNMENT_KINDS)


def coalition_facts(day: date, area: UUID | None = None) -> dict[UUID, CoalitionFacts]:
    """Return the facts of every area, or of one, as they hold on a day, by the id of the area.

    One query whatever the number of areas. Reads the kept summary of contact, so it does not grow
    with the number of conversations.
    """
    rows = _every_area(day=day) if area is None else _one_area(day=day, area=area)
    return {
        pk: CoalitionFacts(**{name: number or 0 for part in found for name, number in (part or {}).items()})
        for pk, *found in rows
    }


def _facts(day: date, area: UUID | None = None) -> QuerySet[Any]:
    areas = Area.objects.filter(pk=area) if area else Area.objects.all()
    parts = (
        _planning_group(day),
        _parties(),
        _spoken(),
        _involved(day),
        _ambitions(),
        _articles(),
        _versions(),
        _agreement_parties(),
    )
    return areas.order_by().values_list("pk", *(Subquery(part) for part in parts))


_every_area = Compiled(_facts, day=date)
_one_area = Compiled(_facts, day=date, area=UUID)


def _per_area(rows: QuerySet[Any], area: str, **counts: Any) -> QuerySet[Any]:
    """Return one JSON object of counts for the area of the outer query."""
    counted: QuerySet[Any] = (
        rows.filter(**{area: OuterRef("pk")})
        .order_by()
        .values(area)
        .annotate(counts=JSONObject(**counts))
        .values("counts")
    )
    return counted


def _planning_group(day: date) -> QuerySet[Any]:
    """Count who has a seat on this day, by the side of their organisation; a person has one at a time."""
    government = Q(person__organisation__kind__in=_GOVERNMENT)
    return _per_area(
        seats_on(day),
        "area",
        planning_government=Count("pk", filter=government),
        planning_society=Count("pk", filter=~government),
    )


def _parties() -> QuerySet[Any]:
    # A set of its own, read once for all areas; a join would read every organisation again for each.
    government = Q(organisation__in=Organisation.objects.filter(kind__in=_GOVERNMENT))
    return _per_area(
        AreaOrganisation.objects.all(), "area", parties=Count("pk"), boards=Count("pk", filter=government)
    )


# From the side of what there is little of: an area may have ten thousand parties.
_IS_PARTY = Exists(AreaOrganisation.objects.filter(area=OuterRef("area"), organisation=OuterRef("organisation")))


def _spoken() -> QuerySet[Any]:
    government = Q(organisation__kind__in=_GOVERNMENT)
    return _per_area(
        PartyContact.objects.filter(_IS_PARTY, conversation_count__gt=0),
        "area",
        parties_spoken=Count("pk"),
        spoken_government=Count("pk", filter=government),
        spoken_society=Count("pk", filter=~government),
    )


def _involved(day: date) -> QuerySet[Any]:
    executives = memberships_on(day).select_related(None).filter(role=Role.EXECUTIVE)
    boards = executives.filter(_IS_PARTY, organisation__kind__in=_GOVERNMENT)
    return _per_area(boards, "area", boards_involved=Count("organisation", distinct=True))


def _ambitions() -> QuerySet[Any]:
    basis = AmbitionStatement.objects.filter(ambition=OuterRef("pk"))
    government = Q(statement__organisation__kind__in=_GOVERNMENT)
    ambitions = Ambition.objects.exclude(status=AmbitionStatus.DROPPED).annotate(
        from_government=Exists(basis.filter(government)),
        from_society=Exists(basis.exclude(government)),
    )
    return _per_area(
        ambitions,
        "area",
        ambitions=Count("pk"),
        ambitions_both_sides=Count("pk", filter=Q(from_government=True, from_society=True)),
    )


def _articles() -> QuerySet[Any]:
    return _per_area(Article.objects.all(), "chapter__agreement__area", articles=Count("pk"))


def _versions() -> QuerySet[Any]:
    return _per_area(AgreementVersion.objects.all(), "agreement__area", latest_version=Max("number"))


def _agreement_parties() -> QuerySet[Any]:
    parties = AgreementParty.objects.filter(role=PartyRole.SIGNATORY).annotate(kind=F("organisation__kind"))
    signed = Q(status=PartyStatus.SIGNED)
    return _per_area(
        parties,
        "agreement__area",
        signatories=Count("pk"),
        signatories_agreed=Count("pk", filter=Q(status__in=_AGREED)),
        signed=Count("pk", filter=signed),
        signed_government=Count("pk", filter=signed & Q(kind__in=_GOVERNMENT)),
        signed_society=Count("pk", filter=signed & ~Q(kind__in=_GOVERNMENT)),
    )
