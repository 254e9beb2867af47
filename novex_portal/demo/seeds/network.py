"""Fills the practice area with relations between its organisations."""

from datetime import date, timedelta

from areas.models import Area, User
from coalition.analysis.network.actions import RelationData, add_relation
from novex_portal.demo.content.analysis import ANALYSIS, Known
from novex_portal.demo.seeds.people import Roles


def seed_network(area: Area, actor: User, roles: Roles, today: date) -> None:
    """Enter who is connected with whom; who holds a role today is named where people know each other."""
    organisations = {organisation.name: organisation for organisation in area.organisations.all()}
    challenges = {challenge.title: challenge for challenge in area.challenges.all()}
    for known in ANALYSIS.relations:
        one, other = known.via
        data = RelationData(
            kind=known.kind,
            first=organisations[known.first],
            second=organisations[known.second],
            first_person=roles.get((known.first, one)),
            second_person=roles.get((known.second, other)),
            challenge=challenges.get(known.challenge),
            explanation=known.words,
            valid_from=today + timedelta(days=known.since),
            valid_until=_ended(known, today),
        )
        add_relation(area=area, actor=actor, data=data)


def _ended(known: Known, today: date) -> date | None:
    return None if known.until is None else today + timedelta(days=known.until)
