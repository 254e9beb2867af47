"""What other dates of a measure would do, before anything is saved."""

from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from areas.models import User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.measures import lead
from deliverables.agenda.moving.queries.told import Told, by_area, in_words, told
from deliverables.agenda.moving.rules import Dates, exactly, fingerprint
from deliverables.agenda.plan.queries.plans import AreaPlan, name_for, plan_of, readable_areas
from deliverables.agenda.plan.rules.plan import Planned
from deliverables.agenda.plan.rules.pushing import Domino, Move, push
from deliverables.agenda.plan.rules.slack import slack
from deliverables.agenda.plan.rules.words import days_words, relation_words
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text import dutch

_SHOWN = 5
GONE = "Deze maatregel is vervallen. Een vervallen maatregel krijgt geen andere datums meer."


@dataclass(frozen=True)
class Reckoned:
    """What follows when a measure gets other dates, with the plan it was reckoned on."""

    plan: AreaPlan
    measure: Measure
    dates: Dates
    domino: Domino

    @property
    def mark(self) -> str:
        """What tells whether somebody who saves this saw the same."""
        moves = (*self.domino.edited, *self.domino.moves)
        return fingerprint(self.domino, {move.new.key: self.plan.measures[move.new.key].version for move in moves})

    @property
    def edited(self) -> Move:
        return self.domino.edited[0]

    def rows_of(self, moves: tuple[Move, ...]) -> list[Measure]:
        """Return the measures of these moves."""
        return [self.plan.measures[move.new.key] for move in moves]


def reckon(measure: Measure, dates: Dates) -> Reckoned:
    """Reckon what other dates do. The six queries of the plan. Raises Problem for a measure that was dropped."""
    plan = plan_of(measure.area)
    planned = plan.plan.measures.get(measure.code)
    if planned is None:
        raise Problem(GONE)
    return Reckoned(plan, plan.measures[measure.code], dates, push(plan.plan, [dates.of(planned)], measure.area.slug))


@dataclass(frozen=True)
class MovedRow:
    """A measure in the table of what moves; `url` is empty where the reader may not go."""

    key: str
    code: str
    name: str
    url: str
    was: str
    now: str
    days: int
    via: str

    @property
    def days_words(self) -> str:
        """How far it moves, with its sign."""
        return f"{'+' if self.days > 0 else dutch.MINUS}{counted(abs(self.days), 'dag', 'dagen')}"


@dataclass(frozen=True)
class Preview:
    """What somebody sees of it."""

    reckoned: Reckoned
    readable: set[UUID]

    @cached_property
    def rows(self) -> list[MovedRow]:
        """The measures that get other dates, the edited one first."""
        domino = self.reckoned.domino
        rows = [self._row(self.reckoned.edited, "u wijzigt deze")]
        rows += [self._row(move, self.cause(move)) for move in domino.moves]
        for move in domino.requests:
            area = self.row(move.new.key).area
            rows.append(self._row(move, f"als verzoek: {area.name} beslist zelf"))
        rows += [self._row(move, f"onder voorbehoud: {self.cause(move)}") for move in domino.reserved]
        return rows

    @cached_property
    def told(self) -> list[Told]:
        """Who hears of it when all of it is saved."""
        domino = self.reckoned.domino
        moved = self.reckoned.rows_of((*domino.edited, *domino.moves))
        return told(moved, self.reckoned.rows_of(domino.requests))

    @property
    def heading(self) -> str:
        """What follows, as a conclusion."""
        moves = self.reckoned.domino.moves
        if not moves:
            return "Niets anders in dit gebied schuift mee"
        late = {row.deadline.measure for row in self.reckoned.domino.crossed} & {move.new.key for move in moves}
        words = f"{counted(len(moves), 'maatregel schuift', 'maatregelen schuiven')} mee"
        if not late:
            return words
        everybody = {1: "", 2: "beide "}.get(len(moves), "alle ")
        who = everybody if len(late) == len(moves) else f"{len(late)} "
        return f"{words}, {who}over {'de' if len(late) == 1 else 'hun'} uiterste datum"

    @property
    def sentence(self) -> tuple[str, str, str, str]:
        """What somebody changes: which date, what it was, what it becomes, and how far that is."""
        row, dates = self.reckoned.measure, self.reckoned.dates
        move, old = self.reckoned.edited, Dates(row.starts, row.ends)
        if old.start == dates.start:
            return "Het einde van", str(old.end), str(dates.end), days_words(move.days)
        begins = days_words((move.new.first - move.old.first).days)
        if old.end == dates.end:
            return "Het begin van", str(old.start), str(dates.start), begins
        return "De planning van", str(old), str(dates), days_words(move.days) if move.days else begins

    @property
    def pushes(self) -> str:
        """What pushing does, in words; "" when there is nothing to push and nobody to ask."""
        domino = self.reckoned.domino
        areas = [area.name for area in by_area(self.reckoned.rows_of(domino.requests))]
        if not domino.moves and not areas:
            return ""
        words = counted(len(domino.moves) + 1, "maatregel krijgt", "maatregelen krijgen") + " nieuwe datums"
        return f"{words}, {in_words(areas)} een verzoek." if areas else f"{words}."

    @property
    def stays(self) -> str:
        """What waits for something that moves, and need not move itself."""
        moved = {row.key for row in self.rows}
        plan = self.reckoned.plan.plan
        near = dict.fromkeys(tie.after for key in moved for tie in plan.out_of.get(key, ()) if tie.after not in moved)
        if not near:
            return "Niets schuift naar voren."
        names = sorted(near)[:_SHOWN] + ([f"{len(near) - _SHOWN} andere"] if len(near) > _SHOWN else [])
        return f"{in_words(names)} {'blijft' if len(names) == 1 else 'blijven'} staan. Niets schuift naar voren."

    @property
    def room(self) -> str:
        """How many days later it may be ready without breaking a last day."""
        days = (self.safe.end.day - self.reckoned.edited.old.last).days if self.safe else 0
        return counted(days, "dag", "dagen")

    @cached_property
    def after(self) -> AreaPlan:
        """The plan as it would be, for who draws it."""
        plan, new = self.reckoned.plan, self.reckoned.domino.after
        rows = dict(plan.measures)
        for row in self.rows:
            rows[row.key] = _on(rows[row.key], new.measures[row.key], self.reckoned)
        return AreaPlan(plan.area, new, rows, plan.dependencies)

    @property
    def before(self) -> dict[str, Planned]:
        """The dates they had, by code."""
        return {row.key: self.reckoned.plan.plan.measures[row.key] for row in self.rows}

    @cached_property
    def safe(self) -> Dates | None:
        """The latest dates with which every last day is still kept, when these break one; None when there are none."""
        found = slack(self.reckoned.plan.plan).get(self.reckoned.measure.code)
        if not self.reckoned.domino.crossed or found is None or found.days <= 0:
            return None
        was = self.reckoned.edited.old
        stays = self.reckoned.dates.start.period == was.start
        start = self.reckoned.dates.start if stays else exactly(was.first + timedelta(days=found.days))
        return Dates(start, exactly(found.until))

    def row(self, key: str) -> Measure:
        return self.reckoned.plan.measures[key]

    def lead_of(self, key: str) -> str:
        """Who has the lead, for who may read it."""
        row = self.row(key)
        organisation = lead(row) if row.area_id in self.readable else None
        return organisation.name if organisation else ""

    def cause(self, move: Move) -> str:
        """Through what a measure moves, in words; all that ask the same day."""
        return " en ".join(relation_words(cause.kind, cause.lag, cause.unit, cause.before) for cause in move.causes)

    def _row(self, move: Move, via: str) -> MovedRow:
        row = self.row(move.new.key)
        here = row == self.reckoned.measure
        old, new = Dates(row.starts, row.ends), self.reckoned.dates if here else Dates.exact(move.new)
        same_end = old.end == new.end
        return MovedRow(
            key=row.code,
            code=row.code,
            name=name_for(row, self.readable),
            url=row.get_absolute_url() if row.area_id in self.readable else "",
            was=f"begin {old.start}" if same_end else str(old.end),
            now=f"begin {new.start}" if same_end else str(new.end),
            days=(move.new.first - move.old.first).days if same_end else move.days,
            via=via,
        )


def preview_of(reckoned: Reckoned, reader: User) -> Preview:
    """Return what a reader sees of what was reckoned. One query; who is told takes two more, and one per area asked."""
    return Preview(reckoned, readable_areas(reader))


def _on(row: Measure, new: Planned, reckoned: Reckoned) -> Measure:
    """Return a measure as it would be; the row itself stays as it is."""
    dates = reckoned.dates if row == reckoned.measure else Dates.exact(new)
    moved = copy(row)
    moved.start, moved.start_precision = dates.start.day, dates.start.precision
    moved.end, moved.end_precision = dates.end.day, dates.end.precision
    return moved
