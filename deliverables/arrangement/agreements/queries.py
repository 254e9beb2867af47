"""Reading arrangements and their agreements."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from areas.models import Area, Province
from deliverables.arrangement.agreements.models import (
    AgreementArea,
    ReciprocalAgreement,
    SpatialArrangement,
)


def agreements_in(area: Area) -> QuerySet[ReciprocalAgreement]:
    """Return the agreements an area keeps and those of others that touch it, by code."""
    return agreements_read_in([area])


def agreements_read_in(areas: Iterable[Area]) -> QuerySet[ReciprocalAgreement]:
    """Return the agreements that members of any of these areas read, each once, by code."""
    areas = list(areas)
    touching = AgreementArea.objects.filter(area__in=areas).values("agreement")
    rows = ReciprocalAgreement.objects.filter(Q(area__in=areas) | Q(pk__in=touching))
    return rows.select_related("area", "arrangement__province").order_by("code")


def provinces_of(area: Area) -> QuerySet[Province]:
    """Return the provinces an area lies in, by name."""
    return Province.objects.filter(areas=area).order_by("name")


def arrangements_of(area: Area) -> list[SpatialArrangement]:
    """Return the arrangements of the provinces of an area, by name of the province. One query."""
    return list(SpatialArrangement.objects.filter(province__areas=area).select_related("province"))


def areas_sharing(arrangement: SpatialArrangement) -> list[Area]:
    """Return the areas of the province of an arrangement. One query."""
    return list(Area.objects.filter(provinces=arrangement.province_id))


def neighbours(area: Area) -> QuerySet[Area]:
    """Return the other areas that lie in a province of this one."""
    return Area.objects.filter(provinces__in=provinces_of(area)).exclude(pk=area.pk).distinct()


def codes_given(area: Area) -> set[str]:
    """Return every code this area ever gave, also those of agreements that are gone. Two queries."""
    events = ReciprocalAgreement.pgh_event_model.objects.filter(area=area)  # type: ignore[attr-defined]
    return {
        *ReciprocalAgreement.objects.filter(area=area).values_list("code", flat=True),
        *events.values_list("code", flat=True).distinct(),
    }
