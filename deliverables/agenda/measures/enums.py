"""The words of the uitvoeringsagenda, and which state of a measure may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class MeasureStatus(TextChoices):
    """How far a measure is in its life."""

    PROPOSED = "voorstel", "Voorstel"
    PLANNED = "gepland", "Gepland"
    RUNNING = "loopt", "Loopt"
    STOPPED = "stilgelegd", "Stilgelegd"
    DONE = "afgerond", "Afgerond"
    DROPPED = "vervallen", "Vervallen"


follow(
    MeasureStatus,
    {
        MeasureStatus.PROPOSED: {MeasureStatus.PLANNED, MeasureStatus.DROPPED},
        MeasureStatus.PLANNED: {MeasureStatus.RUNNING, MeasureStatus.STOPPED, MeasureStatus.DROPPED},
        MeasureStatus.RUNNING: {MeasureStatus.DONE, MeasureStatus.STOPPED, MeasureStatus.DROPPED},
        MeasureStatus.STOPPED: {MeasureStatus.PLANNED, MeasureStatus.RUNNING, MeasureStatus.DROPPED},
        MeasureStatus.DONE: {MeasureStatus.DROPPED},
        MeasureStatus.DROPPED: set(),
    },
)


class MeasureKind(TextChoices):
    """What kind of work a measure is."""

    STUDY = "verkenning", "Verkenning"
    ACTION = "actie", "Actie"
    DECISION = "besluit", "Besluit"
    PROJECT = "project", "Project"
    PROGRAMME = "programma", "Lopend programma van anderen"


class Phase(TextChoices):
    """In which phase the work is."""

    RESEARCH = "onderzoek", "Onderzoek"
    STUDY = "verkenning", "Verkenning"
    DESIGN = "planuitwerking", "Planuitwerking"
    REALISATION = "realisatie", "Realisatie"
    MAINTENANCE = "beheer", "Beheer"
    NONE = "nvt", "Niet van toepassing"


class PartyPart(TextChoices):
    """What a party does in a measure."""

    LEAD = "trekker", "Trekker"
    PARTNER = "partner", "Partner"
    FUNDER = "financier", "Financier"
    AUTHORITY = "bevoegd-gezag", "Bevoegd gezag"


class Term(TextChoices):
    """For when a measure is, reckoned from its end; computed, never stored."""

    SHORT = "kort", "Korte termijn"
    MEDIUM = "midden", "Middellange termijn"
    LONG = "lang", "Lange termijn"
