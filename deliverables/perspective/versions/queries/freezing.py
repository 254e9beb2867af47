"""The perspective of an area as it stands, as the text a version freezes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import count
from uuid import UUID

from django.db.models import Q

from areas.access import acting_as
from areas.factsheet.enums import DuoKind, FactsheetHeading
from areas.models import Area, Duo, FactsheetSection, User
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.choices.queries import choices_of
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.figures.queries import figures_of
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.sections.queries import sections_of
from deliverables.perspective.versions.rules.snapshot import ChoiceText, FigureText, PerspectiveText, SectionText

Figures = dict[UUID | None, list[PerspectiveFigure]]


def perspective_text(
    area: Area,
    *,
    moment: datetime,
    actor: User,
    number: int = 0,
    reason: str = "",
    checkpoint: Checkpoint | None = None,
) -> PerspectiveText:
    """Return the perspective as it stands; number 0 is "now". Ten queries, however long it is."""
    how_far = how_far_of(area)
    duo = duo_on(area, moment.date())
    placed: Figures = defaultdict(list)
    for figure in figures_of(area):
        placed[figure.section_id or figure.choice_id].append(figure)
    numbers = count(1)
    # Numbered in the order in which they are read: with the hoofdkeuzes first.
    shared = _figures(placed[None], numbers)
    choices = tuple(_choice(row, placed, numbers) for row in choices_of(area))
    return PerspectiveText(
        area=area.name,
        area_slug=area.slug,
        number=number,
        reason=reason,
        checkpoint=checkpoint.name if checkpoint else "",
        frozen_at=moment,
        frozen_by=acting_as(actor, area),
        sections=tuple(_section(row, placed, numbers) for row in sections_of(area)),
        choices=choices,
        figures=shared,
        percentage=how_far.percentage if how_far else None,
        percentage_reason=how_far.text if how_far else "",
        place=(float(area.latitude), float(area.longitude)),
        duo=(duo.national_side, duo.regional_side) if duo else ("", ""),
    )


def how_far_of(area: Area) -> FactsheetSection | None:
    """Return what the factsheet says of how far the perspective is: the one place that says so. One query."""
    return FactsheetSection.objects.filter(area=area, heading=FactsheetHeading.PERSPECTIVE).first()


def duo_on(area: Area, day: date) -> Duo | None:
    """Return the rijk-regio duo that answers for an area on a day. One query."""
    lasting = Q(valid_until=None) | Q(valid_until__gte=day)
    return Duo.objects.filter(lasting, area=area, kind=DuoKind.EXECUTIVE, valid_from__lte=day).first()


def _section(row: PerspectiveSection, placed: Figures, numbers: Iterable[int]) -> SectionText:
    asked = sorted(row.checkpoints.all(), key=lambda moment: (moment.date, moment.name))
    return SectionText(
        id=str(row.pk),
        heading=row.heading,
        text=row.text,
        asked=tuple(moment.name for moment in asked),
        figures=_figures(placed[row.pk], numbers),
    )


def _choice(row: MainChoice, placed: Figures, numbers: Iterable[int]) -> ChoiceText:
    return ChoiceText(
        code=row.code,
        title=row.title,
        text=row.text,
        ambitions=tuple(f"{one.number}. {one.title}" for one in row.ambitions.all()),
        frictions=tuple(f"{one.first.title} en {one.second.title}: {one.text}" for one in row.frictions.all()),
        challenges=tuple(one.title for one in row.challenges.all()),
        contributions=tuple(
            f"{one.programme.name} ({one.get_goal_kind_display().lower()}): {one.text}"
            for one in row.contributions.all()
        ),
        figures=_figures(placed[row.pk], numbers),
    )


def _figures(rows: Iterable[PerspectiveFigure], numbers: Iterable[int]) -> tuple[FigureText, ...]:
    return tuple(
        FigureText(number, row.caption, row.alt, row.file.sha256, row.file.width or 0, row.file.height or 0)
        for row, number in zip(rows, numbers, strict=False)
    )
