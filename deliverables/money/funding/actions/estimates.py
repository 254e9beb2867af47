"""Saying what a measure costs, or that it needs no money."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from areas.models import User
from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.enums import Vat
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import Estimate
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem

NEEDS_NONE = "Bij deze maatregel staat dat er geen geld nodig is. Leg eerst een raming vast."


@dataclass(frozen=True)
class CostFacts:
    """What is said about the cost of a measure; without an amount it needs no money."""

    as_of: date
    amount: Decimal | None = None
    price_year: int | None = None
    vat: str = Vat.UNKNOWN
    accuracy: int | None = None
    note: str = ""

    def values(self) -> dict[str, object]:
        """Return them as the columns of a row; what goes with an amount falls away without one."""
        if self.amount is None:
            return {"as_of": self.as_of, "needs_none": True, "note": self.note.strip()}
        return {**self.__dict__, "note": self.note.strip()}


@action
def state_estimate(*, measure: Measure, actor: User, facts: CostFacts, token: UUID | None = None) -> Estimate:
    """Say what a measure costs on a day. The newest counts; what was said before stays.

    The same token twice gives the estimate of the first time. Raises Problem when no money would be needed while
    somebody contributes, and for an amount without its price level.
    """
    lock_money(measure=measure)
    if made := Estimate.made_with(token, measure=measure):
        return made
    if facts.amount is None and measure.funding.exclude(hardness=Hardness.WITHDRAWN).exists():
        raise Problem("Er staan bijdragen bij deze maatregel. Zonder geld kan dat niet: trek die eerst in.")
    if facts.amount is not None and facts.price_year is None:
        raise Problem("Vul in van welk jaar de prijzen zijn, bijvoorbeeld 2026.")
    return Estimate.objects.create(
        measure=measure, stated_by=actor, submission_token=token or uuid7(), **facts.values()
    )


def lock_money(*, measure: Measure) -> None:
    """Wait until nobody else writes the money of this measure, and keep others waiting until the end."""
    Measure.objects.select_for_update(no_key=True).get(pk=measure.pk)
