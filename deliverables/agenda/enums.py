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


class Precision(TextChoices):
    """How exactly a date is meant."""

    DAY = "dag", "Dag"
    MONTH = "maand", "Maand"
    QUARTER = "kwartaal", "Kwartaal"
    YEAR = "jaar", "Jaar"


class DependencyKind(TextChoices):
    """What of a measure waits for what of another. Start to finish is left out: rare, and misread."""

    FINISH_START = "FS", "Begint als de ander klaar is"
    START_START = "SS", "Begint als de ander is begonnen"
    FINISH_FINISH = "FF", "Klaar als de ander klaar is"


class LagUnit(TextChoices):
    """In what the time between two measures is counted."""

    DAY = "dag", "Dagen"
    WORKING_DAY = "werkdag", "Werkdagen"
    WEEK = "week", "Weken"
    MONTH = "maand", "Maanden"


class DependencyState(TextChoices):
    """Whether both sides agree that one waits for the other."""

    PROPOSED = "voorgesteld", "Voorgesteld"
    CONFIRMED = "bevestigd", "Bevestigd"
    REJECTED = "afgewezen", "Afgewezen"


follow(
    DependencyState,
    {
        DependencyState.PROPOSED: {DependencyState.CONFIRMED, DependencyState.REJECTED},
        DependencyState.CONFIRMED: {DependencyState.REJECTED},
        DependencyState.REJECTED: {DependencyState.PROPOSED},
    },
)
