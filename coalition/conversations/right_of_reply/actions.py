"""Wederhoor: sending a party what was written down of it, taking that back, and keeping its answer."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from areas.models import Organisation, User
from coalition.conversations.recording.actions.recording import reindex_conversations
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.enums import ProposalAnswer, ReplyStatus
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.queries import REPLIES, words_of
from coalition.conversations.right_of_reply.rules import MAX_WORDS, REPLY_DAYS, ReplyData
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.links.door import LinkClosed
from novex_portal.toolkit.mail.writing import queue_written_mail
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition
from novex_portal.toolkit.text.markup import clean


@dataclass(frozen=True)
class Sent:
    """A wederhoor and its link; the link is empty when this form was sent before."""

    reply: RightOfReply
    link: str


@action
def send_right_of_reply(
    *,
    conversation: Conversation,
    actor: User,
    organisation: Organisation,
    summary: str,
    email: str = "",
    token: UUID | None = None,
) -> Sent:
    """Freeze what a party said, with a factual summary, and make the link that shows it once.

    An open link of the same party stops working. A second call with the token gives the first one's
    result, without link. Raises Problem when the party was not at the table, or nothing can be shown.
    """
    held = Conversation.objects.select_for_update(no_key=True, of=("self",)).select_related("area")
    held_conversation = held.get(pk=conversation.pk)
    if made := RightOfReply.made_with(token, conversation=conversation):
        return Sent(made, "")
    statements = words_of(held_conversation, organisation.pk)
    summary = _checked_summary(held_conversation, organisation, summary, bool(statements))
    _revoke_open(held_conversation, organisation)
    link = REPLIES.new_link()
    reply = RightOfReply.objects.create(
        conversation=held_conversation,
        organisation=organisation,
        sent_by=actor,
        email=email.strip(),
        token_hash=link.mark,
        submission_token=token or uuid7(),
        summary=summary,
        statements=statements,
        expires_at=timezone.now() + timedelta(days=REPLY_DAYS),
    )
    if reply.email:
        _mail(reply, link.address)
    return Sent(reply, link.address)


@action
def revoke_right_of_reply(*, reply: RightOfReply, actor: User) -> RightOfReply:
    """Take a link back; it shows nothing any more. What was answered stays. Twice is once."""
    held = RightOfReply.objects.select_for_update().get(pk=reply.pk)
    require_transition(ReplyStatus, held.status, ReplyStatus.REVOKED)
    held.status = ReplyStatus.REVOKED
    held.save(update_fields=["status"])
    return held


@action
def mark_reply_seen(*, reply: RightOfReply, actor: User) -> None:
    """Take an answer off the list of what came in. Twice is once."""
    RightOfReply.objects.filter(pk=reply.pk, answered_at__isnull=False, seen_at__isnull=True).update(
        seen_at=timezone.now()
    )


@action(by=By.GUEST)
def answer_right_of_reply(*, token: str, data: ReplyData) -> RightOfReply:
    """Keep what a party says of the text it was shown, once; confirming marks its statements.

    Nothing of the conversation is overwritten. Raises LinkClosed when the link shows nothing any
    more, Problem when the answer contradicts itself.
    """
    now = timezone.localtime()
    found = REPLIES.behind(token)
    if found is None:
        raise LinkClosed("Deze link klopt niet.")
    # The conversation first, as whoever changes it does: what is confirmed is what stands there.
    Conversation.objects.select_for_update(no_key=True).get(pk=found.conversation_id)
    reply = RightOfReply.objects.select_for_update().get(pk=found.pk)
    REPLIES.require_open(reply, now)
    _keep(reply, data)
    new = ReplyStatus.CONFIRMED if data.confirmed else ReplyStatus.AMENDED
    require_transition(ReplyStatus, reply.status, new)
    reply.status, reply.answered_at = new, now
    reply.save(update_fields=["status", "answered_at", "proposals", "summary_proposal", "remark"])
    shown = {said["id"] for said in reply.statements}
    right = shown if data.confirmed else (shown & data.right) - reply.proposals.keys()
    Statement.objects.filter(pk__in=right, conversation=reply.conversation_id).update(confirmed_at=now)
    return reply


@action
def take_over_proposal(*, reply: RightOfReply, actor: User, statement: UUID) -> RightOfReply:
    """Let a statement say what its party proposed; it is confirmed then, since these are its own words.

    Raises Problem when there is no proposal that waits, or the statement is not what the party was shown any more.
    """
    Conversation.objects.select_for_update(no_key=True).get(pk=reply.conversation_id)
    held, words = _waiting(reply, statement)
    said = Statement.objects.select_for_update().filter(pk=statement, conversation=held.conversation_id).first()
    shown = next(row for row in held.statements if row["id"] == str(statement))
    if said is None or (said.position, said.interest) != (shown["position"], shown["interest"]):
        raise Problem("De uitspraak is intussen gewijzigd. Vergelijk de teksten en wijzig haar zelf in het gesprek.")
    said.position, said.confirmed_at = words, timezone.now()
    said.save(update_fields=["position", "confirmed_at"])
    Conversation.objects.filter(pk=held.conversation_id).update(version=F("version") + 1, updated_at=timezone.now())
    reindex_conversations(conversations=[held.conversation_id])
    return _handled(held, statement, ProposalAnswer.TAKEN_OVER)


@action
def leave_proposal(*, reply: RightOfReply, actor: User, statement: UUID) -> RightOfReply:
    """Leave a statement as it is; the proposal stays beside it. Raises Problem when none waits."""
    held, _ = _waiting(reply, statement)
    return _handled(held, statement, ProposalAnswer.LEFT)


def _waiting(reply: RightOfReply, statement: UUID) -> tuple[RightOfReply, str]:
    """Return a wederhoor, held, and the words it proposes for a statement, which nobody decided about yet."""
    held = RightOfReply.objects.select_for_update().get(pk=reply.pk)
    words = held.proposals.get(str(statement))
    if not words or str(statement) in held.handled:
        raise Problem("Over dit voorstel is al besloten.")
    return held, words


def _handled(reply: RightOfReply, statement: UUID, what: ProposalAnswer) -> RightOfReply:
    """Write down what was done with a proposal; after the last one the answer has been seen."""
    reply.handled = {**reply.handled, str(statement): what.value}
    if reply.handled.keys() >= reply.proposals.keys() and not reply.seen_at:
        reply.seen_at = timezone.now()
    reply.save(update_fields=["handled", "seen_at"])
    return reply


def _keep(reply: RightOfReply, data: ReplyData) -> None:
    known = {said["id"] for said in reply.statements}
    proposals = {pk: clean(words).strip() for pk, words in data.proposals.items() if pk in known}
    reply.proposals = {pk: words[:MAX_WORDS] for pk, words in proposals.items() if words}
    reply.summary_proposal = clean(data.summary).strip()[:MAX_WORDS]
    reply.remark = clean(data.remark).strip()[:MAX_WORDS]
    changes = bool(reply.proposals or reply.summary_proposal)
    if data.confirmed and changes:
        raise Problem("U stelt een wijziging voor. Kies daar “Ik stel iets anders voor”.")
    if not data.confirmed and not changes and not reply.remark:
        raise Problem("Schrijf op wat er anders moet, of kies “Dit klopt”.")


def _checked_summary(conversation: Conversation, party: Organisation, summary: str, has_statements: bool) -> str:
    if not conversation.participants.filter(organisation=party).exists():
        raise Problem("Deze organisatie zat niet aan tafel. Kies een deelnemer aan het gesprek.")
    words = clean(summary).strip()
    if not words and not has_statements:
        raise Problem("Er zijn geen uitspraken van deze organisatie. Schrijf een feitelijke samenvatting.")
    return words


def _revoke_open(conversation: Conversation, organisation: Organisation) -> None:
    conversation.rights_of_reply.filter(organisation=organisation, status=ReplyStatus.OPEN).update(
        status=ReplyStatus.REVOKED
    )


def _mail(reply: RightOfReply, link: str) -> None:
    queue_written_mail(
        "coalition/conversations/right_of_reply/mail/right_of_reply",
        to=reply.email,
        subject=f"Klopt het verslag van ons gesprek? {reply.conversation.area}",
        context={"reply": reply, "area": reply.conversation.area, "link": link},
        dedupe_key=f"right-of-reply:{reply.pk}",
        wipe_after_sending=True,
    )
