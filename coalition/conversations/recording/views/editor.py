"""What the page for a new conversation and the page to change one share: drafts, buttons, both texts."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from areas.access import limits_of_all
from areas.accounts.requests import SignedInRequest
from areas.models import Area, User
from coalition.conversations.drafts.actions import AlreadyRecorded, DraftChanged, discard_draft, save_draft
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.quick_notes.forms import shown, worked_out
from coalition.conversations.quick_notes.rules import MARKS
from coalition.conversations.recording.actions.recording import (
    ConversationChanged,
    record_conversation,
    update_conversation,
)
from coalition.conversations.recording.data import PARTS, ConversationData
from coalition.conversations.recording.forms.conversation import ConversationForms
from coalition.conversations.recording.forms.text import Line, raw_of, raw_of_data, side_by_side
from coalition.conversations.recording.models import Conversation
from coalition.conversations.recording.queries import FormChoices, form_choices, full_conversation
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.rules.political import political_opinion
from coalition.conversations.recording.rules.rawform import Raw
from coalition.conversations.recording.views.row_patterns import row_patterns
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.numbers import whole_number

TEMPLATE = "coalition/conversations/recording/conversation_form.html"
ON_THE_PAGE = frozenset({"add", "remove", "save", "keep", "read"})
"""Buttons that keep the form and come back to it as it is."""


@dataclass(frozen=True)
class Clash:
    """Two versions of one form; the button called `button` with `value` keeps the one on this page."""

    lines: list[Line]
    button: str
    value: int
    other: str


@dataclass(frozen=True)
class Editor:
    """One request for the form; `conversation` is the one being changed, None for a new one."""

    request: SignedInRequest
    user: User
    area: Area
    conversation: Conversation | None = None

    @cached_property
    def choices(self) -> FormChoices:
        """What the form offers; not asked for while somebody only types."""
        return form_choices(self.area, self.user)

    def address(self, draft: UUID | None = None) -> str:
        """Where the form is, with this draft in it."""
        if self.conversation:
            return reverse("conversation-edit", args=[self.area.slug, self.conversation.pk])
        return reverse("conversation-new", args=[self.area.slug]) + (f"?concept={draft}" if draft else "")

    def show(self, raw: Raw, draft: ConversationDraft | None = None, **context: Any) -> HttpResponse:
        """Show the form as it stands, without complaints."""
        return self.page(ConversationForms(self.choices, self.stamped(raw, draft)), draft, **context)

    def stamped(self, raw: Raw, draft: ConversationDraft | None) -> Raw:
        """Return the form with the hidden fields that say which draft this is, and on which version."""
        token = str(draft.pk) if draft else rawform.first(raw, "draft") or str(uuid7())
        version = str(draft.version) if draft else "0"
        return raw | {"draft": [token], "draft_version": [version], "tab": [uuid7().hex], "seq": ["0"]}

    def page(
        self,
        forms: ConversationForms,
        draft: ConversationDraft | None,
        status: int = 200,
        *,
        template: str = TEMPLATE,
        **context: Any,
    ) -> HttpResponse:
        """Render the page around these forms."""
        context |= {
            "area": self.area,
            "conversation": self.conversation,
            "page": forms,
            "error_lines": forms.error_lines,
            "choices": self.choices,
            "parts": PARTS,
            "limits": limits_of_all(),
            "patterns": row_patterns(self.choices.challenges),
            "draft": draft,
            "reading": shown(self.choices, forms.raw),
            "marks": MARKS.items(),
            "has_errors": status == 422,
        }
        return render(self.request, template, context, status=status)


def answer(editor: Editor) -> HttpResponseBase:
    """Keep what was posted as a draft, then do what the button says."""
    post = editor.request.POST
    raw = pressed(editor, rawform.from_pairs(post.lists()))
    try:
        draft = keep(editor, raw, whole_number(post.get("keep") or rawform.first(raw, "draft_version")))
    except DraftChanged as changed:
        clash = draft_clash(editor, raw, changed.theirs)
        return editor.show(raw, status=409, clash=clash)
    except AlreadyRecorded as done:
        return go_on_after(editor, raw, done.conversation)
    if "later" in post:
        messages.success(
            editor.request, "Uw concept is bewaard. U vindt het terug op deze bladzijde en bij Mijn werk."
        )
        return redirect("conversations", editor.area.slug)
    if (ON_THE_PAGE | {"go"}) & post.keys():
        return redirect(editor.address(draft.pk) + anchor(post))
    return record(editor, raw, draft)


def keep(editor: Editor, raw: Raw, version: int) -> ConversationDraft:
    """Save what was posted as the draft it says it is; what is too long to show again is refused first."""
    if rawform.has_too_many_rows(raw):
        raise Problem(
            f"Een gesprek heeft ten hoogste {rawform.MAX_ROWS} uitspraken. Verdeel het over meer gesprekken."
        )
    return save_draft(
        area=editor.area,
        actor=editor.user,
        token=rawform.as_uuid(rawform.first(raw, "draft")) or uuid7(),
        version=version,
        data=raw,
        conversation=editor.conversation,
    )


def record(editor: Editor, raw: Raw, draft: ConversationDraft) -> HttpResponseBase:
    """Record the conversation, or show what is wrong with every word still there."""
    forms = ConversationForms(editor.choices, editor.stamped(raw, draft), bound=True)
    if not forms.is_valid():
        return editor.page(forms, draft, status=422)
    try:
        conversation = write(editor, raw, draft, forms.to_data())
    except ConversationChanged:
        return both_texts(editor, forms, draft)
    except Problem as problem:
        return editor.page(forms, draft, status=422, problem=str(problem))
    readers = forms.readership
    who = (
        f"{readers.number} mensen kunnen het lezen: {readers.who}."
        if readers.number > 1
        else "Alleen u kunt het lezen."
    )
    what = "Uw wijziging is vastgelegd." if editor.conversation else "Uw gesprek is vastgelegd."
    messages.success(editor.request, f"{what} {who}")
    if warning := political_opinion(words_of(forms.to_data())):
        messages.warning(editor.request, warning)
    return redirect(conversation)


def words_of(data: ConversationData) -> str:
    """Return what was written down, each text on lines of its own."""
    return "\n".join([data.report, *(f"{row.position}\n{row.interest}" for row in data.statements)])


def write(editor: Editor, raw: Raw, draft: ConversationDraft, data: ConversationData) -> Conversation:
    """Record a new conversation, or change the one that is being changed."""
    if editor.conversation is None:
        return record_conversation(area=editor.area, actor=editor.user, token=draft.pk, data=data)
    version = whole_number(editor.request.POST.get("theirs") or rawform.first(raw, "conversation_version"))
    return update_conversation(conversation=editor.conversation, actor=editor.user, version=version, data=data)


def both_texts(editor: Editor, forms: ConversationForms, draft: ConversationDraft) -> HttpResponseBase:
    """The recorded conversation changed after this form was opened: show both, unless they say the same."""
    assert editor.conversation is not None  # noqa: S101  only a recorded conversation can have changed
    current = full_conversation(editor.conversation.pk)
    lines = side_by_side(raw_of_data(forms.to_data()), raw_of(current), editor.choices)
    if not lines:
        discard_draft(draft=draft, actor=editor.user)
        return redirect(current)
    clash = Clash(lines, "theirs", current.version, current.get_absolute_url())
    return editor.show(forms.raw, draft, status=409, clash=clash)


def draft_clash(editor: Editor, raw: Raw, theirs: ConversationDraft) -> Clash:
    """Put what was posted beside the draft another tab saved."""
    return Clash(side_by_side(raw, theirs.data, editor.choices), "keep", theirs.version, editor.address(theirs.pk))


def go_on_after(editor: Editor, raw: Raw, recorded: Conversation) -> HttpResponseBase:
    """A form that was recorded already: go there, or make a change of what was typed since."""
    current = full_conversation(recorded.pk)
    forms = ConversationForms(editor.choices, raw, bound=True)
    if forms.is_valid() and not side_by_side(raw_of_data(forms.to_data()), raw_of(current), editor.choices):
        return redirect(current)
    fresh = raw | {"conversation_version": [str(current.version)]}
    save_draft(area=editor.area, actor=editor.user, token=uuid7(), version=0, data=fresh, conversation=current)
    messages.info(
        editor.request,
        "Dit gesprek was al vastgelegd. Wat u daarna nog veranderde, staat hier klaar als wijziging.",
    )
    return redirect("conversation-edit", editor.area.slug, current.pk)


def pressed(editor: Editor, raw: Raw) -> Raw:
    """Return the form after a button that adds or takes away a row, or that works the notes out."""
    post = editor.request.POST
    if prefix := post.get("add"):
        return rawform.with_row_added(raw, prefix)
    if row := post.get("remove"):
        return rawform.with_row_removed(raw, row)
    return raw if (ON_THE_PAGE | {"later"}) & post.keys() else worked_out(editor.choices, raw)


def anchor(post: QueryDict) -> str:
    """The part of the page to come back to after a button changed its rows or read its notes."""
    if "read" in post:
        return "#lezing"
    pressed_value = post.get("add") or post.get("remove") or post.get("go", "")
    prefix = pressed_value.partition("-")[0]
    return f"#rows-{prefix}" if prefix in rawform.PREFIXES else ""
