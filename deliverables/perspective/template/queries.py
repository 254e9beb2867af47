"""Reading the template of a perspective."""

from django.db.models import QuerySet

from deliverables.perspective.template.models import SectionTemplate
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, history

_FIELDS = {"heading": "onderdeel", "hint": "wat erin hoort"}


def template_rows() -> QuerySet[SectionTemplate]:
    """Return the parts an area may begin with, in their order."""
    return SectionTemplate.objects.order_by("rank", "heading")


def changes_of_template_row(row: SectionTemplate) -> list[Change]:
    """Return who changed what of a part of the template and when, newest first."""
    return history([Part(SectionTemplate, {"id": row.pk}, _FIELDS)])
