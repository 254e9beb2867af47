"""Process money: writing down what a fund gives in a year, changing it, taking it away."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from areas.models import Area, User
from deliverables.money.funding.enums import Hardness
from deliverables.money.funds.models import Fund
from deliverables.money.funds.queries import hold_usable
from deliverables.money.process_money.models import ProcessMoney
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class ProcessFacts:
    """What is filled in of process money."""

    fund: Fund
    year: int
    amount: Decimal
    purpose: str
    hardness: str = Hardness.INDICATIVE

    def values(self) -> dict[str, object]:
        """Return them as the columns of a row."""
        return {**self.__dict__, "purpose": " ".join(self.purpose.split())}


@action
def add_process_money(*, area: Area, actor: User, facts: ProcessFacts, token: UUID | None = None) -> ProcessMoney:
    """Write down process money of an area. The same token twice makes one; Problem as `change_process_money`."""
    if made := ProcessMoney.made_with(token, area=area):
        return made
    _require(area, facts)
    return ProcessMoney.objects.create(
        area=area, created_by=actor, submission_token=token or uuid7(), **facts.values()
    )


@action
def change_process_money(*, row: ProcessMoney, actor: User, version: int, facts: ProcessFacts) -> ProcessMoney:
    """Change it. Raises Conflict when somebody changed it since, Problem for a fund of elsewhere or without a purpose."""
    _require(row.area, facts)
    row.write_over(version, **facts.values())
    return row


@action
def remove_process_money(*, row: ProcessMoney, actor: User, version: int) -> None:
    """Take it away. Raises Conflict when somebody changed it since."""
    row.held_at(version).delete()


def _require(area: Area, facts: ProcessFacts) -> None:
    hold_usable(facts.fund, area)
    if not facts.purpose.strip():
        raise Problem("Schrijf op waarvoor het is, bijvoorbeeld: programmabureau.")
