"""Finding the measure somebody means: in their own area by code or title, in another by its exact code alone."""

from django.db.models import QuerySet

from areas.models import Area
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from novex_portal.toolkit.problems import Problem


def measure_names(area: Area) -> list[str]:
    """Return what can be typed for a measure of the area that is still there: "ZL-W03 Aanleg". One query."""
    return [f"{code} {title}" for code, title in _alive(area).values_list("code", "title")]


def find_measure(area: Area, typed: str) -> Measure:
    """Return the measure of the area that was typed: its code, with or without its title, or its title.

    "w03" is enough for "ZL-W03". Raises Problem when none or more than one is meant.
    """
    words = typed.split()
    codes = {words[0].upper(), f"{area.code}-{words[0]}".upper()} if words else set()
    by_code = _alive(area).filter(code__in=codes).first()
    if by_code:
        return by_code
    found = list(_alive(area).filter(title__iexact=" ".join(words))[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem("Meer maatregelen heten zo. Vul de code in, bijvoorbeeld " + found[0].code + ".")
    raise Problem("Deze maatregel staat niet op de agenda. Kies er een uit de lijst, of vul de code in.")


def find_measure_elsewhere(area: Area, typed: str) -> Measure:
    """Return the measure of another area with exactly this code; titles say nothing here. Raises Problem for none."""
    code = typed.strip().upper()
    found = _alive(area).filter(code=code).first()
    if found is None:
        raise Problem(
            f"In {area} is geen maatregel met deze code. Vraag de code daar na, bijvoorbeeld {area.code}-P04."
        )
    return found


def _alive(area: Area) -> QuerySet[Measure]:
    return Measure.objects.filter(area=area).exclude(status=MeasureStatus.DROPPED).select_related("area")
