"""The door to a figure."""

from areas.access import door
from areas.enums import Permission
from deliverables.perspective.figures.models import PerspectiveFigure

figure_for = door(
    PerspectiveFigure.objects.select_related("file", "section", "choice"),
    need=Permission.VIEW_PERSPECTIVE,
    missing="Deze figuur is er niet, of niet meer.",
)
"""Return a figure of the perspective of the area, with its file."""
