"""Who speaks for a party of the practice area: its own bestuurder, where it has one."""

from areas.enums import Role
from areas.models import Area, Membership, User


def speakers_of(area: Area) -> dict[str, User]:
    """Return the bestuurders of the area by the name of their organisation."""
    seats = Membership.objects.filter(area=area, role=Role.EXECUTIVE, organisation__isnull=False)
    return {
        seat.organisation.name: seat.user for seat in seats.select_related("organisation", "user") if seat.organisation
    }
