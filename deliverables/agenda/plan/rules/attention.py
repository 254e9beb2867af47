"""What asks for attention in an agenda, in sentences: what is late, clashes, is tight or waits for too long. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.rules.checking import Finding, Verdict, check
from deliverables.agenda.plan.rules.plan import Plan
from deliverables.agenda.plan.rules.words import relation_words
from novex_portal.toolkit.text import dutch

RULE = (
    "Een maatregel vraagt aandacht als zij te laat is, niet past na waar zij op wacht, wacht op iets van buiten dat te laat "
    "komt, of als bij de stand is gemeld dat er aandacht nodig is of dat het vastloopt."
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a measure asks for attention: how bad it is, a word for its row, and a sentence that names it by its code."""

    measure: str
    kind: Literal["error", "attention"]
    word: str
    sentence: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A measure waits for something outside the agenda: whether that comes in time, and when it is expected in words."""

    measure: str
    title: str
    verdict: Verdict | None
    expected: str


def remarks(
    plan: Plan, today: date, held: Iterable[Held] = (), others: Collection[str] = ()
) -> dict[str, list[Remark]]:
    """Return per measure all that asks for attention, the worst first. What is done or was dropped asks for none.

    `others` are programmes of others, which say nothing of whether they began.
    """
    found: dict[str, list[Remark]] = defaultdict(list)
    rows = [
        *_over_time(plan, today, others),
        *_past_deadlines(plan),
        *_of_relations(plan),
        *_of_conditions(plan, held),
    ]
    for row in sorted(rows, key=lambda row: (row.kind != "error", not row.is_late)):
        found[row.measure].append(row)
    return dict(found)


def _over_time(plan: Plan, today: date, others: Collection[str]) -> Iterable[Remark]:
    for row in plan.measures.values():
        if row.is_done or row.status == MeasureStatus.PROPOSED:
            continue
        if row.last < today:
            words = dutch.late(row.last, today)
            sentence = f"{row.key} had klaar moeten zijn op {dutch.short_date(row.last)}: {words}."
            yield Remark(row.key, "error", words, sentence, is_late=True)
        elif row.start.last < today and row.status == MeasureStatus.PLANNED and row.key not in others:
            sentence = f"{row.key} had moeten beginnen op {dutch.short_date(row.start.last)}, en loopt nog niet."
            yield Remark(row.key, "attention", "Nog niet begonnen", sentence)


def _past_deadlines(plan: Plan) -> Iterable[Remark]:
    for deadline in plan.deadlines:
        row = plan.measures[deadline.measure]
        days = days_between(deadline.day, row.last)
        if days > 0 and not row.is_done:
            words = _late(days)
            sentence = f"{row.key} eindigt {words} voor {dutch.short_date(deadline.day)} ({deadline.words})."
            yield Remark(row.key, "error", words, sentence, is_late=True)


def _of_relations(plan: Plan) -> Iterable[Remark]:
    for finding in check(plan):
        relation = finding.relation
        after, before = plan.measures[relation.after], plan.measures[relation.before]
        if relation.state != DependencyState.CONFIRMED or after.is_done or finding.verdict == Verdict.FITS:
            continue
        if finding.verdict == Verdict.CLASHES:
            yield Remark(after.key, "error", "Botst", _clash(finding))
        else:
            sentence = f"{after.key} past maar net na {before.key}: dat hangt af van de precieze datums."
            yield Remark(after.key, "attention", "Krap", sentence)


def _clash(finding: Finding) -> str:
    relation = finding.relation
    days = f"{-finding.spare} {'dag' if finding.spare == -1 else 'dagen'} te vroeg"
    agreed = relation_words(relation.kind, relation.lag, relation.unit, relation.before)
    return f"{relation.after} {'eindigt' if relation.binds_end else 'begint'} {days}. Afgesproken: {agreed}."


def _of_conditions(plan: Plan, held: Iterable[Held]) -> Iterable[Remark]:
    for row in held:
        if row.measure in plan.measures and row.verdict in {Verdict.CLASHES, Verdict.TIGHT}:
            word = "Wacht" if row.verdict == Verdict.CLASHES else "Krap"
            sentence = f"{row.measure} wacht op “{row.title}”, verwacht {row.expected}."
            yield Remark(row.measure, "attention", word, sentence)


def _late(days: int) -> str:
    return f"{days} {'dag' if days == 1 else 'dagen'} te laat"
