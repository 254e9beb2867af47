"""Who can read a conversation, counted and named."""

from areas.enums import Role
from areas.models import Area, User
from coalition.conversations.readers.queries import members_of, readership
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ConversationReader
from tests.factories import make_conversation, make_member


def say(area: Area, author: User, level: str, *named: User, reader: User | None = None) -> tuple[int, str]:
    found = readership(
        members_of(area),
        author=author.pk,
        confidentiality=level,
        named=[user.pk for user in named],
        reader=reader.pk if reader else None,
    )
    return found.number, found.who


def test_the_planning_group_and_who_manages_the_area_read_the_planning_level(
    area: Area, interviewer: User, planner: User, admin: User, participant: User
) -> None:
    make_member(Role.PLANNING_GROUP, area)
    assert say(area, interviewer, Confidentiality.PLANNING_GROUP) == (
        4,
        "u, de 2 leden van de planningsgroep en 1 gebiedsbeheerder",
    )


def test_an_executive_never_reads_a_conversation(area: Area, interviewer: User, executive: User) -> None:
    assert say(area, interviewer, Confidentiality.AREA) == (1, "u")


def test_somebody_with_two_roles_counts_once(area: Area, interviewer: User, planner: User) -> None:
    planner.memberships.create(area=area, role=Role.AREA_ADMIN, valid_from="2020-01-01")
    assert say(area, interviewer, Confidentiality.AREA) == (2, "u en 1 lid van de planningsgroep")


def test_a_confidential_conversation_names_its_readers(area: Area, interviewer: User, planner: User) -> None:
    assert say(area, interviewer, Confidentiality.CONFIDENTIAL, planner) == (2, f"u en {planner}")


def test_a_named_reader_who_left_the_area_does_not_count(area: Area, interviewer: User, planner: User) -> None:
    planner.memberships.update(valid_until="2021-01-01")
    assert say(area, interviewer, Confidentiality.CONFIDENTIAL, planner) == (1, "u")


def test_a_reader_who_is_not_the_author_sees_both(area: Area, interviewer: User, planner: User, admin: User) -> None:
    assert say(area, interviewer, Confidentiality.PLANNING_GROUP, reader=planner) == (
        3,
        "u, de gespreksvoerder die het vastlegde en 1 gebiedsbeheerder",
    )


def test_the_number_said_is_the_number_who_really_can(
    area: Area, interviewer: User, planner: User, admin: User, participant: User, executive: User, auditor: User
) -> None:
    people = [interviewer, planner, admin, participant, executive, auditor]
    for level in Confidentiality.values:
        talk = make_conversation(interviewer, area, confidentiality=level)
        named = (participant,) if level == Confidentiality.CONFIDENTIAL else ()
        ConversationReader.objects.bulk_create(ConversationReader(conversation=talk, user=user) for user in named)
        able = [user for user in people if conversations_for(user, area).filter(pk=talk.pk).exists()]
        assert say(area, interviewer, level, *named)[0] == len(able), level
