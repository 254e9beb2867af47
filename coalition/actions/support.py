"""Declaring what a party says of an ambition."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from areas.models import AreaOrganisation, Organisation, User
from coalition.actions.declaring import declare
from coalition.enums import Support
from coalition.models import Ambition, AmbitionSupport
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text import clean

MAX_CONDITION, MAX_SOURCE = 1_000, 200


def declare_support(
    *,
    ambition: Ambition,
    organisation: Organisation,
    actor: User,
    version: int,
    support: str,
    condition: str = "",
    source: str = "",
    declared_on: date | None = None,
) -> AmbitionSupport:
    """Write down what a party says of an ambition; `version` is 0 when nothing was declared before.

    Raises Conflict when somebody declared since `version` was read, and Problem for a party of another
    area, a condition that is missing, or a day in the future. The same declaration twice is one.
    """
    values = _checked(ambition, organisation, support=support, condition=condition, source=source, day=declared_on)
    try:
        with transaction.atomic():
            of = {"ambition": ambition, "organisation": organisation}
            return declare(model=AmbitionSupport, of=of, version=version, values={**values, "declared_by": actor})
    except IntegrityError as error:
        raise Conflict("Iemand anders heeft dit intussen ingevuld.") from error


def _checked(
    ambition: Ambition, organisation: Organisation, *, support: str, condition: str, source: str, day: date | None
) -> dict[str, object]:
    condition, source = clean(condition).strip(), clean(source).strip()
    if support not in Support.values:
        raise Problem("Kies of de partij de ambitie steunt.")
    if support == Support.CONDITIONAL and not condition:
        raise Problem("Schrijf op onder welke voorwaarde de partij steunt.")
    if len(condition) > MAX_CONDITION or len(source) > MAX_SOURCE:
        raise Problem("De tekst is te lang. Maak haar korter.")
    if (day or timezone.localdate()) > timezone.localdate():
        raise Problem("Deze datum ligt in de toekomst. Vul in wanneer de partij dit zei.")
    if not AreaOrganisation.objects.filter(area=ambition.area_id, organisation=organisation).exists():
        raise Problem("Deze partij hoort niet bij dit gebied.")
    return {
        "support": support,
        "condition": condition,
        "source": source,
        "declared_on": day or timezone.localdate(),
    }
