"""A little life in other areas, so that the overview has something to compare."""

from dataclasses import dataclass

from novex_portal.demo.content.parties import Named
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Area:
    """An area: its parties, how many of them were spoken with, and how far it came."""

    slug: str
    parties: tuple[Named, ...]
    spoken: int
    planning_group: int = 0  # the first so many parties have somebody in it
    ambition: str = ""


@dataclass(frozen=True)
class Spoken:
    """A conversation in which one thing was said, and by whom."""

    organisation: str
    role: str
    position: str
    interest: str
    days_ago: int


@dataclass(frozen=True)
class DePeel:
    organisations: tuple[Named, ...]
    talks: tuple[Spoken, ...]


@dataclass(frozen=True)
class Elsewhere:
    """In every one of `areas`, parties say the same: `position`, because of `interest`."""

    role: str
    seat: str
    position: str
    interest: str
    areas: tuple[Area, ...]
    de_peel: DePeel


ELSEWHERE = read("elsewhere.toml", Elsewhere)
