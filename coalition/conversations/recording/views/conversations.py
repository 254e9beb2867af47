"""Conversations: the list, one conversation, a new one, changing one, its history."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import User
from coalition.agreement.provenance.queries import outcomes_of
from coalition.conversations.drafts.access import draft_for
from coalition.conversations.drafts.queries import draft_of_edit, drafts_of, open_draft
from coalition.conversations.passages.queries import coded_report
from coalition.conversations.readers.models import ReadEvent
from coalition.conversations.readers.queries import Readership, members_of, readership, readings_of
from coalition.conversations.recording.access import (
    conversation_for,
    conversations_for,
    editable_conversation_for,
    may_change,
    may_work_out,
)
from coalition.conversations.recording.actions.recording import record_reading
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.recording.forms.filter import ConversationFilter
from coalition.conversations.recording.forms.text import raw_of
from coalition.conversations.recording.models import Conversation
from coalition.conversations.recording.queries import (
    complete,
    conversation_title,
    full_conversation,
    page_of,
    recorded_from,
)
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.views.editor import Editor, answer
from coalition.conversations.right_of_reply.queries import replies_of
from coalition.conversations.rounds.access import target_for
from coalition.conversations.rounds.forms import start_of
from coalition.conversations.rounds.models import RoundTarget
from coalition.trail.history.queries import changes_of
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.text import dutch


@require_safe
def conversation_list(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The conversations of an area that I may read, with filters that make a shareable address."""
    area = area_for(request.user, slug, Permission.VIEW_CONVERSATIONS)
    found = ConversationFilter(request.GET, conversations_for(request.user, area), area=area, reader=request.user)
    may_log = may(request.user, area, Permission.LOG_CONVERSATION)
    context = {
        "area": area,
        "filter": found,
        "page": page_of(found.qs, request.GET.get("page")),
        "may_log": may_log,
        "drafts": drafts_of(request.user, area) if may_log else [],
        "has_errors": bool(found.form.errors),
    }
    return render(request, "coalition/conversations/recording/conversation_list.html", context)


@require_safe
def conversation_detail(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """One conversation; that somebody reads a confidential one is on record before it is shown."""
    found = conversation_for(request.user, slug, pk)
    record_reading(conversation=found, actor=request.user)
    conversation = complete(found)
    is_author = conversation.author_id == request.user.pk
    is_confidential = conversation.confidentiality == Confidentiality.CONFIDENTIAL
    context = {
        "area": conversation.area,
        "conversation": conversation,
        "title": conversation_title(conversation),
        "coded": coded_report(conversation),
        "outcomes": outcomes_of(conversation, request.user),
        "is_author": is_author,
        "replies": replies_of(conversation),
        "may_send": may_work_out(request.user, conversation),
        "now": timezone.now(),
        "may_log": may(request.user, conversation.area, Permission.LOG_CONVERSATION),
        "may_edit": may_change(request.user, conversation),
        "may_use": may(request.user, conversation.area, Permission.EDIT_AMBITIONS),
        "is_confidential": is_confidential,
        "readings": readings_of(conversation) if is_author and is_confidential else [],
        "readership": _readership(conversation, request.user),
    }
    return render(request, "coalition/conversations/recording/conversation_detail.html", context)


def _readership(conversation: Conversation, reader: User) -> Readership:
    is_confidential = conversation.confidentiality == Confidentiality.CONFIDENTIAL
    return readership(
        members_of(conversation.area),
        author=conversation.author_id,
        confidentiality=conversation.confidentiality,
        named=[row.pk for row in conversation.readers.all()] if is_confidential else [],
        reader=reader.pk,
    )


@require_safe
def conversation_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Who changed what and when; for whoever may read the conversation itself."""
    conversation = conversation_for(request.user, slug, pk)
    record_reading(conversation=conversation, actor=request.user, way=ReadEvent.Way.HISTORY)
    context = {"area": conversation.area, "conversation": conversation, "changes": changes_of(conversation)}
    return render(request, "coalition/conversations/recording/conversation_history.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def conversation_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Log a conversation: goes on with my newest draft here, unless `vers` asks for a clean sheet."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    editor = Editor(request, request.user, area)
    if request.method == "POST":
        return answer(editor)
    wanted = request.GET.get("concept", "")
    if target := aimed_at(request, slug):
        return editor.show(fresh() | start_of(target, timezone.localdate()))
    if not wanted:
        draft = None if "vers" in request.GET else open_draft(area, request.user)
        return editor.show(draft.data if draft else fresh(), draft, resumed=draft is not None)
    token = rawform.as_uuid(wanted) or uuid7()
    if recorded := recorded_from(token, request.user):
        return redirect(recorded)
    draft = draft_for(request.user, slug, token)
    if draft.data.get("quick"):
        return redirect(f"{reverse('conversation-quick', args=[slug])}?concept={draft.pk}")
    return editor.show(draft.data, draft)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def conversation_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change a recorded conversation; goes on with what I was changing, unless `vers` asks for the recorded text."""
    found = editable_conversation_for(request.user, slug, pk)
    record_reading(conversation=found, actor=request.user)
    recorded = full_conversation(found.pk)
    editor = Editor(request, request.user, found.area, recorded)
    if request.method == "POST":
        return answer(editor)
    draft = None if "vers" in request.GET else draft_of_edit(found, request.user)
    return editor.show(draft.data if draft else raw_of(recorded), draft, resumed=draft is not None)


def aimed_at(request: SignedInRequest, slug: str) -> RoundTarget | None:
    """Return the target of a round that is being spoken with, when the address names one (`doel`)."""
    wanted = rawform.as_uuid(request.GET.get("doel"))
    return target_for(request.user, slug, wanted) if wanted else None


def fresh() -> dict[str, list[str]]:
    """The form as it begins: today, one to one, for the planning group, lines with a mark read."""
    return {
        "marks": ["1"],
        "form": ["individueel"],
        "held_on": [dutch.short_date(timezone.localdate())],
        "confidentiality": [Confidentiality.PLANNING_GROUP],
    }
