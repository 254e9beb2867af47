"""Keeping the form as it stands, so that nothing typed is ever lost."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from areas.models import Area, User
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.numbers import whole_number

Raw = dict[str, list[str]]


class DraftChanged(Conflict):
    """The draft was saved elsewhere after it was opened here; `theirs` is that version."""

    def __init__(self, theirs: ConversationDraft) -> None:
        super().__init__("Dit concept is intussen in een ander tabblad gewijzigd.")
        self.theirs = theirs


class AlreadyRecorded(Conflict):
    """The draft has become a conversation; there is nothing left to keep."""

    def __init__(self, conversation: Conversation) -> None:
        super().__init__("Dit gesprek is al vastgelegd.")
        self.conversation = conversation


@action(atomic=False)
def save_draft(
    *, area: Area, actor: User, token: UUID, version: int, data: Raw, conversation: Conversation | None = None
) -> ConversationDraft:
    """Keep the form under the id its page made up; the first time makes the draft, without asking.

    `version` is the one the page last saw (0: none). The tab that saved last may save again on an
    older version, for it may never have heard that its save arrived; what it sent earlier and
    arrives later (`seq`) is passed over. Raises DraftChanged when another tab saved in between,
    AlreadyRecorded when the conversation is there already, and
    Problem when the id is another author's.
    """
    done = Conversation.objects.filter(submission_token=token, author=actor).first()
    if done:
        raise AlreadyRecorded(done)
    draft, made = _get_or_make(area, actor, token, data, conversation)
    if made or _same(draft.data, data):
        return draft
    if draft.data.get("tab") == data.get("tab"):
        if _sequence(data) < _sequence(draft.data):
            return draft
    elif draft.version != version:
        raise DraftChanged(draft)
    hits = ConversationDraft.objects.filter(pk=draft.pk, version=draft.version).update(
        data=data, version=F("version") + 1, updated_at=timezone.now()
    )
    draft.refresh_from_db()
    if not hits and not _same(draft.data, data):
        raise DraftChanged(draft)
    return draft


@action(atomic=False)
def discard_draft(*, draft: ConversationDraft, actor: User) -> None:
    """Throw a draft away; doing it twice changes nothing."""
    ConversationDraft.objects.filter(pk=draft.pk).delete()


def _get_or_make(
    area: Area, author: User, token: UUID, data: Raw, conversation: Conversation | None
) -> tuple[ConversationDraft, bool]:
    mine = ConversationDraft.objects.filter(pk=token, author=author, area=area)
    if draft := mine.first():
        return draft, False
    try:
        with transaction.atomic():
            draft = ConversationDraft.objects.create(
                pk=token, area=area, author=author, data=data, conversation=conversation
            )
            return draft, True
    except IntegrityError as error:
        if draft := mine.first():
            return draft, False
        raise Problem("Dit concept hoort bij iemand anders. Begin een nieuw gesprek.") from error


def _sequence(data: Raw) -> int:
    """How many times the tab had saved before."""
    return whole_number(next(iter(data.get("seq", [])), ""))


def _same(one: Raw, other: Raw) -> bool:
    """Whether two forms hold the same; which tab and which version it was does not count."""
    aside = {"tab", "seq", "draft_version"}
    return {k: v for k, v in one.items() if k not in aside} == {k: v for k, v in other.items() if k not in aside}
