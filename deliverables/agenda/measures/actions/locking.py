"""One lock for what an area gives out once: letters of chapters and codes of measures."""

from areas.models import Area
from deliverables.agenda.measures.models import Measure


def lock_agenda(*, area: Area) -> None:
    """Wait until nobody else gives out a letter or a code in this area, and keep others waiting until the end."""
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)


def codes_given(*, area: Area) -> set[str]:
    """Return every code this area ever gave, also those of measures that are gone. Two queries."""
    events = Measure.pgh_event_model.objects.filter(area=area)  # type: ignore[attr-defined]
    return {
        *Measure.objects.filter(area=area).values_list("code", flat=True),
        *events.values_list("code", flat=True).distinct(),
    }
