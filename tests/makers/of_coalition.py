"""Makers for the actions of `coalition` up to the akkoord, and of merging."""

from typing import Any
from uuid import UUID

from areas.models import Organisation
from coalition.analysis.network.actions import RelationData, add_relation, change_relation, end_relation
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.scan.actions.questionnaires import begin_questionnaire, change_questionnaire, use_questionnaire
from coalition.analysis.scan.actions.scans import (
    add_improvement,
    close_scan,
    invite_party,
    open_scan,
    renew_link,
    revoke_scan_invitation,
)
from coalition.analysis.scan.rules.scan import DimensionData
from coalition.analysis.stakes.actions import StakeData, correct_stake, score_stake
from coalition.conversations.drafts.actions import discard_draft, save_draft
from coalition.conversations.feedback.actions import give_feedback, print_letter, write_letter
from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.feedback.rules import Answer
from coalition.conversations.passages.actions import change_passage, mark_passage, remove_passage
from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.recording.actions.recording import (
    record_conversation,
    record_export,
    record_reading,
    update_conversation,
)
from coalition.conversations.recording.data import ConversationData, ParticipantData
from coalition.conversations.recording.enums import ActionStatus, Confidentiality
from coalition.conversations.right_of_reply.actions import (
    leave_proposal,
    mark_reply_seen,
    revoke_right_of_reply,
    send_right_of_reply,
    take_over_proposal,
)
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.conversations.rounds.actions import RoundData, begin_round, change_round, plan_target, print_sheet
from coalition.merging.actions import merge_organisations, merge_persons, undo_merge
from coalition.merging.leaving.actions import leave_area
from coalition.models import (
    ActionItem,
    Conversation,
    ConversationDraft,
    ConversationRound,
    CooperationScan,
    Decision,
    DecisionPosition,
    FeedbackLetter,
    Meeting,
    Passage,
    Relation,
    RightOfReply,
    RoundTarget,
    ScanInvitation,
    ScanQuestionnaire,
    Seat,
    StakeScore,
    Statement,
)
from coalition.planning_group.action_items.actions import add_action_item, change_action_item, change_action_status
from coalition.planning_group.action_items.queries import Owner
from coalition.planning_group.decisions.actions import (
    change_decision,
    confirm_decision,
    record_decision,
    state_position,
)
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.handing_over.actions import move_seats
from coalition.planning_group.meetings.actions import (
    change_meeting,
    change_meeting_status,
    plan_meeting,
    print_meeting,
    record_report,
)
from coalition.planning_group.meetings.enums import MeetingStatus
from coalition.planning_group.seats.actions import change_seat, end_seat, give_seat, seat_newcomer
from coalition.planning_group.seats.enums import PlanningFunction
from novex_portal.toolkit.ids import uuid7
from tests.factories import DAY, make_conversation, make_person
from tests.makers.ground import Ground, Makers

_ALL = {PlanningFunction.PLANNING, PlanningFunction.CONNECTING}


def _talk(ground: Ground) -> ConversationData:
    return ConversationData(held_on=DAY, participants=(ParticipantData(ground.signer.name),), report="Water.")


def _confidential(ground: Ground) -> Conversation:
    return make_conversation(ground.author, ground.area, confidentiality=Confidentiality.CONFIDENTIAL)


def _letter(ground: Ground) -> dict[str, Any]:
    statement = ground.the(Statement)
    return {"conversation": statement.conversation, "organisation": statement.organisation}


def _proposal(ground: Ground) -> dict[str, Any]:
    reply = ground.the(RightOfReply, "right_of_reply")
    statement = UUID(reply.statements[0]["id"])
    reply.status, reply.answered_at, reply.proposals = (
        ReplyStatus.AMENDED,
        ground.moment(),
        {str(statement): "Anders."},
    )
    reply.save()
    return {"reply": reply, "statement": statement}


def _seen(ground: Ground) -> dict[str, Any]:
    reply = ground.the(RightOfReply, "right_of_reply")
    RightOfReply.objects.filter(pk=reply.pk).update(answered_at=ground.moment(), status=ReplyStatus.CONFIRMED)
    reply.refresh_from_db()
    return {"reply": reply}


def _feedback(ground: Ground) -> dict[str, Any]:
    statement = ground.the(Statement)
    answer = Answer(statement.pk, FeedbackOutcome.CONSIDERED, "", statement.feedback.version)
    return {"conversation": statement.conversation, "answers": [answer]}


def _relation(ground: Ground, relation: Relation | None = None) -> RelationData:
    first, second = (relation.first, relation.second) if relation else (ground.signer, ground.party())
    return RelationData(kind=RelationKind.COOPERATES, first=first, second=second, valid_from=DAY, explanation="Samen.")


def _recorded_decision(ground: Ground) -> dict[str, Any]:
    position = ground.the(DecisionPosition, "position")
    said = {"version": 1, "status": DecisionStatus.NOTED, "source": "Brief", "stated_on": DAY}
    recorded = state_position(position=position, actor=ground.keeper(), **said)
    ground.speak_for(position.organisation)
    return {"position": recorded, "version": 2}


def _without_draft(ground: Ground) -> dict[str, Any]:
    use_questionnaire(questionnaire=ground.the(ScanQuestionnaire, "scan_questionnaire"), actor=ground.author)
    return {"area": ground.area}


def _stake(ground: Ground) -> StakeData:
    return StakeData(influence=2, interest=2, scored_on=DAY, reasoning="Geen grond.")


def _round(ground: Ground) -> RoundData:
    return RoundData(title="Tweede ronde", aim="Verder.", starts_on=DAY, organisations=[ground.signer])


def _decision(ground: Ground, parties: list[Organisation]) -> dict[str, Any]:
    return {"title": "Grond", "text": "Ruilen.", "body": "Stuurgroep", "decided_on": DAY, "organisations": parties}


def _two_persons(ground: Ground) -> dict[str, Any]:
    return {"area": ground.area, "kept": make_person(ground.signer), "gone": make_person(ground.signer)}


def _merged(ground: Ground) -> dict[str, Any]:
    return {"merge": merge_persons(actor=ground.actor, **_two_persons(ground))}


CONVERSATIONS: Makers = {
    record_conversation: lambda g: {"area": g.area, "token": uuid7(), "data": _talk(g)},
    update_conversation: lambda g: {
        "conversation": make_conversation(g.author, g.area),
        "version": 1,
        "data": _talk(g),
    },
    record_reading: lambda g: {"conversation": _confidential(g)},
    record_export: lambda g: {"conversations": [_confidential(g)]},
    save_draft: lambda g: {"area": g.area, "token": uuid7(), "version": 0, "data": {"report": ["Water"]}},
    discard_draft: lambda g: {"draft": g.the(ConversationDraft, "draft")},
    give_feedback: _feedback,
    write_letter: _letter,
    print_letter: lambda g: {
        "letter": g.the(FeedbackLetter, "feedback_letter"),
        "moment": g.moment(),
        "token": None,
    },
    mark_passage: lambda g: {"conversation": g.the(Conversation), "quote": "helling", "mark": PassageMark.FACT},
    change_passage: lambda g: {"passage": g.the(Passage), "mark": PassageMark.PERSONAL, "statement": None},
    remove_passage: lambda g: {"passage": g.the(Passage)},
    send_right_of_reply: lambda g: {
        "conversation": g.the(Conversation),
        "organisation": g.the(Statement).organisation,
        "summary": "Wij spraken.",
    },
    revoke_right_of_reply: lambda g: {"reply": g.the(RightOfReply, "right_of_reply")},
    mark_reply_seen: _seen,
    take_over_proposal: _proposal,
    leave_proposal: _proposal,
    begin_round: lambda g: {"area": g.area, "data": _round(g)},
    change_round: lambda g: {"round": g.the(ConversationRound, "round"), "version": 1, "data": _round(g)},
    plan_target: lambda g: {"target": g.the(RoundTarget, "target"), "version": 1, "planned_on": DAY},
    print_sheet: lambda g: {"target": g.the(RoundTarget, "target"), "moment": g.moment(), "token": None},
}
PLANNING_GROUP: Makers = {
    give_seat: lambda g: {
        "area": g.area,
        "person": make_person(g.signer),
        "functions": _ALL,
        "valid_from": g.today,
    },
    seat_newcomer: lambda g: {
        "area": g.area,
        "organisation": g.signer,
        "role": "Heemraad",
        "functions": _ALL,
        "valid_from": g.today,
    },
    change_seat: lambda g: {"seat": g.the(Seat), "version": 1, "functions": _ALL},
    end_seat: lambda g: {"seat": g.the(Seat), "valid_until": g.today},
    move_seats: lambda g: {"area": g.area, "person": g.the(Seat).person, "last_day": g.today, "successor": None},
    add_action_item: lambda g: {"area": g.area, "what": "Bellen", "owner": "Ik"},
    change_action_item: lambda g: {
        "item": g.the(ActionItem, "action_item"),
        "version": 1,
        "what": "Bellen",
        "owner": "Ik",
    },
    change_action_status: lambda g: {"item": g.the(ActionItem, "action_item"), "status": ActionStatus.DONE},
    record_decision: lambda g: {"area": g.area, **_decision(g, [g.signer])},
    change_decision: lambda g: {
        "decision": g.the(Decision),
        "version": 1,
        **_decision(g, [g.the(DecisionPosition, "position").organisation]),
    },
    state_position: lambda g: {
        "position": g.the(DecisionPosition, "position"),
        "version": 1,
        "status": DecisionStatus.NOTED,
        "source": "Brief",
        "stated_on": DAY,
    },
    confirm_decision: _recorded_decision,
    plan_meeting: lambda g: {"area": g.area, "title": "Weekstart", "held_on": g.tomorrow},
    change_meeting: lambda g: {
        "meeting": g.the(Meeting),
        "version": 1,
        "title": "Overleg",
        "held_on": g.today,
        "starts_at": None,
        "place": "",
        "agenda": [],
    },
    record_report: lambda g: {"meeting": g.the(Meeting), "version": 1, "outcomes": {}, "report": "Besproken."},
    change_meeting_status: lambda g: {"meeting": g.the(Meeting), "status": MeetingStatus.CANCELLED},
    print_meeting: lambda g: {"meeting": g.the(Meeting), "moment": g.moment(), "token": None},
}
ANALYSIS: Makers = {
    add_relation: lambda g: {"area": g.area, "data": _relation(g)},
    change_relation: lambda g: {
        "relation": g.the(Relation),
        "version": 1,
        "data": _relation(g, g.the(Relation)),
    },
    end_relation: lambda g: {"relation": g.the(Relation), "valid_until": g.today},
    score_stake: lambda g: {
        "area": g.area,
        "challenge": g.the(Statement).challenge,
        "organisation": g.party(),
        "data": _stake(g),
    },
    correct_stake: lambda g: {"score": g.the(StakeScore, "stake"), "area": g.area, "version": 1, "data": _stake(g)},
    begin_questionnaire: _without_draft,
    change_questionnaire: lambda g: {
        "questionnaire": g.the(ScanQuestionnaire, "scan_questionnaire"),
        "version": 1,
        "title": "Anders",
        "dimensions": [DimensionData("Proces", "", ("Het loopt.",))],
    },
    use_questionnaire: lambda g: {"questionnaire": g.the(ScanQuestionnaire, "scan_questionnaire")},
    open_scan: lambda g: {"area": g.area, "title": "Meting", "closes_on": g.tomorrow, "today": g.today},
    close_scan: lambda g: {"scan": g.the(CooperationScan, "scan")},
    invite_party: lambda g: {"scan": g.the(CooperationScan, "scan"), "organisation": g.party(), "today": g.today},
    renew_link: lambda g: {"invitation": g.the(ScanInvitation, "scan_invitation"), "today": g.today},
    revoke_scan_invitation: lambda g: {"invitation": g.the(ScanInvitation, "scan_invitation"), "today": g.today},
    add_improvement: lambda g: {
        "scan": g.the(CooperationScan, "scan"),
        "dimension": "Ambitie",
        "what": "Bellen",
        "owner": Owner("Ik"),
    },
}
MERGING: Makers = {
    merge_organisations: lambda g: {"area": g.area, "kept": g.party(), "gone": g.party()},
    merge_persons: _two_persons,
    undo_merge: _merged,
    leave_area: lambda g: {"area": g.area, "organisation": g.party()},
}
MAKERS: Makers = CONVERSATIONS | PLANNING_GROUP | ANALYSIS | MERGING
