"""What asks attention in the money of an area: what may lapse, what waits, and what has no source. No query."""

from dataclasses import dataclass
from datetime import date

from deliverables.agenda.measures.models import Measure
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.queries.last_days import amounts_words, at_stake
from deliverables.money.funding.queries.money import waits
from deliverables.money.funding.rules.last_days import late_words, room_words
from deliverables.money.investments.queries.investments import AreaMoney
from deliverables.money.investments.rules.agenda import Part
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

NEAR = 60
"""Days of room below which money that must be spent asks attention."""
_NAMED = 4


@dataclass(frozen=True)
class Warned:
    """One sentence, and where to go from there; `kind` is what it is about."""

    kind: str
    words: str
    more: str = ""
    measure: Measure | None = None

    @property
    def icon(self) -> str:
        return {"waits": "lock", "late": "circle-x"}.get(self.kind, "alert-triangle")


def warnings_of(money: AreaMoney, part: Part) -> list[Warned]:
    """Return all that asks attention, what is late first."""
    late = _lapsing(money)
    return [*(row for row in late if row.kind == "late"), *(row for row in late if row.kind != "late"),
            *_waiting(money), *_without_source(part), *_stranded(money)]  # fmt: skip


def _lapsing(money: AreaMoney) -> list[Warned]:
    found = []
    for (code, day), rows in sorted(at_stake(money.lines).items()):
        measure = money.measures[code]
        room = (day - measure.ends.period.last).days
        if room > NEAR:
            continue
        amount = amounts_words(rows)
        if room < 0:
            found.append(Warned("late", f"{code}: {amount} {late_words(-room)}.", _must(day, rows), measure))
        else:
            found.append(
                Warned(
                    "near", f"{code} heeft nog {room_words(room)} voor {amount} vervalt.", _must(day, rows), measure
                )
            )
    return found


def _must(day: date, rows: list[FundingLine]) -> str:
    funds = " en ".join(dict.fromkeys(row.fund.name for row in rows))
    return f"{funds}: besteden tot en met {dutch.short_date(day)}."


def _waiting(money: AreaMoney) -> list[Warned]:
    rows = [row for row in money.lines if waits(row) and row.hardness not in (Hardness.WISH, Hardness.WITHDRAWN)]
    if not rows:
        return []
    names = dict.fromkeys(
        row.waits_for_measure.code if row.waits_for_measure else str(row.waits_for_condition) for row in rows
    )
    return [Warned("waits", f"{amounts_words(rows)} wacht op {_named(list(names))}.")]


def _without_source(part: Part) -> list[Warned]:
    bare = [row for row in part.rows if row.coverage.no_source and not row.coverage.sums.counted]
    if not bare:
        return []
    codes = _named([row.key for row in bare])
    return [
        Warned("source", f"Van {counted(len(bare), 'maatregel', 'maatregelen')} is nog geen bron bekend.", f"{codes}.")
    ]


def _stranded(money: AreaMoney) -> list[Warned]:
    if not money.stranded:
        return []
    codes = _named(list(dict.fromkeys(row.measure.code for row in money.stranded)))
    words = f"{amounts_words(money.stranded)} staat nog bij een vervallen maatregel, en telt nergens mee."
    return [Warned("stranded", words, f"{codes}: trek de bijdrage in.", money.stranded[0].measure)]


def _named(names: list[str]) -> str:
    shown = names[:_NAMED] + ([f"{len(names) - _NAMED} meer"] if len(names) > _NAMED else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} en {shown[-1]}"
