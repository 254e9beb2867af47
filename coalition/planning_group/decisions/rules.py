"""Where the parties stand on a decision: on which day, and what all of them together say. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from novex_portal.toolkit.meters import counted

EARLIEST = date(1900, 1, 1)


def day_problem(day: date | None, today: date) -> str:
    """Say what is wrong with the day on which a party took its position; empty when nothing is."""
    if day is None:
        return "Vul in wanneer de partij dit besloot, bijvoorbeeld 31-10-2022."
    if day > today:
        return "Deze datum ligt in de toekomst. Vul in wanneer de partij dit besloot."
    if day < EARLIEST:
        return "Vul een datum in na 1900, bijvoorbeeld 31-10-2022."
    return ""


@dataclass(frozen=True)
class Position:
    """How one party stands, as far as the sum of all needs it."""

    status: str
    has_reservation: bool = False


def summary(positions: Sequence[Position], labels: Mapping[str, str], *, waiting: str) -> str:
    """Say where the parties stand together, in one sentence or two.

    `labels` maps a status to its word, in the order of the sentence; `waiting` is the status of a
    party that has said nothing yet.
    """
    if not positions:
        return "Er staan nog geen partijen bij dit besluit."
    spoken = [position for position in positions if position.status != waiting]
    silent = len(positions) - len(spoken)
    if not spoken:
        return f"Nog geen van de {counted(len(positions), 'partij', 'partijen')} heeft iets laten weten."
    counts = {status: sum(position.status == status for position in spoken) for status in labels}
    said = ", ".join(f"{number} {labels[status].lower()}" for status, number in counts.items() if number)
    verb = "liet" if len(spoken) == 1 else "lieten"
    words = f"{len(spoken)} van {counted(len(positions), 'partij', 'partijen')} {verb} iets weten: {said}."
    if reserved := sum(position.has_reservation for position in spoken):
        words += f" {counted(reserved, 'partij maakt', 'partijen maken')} een voorbehoud."
    if silent:
        words += f" Van {counted(silent, 'partij', 'partijen')} is er nog geen bericht."
    return words
