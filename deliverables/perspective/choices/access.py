"""The door to a hoofdkeuze."""

from areas.access import door
from areas.enums import Permission
from deliverables.perspective.choices.models import MainChoice

choice_for = door(
    MainChoice.objects,
    need=Permission.VIEW_PERSPECTIVE,
    missing="Deze hoofdkeuze is er niet, of niet meer.",
)
"""Return a hoofdkeuze of the area."""
