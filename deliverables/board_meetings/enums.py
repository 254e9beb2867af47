"""The words of what was agreed at a bestuurlijk overleg: of what kind it is, and what became of it."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class OutcomeKind(TextChoices):
    """What was said at the table. All but what was only taken note of is followed until it is done."""

    AGREED = "afspraak", "Afspraak"
    DECIDED = "besluit", "Besluit"
    PROCESS = "procesafspraak", "Procesafspraak"
    NOTED = "kennisneming", "Kennisneming"


NEEDS_LEAD = (OutcomeKind.AGREED, OutcomeKind.PROCESS)
"""Somebody does these, so it is said who."""


class OutcomeState(TextChoices):
    """What became of it, as somebody said on a day; without such a word it is new."""

    NEW = "nieuw", "Nieuw"
    RUNNING = "loopt", "Loopt"
    DONE = "afgerond", "Afgerond"
    CARRIED = "doorgeschoven", "Doorgeschoven"
    DROPPED = "vervallen", "Vervallen"


OPEN = (OutcomeState.NEW, OutcomeState.RUNNING)

# What was carried over goes on in the one that follows it; what is done or dropped may turn out not to be.
follow(
    OutcomeState,
    {
        OutcomeState.NEW: {OutcomeState.RUNNING, OutcomeState.DONE, OutcomeState.CARRIED, OutcomeState.DROPPED},
        OutcomeState.RUNNING: {OutcomeState.DONE, OutcomeState.CARRIED, OutcomeState.DROPPED},
        OutcomeState.DONE: {OutcomeState.RUNNING},
        OutcomeState.CARRIED: set(),
        OutcomeState.DROPPED: {OutcomeState.RUNNING},
    },
)
