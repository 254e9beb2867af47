"""The worked example of the rules: seven measures, six relations, two deadlines."""

from dataclasses import replace
from datetime import date

from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation

HERE, THERE = "zuid-limburg", "de-peel"


def measure(key: str, first: date, last: date, **facts: object) -> Planned:
    area = THERE if key.startswith("PL") else HERE
    return Planned(key, Period.day(first), Period.day(last), area=area, **facts)  # type: ignore[arg-type]


MEASURES = (
    measure("W01", date(2026, 1, 12), date(2026, 12, 18)),
    measure("W02", date(2027, 1, 4), date(2028, 6, 30)),
    measure("N01", date(2027, 4, 5), date(2029, 3, 30)),
    measure("L01", date(2026, 9, 1), date(2027, 8, 31)),
    measure("W03", date(2028, 9, 4), date(2030, 12, 20)),
    measure("W05", date(2028, 9, 4), date(2031, 2, 28)),
    measure("PL-P04", date(2028, 10, 2), date(2029, 12, 31)),
)
RELATIONS = (
    Relation("W01", "W02"),
    Relation("W02", "N01", "SS", 3, "maand"),
    Relation("L01", "N01", "SS"),
    Relation("W02", "W03", "FS", 20, "werkdag"),
    Relation("W03", "W05", "FF", 2, "maand"),
    Relation("W03", "PL-P04", "SS"),
)
READY = Deadline("W05", date(2031, 2, 28), "ijkmoment", "BOL Zuid")
SPEND = Deadline("W03", date(2030, 12, 31), "besteden", "SPUK")
PLAN = Plan.of(MEASURES, RELATIONS, [READY, SPEND])


def ending(key: str, last: date) -> Planned:
    """Return the measure with another last day."""
    return replace(PLAN.measures[key], end=Period.day(last))


def changed(*measures: Planned) -> Plan:
    """Return the example with these measures in place of theirs."""
    return PLAN.with_dates({row.key: row for row in measures})
