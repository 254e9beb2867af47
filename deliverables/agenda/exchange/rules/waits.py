"""What a measure waits for, as one writes it in a cell: "ZL-W02 FS +20 werkdagen". Pure."""

import re
from dataclasses import dataclass

from deliverables.agenda.plan.enums import DependencyKind, LagUnit

LONGEST_LAG = 2_000
EXAMPLE = "Schrijf het zo: ZL-W02 FS +20 werkdagen."
_UNITS = {
    "dag": LagUnit.DAY, "dagen": LagUnit.DAY, "werkdag": LagUnit.WORKING_DAY, "werkdagen": LagUnit.WORKING_DAY,
    "week": LagUnit.WEEK, "weken": LagUnit.WEEK, "maand": LagUnit.MONTH, "maanden": LagUnit.MONTH,
}  # fmt: skip
_MANY = {unit: words for words, unit in _UNITS.items() if words.endswith("n")}
_ONE = {unit: words for words, unit in _UNITS.items() if not words.endswith("n")}
_LAG = re.compile(r"[+-]?\d{1,9}")


@dataclass(frozen=True, slots=True, order=True)
class Wait:
    """A code that is waited for, in which way, and with how much time between."""

    code: str
    kind: str = DependencyKind.FINISH_START
    lag: int = 0
    unit: str = LagUnit.DAY

    def __str__(self) -> str:
        if not self.lag:
            return f"{self.code} {self.kind}"
        words = (_ONE if abs(self.lag) == 1 else _MANY)[LagUnit(self.unit)]
        return f"{self.code} {self.kind} {self.lag:+d} {words}"


def read_wait(text: str) -> Wait:
    """Return what one part of a cell says. Raises ValueError, with a sentence and an example."""
    code, *rest = text.split()
    kind: str = DependencyKind.FINISH_START
    if rest and rest[0].isalpha() and rest[0].lower() not in _UNITS:
        kind = rest.pop(0).upper()
    if kind == "SF":
        raise ValueError(
            f"“{text}”: van begin tot eind (SF) kent het portaal niet, want bijna iedereen leest dat verkeerd om. "
            "Gebruik FS, SS of FF."
        )
    if kind not in DependencyKind.values:
        raise ValueError(f"“{text}”: {kind} is geen verband. Gebruik FS, SS of FF. {EXAMPLE}")
    lag, unit = _read_lag(text, rest) if rest else (0, LagUnit.DAY)
    return Wait(code.upper(), kind, lag, unit if lag else LagUnit.DAY)


def _read_lag(text: str, words: list[str]) -> tuple[int, str]:
    number = words[0] if len(words) <= 2 else ""
    unit = _UNITS.get(words[1].lower()) if len(words) == 2 else None
    if not _LAG.fullmatch(number) or unit is None:
        raise ValueError(f"“{text}” is niet te lezen. {EXAMPLE}")
    lag = int(number)
    if abs(lag) > LONGEST_LAG:
        raise ValueError(f"“{text}”: de tijd ertussen is hoogstens 2.000, in welke eenheid ook.")
    return lag, unit
