"""Until when money must be spent, as last days of the plan: what moves a measure past one is told that it may lapse.

Loading this makes the plan know them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from deliverables.agenda.plan.enums import DeadlineKind
from deliverables.agenda.plan.queries.plans import also_last_days
from deliverables.agenda.plan.rules.plan import Deadline
from deliverables.money.amounts.rules.cents import Basis, total
from deliverables.money.amounts.rules.words import euro_words
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine


def money_last_days(areas: Collection[UUID]) -> Iterable[Deadline]:
    """Return the days on which money for measures of these areas must be spent, one per measure and day. One query."""
    rows = FundingLine.objects.filter(measure__area__in=areas, in_kind=False)
    rows = rows.select_related("measure", "fund").order_by("measure__code", "created_at", "pk")
    for (code, day), found in at_stake(rows).items():
        words = f"{amounts_words(found)} uit {' en '.join(dict.fromkeys(row.fund.name for row in found))}"
        yield Deadline(code, day, DeadlineKind.MONEY, words)


def at_stake(rows: Iterable[FundingLine]) -> dict[tuple[str, date], list[FundingLine]]:
    """Return per code of a measure and last day what must be spent by then: no wishes, nothing in kind or withdrawn."""
    found: dict[tuple[str, date], list[FundingLine]] = defaultdict(list)
    for row in rows:
        if row.last_day and not row.in_kind and row.hardness not in (Hardness.WISH, Hardness.WITHDRAWN):
            found[row.measure.code, row.last_day].append(row)
    return found


def amounts_words(rows: Iterable[FundingLine]) -> str:
    """Return what contributions are together, said per basis: amounts of two are never added."""
    per_basis: dict[Basis, list[FundingLine]] = defaultdict(list)
    for row in rows:
        per_basis[row.basis].append(row)
    return " en ".join(euro_words(total(row.amount for row in same)) for same in per_basis.values())


also_last_days(money_last_days)
