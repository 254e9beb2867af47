"""The summary of contacts says the same as counting again."""

import random
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Count

from areas.models import Area, Challenge, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.conversations.recording.actions.recording import record_conversation, update_conversation
from coalition.conversations.recording.data import ConversationData, ParticipantData, StatementData
from coalition.models import Conversation, Participant, PartyContact, Statement
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_challenge, make_conversation, make_statement

NAMES = ("Gemeente A", "Gemeente B", "Waterschap C", "Bedrijf D")


def random_talk(chance: random.Random, challenge: Challenge) -> ConversationData:
    names = chance.sample(NAMES, chance.randint(1, 3))
    return ConversationData(
        held_on=date(2026, 1, 1) + timedelta(days=chance.randint(0, 90)),
        participants=tuple(ParticipantData(name, "", OrganisationKind.MUNICIPALITY) for name in names),
        report="Gesprek",
        statements=tuple(
            StatementData(chance.choice(names), challenge, "Standpunt") for _ in range(chance.randint(0, 3))
        ),
    )


def kept(area: Area) -> dict[str, tuple[int, int, date, date]]:
    rows = PartyContact.objects.filter(area=area, conversation_count__gt=0).select_related("organisation")
    return {
        str(row.organisation): (row.conversation_count, row.statement_count, row.first_held_on, row.last_held_on)
        for row in rows
    }


def counted(area: Area) -> dict[str, tuple[int, int, date, date]]:
    result = {}
    for name in NAMES:
        talks = Conversation.objects.filter(area=area, participants__organisation__name=name).distinct()
        days = sorted(talk.held_on for talk in talks)
        said = Statement.objects.filter(conversation__area=area, organisation__name=name).count()
        if days:
            result[name] = (len(days), said, days[0], days[-1])
    return result


def test_the_summary_equals_a_recount_after_random_writes(area: Area, other_area: Area, interviewer: User) -> None:
    chance = random.Random(20261121)  # noqa: S311
    challenges = {place: make_challenge(place) for place in (area, other_area)}
    made: list[Conversation] = []
    for _ in range(30):
        place = chance.choice([area, other_area])
        data = random_talk(chance, challenges[place])
        if made and chance.random() < 0.5:
            talk = chance.choice(made)
            data = random_talk(chance, challenges[talk.area])
            update_conversation(conversation=talk, actor=interviewer, version=talk.version, data=data)
        else:
            made.append(record_conversation(area=place, actor=interviewer, token=uuid7(), data=data))
    assert kept(area) == counted(area) != {}
    assert kept(other_area) == counted(other_area) != {}


def test_a_party_taken_off_its_only_conversation_counts_nothing(area: Area, interviewer: User) -> None:
    first = ConversationData(
        held_on=date(2026, 3, 2), participants=(ParticipantData("Gemeente A", kind=OrganisationKind.MUNICIPALITY),)
    )
    talk = record_conversation(area=area, actor=interviewer, token=uuid7(), data=first)
    other = replace(first, participants=(ParticipantData("Gemeente B", kind=OrganisationKind.MUNICIPALITY),))
    update_conversation(conversation=talk, actor=interviewer, version=1, data=other)
    assert set(kept(area)) == {"Gemeente B"}


def test_rebuilding_counts_what_was_loaded_past_the_actions(area: Area, interviewer: User) -> None:
    statement = make_statement(make_conversation(interviewer, area))
    rebuild_contacts(area=area)
    assert kept(area)[str(statement.organisation)][:2] == (1, 1)


def test_a_party_with_two_persons_in_one_conversation_counts_once(area: Area, interviewer: User) -> None:
    pair = (ParticipantData("Gemeente A", "Wethouder", OrganisationKind.MUNICIPALITY), ParticipantData("Gemeente A"))
    data = ConversationData(held_on=date(2026, 3, 2), participants=pair)
    record_conversation(area=area, actor=interviewer, token=uuid7(), data=data)
    assert Participant.objects.aggregate(rows=Count("id"))["rows"] == 2
    assert kept(area)["Gemeente A"][0] == 1
