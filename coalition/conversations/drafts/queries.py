"""My drafts: forms that are not recorded yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from areas.models import Area, User
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.recording.models import Conversation


@dataclass(frozen=True)
class DraftRow:
    """A draft as one line: with whom, when it was last kept, where to go on."""

    id: UUID
    area_slug: str
    area_name: str
    title: str
    saved_at: datetime
    conversation: UUID | None

    @property
    def is_new(self) -> bool:
        """Whether it is a new conversation, not a change of a recorded one."""
        return self.conversation is None


def open_draft(area: Area, author: User, pk: UUID | None = None) -> ConversationDraft | None:
    """Return the author's newest draft of a new conversation in this area, or the one asked for."""
    drafts = ConversationDraft.objects.filter(area=area, author=author, conversation=None)
    if pk is not None:
        return drafts.filter(pk=pk).first()
    return drafts.order_by("-updated_at").first()


def draft_of_edit(conversation: Conversation, author: User) -> ConversationDraft | None:
    """Return what the author was changing about this conversation, if that is not saved yet."""
    return ConversationDraft.objects.filter(conversation=conversation, author=author).order_by("-updated_at").first()


def drafts_of(user: User, area: Area | None = None) -> Sequence[DraftRow]:
    """Return my drafts in all areas, or in one, newest first; one query, without their texts."""
    drafts = ConversationDraft.objects.filter(author=user).order_by("-updated_at")
    if area is not None:
        drafts = drafts.filter(area=area)
    fields = (
        "id",
        "area__slug",
        "area__name",
        "data__participants-0-organisation__0",
        "updated_at",
        "conversation_id",
    )
    return [
        DraftRow(
            id=pk,
            area_slug=slug,
            area_name=name,
            title=f"Gesprek met {party}" if party else "Gesprek zonder organisatie",
            saved_at=saved_at,
            conversation=conversation,
        )
        for pk, slug, name, party, saved_at, conversation in drafts.values_list(*fields)[:50]
    ]
