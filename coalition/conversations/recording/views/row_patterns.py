"""The patterns of the rows that the browser can add by itself; drawn once per set of challenges."""

from collections.abc import Mapping
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from areas.models import Challenge
from coalition.conversations.recording.forms.conversation import ROW_FORMS

TEMPLATES = {
    "participants": "coalition/conversations/recording/conversation_participant.html",
    "statements": "coalition/conversations/recording/conversation_statement.html",
    "actions": "coalition/conversations/recording/conversation_action.html",
}


def row_patterns(challenges: Mapping[str, Challenge]) -> dict[str, SafeString]:
    """Return prefix → an empty row with `__prefix__` where its number goes."""
    return _drawn(tuple((pk, challenge.title) for pk, challenge in challenges.items()))


@lru_cache(maxsize=64)
def _drawn(titles: tuple[tuple[str, str], ...]) -> dict[str, SafeString]:
    challenges = {pk: Challenge(pk=pk, title=title) for pk, title in titles}
    return {
        prefix: render_to_string(
            TEMPLATES[prefix], {"form": form(prefix=f"{prefix}-__prefix__", number=0, challenges=challenges)}
        )
        for prefix, form in ROW_FORMS.items()
    }
