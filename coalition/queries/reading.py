"""The read log: who opened which confidential conversation, and when."""

from django.db.models import QuerySet

from areas.models import Area
from coalition.models import Conversation, ReadEvent


def read_log(area: Area | None = None) -> QuerySet[ReadEvent]:
    """Return all readings, newest first, with reader and area but without any content."""
    events = ReadEvent.objects.select_related("reader", "conversation__area", "conversation__author")
    if area is not None:
        events = events.filter(conversation__area=area)
    return events.defer("conversation__report", "conversation__place", "conversation__search").order_by(
        "-read_at", "-id"
    )


def readings_of(conversation: Conversation, limit: int = 50) -> list[ReadEvent]:
    """Return the latest readings of one conversation."""
    return list(conversation.read_events.select_related("reader").order_by("-read_at", "-id")[:limit])
