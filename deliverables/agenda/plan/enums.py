"""What waits for what: the words, and which state of an agreement about it may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


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


class ConditionState(TextChoices):
    """Whether something outside the agenda that measures wait for is there."""

    OPEN = "open", "Open"
    MET = "vervuld", "Vervuld"
    VOID = "vervalt", "Vervalt"


follow(
    ConditionState,
    {
        ConditionState.OPEN: {ConditionState.MET, ConditionState.VOID},
        ConditionState.MET: {ConditionState.OPEN},
        ConditionState.VOID: {ConditionState.OPEN},
    },
)


class DeadlineKind(TextChoices):
    """What makes a day the last one."""

    DAY = "datum", "Uiterste datum"
    CHECKPOINT = "ijkmoment", "IJkmoment"
    MONEY = "geld", "Geld besteed"
