"""Coding a report: marking a passage, changing that, and taking it away."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
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
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def passage_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Mark words of a report. The page of the conversation posts what was selected: words never stand in an address."""
    conversation = conversation_to_work_out_for(request.user, slug, pk)
    record_reading(conversation=conversation, reader=request.user)
    form = _form(request, conversation)
    if form.is_valid():
        values = form.cleaned_data
        try:
            made = mark_passage(
                conversation=conversation,
                actor=request.user,
                quote=values["quote"],
                mark=values["mark"],
                statement=form.existing_statement,
                new=form.new_statement,
                token=values["token"],
            )
        except Problem as problem:
            form.add_error("quote", str(problem))
        else:
            note = "De passage is gemarkeerd." if made.statement_id is None else "De passage hoort bij de uitspraak."
            return go_to(request, "conversation", slug, pk, note=note)
    context = {"area": conversation.area, "conversation": conversation, "form": form}
    return render(
        request, "coalition/conversations/passages/passage_new.html", context, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def passage_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Give a passage another mark, or another statement."""
    passage = passage_for(request.user, slug, pk)
    record_reading(conversation=passage.conversation, reader=request.user)
    form = ChangePassageForm(request.POST if request.method == "POST" else None, passage=passage)
    if form.is_valid():
        change_passage(passage=passage, actor=request.user, **form.cleaned_data)
        return go_to(request, "conversation", slug, passage.conversation_id, note="De passage is gewijzigd.")
    context = {"area": passage.conversation.area, "passage": passage, "form": form}
    return render(
        request, "coalition/conversations/passages/passage_edit.html", context, status=422 if form.is_bound else 200
    )


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
