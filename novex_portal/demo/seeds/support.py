"""Lets parties of the practice area say what they think of the ambitions."""

from datetime import date, timedelta

from areas.models import Area, Organisation, User
from coalition.agreement.ambitions.actions import declare_support
from novex_portal.demo.zuid_limburg_support import DECLARED


def seed_support(area: Area, planner: User, today: date) -> None:
    """Declare support in all its variants, for the first ambitions."""
    ambitions = {ambition.number: ambition for ambition in area.ambitions.all()}
    parties = {party.name: party for party in Organisation.objects.filter(areas=area)}
    for number, party, support, condition, source, days_ago in DECLARED:
        declare_support(
            ambition=ambitions[number],
            organisation=parties[party],
            actor=planner,
            version=0,
            support=support,
            condition=condition,
            source=source,
            declared_on=today - timedelta(days=days_ago),
        )
