"""Holds the two rounds of conversations of the practice area."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid5

from areas.models import Area, Organisation, User
from coalition.conversations.rounds.actions import RoundData, begin_round, plan_target
from coalition.models import Conversation, ConversationRound
from novex_portal.demo.zuid_limburg import Talk
from novex_portal.demo.zuid_limburg_talks import AIMS, FIRST_ROUND, QUESTIONS, SECOND_ROUND, TARGETS

type Record = Callable[[Talk, ConversationRound], Conversation]


def seed_rounds(area: Area, planner: User, record: Record, today: date) -> None:
    """Hold a round that is over and one that runs, with conversations planned and still to plan."""
    parties = {party.name: party for party in Organisation.objects.filter(areas=area)}
    first = _begin(area, planner, parties, FIRST_ROUND, title="Eerste ronde: wat speelt er?", today=today, ends=90)
    second = _begin(area, planner, parties, SECOND_ROUND, title="Tweede ronde: wat willen we samen?", today=today)
    for round, talks in ((first, FIRST_ROUND), (second, SECOND_ROUND)):
        for talk in talks:
            record(talk, round)
    for name, days, place in TARGETS:
        if days is not None:
            target = second.targets.get(organisation=parties[name])
            plan_target(
                target=target,
                version=1,
                planned_on=today + timedelta(days=days),
                place=place,
                interviewer="Gespreksvoerder provincie",
            )


def _begin(
    area: Area,
    planner: User,
    parties: dict[str, Organisation],
    talks: tuple[Talk, ...],
    *,
    title: str,
    today: date,
    ends: int | None = None,
) -> ConversationRound:
    names = {talk.participants[0][0] for talk in talks} | ({name for name, *_ in TARGETS} if ends is None else set())
    data = RoundData(
        title=title,
        aim="Horen wat partijen belangrijk vinden, en waar zij elkaar kunnen vinden.",
        guide=QUESTIONS,
        starts_on=today - timedelta(days=140 if ends else 48),
        ends_on=today - timedelta(days=ends) if ends else None,
        organisations=[parties[name] for name in sorted(names)],
        aims=AIMS,
    )
    return begin_round(area=area, actor=planner, data=data, token=uuid5(area.pk, title))
