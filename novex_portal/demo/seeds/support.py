"""Lets parties of the practice area say what they think of the ambitions."""

from datetime import date, timedelta

from areas.models import Area, Organisation, User
from coalition.agreement.ambitions.actions import state_on_ambition
from novex_portal.demo.content.agreement import AKKOORD
from novex_portal.demo.seeds.speakers import speakers_of


def seed_support(area: Area, planner: User, today: date) -> None:
    """Declare support in all its variants, for the first ambitions."""
    ambitions = {ambition.number: ambition for ambition in area.ambitions.all()}
    parties = {party.name: party for party in Organisation.objects.filter(areas=area)}
    speakers = speakers_of(area)
    for declared in AKKOORD.support:
        state_on_ambition(
            ambition=ambitions[declared.ambition],
            organisation=parties[declared.organisation],
            actor=speakers.get(declared.organisation, planner),
            version=0,
            support=declared.support,
            condition=declared.condition,
            source=declared.source,
            declared_on=today - timedelta(days=declared.days_ago),
        )
