"""The template the portal begins with, and how far a perspective is, counted. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

TEMPLATE = (
    ("Waar we staan", "Wat er nu is en wat er op het gebied afkomt."),
    ("Het gebied in 2050", "Hoe het gebied er dan uitziet, en voor wie."),
    ("Hoofdkeuzes", "Hoe de keuzes samenhangen. De keuzes zelf staan apart."),
    ("Schuurpunten", "Waar opgaven om dezelfde ruimte vragen, en hoe partijen daarmee omgaan."),
    ("Opgaven en programma’s", "Wat het gebied bijdraagt aan nationale programma’s, en wat het daarvoor vraagt."),
    ("Samenwerken en beslissen", "Wie waarover beslist, en wanneer partijen elkaar spreken."),
    ("Vervolgopgaven", "Wat nog uitgewerkt moet worden, door wie."),
    ("Kaarten", "Waar de keuzes liggen. Zet er een bijschrift bij, en woorden voor wie de kaart niet ziet."),
)
"""Heading and what belongs below it; the Rijk gives no demands in advance, so all of it may go or be called otherwise."""

MAX_SECTIONS = 30
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
