"""The areas side by side: how far each is, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import FETCH_RAISE

from areas.access import areas_visible_to, permissions
from areas.enums import Permission
from areas.models import Area, User
from coalition.trail.progress.queries import coalition_facts
from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.steps import StepState, furthest_step, step_states
from novex_portal.dashboards.area.queries.moments import NextDate, next_dates
from novex_portal.toolkit.meters import counted

FAR_STEP = 4


@dataclass(frozen=True)
class OverviewRow:
    """One area in the overview."""

    area: Area
    facts: CoalitionFacts
    steps: tuple[StepState, ...]
    step: int
    next: NextDate | None

    @property
    def step_words(self) -> str:
        """4 van 5: akkoord."""
        return f"{self.step} van 5: {self.steps[self.step - 1].short}" if self.step else "Nog niet begonnen"

    @property
    def label(self) -> str:
        """12. Zuid-Limburg, stap 4: what the dot on the map says."""
        step = f"stap {self.step}" if self.step else "nog niet begonnen"
        return f"{self.area.number}. {self.area.name}, {step}"

    @property
    def is_far(self) -> bool:
        """Whether the area works on its akkoord or has its coalition."""
        return self.step >= FAR_STEP


def overview_rows(user: User, today: date, *, by_date: bool = False) -> list[OverviewRow]:
    """Return the areas whose dashboard the user may see, by number or by next checkpoint. Three queries."""
    visible = areas_visible_to(user).fetch_mode(FETCH_RAISE)
    facts = coalition_facts(today)
    dates = next_dates(today)
    rows = [
        _row(area, facts[area.pk], dates.get(area.pk))
        for area in visible
        if Permission.VIEW_AREA in permissions(user, area)
    ]
    return sorted(rows, key=_by_date) if by_date else rows


def _row(area: Area, facts: CoalitionFacts, upcoming: NextDate | None) -> OverviewRow:
    steps = step_states(facts)
    return OverviewRow(area, facts, steps, furthest_step(steps), upcoming)


def _by_date(row: OverviewRow) -> tuple[bool, date, int]:
    return row.next is None, row.next.date if row.next else date.max, row.area.number


def _far_words(far: int, total: int) -> str:
    if total == 1:
        return (
            f"Uw gebied {'werkt aan een akkoord of heeft een coalitie' if far else 'werkt nog niet aan een akkoord'}."
        )
    if far == 0:
        return "Nog geen gebied werkt aan een akkoord."
    verb = "werkt aan een akkoord of heeft" if far == 1 else "werken aan hun akkoord of hebben"
    return f"{far} van de {total} gebieden {verb} een coalitie."


def summary(rows: Sequence[OverviewRow], today: date) -> str:
    """Return what the overview says in two sentences."""
    words = _far_words(sum(row.is_far for row in rows), len(rows))
    first = min((row.next.date for row in rows if row.next), default=None)
    if first is None:
        return f"{words} Er is nog geen ijkmoment gepland."
    days = (first - today).days
    return f"{words} Het eerste ijkmoment is {'vandaag' if days == 0 else f'over {counted(days, "dag", "dagen")}'}."
