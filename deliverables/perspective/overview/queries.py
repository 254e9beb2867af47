"""The ontwikkelperspectief of an area on one page: how far it is, who stands behind it, what it chooses, what it exchanges."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from areas.models import Area, FactsheetSection, User
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.queries import Standing, signatory_count, standing_of
from deliverables.perspective.choices.queries import Tied, tied
from deliverables.perspective.exchange.queries import WithProvince, exchange_of
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.figures.queries import figures_of
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.sections.queries import sections_of
from deliverables.perspective.sections.rules import Piece, bar, finding
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.queries.freezing import how_far_of, perspective_text
from deliverables.perspective.versions.queries.versions import text_of
from deliverables.perspective.versions.rules.differences import changed_sections, compare
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class SectionRow:
    """A part in the list: when it is asked, when it changed, and how it stands beside the newest version."""

    section: PerspectiveSection
    asked: str  # 14-01-2027, 09-06-2027; empty when it is not asked
    kind: str
    words: str


@dataclass(frozen=True)
class Page:
    """All that the page of a perspective shows."""

    rows: list[SectionRow]
    how_far: FactsheetSection | None
    choices: list[Tied]
    figures: list[PerspectiveFigure]  # those that stand with the hoofdkeuzes
    provinces: list[WithProvince]
    version: PerspectiveVersion | None
    versions: int
    standing: Standing | None
    changed: int  # points on which the working text differs from the newest version
    signatories: int
    next_board: Checkpoint | None  # the bestuurlijk overleg at which a part is asked next

    @property
    def finding(self) -> str:
        return finding([bool(row.section.text) for row in self.rows])

    @property
    def bar(self) -> list[Piece]:
        return bar([bool(row.section.text) for row in self.rows])

    @property
    def choices_heading(self) -> str:
        """Vier hoofdkeuzes."""
        if not self.choices:
            return "Nog geen hoofdkeuzes"
        number = len(self.choices)
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        return f"{words} hoofdkeuze{'s' if number > 1 else ''}"

    @property
    def said_heading(self) -> str:
        """What the newest word of a bestuurlijk overleg on the newest version was."""
        if self.standing and self.standing.endorsements:
            said = self.standing.endorsements[-1]
            return f"{said.get_wording_display()} op {dutch.short_date(said.checkpoint.date)}"
        return "Nog niet onderschreven"

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.choices or self.figures)


_NUMBERS = ("Geen", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen", "Tien")


def page_of(user: User, area: Area, today: date) -> Page:
    """Return the page of a perspective. At most thirty queries, however much there is."""
    version = PerspectiveVersion.objects.filter(area=area).order_by("-number").select_related("area").first()
    changed, points = _since(version, user)
    sections = list(sections_of(area))
    figures = [row for row in figures_of(area) if row.section_id is None]
    return Page(
        rows=[_row(row, version, changed) for row in sections],
        how_far=how_far_of(area),
        choices=tied(user, area),
        figures=figures,
        provinces=exchange_of(area, today),
        version=version,
        versions=version.number if version else 0,
        standing=standing_of(version, today) if version else None,
        changed=points,
        signatories=signatory_count(area),
        next_board=_next_board(sections, today),
    )


def _since(version: PerspectiveVersion | None, user: User) -> tuple[set[str], int]:
    """Return which parts changed since a version, and on how many points the working text differs from it."""
    if version is None:
        return set(), 0
    then = text_of(version)
    now = perspective_text(version.area, moment=timezone.localtime(), actor=user)
    return changed_sections(then, now), len(compare(then, now).rows)


def _row(section: PerspectiveSection, version: PerspectiveVersion | None, changed: set[str]) -> SectionRow:
    days = sorted({moment.date for moment in section.checkpoints.all()})
    kind, words = ("good", "Tekst") if section.text else ("idle", "Leeg")
    if section.text and version and str(section.pk) in changed:
        kind, words = "attention", "Gewijzigd"
    return SectionRow(section, ", ".join(dutch.short_date(day) for day in days), kind, words)


def _next_board(sections: list[PerspectiveSection], today: date) -> Checkpoint | None:
    moments = {moment for section in sections for moment in section.checkpoints.all()}
    coming = [row for row in moments if row.kind == CheckpointKind.BOARD_MEETING and row.date >= today]
    return min(coming, key=lambda row: row.date, default=None)
