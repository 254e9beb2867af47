"""Terugkoppeling: whom one did not tell yet, what was done with each statement, and the letter about it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.provenance.queries import outcomes_of
from coalition.conversations.feedback.access import letter_for
from coalition.conversations.feedback.actions import give_feedback, print_letter, write_letter
from coalition.conversations.feedback.forms import FeedbackForm, LetterForm
from coalition.conversations.feedback.queries import (
    awaiting_feedback,
    feedback_rows,
    given_feedback,
    letters_of,
    parties_of,
    text_of,
)
from coalition.conversations.recording.access import conversation_to_work_out_for, may_work_out_of
from coalition.conversations.recording.actions.recording import record_reading
from coalition.conversations.recording.models import Conversation
from coalition.conversations.recording.queries import page_of
from coalition.conversations.recording.rules import rawform
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

LISTS = {"nog-niet": awaiting_feedback, "gedaan": given_feedback}


@require_safe
def feedback_list(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who said something and heard nothing back; `?lijst=gedaan` for who did, `?mijn` for my conversations."""
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    shown = request.GET.get("lijst", "")
    shown = shown if shown in LISTS else "nog-niet"
    found = may_work_out_of(request.user, area)
    is_mine = "mijn" in request.GET
    if is_mine:
        found = found.filter(author=request.user)
    page = page_of(LISTS[shown](found), request.GET.get("page"), feedback_rows)
    context = {"area": area, "page": page, "shown": shown, "is_mine": is_mine}
    return render(request, "coalition/conversations/feedback/feedback_list.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def feedback_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Write down what was done with each statement of a conversation."""
    conversation = _opened(request, slug, pk)
    form = _form(request, conversation)
    if form.is_valid():
        with form.refusals():
            give_feedback(conversation=conversation, actor=request.user, answers=form.answers())
            return go_to(request, "feedback-edit", slug, pk, note="De terugkoppeling is bewaard.")
    if form.conflict:
        form = form.on_top_of_all(outcomes_of(conversation, request.user))
    context = {
        "area": conversation.area,
        "conversation": conversation,
        "parties": parties_of(conversation),
        "letters": letters_of(conversation),
    }
    return answer_form(request, "coalition/conversations/feedback/feedback_edit.html", form, context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def letter_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Write a letter to one party about what was done with its words."""
    conversation = _opened(request, slug, pk)
    form = LetterForm(
        posted(request), conversation=conversation, initial={"organisation": request.GET.get("partij", "")}
    )
    if form.is_valid():
        with form.refusals():
            made = write_letter(conversation=conversation, actor=request.user, **form.cleaned_data)
            note = "De brief is gemaakt en gaat per mail weg." if made.email else "De brief is gemaakt."
            return go_to(request, "feedback-letter", slug, made.pk, note=note)
    context = {
        "area": conversation.area,
        "conversation": conversation,
        "parties": parties_of(conversation),
    }
    return answer_form(request, "coalition/conversations/feedback/feedback_letter_new.html", form, context)


@require_safe
def letter(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """A letter as it was given, also as text for a mail of one's own."""
    found = letter_for(request.user, slug, pk)
    record_reading(conversation=found.conversation, actor=request.user)
    context = {"area": found.conversation.area, "letter": found, "text": text_of(found)}
    return render(request, "coalition/conversations/feedback/feedback_letter.html", context)


@require_POST
def letter_print(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask for the letter on paper."""
    found = letter_for(request.user, slug, pk)
    record_reading(conversation=found.conversation, actor=request.user)
    token = rawform.as_uuid(request.POST.get("token"))
    printout = print_letter(letter=found, actor=request.user, moment=timezone.now(), token=token)
    return redirect("printout", printout.pk)


def _opened(request: SignedInRequest, slug: str, pk: UUID) -> Conversation:
    conversation = conversation_to_work_out_for(request.user, slug, pk)
    record_reading(conversation=conversation, actor=request.user)
    return conversation


def _form(request: SignedInRequest, conversation: Conversation) -> FeedbackForm:
    outcomes = outcomes_of(conversation, request.user)
    return FeedbackForm(posted(request), outcomes=outcomes)
