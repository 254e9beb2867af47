"""Reading the figures of a perspective."""

from django.db.models import QuerySet, Sum

from areas.models import Area
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.sections.models import PerspectiveSection


def figures_of(area: Area) -> QuerySet[PerspectiveFigure]:
    """Return the figures of an area in their order, with their files."""
    rows = PerspectiveFigure.objects.filter(area=area).select_related("file", "section", "choice", "area")
    return rows.order_by("created_at", "pk")


def figures_at(place: PerspectiveSection | MainChoice) -> QuerySet[PerspectiveFigure]:
    """Return the figures that stand with a part or a hoofdkeuze, in their order."""
    name = "section" if isinstance(place, PerspectiveSection) else "choice"
    return figures_of(place.area).filter(**{name: place})


def room_taken(area: Area) -> int:
    """Return how many bytes the figures of an area take together."""
    return int(PerspectiveFigure.objects.filter(area=area).aggregate(size=Sum("file__size"))["size"] or 0)
