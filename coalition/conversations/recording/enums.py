"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


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
