"""Who is who in Zuid-Limburg: organisations, umbrellas, roles, mandates, and paper to practise with."""

from dataclasses import dataclass

from areas.mandates.enums import MandateLevel
from areas.parties.enums import OrganisationKind
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Named:
    """An organisation."""

    name: str
    kind: OrganisationKind


@dataclass(frozen=True)
class Under:
    umbrella: str
    member: str


@dataclass(frozen=True)
class Noted:
    """What the area keeps in mind about a party."""

    organisation: str
    notes: str


@dataclass(frozen=True)
class Held:
    """A role at an organisation; without a day it is not known, or open."""

    organisation: str
    role: str
    since: int | None = None
    until: int | None = None
    reachable: bool = False  # has an e-mail address and a telephone number, both fictional


@dataclass(frozen=True)
class Given:
    """A mandate of whoever holds a role."""

    organisation: str
    role: str
    level: MandateLevel
    subject: str
    since: int
    basis: str = ""
    until: int | None = None


@dataclass(frozen=True)
class Double:
    """A name that turned out to be another's, and whose."""

    name: str
    same_as: str


@dataclass(frozen=True)
class File:
    """A file with parties; one line asks for a correction."""

    name: str
    content: str


@dataclass(frozen=True)
class Parties:
    organisations: tuple[Named, ...]
    umbrellas: tuple[Under, ...]
    notes: tuple[Noted, ...]
    roles: tuple[Held, ...]
    mandates: tuple[Given, ...]
    double: Double
    file: File


PARTIES = read("parties.toml", Parties)
