"""The words of destroying records: which kind, and how far it is."""

from django.db.models import TextChoices


class RecordKind(TextChoices):
    """The kinds of record that have a term after which they must go."""

    CONVERSATION = "gesprek", "Gesprekken"
    DRAFT = "concept", "Concepten van gesprekken"
    PARTY_IMPORT = "import", "Ingelezen bestanden met partijen"
    READING = "leeslog", "Leeslog"


class DestructionStatus(TextChoices):
    PROPOSED = "voorgesteld", "Voorgesteld"
    DONE = "vernietigd", "Vernietigd"
    WITHDRAWN = "ingetrokken", "Ingetrokken"
