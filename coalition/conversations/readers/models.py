"""Who was named to read a conversation, and who did."""

import pghistory
from django.conf import settings
from django.db import models

from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track()
class ConversationReader(models.Model):
    """Somebody the author named as reader of a confidential conversation."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    kept = Kept(area="conversation__area", accounts=("user",))

    class Meta:
        verbose_name = "lezer van een gesprek"
        verbose_name_plural = "lezers van een gesprek"
        constraints = [models.UniqueConstraint(fields=["conversation", "user"], name="conversation_reader_once")]


class ReadEvent(models.Model):
    """Somebody opened a confidential conversation; written before the text is shown."""

    class Way(models.TextChoices):
        PAGE = "pagina", "Gelezen"
        EXPORT = "export", "Gedownload"
        HISTORY = "geschiedenis", "Geschiedenis gelezen"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="read_events")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="read_events")
    way = models.CharField("hoe", max_length=20, choices=Way, default=Way.PAGE)
    read_at = models.DateTimeField("gelezen op", auto_now_add=True)

    kept = Kept(area="conversation__area", accounts=("reader",))

    class Meta:
        verbose_name = "lezing"
        verbose_name_plural = "leeslog"
        ordering = ["-read_at"]
        indexes = [models.Index(fields=["conversation", "-read_at"], name="read_event_list")]
