"""Wederhoor: what a party was shown of a conversation, and what it said about that."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.enums import ReplyStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once


@pghistory.track(exclude=["token_hash"])
class RightOfReply(Once):
    """A link with which a party, without an account, confirms once what was written down of it.

    What it is shown is frozen here at sending; what it answers stands beside that and replaces nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="rights_of_reply")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="rights_of_reply")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="rights_of_reply")
    email = models.EmailField("e-mailadres", blank=True)
    # SHA-256 of the link: the link itself is kept nowhere.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    status = models.CharField("stand", max_length=20, choices=ReplyStatus, default=ReplyStatus.OPEN)
    summary = models.TextField("samenvatting", blank=True)
    # [{"id", "challenge", "position", "interest"}]: of this organisation alone.
    statements = models.JSONField("uitspraken", default=list)
    # The id of a statement, and what the party would have it say.
    proposals = models.JSONField("voorstellen", default=dict, blank=True)
    # The id of a statement, and what the author did with the proposal for it: a ProposalAnswer.
    handled = models.JSONField("afgehandeld", default=dict, blank=True)
    summary_proposal = models.TextField("voorstel voor de samenvatting", blank=True)
    remark = models.TextField("afwijkende opmerking", blank=True)
    created_at = models.DateTimeField("verstuurd op", auto_now_add=True)
    expires_at = models.DateTimeField("geldig tot")
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    seen_at = models.DateTimeField("gezien op", null=True, blank=True)

    kept = Kept(
        area="conversation__area",
        names=("email",),
        words=("summary", "statements", "proposals", "summary_proposal", "remark"),
        accounts=("sent_by",),
        parties=("organisation",),
        harmless=("token_hash", "handled"),
    )

    class Meta:
        verbose_name = "wederhoor"
        verbose_name_plural = "wederhoor"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "organisation"],
                condition=models.Q(status=ReplyStatus.OPEN),
                name="right_of_reply_one_open",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[ReplyStatus.CONFIRMED, ReplyStatus.AMENDED], answered_at__isnull=False)
                | models.Q(status__in=[ReplyStatus.OPEN, ReplyStatus.REVOKED], answered_at__isnull=True),
                name="right_of_reply_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"Wederhoor van {self.organisation}"
