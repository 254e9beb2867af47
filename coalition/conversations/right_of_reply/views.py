"""Wederhoor: sending a party its part of a conversation, and the page behind the link. Opening it changes nothing."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.accounts.requests import SignedInRequest
from coalition.agreement.provenance.queries import outcomes_of
from coalition.conversations.passages.queries import report_to_send
from coalition.conversations.recording.access import conversation_to_work_out_for, may_change
from coalition.conversations.recording.actions.recording import record_reading
from coalition.conversations.right_of_reply.access import reply_for, reply_to_handle_for
from coalition.conversations.right_of_reply.actions import (
    answer_right_of_reply,
    leave_proposal,
    mark_reply_seen,
    revoke_right_of_reply,
    send_right_of_reply,
    take_over_proposal,
)
from coalition.conversations.right_of_reply.forms import AnswerReplyForm, SendReplyForm
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.queries import REPLIES, answer_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.links.door import LinkClosed
from novex_portal.toolkit.links.pages import dead_link, link_page
from novex_portal.toolkit.links.rules import LinkState
from novex_portal.toolkit.problems import Problem


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def right_of_reply_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask a participant whether it is right; the link is shown this once. `?verslag` begins with the report."""
    conversation = conversation_to_work_out_for(request.user, slug, pk)
    record_reading(conversation=conversation, actor=request.user)
    initial = {"organisation": request.GET.get("partij", "")}
    if "verslag" in request.GET:
        initial["summary"] = report_to_send(conversation)
    form = SendReplyForm(posted(request), conversation=conversation, initial=initial)
    context: dict[str, Any] = {"area": conversation.area, "conversation": conversation}
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("organisation", "email", "summary", "token")}
        with form.refusals():
            context["sent"] = send_right_of_reply(conversation=conversation, actor=request.user, **values)
    return answer_form(request, "coalition/conversations/right_of_reply/right_of_reply_new.html", form, context)


@require_POST
def right_of_reply_revoke(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take a link back."""
    found = reply_for(request.user, slug, pk)
    revoke_right_of_reply(reply=found, actor=request.user)
    return go_to(request, "conversation", slug, found.conversation_id, note="De link werkt niet meer.")


@require_POST
def right_of_reply_seen(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Mark an answer as seen."""
    found = reply_for(request.user, slug, pk)
    mark_reply_seen(reply=found, actor=request.user)
    return go_to(request, "conversation", slug, found.conversation_id, note="Het antwoord is gezien.")


@require_safe
def right_of_reply_answer(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """What a party answered: per proposal the difference, and what the statement counts for."""
    found = reply_for(request.user, slug, pk)
    conversation = found.conversation
    record_reading(conversation=conversation, actor=request.user)
    context = {
        "area": conversation.area,
        "conversation": conversation,
        "reply": found,
        "answer": answer_of(found, outcomes_of(conversation, request.user)),
        "may_edit": may_change(request.user, conversation),
    }
    return render(request, "coalition/conversations/right_of_reply/right_of_reply_answer.html", context)


@require_POST
def proposal_take_over(request: SignedInRequest, slug: str, pk: UUID, statement: UUID) -> HttpResponseBase:
    """Let a statement say what its party proposed; for the author of the conversation."""
    found = reply_to_handle_for(request.user, slug, pk)
    take_over_proposal(reply=found, actor=request.user, statement=statement)
    return go_to(request, "right-of-reply-answer", slug, pk, note="Overgenomen. De uitspraak is nu bevestigd.")


@require_POST
def proposal_leave(request: SignedInRequest, slug: str, pk: UUID, statement: UUID) -> HttpResponseBase:
    """Leave a statement as it is, with the proposal beside it; for the author of the conversation."""
    found = reply_to_handle_for(request.user, slug, pk)
    leave_proposal(reply=found, actor=request.user, statement=statement)
    return go_to(
        request, "right-of-reply-answer", slug, pk, note="Niet overgenomen. Het voorstel blijft ernaast staan."
    )


@link_page()
def right_of_reply(request: HttpRequest, token: str) -> HttpResponseBase:
    """Read what was written down of one's organisation, and answer once."""
    reply = REPLIES.behind(token)
    if reply is None:
        return _closed(request, None, None)
    form = AnswerReplyForm(posted(request), reply=reply)
    if REPLIES.state(reply, timezone.localtime()) != LinkState.OPEN:
        return _closed(request, reply, form)
    if form.is_valid():
        try:
            answered = answer_right_of_reply(token=token, data=form.reply_data())
        except LinkClosed:
            reply.refresh_from_db()
            return _closed(request, reply, form)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            done = "coalition/conversations/right_of_reply/right_of_reply_done.html"
            return render(request, done, {"reply": answered})
    context = {"reply": reply, "place": reply.conversation.area, "form": form}
    return answer_form(request, "coalition/conversations/right_of_reply/right_of_reply.html", form, context)


def _closed(request: HttpRequest, reply: RightOfReply | None, form: AnswerReplyForm | None) -> HttpResponse:
    """Say kindly why nothing is shown; what somebody typed is given back, what was sent is not."""
    state = REPLIES.state(reply, timezone.localtime()) if reply else None
    place = reply.conversation.area if reply else None
    template = "coalition/conversations/right_of_reply/right_of_reply_closed.html"
    return dead_link(request, template, state, form, place=place)
