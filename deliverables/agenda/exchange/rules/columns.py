"""The columns of a file with measures, and how several things stand in one cell. Pure."""

from collections.abc import Iterable

from areas.imports.rules.columns import Column, Columns, squeezed
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, Phase

CLEARED = "geen"
"""Empties a cell that holds something: an empty cell changes nothing."""
_LISTS = 4_000


def _chooser(choices: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {squeezed(word): value for value, label in choices for word in (value, label)}


_KINDS, _PHASES, _STATES = map(_chooser, (MeasureKind.choices, Phase.choices, MeasureStatus.choices))


def kind_of(text: str) -> str:
    """Return the kind of measure a text means; empty for none."""
    return _KINDS.get(squeezed(text), "")


def phase_of(text: str) -> str:
    """Return the phase a text means; empty for none."""
    return _PHASES.get(squeezed(text), "")


def status_of(text: str) -> str:
    """Return the state a text means; empty for none."""
    return _STATES.get(squeezed(text), "")


TITLE = Column("titel", "titel", 150, ("maatregel", "naam"), is_shown=True)
COLUMNS = Columns(
    (
        Column("code", "code", 12, is_shown=True),
        Column("hoofdstuk", "hoofdstuk", 100),
        TITLE,
        Column("resultaat", "resultaat", 5_000, is_long=True),
        Column("soort", "soort", 60, choices=tuple(MeasureKind.choices), chosen=kind_of),
        Column("fase", "fase", 60, choices=tuple(Phase.choices), chosen=phase_of),
        Column("begin", "begin", 40, ("start",)),
        Column("eind", "eind", 40, ("einde",)),
        Column("stand", "stand", 60, ("status",), choices=tuple(MeasureStatus.choices), chosen=status_of),
        Column("trekker", "trekker", 200),
        Column("partners", "partners", _LISTS, title="Partners, met ; ertussen"),
        Column("financiers", "financiers", _LISTS, title="Financiers, met ; ertussen"),
        Column("gezag", "bevoegd gezag", _LISTS, title="Bevoegd gezag, met ; ertussen"),
        Column("uiterste-datum", "uiterste datum", _LISTS, ("uiterste datums",)),
        Column("wacht-op", "wacht op", _LISTS),
        Column("artikelen", "artikelen", _LISTS),
        Column("ambities", "ambities", _LISTS),
        Column("opgaven", "opgaven", _LISTS),
        Column("programmas", "programma's", _LISTS, ("programma", "nationale programma's")),
    ),
    needed=TITLE,
)
PARTIES = {"trekker": "trekker", "partners": "partner", "financiers": "financier", "gezag": "bevoegd-gezag"}
"""Which column names the parties that do what."""


def flat(text: str) -> str:
    """Return text as one of several in a cell: on one line, and without the sign that stands between them."""
    return " ".join(text.replace(";", ",").split())


def joined(texts: Iterable[str]) -> str:
    """Return several texts as one cell."""
    return "; ".join(map(flat, texts))
