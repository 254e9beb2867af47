"""How two versions of an agenda differ, measure by measure. Pure: no ORM, no clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.plan.rules.words import days_words
from deliverables.agenda.versions.rules.snapshot import AgendaText, MeasureText, RelationText
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text.differences import Piece, word_differences


@dataclass(frozen=True)
class WordsDifference:
    """A text of a measure that reads otherwise, word by word."""

    name: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Shift:
    """Dates that are others than they were, and by how many days begin and end moved."""

    old: str
    new: str
    start_days: int
    end_days: int

    @property
    def words(self) -> str:
        """12 dagen later; begin 3 dagen eerder, eind 12 dagen later; only meant more or less exactly."""
        if self.start_days == self.end_days:
            return days_words(self.end_days) if self.end_days else "anders aangeduid"
        parts = (("begin", self.start_days), ("eind", self.end_days))
        return ", ".join(f"{name} {days_words(days)}" for name, days in parts if days)


@dataclass(frozen=True)
class MeasureDifference:
    """A measure in both versions, or in one of them alone; what is the same is empty."""

    code: str
    title: str
    is_new: bool = False
    is_gone: bool = False
    dropped: str | None = None  # why, when it was dropped between the two
    shift: Shift | None = None
    status: tuple[str, str] | None = None
    words: tuple[WordsDifference, ...] = ()
    others: tuple[str, ...] = ()  # who takes part, what is reported, last days: one line each

    @property
    def is_changed(self) -> bool:
        return bool(
            self.is_new
            or self.is_gone
            or self.dropped is not None
            or self.shift
            or self.status
            or self.words
            or self.others
        )

    @property
    def kind(self) -> str:
        """In a word what happened."""
        if self.is_new:
            return "Nieuw"
        if self.is_gone:
            return "Staat er niet meer in"
        if self.dropped is not None:
            return "Vervallen"
        if self.shift:
            return "Verschoven" if self.shift.start_days or self.shift.end_days else "Gewijzigd"
        return "Gewijzigd" if self.is_changed else "Gelijk"


@dataclass(frozen=True)
class AgendaDifference:
    """All that differs, in the order of the newer version; what is gone stands at the end."""

    measures: tuple[MeasureDifference, ...]
    relations: tuple[str, ...] = field(default=())
    conditions: tuple[str, ...] = field(default=())

    @property
    def changed(self) -> list[MeasureDifference]:
        return [row for row in self.measures if row.is_changed]

    @property
    def kept(self) -> int:
        return len(self.measures) - len(self.changed)

    @property
    def finding(self) -> str:
        """2 nieuw, 1 vervallen, 3 verschoven, 4 anders gewijzigd; 26 bleven gelijk."""
        kinds = [row.kind for row in self.changed]
        gone = kinds.count("Vervallen") + kinds.count("Staat er niet meer in")
        said = (
            (kinds.count("Nieuw"), "nieuw"),
            (gone, "vervallen"),
            (kinds.count("Verschoven"), "verschoven"),
            (kinds.count("Gewijzigd"), "anders gewijzigd"),
        )
        words = ", ".join(f"{number} {word}" for number, word in said if number) or "Geen maatregel is gewijzigd"
        return f"{words}; {counted(self.kept, 'bleef', 'bleven')} gelijk." if self.kept else f"{words}."


def compare(old: AgendaText, new: AgendaText) -> AgendaDifference:
    """Compare two versions; a measure is the same one by its code, in whatever chapter it stands."""
    before, now = old.by_code, new.by_code
    rows = [_difference(before.get(code), measure) for code, measure in now.items()]
    rows += [MeasureDifference(code, row.title, is_gone=True) for code, row in before.items() if code not in now]
    return AgendaDifference(
        tuple(rows),
        tuple(_lines(_relation_words(old.relations), _relation_words(new.relations))),
        tuple(
            _lines(
                {
                    row.title: f"{row.title} ({row.state_words.lower()}, verwacht {row.expected_words})"
                    for row in old.conditions
                },
                {
                    row.title: f"{row.title} ({row.state_words.lower()}, verwacht {row.expected_words})"
                    for row in new.conditions
                },
            )
        ),
    )


def shift(old: MeasureText, new: MeasureText) -> Shift | None:
    """Return how the dates of a measure moved; None when they are the same, also in how exactly they are meant."""
    if (old.start, old.start_precision, old.end, old.end_precision) == (
        new.start,
        new.start_precision,
        new.end,
        new.end_precision,
    ):
        return None
    was, now = old.planned, new.planned
    return Shift(old.span, new.span, days_between(was.first, now.first), days_between(was.last, now.last))


def _difference(old: MeasureText | None, new: MeasureText) -> MeasureDifference:
    if old is None:
        return MeasureDifference(new.code, new.title, is_new=True)
    dropped = new.is_dropped and not old.is_dropped
    return MeasureDifference(
        new.code,
        new.title,
        dropped=new.drop_reason if dropped else None,
        shift=shift(old, new),
        status=(old.status_words, new.status_words) if old.status != new.status and not dropped else None,
        words=tuple(_words(old, new)),
        others=tuple(_others(old, new)),
    )


def _words(old: MeasureText, new: MeasureText) -> Iterator[WordsDifference]:
    for name, was, now in (("Titel", old.title, new.title), ("Resultaat", old.result, new.result)):
        if was != now:
            yield WordsDifference(name, word_differences(was, now))


def _others(old: MeasureText, new: MeasureText) -> Iterator[str]:
    if old.kind_words != new.kind_words:
        yield f"Soort: was {old.kind_words.lower()}, is {new.kind_words.lower()}"
    if old.phase_words != new.phase_words:
        yield f"Fase: was {old.phase_words.lower()}, is {new.phase_words.lower()}"
    yield from _lines(_parties(old), _parties(new))
    yield from _lines(_reports(old), _reports(new))
    yield from _lines(_last_days(old), _last_days(new))
    if old.is_pinned != new.is_pinned:
        yield f"Datums liggen vast: {new.pin_reason}" if new.is_pinned else "Datums liggen niet meer vast"


def _parties(measure: MeasureText) -> dict[str, str]:
    return {f"{row.part} {row.name}": f"{row.part_words}: {row.name}" for row in measure.parties}


def _reports(measure: MeasureText) -> dict[str, str]:
    return {row.axis: f"{row.axis_words}: {row.words.lower()}" for row in measure.reports}


def _last_days(measure: MeasureText) -> dict[str, str]:
    return {row.words: f"Uiterlijk {row.day:%d-%m-%Y} ({row.words})" for row in measure.deadlines}


def _relation_words(relations: Iterable[RelationText]) -> dict[str, str]:
    return {f"{row.before} {row.after} {row.kind}": row.words for row in relations}


def _lines(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """Say what came, what went and what reads otherwise; names are what makes two lines the same."""
    for name, words in new.items():
        if name not in old:
            yield f"Erbij: {words}"
        elif old[name] != words:
            yield f"Was: {old[name]}. Is: {words}"
    yield from (f"Weg: {words}" for name, words in old.items() if name not in new)
