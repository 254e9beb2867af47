"""The door to a part of the perspective."""

from areas.access import door
from areas.enums import Permission
from deliverables.perspective.sections.models import PerspectiveSection

section_for = door(
    PerspectiveSection.objects,
    need=Permission.VIEW_PERSPECTIVE,
    missing="Dit onderdeel is er niet, of niet meer.",
)
"""Return a part of the perspective of the area."""
