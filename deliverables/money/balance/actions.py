"""Deciding how an area weighs what Rijk and regio bring."""

from areas.models import Area, User
from deliverables.money.balance.models import BalanceRule
from deliverables.money.balance.rules import Rule
from deliverables.money.funding.enums import LADDER
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem


@action
def set_balance_rule(*, area: Area, actor: User, version: int, rule: Rule) -> BalanceRule:
    """Let an area weigh by this rule; `version` is the one that was read, 0 while the usual rule held.

    Raises Conflict when somebody changed it since, Problem for a band that ends before it begins or leaves 0 to 100.
    """
    if not 0 <= rule.low <= rule.high <= 100:
        raise Problem("Kies een band tussen 0 en 100, met het laagste getal vooraan, bijvoorbeeld 45 tot en met 55.")
    if rule.hard_from not in LADDER[1:]:
        raise Problem("Kies vanaf welke stap geld hard is.")
    return BalanceRule.declare(
        version, {"area": area}, hard_from=rule.hard_from, low=rule.low, high=rule.high, in_kind=rule.in_kind
    )
