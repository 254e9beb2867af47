"""The factsheet of Zuid-Limburg, as it was at two moments and is now.

Facts name their public source; what is made up to practise with says so.
"""

from dataclasses import dataclass, field

from areas.factsheet.enums import DuoKind, FactsheetHeading
from deliverables.checkpoints.enums import CheckpointKind
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Text:
    heading: FactsheetHeading
    text: str
    source: str
    percentage: int | None = None


@dataclass(frozen=True)
class Rub:
    """A friction between two challenges, by their titles."""

    first: str
    second: str
    text: str
    options: str
    owners: str


@dataclass(frozen=True)
class Photographed:
    """A shared moment that has passed, with a photo of all areas."""

    name: str
    kind: CheckpointKind
    days_ago: int
    place: str


@dataclass(frozen=True)
class Stage:
    """What was written, which frictions came, and what other areas wrote as stand van zaken; then a photo, or not yet."""

    texts: tuple[Text, ...]
    frictions: tuple[Rub, ...] = ()
    elsewhere: dict[str, str] = field(default_factory=dict)
    photo: Photographed | None = None


@dataclass(frozen=True)
class Pair:
    """A duo of national and regional side, since so many days."""

    kind: DuoKind
    national_side: str
    regional_side: str
    since: int


@dataclass(frozen=True)
class Contact:
    organisation: str
    role: str
    subject: str


@dataclass(frozen=True)
class Factsheet:
    """`practice` is the source of what is made up."""

    practice: str
    duos: tuple[Pair, ...]
    contacts: tuple[Contact, ...]
    stages: tuple[Stage, ...]


FACTSHEET = read("factsheet.toml", Factsheet)
