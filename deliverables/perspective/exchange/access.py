"""Doors to the wisselwerking with a province, for who keeps it."""

from django.http import Http404

from areas.access import area_for, door
from areas.enums import Permission
from areas.models import Area, Province, User
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement

exchange_for = door(
    Exchange.objects.select_related("province"),
    need=Permission.EDIT_PERSPECTIVE,
    missing="Deze regel is er niet, of niet meer.",
)
"""Return a building block and frame of the area."""

moment_for = door(
    ExchangeMoment.objects.select_related("province"),
    need=Permission.EDIT_PERSPECTIVE,
    missing="Dit gesprek is er niet, of niet meer.",
)
"""Return an agreed moment of the area."""

involvement_for = door(
    Involvement.objects.select_related("province", "organisation"),
    need=Permission.EDIT_PERSPECTIVE,
    missing="Deze regel is er niet, of niet meer.",
)
"""Return who is involved in what, in the area."""


def province_for(user: User, slug: str, province: str) -> tuple[Area, Province]:
    """Return the area and one of its provinces, for who keeps the wisselwerking."""
    area = area_for(user, slug, Permission.EDIT_PERSPECTIVE)
    found = area.provinces.filter(slug=province).first()
    if found is None:
        raise Http404("Dit gebied ligt niet in die provincie.")
    return area, found
