"""The rule an area weighs by."""

from areas.models import Area
from deliverables.money.balance.models import BalanceRule
from deliverables.money.balance.rules import Rule


def rule_of(area: Area) -> Rule:
    """Return the rule of an area: its own, or the usual one. One query."""
    return as_rule(own_rule_of(area))


def own_rule_of(area: Area) -> BalanceRule | None:
    """Return what the area decided itself, if anything. One query."""
    return BalanceRule.objects.filter(area=area).first()


def as_rule(own: BalanceRule | None) -> Rule:
    """Return what an area decided as the rules see it; the usual rule when it decided nothing."""
    return Rule(own.hard_from, own.low, own.high, own.in_kind) if own else Rule()
