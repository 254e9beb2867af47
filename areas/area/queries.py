"""Reading the areas: the list, for somebody who may open some of them."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib.postgres.aggregates import ArrayAgg

from areas.access import permissions
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Permission


@dataclass(frozen=True)
class AreaRow:
    """One area in the list; without an address where the user may not go in."""

    number: int
    name: str
    slug: str
    provinces: str
    on_national_border: bool
    main_challenge: str
    latitude: Decimal
    longitude: Decimal
    is_open: bool


def area_rows(user: User) -> list[AreaRow]:
    """Return every area, and whether the user may open it. One query."""
    return [
        AreaRow(
            number=area.number,
            name=area.name,
            slug=area.slug,
            provinces=province_words(area.province_names),
            on_national_border=area.on_national_border,
            main_challenge=area.main_challenge,
            latitude=area.latitude,
            longitude=area.longitude,
            is_open=Permission.VIEW_AREA in permissions(user, area),
        )
        for area in Area.objects.annotate(
            province_names=ArrayAgg("provinces__name", order_by="areaprovince__id", default=[])
        ).order_by("number")
    ]


def province_words(names: list[str]) -> str:
    """Limburg; Noord-Brabant en Limburg; Noord-Holland, Utrecht en Flevoland."""
    return " en ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
