"""Gives the parties of the practice area their scores in the krachtenveld."""

from datetime import date, timedelta

from areas.models import Area, Organisation, User
from coalition.analysis.stakes.actions import StakeData, score_stake
from novex_portal.demo.content.analysis import ANALYSIS


def seed_stakes(area: Area, planner: User, today: date) -> None:
    """Score the parties at two moments, so that there is something to see move."""
    challenges = {challenge.title: challenge for challenge in area.challenges.all()}
    parties = {party.name: party for party in Organisation.objects.filter(areas=area)}
    for row in ANALYSIS.scores:
        score_stake(
            area=area,
            actor=planner,
            challenge=challenges[row.challenge],
            organisation=parties[row.organisation],
            data=StakeData(
                influence=row.influence,
                interest=row.interest,
                scored_on=today - timedelta(days=row.days_ago),
                reasoning=row.reasoning,
            ),
        )
