"""Terugkoppeling: writing down what was done with a statement, and telling its party in a letter."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from areas.enums import Permission
from areas.models import Organisation, Printout, User
from areas.printouts.actions import request_printout
from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.feedback.models import Feedback, FeedbackLetter
from coalition.conversations.feedback.queries import text_of
from coalition.conversations.feedback.rules import MAX_WORDS, Answer, lacks_reason
from coalition.conversations.recording.models import Conversation
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.reading import told_of
from novex_portal.toolkit.mail.writing import queue_written_mail
from novex_portal.toolkit.pdf.paper import DOCUMENT, document_html
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.markup import clean


@action
def give_feedback(*, conversation: Conversation, actor: User, answers: Sequence[Answer]) -> int:
    """Write down what was done with statements of a conversation; return how many answers changed.

    An empty outcome takes an answer away. All or nothing: raises Conflict when one of them was changed
    since it was read, Problem when a reason lacks. The same answers twice is once.
    """
    _hold(conversation)
    statements = {row.pk: row for row in conversation.statements.select_related("feedback")}
    changed = 0
    for answer in answers:
        statement = statements.get(answer.statement)
        if statement is None:
            raise Conflict("Een van de uitspraken is intussen uit het gesprek gehaald.")
        changed += _answer(statement, actor, answer)
    return changed


@action
def write_letter(
    *,
    conversation: Conversation,
    actor: User,
    organisation: Organisation,
    opening: str = "",
    email: str = "",
    token: UUID | None = None,
) -> FeedbackLetter:
    """Freeze what was done with the words of one party, and mail it when there is an address.

    A second call with the token gives the first one's letter. Raises Problem when the party said
    nothing, or when something it said has no answer yet.
    """
    held = _hold(conversation)
    if made := FeedbackLetter.made_with(token, conversation=conversation):
        return made
    letter = FeedbackLetter.objects.create(
        conversation=held,
        organisation=organisation,
        written_by=actor,
        submission_token=token or uuid7(),
        email=email.strip(),
        opening=clean(opening).strip()[:MAX_WORDS],
        answers=_frozen(held, organisation),
    )
    if letter.email:
        _mail(letter)
    return letter


@action(atomic=False)
def print_letter(*, letter: FeedbackLetter, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the letter on paper. Raises Problem as `request_printout` does."""
    area = letter.conversation.area
    html = document_html(
        "coalition/conversations/feedback/pdf/feedback_letter.html",
        kind="Terugkoppeling",
        title=f"Aan {letter.organisation}",
        place=area.name,
        moment=moment,
        context={"letter": letter},
    )
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.LOG_CONVERSATION,
        title=str(letter),
        file_name=f"terugkoppeling-{area.slug}.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=token,
    )


def _hold(conversation: Conversation) -> Conversation:
    held = Conversation.objects.select_for_update(no_key=True, of=("self",)).select_related("area")
    return held.get(pk=conversation.pk)


def _answer(statement: Statement, actor: User, answer: Answer) -> bool:
    """Keep one answer; tell whether it changed anything."""
    reason = clean(answer.reason).strip()
    old: Feedback | None = getattr(statement, "feedback", None)
    if (answer.outcome, reason) == ((old.outcome, old.reason) if old else ("", "")):
        return False
    (old or Feedback(version=0)).require_version(answer.version)
    _check(answer.outcome, reason)
    if not answer.outcome:
        if old:
            old.delete()
        return old is not None
    row = old or Feedback(statement=statement, version=0)
    row.outcome, row.reason, row.given_by, row.version = answer.outcome, reason, actor, row.version + 1
    row.save()
    return True


def _check(outcome: str, reason: str) -> None:
    if outcome and outcome not in FeedbackOutcome.values:
        raise Problem("Kies wat er met de uitspraak is gedaan.")
    if not outcome and reason:
        raise Problem("U schreef waarom, maar koos nog niet wat er met de uitspraak is gedaan.")
    if lacks_reason(outcome, reason):
        raise Problem("Schrijf op waarom de uitspraak niet of niet helemaal is overgenomen.")
    if len(reason) > MAX_WORDS:
        raise Problem("De reden is langer dan 2.000 tekens. Maak haar korter.")


def _frozen(conversation: Conversation, organisation: Organisation) -> list[dict[str, Any]]:
    rows = list(
        conversation.statements.filter(organisation=organisation)
        .select_related("feedback", "challenge")
        .order_by("rank", "id")
    )
    if not rows:
        raise Problem("Er zijn geen uitspraken van deze organisatie. Er valt nog niets terug te koppelen.")
    if any(not hasattr(row, "feedback") for row in rows):
        raise Problem(f"Vul eerst bij elke uitspraak van {organisation} in wat ermee is gedaan.")
    became = told_of(Statement, [row.pk for row in rows])
    return [
        {
            "id": str(row.pk),
            "challenge": row.challenge.title,
            "position": row.position,
            "outcome": row.feedback.get_outcome_display(),
            "reason": row.feedback.reason,
            "became": became.get(row.pk, []),
        }
        for row in rows
    ]


def _mail(letter: FeedbackLetter) -> None:
    queue_written_mail(
        "coalition/conversations/feedback/mail/feedback",
        to=letter.email,
        subject=f"Wat wij met uw inbreng deden: {letter.conversation.area}",
        context={"letter": letter, "area": letter.conversation.area, "text": text_of(letter)},
        dedupe_key=f"feedback:{letter.pk}",
        wipe_after_sending=True,
    )
