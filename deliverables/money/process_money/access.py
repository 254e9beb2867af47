"""The door to a line of process money."""

from areas.access import door
from areas.enums import Permission
from deliverables.money.process_money.models import ProcessMoney

process_money_for = door(
    ProcessMoney.objects.select_related("fund"),
    need=Permission.EDIT_INVESTMENTS,
    missing="Deze regel is er niet, of niet meer.",
)
"""Return a line of process money of the area, for who writes them."""
