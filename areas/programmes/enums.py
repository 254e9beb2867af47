"""The words of national programmes."""

from django.db.models import TextChoices


class GoalKind(TextChoices):
    """How firm a national goal is; the three kinds of the startpakket (session of 31 October 2022)."""

    CONCRETE = "concreet", "Concreet doel"
    DIRECTION = "richtinggevend", "Richtinggevende uitspraak"
    UNCERTAIN = "onzeker", "Onzeker, voor de lange termijn"


class ProgrammeStatus(TextChoices):
    RUNNING = "loopt", "Loopt"
    FINISHED = "afgerond", "Afgerond"
    DROPPED = "vervallen", "Vervallen"
    TO_CONFIRM = "na-te-gaan", "Na te gaan"
