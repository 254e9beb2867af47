"""The time between two measures, and how far one moves, in words. Pure."""

from deliverables.agenda.plan.enums import DependencyKind, LagUnit

_LAGS = {
    LagUnit.DAY: ("dag", "dagen"),
    LagUnit.WORKING_DAY: ("werkdag", "werkdagen"),
    LagUnit.WEEK: ("week", "weken"),
    LagUnit.MONTH: ("maand", "maanden"),
}


def lag_words(lag: int, unit: str) -> str:
    """Return the time between two measures in words, and nothing for none at all."""
    if lag == 0:
        return ""
    one, many = _LAGS[LagUnit(unit)]
    words = f"{abs(lag)} {one if abs(lag) == 1 else many}"
    return f"plus {words}" if lag > 0 else f"min {words}"


def relation_words(kind: str, lag: int, unit: str, before: str) -> str:
    """Return how a measure waits for another, said of the one that waits: "na W02, plus 20 werkdagen"."""
    if kind == DependencyKind.FINISH_START:
        return f"na {before}, {lag_words(lag, unit)}" if lag else f"na {before}"
    far = lag_words(abs(lag), unit).removeprefix("plus ")
    way = "na" if lag > 0 else "voor"
    if kind == DependencyKind.FINISH_FINISH:
        return f"klaar {far} {way} {before}" if lag else f"niet eerder klaar dan {before}"
    return f"begint {far} {way} het begin van {before}" if lag else f"begint niet voor {before}"


def days_words(days: int) -> str:
    """Return how far something moves: "12 dagen later", "1 dag eerder"."""
    words = f"{abs(days)} {'dag' if abs(days) == 1 else 'dagen'}"
    return f"{words} later" if days > 0 else f"{words} eerder" if days < 0 else "op dezelfde dag"


def slack_words(days: int) -> str:
    """Return how much room a measure has: "11 dagen", or "te laat: 5 dagen"."""
    words = f"{abs(days)} {'dag' if abs(days) == 1 else 'dagen'}"
    return words if days >= 0 else f"te laat: {words}"
