"""The areas side by side: what each row says, which are shown and in what order. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.steps import State, StepState, furthest_step
from novex_portal.toolkit.meters import Meter, counted
from novex_portal.toolkit.text import dutch

FAR_STEP = 4
NEWS_DAYS = 30


@dataclass(frozen=True)
class NextMoment:
    """The next checkpoint of an area, and how much of what it asks is ready."""

    name: str
    date: date
    days: int
    pieces: int
    ready: int

    @property
    def short(self) -> str:
        return dutch.short_date(self.date)

    @property
    def machine(self) -> str:
        return self.date.isoformat()

    @property
    def left(self) -> str:
        """Vandaag, 1 dag, 14 dagen."""
        return counted(self.days, "dag", "dagen") if self.days else "vandaag"


@dataclass(frozen=True)
class AgendaFacts:
    """How the agenda of an area stands in numbers, and which checkpoints are at risk."""

    measures: int
    needing: int
    endangered: tuple[str, ...] = ()

    @property
    def needing_words(self) -> str:
        """3 vragen aandacht; empty when none does."""
        return f"{self.needing} {'vraagt' if self.needing == 1 else 'vragen'} aandacht" if self.needing else ""


@dataclass(frozen=True)
class AreaRow:
    """One area in the overview. `last` is the day of the checkpoint before the next one."""

    number: int
    name: str
    slug: str
    latitude: Decimal
    longitude: Decimal
    provinces: tuple[str, ...]
    facts: CoalitionFacts
    steps: tuple[StepState, ...]
    relations: Meter
    pressure: Meter
    next: NextMoment | None
    last: date | None
    overdue: int
    agenda: AgendaFacts | None = None

    @property
    def step(self) -> int:
        """The furthest step that has begun; 0 when none has."""
        return furthest_step(self.steps)

    @property
    def done(self) -> int:
        return sum(step.state is State.DONE for step in self.steps)

    @property
    def done_words(self) -> str:
        return f"{self.done} klaar" if self.done else ""

    @property
    def busy_words(self) -> str:
        """What the area is busy with: its furthest step that runs."""
        if self.done == len(self.steps):
            return "coalitie staat"
        running = [step.short for step in self.steps if step.state is State.RUNNING]
        if running:
            return f"bezig met {running[-1]}"
        ahead = next(step.short for step in self.steps if not step.begun)
        return f"{ahead} nog niet begonnen" if self.done else "nog niet begonnen"

    @property
    def label(self) -> str:
        """12. Zuid-Limburg, stap 4: what the dot on the map says."""
        step = f"stap {self.step}" if self.step else "nog niet begonnen"
        return f"{self.number}. {self.name}, {step}"

    @property
    def is_far(self) -> bool:
        """Whether the area works on its akkoord or has its coalition."""
        return self.step >= FAR_STEP

    @property
    def late_words(self) -> str:
        """2 stukken te laat; nothing when none is."""
        return f"{counted(self.overdue, 'stuk', 'stukken')} te laat" if self.overdue else ""


# What a row is sorted by; None where there is nothing to sort by, and then it comes last, whatever the direction.
ORDERS: dict[str, tuple[str, Callable[[AreaRow], object]]] = {
    "ijkmoment": ("ijkmoment", lambda row: row.next.date if row.next else None),
    "nummer": ("nummer", lambda row: row.number),
    "stap": ("stap", lambda row: (row.step, row.done)),
    "druk": ("tijdsdruk", lambda row: row.pressure.level or None),
    "relatie": ("relatievoortgang", lambda row: row.relations.level),
}


@dataclass(frozen=True)
class Choice:
    """Which areas somebody asks for, and in what order; a "-" turns an order round."""

    province: str = ""
    step: str = ""
    pressure: str = ""
    order: str = "ijkmoment"

    @property
    def by(self) -> str:
        return self.order.removeprefix("-")

    @property
    def is_reversed(self) -> bool:
        return self.order.startswith("-")

    @property
    def order_words(self) -> str:
        """Gesorteerd op ijkmoment."""
        return f"Gesorteerd op {ORDERS[self.by][0]}{', hoogste eerst' if self.is_reversed else ''}"

    @property
    def is_filtered(self) -> bool:
        return bool(self.province or self.step or self.pressure)

    def holds_for(self, row: AreaRow) -> bool:
        """Tell whether a row is among what is asked for."""
        return (
            (not self.province or self.province in row.provinces)
            and (not self.step or int(self.step) == row.step)
            and (not self.pressure or int(self.pressure) == row.pressure.level)
        )


def chosen(rows: Iterable[AreaRow], choice: Choice) -> list[AreaRow]:
    """Return the rows asked for in the order asked for; what is equal stands by number."""
    key = ORDERS[choice.by][1]
    by_number = sorted((row for row in rows if choice.holds_for(row)), key=lambda row: row.number)
    known = [row for row in by_number if key(row) is not None]
    known.sort(key=key, reverse=choice.is_reversed)  # type: ignore[arg-type]
    return known + [row for row in by_number if key(row) is None]


def headline(rows: Sequence[AreaRow]) -> str:
    """Return what the rows come down to: how many are far, how many are late."""
    late = sum(row.overdue > 0 for row in rows)
    words = _far_words(sum(row.is_far for row in rows), len(rows))
    if not late:
        return words
    return f"{words}, {'met stukken te laat' if len(rows) == 1 else f'{late} {"is" if late == 1 else "zijn"} te laat'}"


def _far_words(far: int, total: int) -> str:
    if total == 1:
        return f"Uw gebied {'werkt aan het akkoord of is verder' if far else 'werkt nog niet aan een akkoord'}"
    if far == 0:
        return "Nog geen gebied werkt aan een akkoord"
    if far == 1:
        return f"1 van de {total} gebieden werkt aan het akkoord of is verder"
    return f"{far} van de {total} gebieden werken aan hun akkoord of zijn verder"


def first_moment(rows: Iterable[AreaRow]) -> str:
    """Return how long it takes until the first checkpoint of all."""
    days = min((row.next.days for row in rows if row.next), default=None)
    if days is None:
        return "Er is nog geen ijkmoment gepland."
    return f"Het eerste ijkmoment is {'vandaag' if days == 0 else f'over {counted(days, "dag", "dagen")}'}."


def news_since(rows: Iterable[AreaRow], today: date) -> tuple[date, str]:
    """Return from which day on a change is news, and how that is said."""
    last = max((row.last for row in rows if row.last), default=None)
    if last is None:
        return today - timedelta(days=NEWS_DAYS), f"in de laatste {NEWS_DAYS} dagen"
    return last, f"sinds het ijkmoment van {dutch.long_date(last)}"
