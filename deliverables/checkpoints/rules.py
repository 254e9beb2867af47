"""How time presses towards the next checkpoint: the meter "tijdsdruk". Pure; days come in, no clock.

The rule is our own: the days that are left, divided by what is not ready yet.
"""

from novex_portal.toolkit.meters import Condition, Meter, counted

WORDS = ("Ruim", "Rustig", "Merkbaar", "Hoog", "Te hoog")
VERDICTS = (
    "Er is ruim tijd",
    "De druk is rustig",
    "De druk is merkbaar",
    "De druk is hoog",
    "De druk is te hoog",
)
# At least so many days per piece that is not ready; below the last one the pressure is too high.
DAYS_PER_PIECE = (60, 30, 14, 7)


def pressure_meter(*, days_left: int | None, pieces: int, ready: int, overdue: int = 0) -> Meter:
    """Return how time presses on an area, and why.

    `days_left` counts to the next checkpoint (None: none is planned); `pieces` must be ready
    there and `ready` are; `overdue` were asked for at an earlier checkpoint and still are not.
    A checkpoint for which nothing is asked counts as one piece: people must prepare it.
    """
    if days_left is None:
        return Meter(WORDS, 0, "Er is geen ijkmoment gepland", _overdue_words(overdue).strip(), ())
    waiting = (pieces - ready if pieces else 1) + overdue
    level = _level(days_left, waiting)
    return Meter(
        words=WORDS,
        level=level,
        verdict=VERDICTS[level - 1],
        evidence=_evidence(days_left, pieces, pieces - ready) + _overdue_words(overdue),
        conditions=_conditions(level),
    )


def _level(days_left: int, waiting: int) -> int:
    if waiting == 0:
        return 1
    passed = [days_left >= days * waiting for days in DAYS_PER_PIECE]
    return passed.index(True) + 1 if any(passed) else len(WORDS)


def _evidence(days_left: int, pieces: int, waiting: int) -> str:
    days = counted(days_left, "dag", "dagen")
    if not pieces:
        return f"Nog {days}. Er staat nog niet bij wat dan klaar moet zijn."
    if not waiting:
        return (
            f"Nog {days}. {'Het gevraagde stuk is' if pieces == 1 else f'Alle {pieces} gevraagde stukken zijn'} klaar."
        )
    if pieces == 1:
        return f"Nog {days}. Het gevraagde stuk is nog niet klaar."
    return f"Nog {days}. {waiting} van de {pieces} stukken {'is' if waiting == 1 else 'zijn'} nog niet klaar."


def _overdue_words(overdue: int) -> str:
    if not overdue:
        return ""
    return f" {counted(overdue, 'stuk', 'stukken')} van een eerder ijkmoment {'is' if overdue == 1 else 'zijn'} nog niet klaar."


def _conditions(level: int) -> tuple[Condition, ...]:
    """The whole rule, with the line that applies marked."""
    lines = [f"{word}: ten minste {days} dagen per stuk." for word, days in zip(WORDS, DAYS_PER_PIECE, strict=False)]
    lines.append(f"{WORDS[-1]}: minder dan {DAYS_PER_PIECE[-1]} dagen per stuk.")
    return tuple(Condition(line, rank == level) for rank, line in enumerate(lines, 1))
