"""What is to be found in Zuid-Limburg: its network, its krachtenveld at two moments, and two measurements of the scan.

The stories: all industry is reached through the province alone, the drinking water company and the municipality at the
border through the water authority alone, and the residents of the beekdal through the housing corporation alone. The
urgency is shared by all, the process divides them (residents and farmers wait for a next step that the public bodies
believe is clear), and since the first measurement people trust each other more while the process fell back.
"""

from dataclasses import dataclass, field

from coalition.analysis.network.enums import RelationKind
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Known:
    """A relation. `via` are two roles, one at each."""

    first: str
    second: str
    kind: RelationKind
    since: int
    until: int | None = None
    challenge: str = ""
    words: str = ""
    via: tuple[str, ...] = ("", "")


@dataclass(frozen=True)
class Scored:
    """Influence and interest of a party, from 1 to 5, and why."""

    organisation: str
    challenge: str
    influence: int
    interest: int
    reasoning: str
    days_ago: int = 12


@dataclass(frozen=True)
class Filled:
    """What a party answered: a digit for each statement, one group for each part; ? is "onbekend".

    `why` gives the reasoning with the first statement of a part, by its name.
    """

    organisation: str
    role: str
    scores: str
    why: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Improved:
    part: str
    what: str
    who: str
    due: int


@dataclass(frozen=True)
class Measured:
    """A measurement, with who was asked and did not answer."""

    title: str
    opened: int
    closes: int
    filled: tuple[Filled, ...]
    silent: tuple[str, ...] = ()
    improvements: tuple[Improved, ...] = ()


@dataclass(frozen=True)
class Analysis:
    relations: tuple[Known, ...]
    scores: tuple[Scored, ...]
    scans: tuple[Measured, ...]


ANALYSIS = read("analysis.toml", Analysis)
