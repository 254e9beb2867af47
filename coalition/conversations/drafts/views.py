"""What the form asks while somebody types: keep this, who can read it, am I still signed in?"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template import loader
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.conversations.drafts.access import draft_for
from coalition.conversations.drafts.actions import AlreadyRecorded, DraftChanged, discard_draft
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.recording.access import editable_conversation_for
from coalition.conversations.recording.forms.conversation import readers_now
from coalition.conversations.recording.queries import form_choices, organisations_like
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.views.editor import Editor, draft_clash, keep
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.numbers import whole_number


@sensitive_post_parameters()
@require_POST
def draft_save(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Keep the form as it stands. 200: kept; 409: another tab was first, both texts; 410: recorded already."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    edited = rawform.as_uuid(request.GET.get("gesprek"))
    conversation = editable_conversation_for(request.user, slug, edited) if edited else None
    editor = Editor(request, request.user, area, conversation)
    raw = rawform.from_pairs(request.POST.lists())
    try:
        draft = keep(editor, raw, whole_number(rawform.first(raw, "draft_version")))
    except DraftChanged as changed:
        clash = draft_clash(editor, raw, changed.theirs)
        html = loader.render_to_string(
            "coalition/conversations/recording/conversation_clash.html", {"clash": clash}, request
        )
        return JsonResponse({"html": html, "message": str(changed)}, status=409)
    except AlreadyRecorded as done:
        return JsonResponse({"url": done.conversation.get_absolute_url(), "message": str(done)}, status=410)
    except Problem as problem:
        return JsonResponse({"message": str(problem)}, status=422)
    return JsonResponse(saved(draft))


def saved(draft: ConversationDraft) -> dict[str, object]:
    """Say in words when the draft was kept, and on which version the page now is."""
    moment = dutch.clock(timezone.localtime(draft.updated_at))
    return {"version": draft.version, "draft": str(draft.pk), "message": f"Concept bewaard om {moment}"}


@require_POST
def draft_discard(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Throw my draft away."""
    draft = draft_for(request.user, slug, pk)
    edited = draft.conversation
    discard_draft(draft=draft, actor=request.user)
    messages.success(request, "Het concept is weggegooid.")
    return redirect(edited) if edited else redirect("conversations", slug)


@require_safe
def conversation_readers(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The line that says who could read the conversation with the choices made now."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    raw = rawform.from_pairs(request.GET.lists())
    context = {"readership": readers_now(form_choices(area, request.user), raw), "raw": raw}
    return render(request, "coalition/conversations/recording/conversation_form.html#readers", context)


@require_safe
def organisation_search(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Names of organisations of the area, for areas with more of them than the form brings along."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    return JsonResponse({"names": organisations_like(area, request.GET.get("q", ""))})


@login_not_required
@never_cache
@require_safe
def session_state(request: SignedInRequest) -> HttpResponseBase:
    """Whether this browser is signed in, as whom, and the token its forms need from now on."""
    user = request.user
    return JsonResponse(
        {
            "signed_in": user.is_authenticated,
            "user": str(user.pk) if user.is_authenticated else "",
            "csrf_token": get_token(request),
        }
    )
