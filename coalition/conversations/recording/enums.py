"""The words of conversations and what was agreed in them, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class ConversationForm(TextChoices):
    INDIVIDUAL = "individueel", "Individueel"
    GROUP = "groep", "In een groep"


class Confidentiality(TextChoices):
    AREA = "gebied", "Gebied"
    PLANNING_GROUP = "planningsgroep", "Planningsgroep"
    CONFIDENTIAL = "vertrouwelijk", "Vertrouwelijk"


class ActionStatus(TextChoices):
    OPEN = "open", "Open"
    DONE = "gedaan", "Gedaan"
    DROPPED = "vervallen", "Vervallen"


follow(
    ActionStatus,
    {
        ActionStatus.OPEN: {ActionStatus.DONE, ActionStatus.DROPPED},
        ActionStatus.DONE: {ActionStatus.OPEN},
        ActionStatus.DROPPED: {ActionStatus.OPEN},
    },
)
