"""Reading wederhoor: by its link, of a conversation, and what came in for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from areas.models import User
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.rules import is_unchanged
from coalition.conversations.statements.queries import Outcome
from novex_portal.toolkit.links.door import LinkDoor
from novex_portal.toolkit.links.rules import LinkFacts
from novex_portal.toolkit.text.differences import Piece, word_differences

ANSWERED = (ReplyStatus.CONFIRMED, ReplyStatus.AMENDED)


def _replies() -> QuerySet[RightOfReply]:
    rows = RightOfReply.objects.select_related("organisation", "conversation__area")
    return rows.defer("conversation__report", "conversation__search")


def words_of(conversation: Conversation, organisation_id: UUID) -> list[dict[str, str]]:
    """Return the statements of one organisation as they are frozen for it."""
    rows = conversation.statements.filter(organisation=organisation_id).select_related("challenge")
    return [
        {"id": str(row.pk), "challenge": row.challenge.title, "position": row.position, "interest": row.interest}
        for row in rows
    ]


def _facts(reply: RightOfReply) -> LinkFacts:
    """Return what decides over the link of a wederhoor. One query, for an open one only."""
    unchanged = reply.status != ReplyStatus.OPEN or is_unchanged(
        reply.statements, words_of(reply.conversation, reply.organisation_id)
    )
    return LinkFacts(
        used=reply.status in ANSWERED,
        revoked=reply.status == ReplyStatus.REVOKED,
        until=reply.expires_at,
        changed=not unchanged,
    )


REPLIES = LinkDoor(
    purpose="coalition.right-of-reply",
    page="right-of-reply",
    rows=_replies,
    facts=_facts,
)


def replies_of(conversation: Conversation) -> list[RightOfReply]:
    """Return every wederhoor of a conversation, newest first, with what was proposed beside it. One query."""
    rows = list(conversation.rights_of_reply.select_related("organisation"))
    for row in rows:
        row.changes = [  # type: ignore[attr-defined]
            (said, row.proposals[said["id"]]) for said in row.statements if row.proposals.get(said["id"])
        ]
    return rows


@dataclass(frozen=True)
class Proposed:
    """One proposal of a party: the difference with what it was shown, and what the statement is and counts for today."""

    number: int
    pk: str
    challenge: str
    pieces: list[Piece]
    outcome: Outcome | None  # None: the statement is not there any more
    handling: str
    is_outdated: bool  # the statement says something else by now

    @property
    def waits(self) -> bool:
        return not self.handling


@dataclass(frozen=True)
class Answer:
    """What a party answered, apart: what it proposes, and what is right as it stands."""

    proposed: list[Proposed]
    right: list[tuple[int, str]]
    summary: list[Piece]

    @property
    def waiting(self) -> int:
        return sum(row.waits for row in self.proposed)


def answer_of(reply: RightOfReply, outcomes: Iterable[Outcome]) -> Answer:
    """Return the answer of a party beside what became of its statements. No query."""
    now = {str(outcome.statement.pk): outcome for outcome in outcomes}
    numbered = list(enumerate(reply.statements, start=1))
    return Answer(
        [_proposed(reply, n, said, now.get(said["id"])) for n, said in numbered if reply.proposals.get(said["id"])],
        [
            (n, said["challenge"])
            for n, said in numbered
            if not reply.proposals.get(said["id"]) and said["id"] in now and now[said["id"]].statement.confirmed_at
        ],
        word_differences(reply.summary, reply.summary_proposal) if reply.summary_proposal else [],
    )


def _proposed(reply: RightOfReply, number: int, said: dict[str, str], outcome: Outcome | None) -> Proposed:
    return Proposed(
        number=number,
        pk=said["id"],
        challenge=said["challenge"],
        pieces=word_differences(said["position"], reply.proposals[said["id"]]),
        outcome=outcome,
        handling=reply.handled.get(said["id"], ""),
        is_outdated=outcome is None
        or (outcome.statement.position, outcome.statement.interest) != (said["position"], said["interest"]),
    )


def replies_received(user: User) -> QuerySet[RightOfReply]:
    """Return what came in on conversations of this author and was not marked as seen, oldest first."""
    rows = RightOfReply.objects.filter(conversation__author=user, status__in=ANSWERED, seen_at__isnull=True)
    return rows.select_related("organisation", "conversation__area").order_by("answered_at", "pk")
