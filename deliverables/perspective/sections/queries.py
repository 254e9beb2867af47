"""Reading the parts of a perspective."""

from django.db.models import QuerySet

from areas.models import Area
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.sections.models import PerspectiveSection, SectionAsked
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history


def sections_of(area: Area) -> QuerySet[PerspectiveSection]:
    """Return the parts of the perspective of an area in their order, with the checkpoints that ask them. Two queries."""
    rows = PerspectiveSection.objects.filter(area=area).select_related("area").order_by("rank")
    return rows.prefetch_related("checkpoints")


def asked_at(area: Area, checkpoint: Checkpoint) -> list[PerspectiveSection]:
    """Return the parts of the perspective of an area that a checkpoint asks, in their order. One query."""
    rows = PerspectiveSection.objects.filter(area=area, asked_links__checkpoint=checkpoint)
    return list(rows.select_related("area").order_by("rank"))


def checkpoints_of(area: Area) -> QuerySet[Checkpoint]:
    """Return the checkpoints of an area, the first one first."""
    return Checkpoint.objects.filter(areas=area).order_by("date", "name")


def changes_of_section(section: PerspectiveSection) -> list[Change]:
    """Return who changed what of a part and when, newest first; a fixed number of queries."""
    return history(
        [
            Part(PerspectiveSection, {"id": section.pk}, {"heading": "onderdeel", "text": "tekst"}),
            Part(SectionAsked, {"section_id": section.pk}, {"checkpoint_id": "ijkmoment"}, _asked),
        ],
        called={Checkpoint: "name"},
    )


def _asked(_words: Words) -> str:
    return "Gevraagd op"
