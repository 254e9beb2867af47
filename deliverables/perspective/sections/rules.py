"""How far a perspective is, counted. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

MAX_TEXT = 20_000
BAR_GAP = 0.4


@dataclass(frozen=True)
class Piece:
    """A piece of the bar of parts; numbers are text, so that no template puts a Dutch comma in them."""

    x: str
    width: str
    is_filled: bool


def bar(filled: Sequence[bool]) -> list[Piece]:
    """Return the bar: a piece for each part, in per cents, dark when it has text."""
    if not filled:
        return []
    step = 100 / len(filled)
    return [
        Piece(f"{step * place + BAR_GAP / 2:.2f}", f"{step - BAR_GAP:.2f}", done) for place, done in enumerate(filled)
    ]


def finding(filled: Sequence[bool]) -> str:
    """7 van de 8 onderdelen hebben tekst."""
    done, total = sum(filled), len(filled)
    if not total:
        return "Er zijn nog geen onderdelen"
    if done == total:
        return "Elk onderdeel heeft tekst"
    return f"{done or 'Geen'} van de {total} onderdelen {'heeft' if done in (0, 1) else 'hebben'} tekst"
