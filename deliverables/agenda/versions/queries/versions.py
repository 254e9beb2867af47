"""Reading versions of the agenda: the list, one as a baseline, and whether nothing was changed since."""

from django.db.models import QuerySet

from areas.models import Area
from coalition.agreement.versions.rules import proof
from deliverables.agenda.timeline.queries.comparing import Baseline
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.rules.snapshot import AgendaText, from_json


def versions_of(area: Area) -> QuerySet[AgendaVersion]:
    """Return the frozen versions of an area, newest first, without what they hold."""
    return (
        AgendaVersion.objects.filter(area=area)
        .select_related("area", "checkpoint")
        .defer("snapshot")
        .order_by("-number")
    )


def texts_of(area: Area) -> list[AgendaText]:
    """Return what every version of an area holds, oldest first. One query."""
    snapshots = AgendaVersion.objects.filter(area=area).order_by("number").values_list("snapshot", flat=True)
    return [from_json(snapshot) for snapshot in snapshots]


def labels_of(area: Area) -> list[tuple[int, str]]:
    """Return number and label of each version of an area, newest first. One query."""
    return [(version.number, version.label) for version in versions_of(area)]


def baseline_of(area: Area, number: int) -> Baseline | None:
    """Return the dates of a version, to compare the plan of now with; None when there is no such version. One query."""
    snapshot = AgendaVersion.objects.filter(area=area, number=number).values_list("snapshot", flat=True).first()
    if snapshot is None:
        return None
    text = from_json(snapshot)
    measures = {measure.code: measure.planned for measure in text.measures}
    return Baseline(text.label, measures, {measure.code: measure.span for measure in text.measures})


def chain_faults(version: AgendaVersion) -> list[str]:
    """Return what is wrong with a version and those before it, in words; empty when all is as it was frozen.

    Recomputes every fingerprint from what is stored, oldest first. One query.
    """
    rows = AgendaVersion.objects.filter(area=version.area_id, number__lte=version.number).order_by("number")
    return proof.chain_faults((row.label, row.snapshot, row.sha256, row.previous_sha256) for row in rows)
