"""A frozen ontwikkelperspectief: everything a version shows, and its PDF and comparisons need. Pure: no ORM, no clock.

It is stored as JSON once and read for as long as the portal lives: `FORMAT` goes up when its shape changes, and
`from_json` keeps reading every older shape. It holds no name of a person: roles and organisations only.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from novex_portal.toolkit.law_text.light import AS_TYPED

FORMAT = 1
_READABLE = {1}


@dataclass(frozen=True)
class FigureText:
    """A figure as it stood, with its number and the checksum of its picture."""

    number: int
    caption: str
    alt: str
    sha256: str
    width: int
    height: int

    @property
    def label(self) -> str:
        return f"Figuur {self.number}"


@dataclass(frozen=True)
class SectionText:
    """A part as it stood; the checkpoints that asked it, by name."""

    id: str
    heading: str
    text: str
    asked: tuple[str, ...] = ()
    figures: tuple[FigureText, ...] = ()


@dataclass(frozen=True)
class ChoiceText:
    """A hoofdkeuze as it stood, and in words what it was tied to."""

    code: str
    title: str
    text: str
    ambitions: tuple[str, ...] = ()
    frictions: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    figures: tuple[FigureText, ...] = ()

    @property
    def ties(self) -> list[tuple[str, tuple[str, ...]]]:
        """What it was tied to, by kind; kinds without any are left out."""
        named = (
            ("Ambities", self.ambitions),
            ("Schuurpunten", self.frictions),
            ("Opgaven", self.challenges),
            ("Nationale programma’s", self.contributions),
        )
        return [(name, rows) for name, rows in named if rows]


@dataclass(frozen=True)
class PerspectiveText:
    """A whole frozen version, or the perspective as it is now (number 0)."""

    area: str
    area_slug: str
    number: int
    reason: str
    checkpoint: str  # what it was frozen for; may be empty
    frozen_at: datetime  # aware, in Dutch time
    frozen_by: str  # role and organisation, never a name
    sections: tuple[SectionText, ...]
    choices: tuple[ChoiceText, ...] = ()
    figures: tuple[FigureText, ...] = ()  # that stand with the hoofdkeuzes together
    percentage: int | None = None
    percentage_reason: str = ""
    place: tuple[float, float] = (0.0, 0.0)  # latitude and longitude of the area
    duo: tuple[str, str] = ("", "")  # who answered for the area: for the Rijk, for the region
    grammar: int = AS_TYPED

    @property
    def label(self) -> str:
        """How people call it."""
        return str(self.number) if self.number else "nu"

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote anything yet."""
        return not self.choices and not self.figures and not any(row.text or row.figures for row in self.sections)

    @property
    def all_figures(self) -> Iterator[FigureText]:
        """All figures in the order in which they stand."""
        yield from self.figures
        for choice in self.choices:
            yield from choice.figures
        for section in self.sections:
            yield from section.figures

    def to_json(self) -> dict[str, Any]:
        """Return plain values that JSON can hold."""
        return {"format": FORMAT, **_plain(asdict(self))}


def from_json(data: dict[str, Any]) -> PerspectiveText:
    """Read back what `to_json` gave. Raises ValueError for a format this code does not know."""
    if data.get("format") not in _READABLE:
        raise ValueError(f"Onbekende vorm van een bevroren ontwikkelperspectief: {data.get('format')!r}")
    values = {name: value for name, value in data.items() if name != "format"}
    return PerspectiveText(
        **values
        | {
            "frozen_at": datetime.fromisoformat(data["frozen_at"]),
            "sections": tuple(_section(row) for row in data["sections"]),
            "choices": tuple(_choice(row) for row in data["choices"]),
            "figures": _figures(data),
            "duo": tuple(data["duo"]),
            "place": tuple(data["place"]),
        }
    )


def _section(row: dict[str, Any]) -> SectionText:
    return SectionText(**row | {"asked": tuple(row["asked"]), "figures": _figures(row)})


def _choice(row: dict[str, Any]) -> ChoiceText:
    names = ("ambitions", "frictions", "challenges", "contributions")
    return ChoiceText(**row | {name: tuple(row[name]) for name in names} | {"figures": _figures(row)})


def _figures(row: dict[str, Any]) -> tuple[FigureText, ...]:
    return tuple(FigureText(**figure) for figure in row["figures"])


def _plain(value: Any) -> Any:
    """Turn tuples into lists and moments into ISO texts, all the way down."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
