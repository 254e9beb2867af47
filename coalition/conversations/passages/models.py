"""A passage: words of a report that somebody marked, and the statement that was made of them."""

import pghistory
from django.conf import settings
from django.db import models

from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.recording.models import Conversation
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once


@pghistory.track()
class Passage(Once):
    """Found again in the report by its words: they stay linked, also when the report changes around them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="passages")
    statement = models.ForeignKey(Statement, on_delete=models.SET_NULL, null=True, blank=True, related_name="passages")
    quote = models.TextField("citaat")
    # Where it began when it was marked, in characters: tells which one is meant when the words occur twice.
    near = models.PositiveIntegerField("plaats", default=0)
    mark = models.CharField("markering", max_length=20, choices=PassageMark)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="passages")
    created_at = models.DateTimeField("gemarkeerd op", auto_now_add=True)

    kept = Kept(area="conversation__area", words=("quote",), accounts=("author",))

    class Meta:
        verbose_name = "passage"
        verbose_name_plural = "passages"
        ordering = ["near", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(quote=""), name="passage_has_quote")]

    def __str__(self) -> str:
        return self.quote[:80]
