"""Holds the two rounds of conversations of the practice area."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid5

from areas.models import Area, Organisation, User
from coalition.conversations.rounds.actions import RoundData, begin_round, plan_target
from coalition.models import Conversation, ConversationRound
from novex_portal.demo.content.talks import TALKS, Round, Talk

type Record = Callable[[Talk, ConversationRound], Conversation]


def seed_rounds(area: Area, planner: User, record: Record, today: date) -> None:
    """Hold a round that is over and one that runs, with conversations planned and still to plan."""
    parties = {party.name: party for party in Organisation.objects.filter(areas=area)}
    begun = [(_begin(area, planner, parties, entry, today), entry) for entry in TALKS.rounds]
    for round, entry in begun:
        for talk in entry.talks:
            record(talk, round)
        for target in entry.targets:
            if target.planned is not None:
                plan_target(
                    target=round.targets.get(organisation=parties[target.organisation]),
                    actor=planner,
                    version=1,
                    planned_on=today + timedelta(days=target.planned),
                    place=target.place,
                    interviewer="Gespreksvoerder provincie",
                )


def _begin(
    area: Area, planner: User, parties: dict[str, Organisation], entry: Round, today: date
) -> ConversationRound:
    names = {talk.participants[0].organisation for talk in entry.talks}
    names |= {target.organisation for target in entry.targets}
    data = RoundData(
        title=entry.title,
        aim=TALKS.aim,
        guide=TALKS.questions,
        starts_on=today - timedelta(days=entry.began),
        ends_on=None if entry.ended is None else today - timedelta(days=entry.ended),
        organisations=[parties[name] for name in sorted(names)],
        aims=TALKS.aims,
    )
    return begin_round(area=area, actor=planner, data=data, token=uuid5(area.pk, entry.title))
