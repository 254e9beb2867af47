"""The time between two measures, and how far one moves, in words. Pure."""

from deliverables.agenda.plan.enums import LagUnit

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


def days_words(days: int) -> str:
    """Return how far something moves: "12 dagen later", "1 dag eerder"."""
    words = f"{abs(days)} {'dag' if abs(days) == 1 else 'dagen'}"
    return f"{words} later" if days > 0 else f"{words} eerder" if days < 0 else "op dezelfde dag"
