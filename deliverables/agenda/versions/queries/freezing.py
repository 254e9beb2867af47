"""The agenda of an area as it stands, as the text a version freezes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from areas.access import acting_as
from areas.models import Area, User
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import AgendaChapter, Measure, MeasureParty
from deliverables.agenda.measures.queries.sides import parties_by_measure
from deliverables.agenda.plan.models import Dependency, MeasureDeadline
from deliverables.agenda.plan.queries.conditions import condition_rows
from deliverables.agenda.plan.queries.plans import deadline
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.reports.queries.reports import newest_reports
from deliverables.agenda.versions.rules.snapshot import (
    AgendaText,
    ChapterText,
    ConditionText,
    DeadlineText,
    MeasureText,
    PartyText,
    PointText,
    RelationText,
    ReportText,
)
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.law_text.light import AS_TYPED


def agenda_text(
    area: Area,
    *,
    moment: datetime,
    actor: User,
    number: int = 0,
    reason: str = "",
    checkpoint: Checkpoint | None = None,
) -> AgendaText:
    """Return the agenda as it stands; number 0 is "now". Nine queries, however long it is."""
    points = Checkpoint.objects.filter(areas=area).order_by("date", "name")
    return AgendaText(
        area=area.name,
        area_slug=area.slug,
        number=number,
        reason=reason,
        checkpoint=checkpoint.name if checkpoint else "",
        frozen_at=moment,
        frozen_by=acting_as(actor, area),
        chapters=_chapters(area),
        relations=tuple(_relation(row, area) for row in _relations(area)),
        conditions=_conditions(area),
        points=tuple(PointText(row.date, row.name) for row in points),
        grammar=AS_TYPED,
    )


def _chapters(area: Area) -> tuple[ChapterText, ...]:
    measures = list(Measure.objects.filter(area=area).order_by("code"))
    parties, deadlines = parties_by_measure(area), _deadlines(area)
    reports = newest_reports(measure.pk for measure in measures)
    found: dict[UUID, list[MeasureText]] = defaultdict(list)
    for measure in measures:
        said = reports.get(measure.pk, {}).values()
        text = _measure(measure, parties.get(measure.pk, []), said, deadlines[measure.pk])
        found[measure.chapter_id].append(text)
    chapters = AgendaChapter.objects.filter(area=area)
    return tuple(ChapterText(row.letter, row.title, tuple(found[row.pk])) for row in chapters)


def _measure(
    measure: Measure,
    parties: Iterable[MeasureParty],
    reports: Iterable[StatusReport],
    deadlines: Iterable[DeadlineText],
) -> MeasureText:
    return MeasureText(
        id=str(measure.pk),
        code=measure.code,
        title=measure.title,
        result=measure.result,
        kind=measure.kind,
        phase=measure.phase,
        start=measure.start,
        start_precision=measure.start_precision,
        end=measure.end,
        end_precision=measure.end_precision,
        status=measure.status,
        is_pinned=measure.is_pinned,
        pin_reason=measure.pin_reason,
        drop_reason=measure.drop_reason,
        parties=tuple(PartyText(row.organisation.name, row.part) for row in sorted(parties, key=_by_part)),
        reports=tuple(_report(row) for row in reports),
        deadlines=tuple(deadlines),
    )


def _by_part(row: MeasureParty) -> int:
    return list(PartyPart).index(PartyPart(row.part))


def _report(row: StatusReport) -> ReportText:
    said_by = row.organisation.name if row.organisation else ""
    return ReportText(row.axis, row.word, row.reason, row.as_of, said_by)


def _deadlines(area: Area) -> dict[UUID, list[DeadlineText]]:
    found: dict[UUID, list[DeadlineText]] = defaultdict(list)
    for row in MeasureDeadline.objects.filter(measure__area=area).select_related("measure", "checkpoint"):
        last = deadline(row)
        found[row.measure_id].append(DeadlineText(last.day, last.kind, last.words))
    for rows in found.values():
        rows.sort(key=lambda row: row.day)
    return found


def _relations(area: Area) -> list[Dependency]:
    own = Q(before__area=area) | Q(after__area=area)
    return list(Dependency.objects.filter(own).select_related("before__area", "after__area").order_by("pk"))


def _relation(row: Dependency, area: Area) -> RelationText:
    return RelationText(
        before=row.before.code,
        after=row.after.code,
        before_name=_name_in(area, row.before),
        after_name=_name_in(area, row.after),
        kind=row.kind,
        lag=row.lag,
        unit=row.unit,
        state=row.state,
        why=row.why,
    )


def _name_in(area: Area, measure: Measure) -> str:
    return measure.title if measure.area_id == area.pk else f"een maatregel in {measure.area.name}"


def _conditions(area: Area) -> tuple[ConditionText, ...]:
    """Return the conditions of the area and the national ones its measures wait for, with the codes of these."""
    return tuple(
        ConditionText(
            title=row.condition.title,
            owner=row.condition.owner.name if row.condition.owner else "",
            state=row.condition.state,
            expected_on=row.condition.expected_on,
            expected_precision=row.condition.expected_precision,
            measures=tuple(waiting.measure.code for waiting in row.waiting),
        )
        for row in condition_rows(area)
        if row.waiting or row.condition.area_id
    )
