"""Reading who answered for an area, and when."""

from hashlib import sha256

from areas.access import door
from areas.area.models import Area
from areas.enums import Permission
from areas.factsheet.models import Duo
from areas.factsheet.queries.factsheet import duo_period


def duos_of(area: Area, kind: str) -> list[tuple[Duo, str]]:
    """Return the duos of one kind with the time they answer, the latest first."""
    return [(duo, duo_period(duo)) for duo in Duo.objects.filter(area=area, kind=kind).order_by("-valid_from")]


duo_for = door(
    Duo.objects,
    need=Permission.EDIT_FACTSHEET,
    missing="Dit duo is er niet.",
)
"""Return a duo of the area."""


def duo_mark(duo: Duo) -> str:
    """Return a mark of all that can be corrected, to see whether it is still as it was read."""
    words = (duo.national_side, duo.regional_side, str(duo.valid_from), duo.source)
    return sha256("\0".join(words).encode()).hexdigest()[:32]
