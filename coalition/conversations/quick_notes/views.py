"""A conversation in ninety seconds: one box of text, read while one types, ending in the ordinary form."""

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.conversations.drafts.access import draft_for
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.quick_notes.forms import fresh_notes, shown
from coalition.conversations.recording.queries import recorded_from
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.rules.rawform import Raw
from coalition.conversations.recording.views.conversations import aimed_at
from coalition.conversations.recording.views.editor import Editor, answer, keep
from coalition.conversations.rounds.forms import start_of
from novex_portal.toolkit.text.numbers import whole_number

TEMPLATE = "coalition/conversations/quick_notes/conversation_quick.html"
READING = "coalition/conversations/quick_notes/_reading.html"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def conversation_quick(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Write notes and record them at once, or go on in the form when something is missing."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    editor = QuickEditor(request, request.user, area)
    if request.method == "POST":
        return editor.take()
    if target := aimed_at(request, slug):
        start = start_of(target, timezone.localdate())
        words = {"report": [f"@ {target.organisation.name}\n"]}
        return editor.quick(fresh_notes() | {key: start[key] for key in ("held_on", "place", "round")} | words)
    token = rawform.as_uuid(request.GET.get("concept"))
    if token is None:
        return editor.quick(fresh_notes())
    if recorded := recorded_from(token, request.user):
        return redirect(recorded)
    draft = draft_for(request.user, slug, token)
    return editor.quick(draft.data, draft)


@sensitive_post_parameters()
@require_POST
def quick_reading(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show what the notes are read as; keeps nothing."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    editor = QuickEditor(request, request.user, area)
    raw = rawform.from_pairs(request.POST.lists())
    return render(request, READING, {"reading": shown(editor.choices, raw)})


@dataclass(frozen=True)
class QuickEditor(Editor):
    """One request for the page of notes."""

    def quick(self, raw: Raw, draft: ConversationDraft | None = None) -> HttpResponse:
        """Show the page with the notes and what they are read as."""
        return self.show(raw, draft, template=TEMPLATE)

    def take(self) -> HttpResponseBase:
        """Do what the button says: show how the notes are read, go on in the form, or record them."""
        if "read" not in self.request.POST:
            return answer(self)
        raw = rawform.from_pairs(self.request.POST.lists())
        return self.quick(raw, keep(self, raw, whole_number(rawform.first(raw, "draft_version"))))
