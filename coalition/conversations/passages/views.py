"""Coding a report: marking a passage, changing that, and taking it away."""

from uuid import UUID

from django.http import HttpResponseBase
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from areas.accounts.requests import SignedInRequest
from coalition.conversations.passages.access import passage_for
from coalition.conversations.passages.actions import change_passage, mark_passage, remove_passage
from coalition.conversations.passages.forms import ChangePassageForm, PassageForm
from coalition.conversations.passages.rules import MAX_QUOTE
from coalition.conversations.recording.access import conversation_to_work_out_for
from coalition.conversations.recording.actions.recording import record_reading
from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def passage_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Mark words of a report. The page of the conversation posts what was selected: words never stand in an address."""
    conversation = conversation_to_work_out_for(request.user, slug, pk)
    record_reading(conversation=conversation, actor=request.user)
    form = _form(request, conversation)
    if form.is_valid():
        values = form.cleaned_data
        with form.refusals("quote"):
            made = mark_passage(
                conversation=conversation,
                actor=request.user,
                quote=values["quote"],
                mark=values["mark"],
                statement=form.existing_statement,
                new=form.new_statement,
                token=values["token"],
            )
            note = "De passage is gemarkeerd." if made.statement_id is None else "De passage hoort bij de uitspraak."
            return go_to(request, "conversation", slug, pk, note=note)
    context = {"area": conversation.area, "conversation": conversation}
    return answer_form(request, "coalition/conversations/passages/passage_new.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def passage_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Give a passage another mark, or another statement."""
    passage = passage_for(request.user, slug, pk)
    record_reading(conversation=passage.conversation, actor=request.user)
    form = ChangePassageForm(posted(request), passage=passage)
    if form.is_valid():
        change_passage(passage=passage, actor=request.user, **form.cleaned_data)
        return go_to(request, "conversation", slug, passage.conversation_id, note="De passage is gewijzigd.")
    context = {"area": passage.conversation.area, "passage": passage}
    return answer_form(request, "coalition/conversations/passages/passage_edit.html", form, context)


@require_POST
def passage_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take the mark off; the statement stays."""
    passage = passage_for(request.user, slug, pk)
    remove_passage(passage=passage, actor=request.user)
    return go_to(request, "conversation", slug, passage.conversation_id, note="De markering is weg.")


def _form(request: SignedInRequest, conversation: Conversation) -> PassageForm:
    """Return the form: filled in with what was selected on the page of the conversation, or as it was posted."""
    if request.method != "POST":
        return PassageForm(conversation=conversation)
    if "gekozen" in request.POST:
        words = request.POST["gekozen"].replace("\x00", "").strip()[:MAX_QUOTE]
        return PassageForm(conversation=conversation, initial={"quote": words, "position": words})
    return PassageForm(request.POST, conversation=conversation)
