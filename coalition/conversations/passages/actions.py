"""Coding a report: marking a passage, making a statement of it or hanging it under one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Max
from django.utils import timezone

from areas.models import Challenge, Organisation, User
from coalition.conversations.contacts.actions import recount_contacts
from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.passages.models import Passage
from coalition.conversations.passages.rules import MAX_QUOTE, find
from coalition.conversations.recording.actions.recording import reindex_conversations
from coalition.conversations.recording.models import Conversation, ConversationChallenge
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean


@dataclass(frozen=True)
class NewStatement:
    """The statement somebody makes of a passage."""

    organisation: Organisation
    challenge: Challenge
    position: str
    interest: str
    stance: str
    urgency: int


@action
def mark_passage(
    *,
    conversation: Conversation,
    actor: User,
    quote: str,
    mark: str,
    statement: Statement | None = None,
    new: NewStatement | None = None,
    token: UUID | None = None,
) -> Passage:
    """Mark words of a report, and link them to a statement that is there or that is made of them.

    A second call with the token gives the first one's passage. A statement that is made raises the
    version of the conversation, so that a form that was opened before cannot lose it. Raises Problem
    when the words are not in the report, or the statement does not belong there.
    """
    held = Conversation.objects.select_for_update(no_key=True, of=("self",)).select_related("area")
    talk = held.get(pk=conversation.pk)
    if made := Passage.made_with(token, conversation=talk):
        return made
    words, near = _words_of(talk, quote)
    _check(talk, mark, statement, new)
    linked = _make_statement(talk, new) if new else statement
    return Passage.objects.create(
        conversation=talk,
        statement=linked,
        quote=words,
        near=near,
        mark=mark,
        author=actor,
        submission_token=token or uuid7(),
    )


@action
def change_passage(*, passage: Passage, actor: User, mark: str, statement: Statement | None) -> Passage:
    """Give a passage another mark, or hang it under another statement of its conversation, or under none."""
    held = Passage.objects.select_for_update(of=("self",)).select_related("conversation").get(pk=passage.pk)
    _check(held.conversation, mark, statement, None)
    held.mark, held.statement = mark, statement
    held.save(update_fields=["mark", "statement"])
    return held


@action
def remove_passage(*, passage: Passage, actor: User) -> None:
    """Take the mark off the words; a statement that was made of them stays. Twice is once."""
    Passage.objects.filter(pk=passage.pk).delete()


def _words_of(conversation: Conversation, quote: str) -> tuple[str, int]:
    quote = clean(quote).strip()
    if not quote:
        raise Problem("Kies eerst welke woorden u wilt markeren.")
    if len(quote) > MAX_QUOTE:
        raise Problem("Deze passage is langer dan 5.000 tekens. Kies een korter stuk.")
    span = find(conversation.report, quote)
    if span is None:
        raise Problem("Deze woorden staan niet zo in het verslag. Neem ze precies over.")
    return conversation.report[span.start : span.end], span.start


def _check(conversation: Conversation, mark: str, statement: Statement | None, new: NewStatement | None) -> None:
    if mark not in PassageMark.values:
        raise Problem("Kies wat voor passage dit is.")
    if statement and statement.conversation_id != conversation.pk:
        raise Problem("Deze uitspraak hoort bij een ander gesprek.")
    if new is None:
        return
    if not conversation.participants.filter(organisation=new.organisation).exists():
        raise Problem("Deze organisatie zat niet aan tafel. Kies een deelnemer aan het gesprek.")
    if new.challenge.area_id != conversation.area_id:
        raise Problem("Deze opgave hoort niet bij dit gebied.")
    if not new.position.strip():
        raise Problem("Vul het standpunt in.")


def _make_statement(conversation: Conversation, new: NewStatement) -> Statement:
    last = conversation.statements.aggregate(last=Max("rank"))["last"]
    made = Statement.objects.create(
        conversation=conversation,
        organisation=new.organisation,
        challenge=new.challenge,
        position=clean(new.position).strip(),
        interest=clean(new.interest).strip(),
        stance=new.stance,
        urgency=new.urgency,
        rank=0 if last is None else last + 1,
    )
    ConversationChallenge.objects.get_or_create(conversation=conversation, challenge=new.challenge)
    Conversation.objects.filter(pk=conversation.pk).update(version=F("version") + 1, updated_at=timezone.now())
    recount_contacts(area=conversation.area, organisations={new.organisation.pk})
    reindex_conversations(conversations=[conversation.pk])
    return made
