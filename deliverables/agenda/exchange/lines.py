"""The lines of a file with measures: what each says, and what that comes to.

A cell that says what the portal says already is not looked at any further: so what was exported comes in again
without a change. All faults of a line are told together.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from areas.imports.kinds import Progress, Row
from areas.imports.rules.columns import listed, names_in, sound
from areas.imports.rules.plan import Change, hold_back
from deliverables.agenda.dates.rules.words import PlanDate, read_date
from deliverables.agenda.exchange.queries.ground import Ground, Named
from deliverables.agenda.exchange.queries.sheet import article_words, parties_of, programme_words, wait_of
from deliverables.agenda.exchange.rules.columns import (
    CLEARED,
    COLUMNS,
    PARTIES,
    flat,
    joined,
    kind_of,
    phase_of,
    status_of,
)
from deliverables.agenda.exchange.rules.plan import MeasurePlan
from deliverables.agenda.exchange.rules.waits import Wait, read_wait
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart, Phase
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.rules.checking import ring
from deliverables.agenda.plan.rules.plan import Relation
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text.dutch import parse_date, short_date

DROPPING = "Laat een maatregel vervallen op zijn eigen bladzijde: daar hoort een reden bij."
_NEEDED = ("hoofdstuk", "titel", "begin", "eind")


def codes_in(rows: Sequence[Row]) -> set[str]:
    """Return the codes that cells of these lines may wait for."""
    cells = (part for row in rows for part in names_in(row["values"].get("wacht-op", "")))
    return {cell.split()[0].upper() for cell in cells}


class Reading:
    """Reads line after line; what an earlier line would do counts for the ones after it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._first: dict[str, int] = {}
        self._relations: list[Relation] = list(ground.plan.plan.relations)

    def plans(
        self, rows: Sequence[Row], *, expected: Mapping[int, str] | None, progress: Progress
    ) -> list[MeasurePlan]:
        """Return what each line comes to, in their order."""
        found = [self._plan(row) for row in rows]
        if expected is not None:
            hold_back(found, expected)
        progress(1.0)
        return found

    def _plan(self, row: Row) -> MeasurePlan:
        values = row["values"]
        plan = MeasurePlan(row["number"], name=values.get("titel", ""))
        for column in row.get("cut", ()):
            plan.fault(column, f"De tekst was langer dan {COLUMNS.by_key[column].most} tekens. Kort hem in.")
        if not self._finds(plan, values.get("code", "").upper()):
            return plan
        known: Measure | None = plan.known
        now = self._ground.sheet.cells(known) if known else {}
        plan.name = values.get("titel") or now.get("titel", "")
        for column in COLUMNS.every[1:]:
            text = values.get(column.key, "")
            if text and text != now.get(column.key, ""):
                self._cell(plan, column.key, text, now.get(column.key, ""))
        self._whole(plan)
        if not plan.words and not plan.changes and not plan.errors:
            plan.words.append("Staat al zo in het portaal.")
        return plan

    def _finds(self, plan: MeasurePlan, code: str) -> bool:
        if not code:
            plan.words.append("Komt erbij, en krijgt een code.")
            return True
        plan.known = self._ground.measures.get(code)
        if plan.known is None:
            plan.fault(
                "code", f"{code} is geen maatregel van deze agenda. Laat de code leeg voor een nieuwe maatregel."
            )
        earlier = self._first.setdefault(code, plan.number)
        if earlier != plan.number:
            plan.fault("code", f"{code} staat al op regel {earlier}. Haal een van de twee regels weg.")
        return not plan.errors

    def _cell(self, plan: MeasurePlan, key: str, text: str, now: str) -> None:
        try:
            value, words = _READERS[key](self, plan, sound(text))
        except ValueError as fault:
            plan.fault(key, str(fault))
            return
        if words != now:
            plan.new[key] = value
            plan.changes.append(Change(COLUMNS.by_key[key].label, now, words))

    # --- The line as a whole

    def _whole(self, plan: MeasurePlan) -> None:
        if plan.known is None:
            for key in _NEEDED:
                if key not in plan.new and not any(column == key for column, _ in plan.errors):
                    plan.fault(key, f"Een nieuwe maatregel heeft ook een {COLUMNS.by_key[key].label}. Vul die in.")
        start, end = self._date(plan, "begin"), self._date(plan, "eind")
        if start and end and end.period.last < start.period.first:
            plan.fault("eind", f"Het eind ({end}) ligt voor het begin ({start}). Kies een later eind.")
        self._lead(plan)
        self._state(plan)

    def _date(self, plan: MeasurePlan, key: str) -> PlanDate | None:
        date: PlanDate | None = plan.new.get(key)
        if date is None and plan.known:
            date = plan.known.starts if key == "begin" else plan.known.ends
        return date

    def _lead(self, plan: MeasurePlan) -> None:
        known: Measure | None = plan.known
        kind = plan.new.get("soort") or (known.kind if known else MeasureKind.ACTION)
        status = plan.new.get("stand") or (known.status if known else MeasureStatus.PROPOSED)
        leads = plan.new.get("trekker")
        if leads is None:
            leads = [row for row in parties_of(known) if row.part == PartyPart.LEAD] if known else []
        if leads and kind == MeasureKind.PROGRAMME:
            plan.fault(
                "trekker", "Een lopend programma van anderen heeft hier geen trekker. Zet de partij bij partners."
            )
        elif len(leads) > 1:
            plan.fault("trekker", "Een maatregel heeft één trekker. Zet de andere partijen bij partners.")
        elif (
            not leads
            and kind != MeasureKind.PROGRAMME
            and status not in {MeasureStatus.PROPOSED, MeasureStatus.DROPPED}
        ):
            plan.fault("trekker", "Alleen een voorstel kan zonder trekker. Vul een trekker in.")

    def _state(self, plan: MeasurePlan) -> None:
        status, known = plan.new.get("stand"), plan.known
        if not status:
            return
        if status == MeasureStatus.DROPPED:
            plan.fault("stand", DROPPING)
        elif known and status not in followers(MeasureStatus, known.status):
            plan.fault("stand", f"Van “{known.get_status_display()}” kan niet naar “{MeasureStatus(status).label}”.")

    # --- Cells that name rows

    def names(self, named: Named, text: str, what: str) -> tuple[list[Any], str]:
        """Return the rows a cell names, and the cell as the portal would write it."""
        if text.lower() == CLEARED:
            return [], ""
        parts = names_in(text)
        if strange := [part for part in parts if flat(part).lower() not in named]:
            raise ValueError(f"{listed(strange)}: {what}")
        if twice := [part for part in parts if named[flat(part).lower()] is None]:
            raise ValueError(f"{listed(twice)} heet in dit gebied meer dan één keer zo. Kies die in het portaal zelf.")
        return list(dict.fromkeys(named[flat(part).lower()] for part in parts)), joined(parts)

    def parties(self, text: str) -> tuple[list[Any], str]:
        """Return the parties a cell names, by name."""
        rows, _ = self.names(self._ground.organisations, text, f"geen partij van {self._ground.area.name}.")
        return rows, joined(sorted(row.name for row in rows))

    def articles(self, text: str) -> tuple[list[Any], str]:
        """Return the articles a cell names, by number and title or by title alone."""
        rows, _ = self.names(self._ground.articles, text, "geen artikel van het akkoord van dit gebied.")
        return rows, joined(map(article_words, sorted(rows, key=lambda row: (row.chapter.number, row.number))))

    def ambitions(self, text: str) -> tuple[list[Any], str]:
        """Return the ambitions a cell names."""
        rows, _ = self.names(self._ground.ambitions, text, "geen gedeelde ambitie van dit gebied.")
        return rows, joined(row.title for row in sorted(rows, key=lambda row: row.number))

    def challenges(self, text: str) -> tuple[list[Any], str]:
        """Return the opgaven a cell names."""
        rows, _ = self.names(self._ground.challenges, text, "geen opgave van dit gebied.")
        return rows, joined(row.title for row in sorted(rows, key=lambda row: (row.position, row.title)))

    def programmes(self, text: str) -> tuple[list[Any], str]:
        """Return the national programmes a cell names."""
        rows, _ = self.names(self._ground.programmes, text, "geen nationaal programma dat het portaal kent.")
        return rows, joined(map(programme_words, sorted(rows, key=lambda row: row.name)))

    def chapter(self, text: str) -> tuple[Any, str]:
        """Return the chapter of a title, or of a letter."""
        found = self._ground.chapters.get(flat(text).lower())
        if found is None:
            raise ValueError(f"“{text}” is geen hoofdstuk van deze agenda. Maak het eerst aan bij Hoofdstukken.")
        return found, found.title

    def deadlines(self, text: str) -> tuple[list[tuple[Any, Any, str]], str]:
        """Return the last days of a cell: day, checkpoint and why of each."""
        if text.lower() == CLEARED:
            return [], ""
        found = [self._deadline(part) for part in names_in(text)]
        words = (f"{checkpoint.name if checkpoint else short_date(day)}: {why}" for day, checkpoint, why in found)
        return found, joined(sorted(map(flat, words)))

    def _deadline(self, text: str) -> tuple[Any, Any, str]:
        when, _, why = (part.strip() for part in text.partition(":"))
        if not why:
            raise ValueError(f"“{text}”: schrijf ook waarom, bijvoorbeeld 31-12-2030: de subsidie loopt af.")
        if len(why) > 200:
            raise ValueError(f"“{when}”: maak de reden korter, hoogstens 200 tekens.")
        if checkpoint := self._ground.checkpoints.get(flat(when).lower()):
            return None, checkpoint, why
        try:
            day = parse_date(when)
        except ValueError as error:
            raise ValueError(
                f"“{when}” is geen datum en geen ijkmoment van dit gebied. Bijvoorbeeld 31-12-2030: de subsidie loopt af."
            ) from error
        if not 2000 <= day.year <= 2100:
            raise ValueError(f"“{when}”: kies een datum tussen 2000 en 2100.")
        return day, None, why

    def waits(self, plan: MeasurePlan, text: str) -> tuple[list[Wait], str]:
        """Return what a cell waits for, and keep on the plan which relations come, change and go."""
        asked = [] if text.lower() == CLEARED else [read_wait(part) for part in names_in(text)]
        rows = self._ground.sheet.waits.get(plan.known.pk, []) if plan.known else []
        there = {(row.before.code, row.kind): row for row in rows}
        wanted = {(wait.code, wait.kind): wait for wait in asked}
        plan.removed = [row for key, row in there.items() if key not in wanted]
        plan.added = [wait for key, wait in wanted.items() if key not in there]
        plan.changed = [
            (row, wanted[key]) for key, row in there.items() if key in wanted and wait_of(row) != wanted[key]
        ]
        for wait in plan.added:
            self._admit(plan, wait)
        return asked, joined(map(str, sorted(wanted.values())))

    def _admit(self, plan: MeasurePlan, wait: Wait) -> None:
        before = self._ground.measure(wait.code)
        if before is None:
            raise ValueError(f"{wait.code} is geen code van een maatregel.")
        if before.status == MeasureStatus.DROPPED:
            raise ValueError(f"{wait.code} is vervallen. Op een vervallen maatregel wacht niets meer.")
        after = plan.known.code if plan.known else f"regel {plan.number}"
        relation = Relation(wait.code, after, wait.kind, wait.lag, wait.unit)
        gone = {(row.before.code, after, row.kind) for row in plan.removed}
        self._relations = [row for row in self._relations if (row.before, row.after, row.kind) not in gone]
        if chain := ring(self._relations, relation):
            raise ValueError(f"Dit maakt de kring rond: {' → '.join(chain)}.")
        self._relations.append(relation)


Reader = Callable[[Reading, MeasurePlan, str], tuple[Any, str]]


def _text(reading: Reading, plan: MeasurePlan, text: str) -> tuple[str, str]:
    return text, text


def _date(reading: Reading, plan: MeasurePlan, text: str) -> tuple[PlanDate, str]:
    date = read_date(text)
    return date, str(date)


def _choice(choices: Any, chosen: Callable[[str], str]) -> Reader:
    words = ", ".join(choices.labels).lower()

    def read(reading: Reading, plan: MeasurePlan, text: str) -> tuple[str, str]:
        value = chosen(text)
        if not value:
            raise ValueError(f"“{text}” kent het portaal hier niet. Kies uit: {words}.")
        return value, str(choices(value).label)

    return read


_READERS: dict[str, Reader] = {
    "hoofdstuk": lambda reading, plan, text: reading.chapter(text),
    "titel": _text,
    "resultaat": _text,
    "soort": _choice(MeasureKind, kind_of),
    "fase": _choice(Phase, phase_of),
    "begin": _date,
    "eind": _date,
    "stand": _choice(MeasureStatus, status_of),
    "uiterste-datum": lambda reading, plan, text: reading.deadlines(text),
    "wacht-op": lambda reading, plan, text: reading.waits(plan, text),
    "artikelen": lambda reading, plan, text: reading.articles(text),
    "ambities": lambda reading, plan, text: reading.ambitions(text),
    "opgaven": lambda reading, plan, text: reading.challenges(text),
    "programmas": lambda reading, plan, text: reading.programmes(text),
    **dict.fromkeys(PARTIES, lambda reading, plan, text: reading.parties(text)),
}
"""How the cell of each column is read: what to write, and how the portal would write it. A fault is a ValueError."""
