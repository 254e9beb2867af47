"""Reading who answered for an area, and when."""

from areas.models import Area, Duo
from areas.queries.factsheet import duo_period


def duos_of(area: Area, kind: str) -> list[tuple[Duo, str]]:
    """Return the duos of one kind with the time they answer, the latest first."""
    return [(duo, duo_period(duo)) for duo in Duo.objects.filter(area=area, kind=kind).order_by("-valid_from")]
