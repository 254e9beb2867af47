"""What was typed of a conversation and is not recorded yet."""

from django.conf import settings
from django.db import models

from areas.models import Area
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


class ConversationDraft(Versioned):
    """The form as it stands, right or wrong; its author's alone until it is recorded."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="conversation_drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conversation_drafts")
    # Set when a recorded conversation is being edited.
    conversation = models.ForeignKey(
        "Conversation", on_delete=models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    data = models.JSONField("formulier", default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    kept = Kept(area="area", words=("data",), accounts=("author",))

    class Meta:
        verbose_name = "concept van een gesprek"
        verbose_name_plural = "concepten van gesprekken"
        indexes = [models.Index(fields=["author", "area", "-updated_at"], name="draft_mine")]
