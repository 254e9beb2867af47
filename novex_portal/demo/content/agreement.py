"""What Zuid-Limburg made of its conversations: ambitions, the akkoord, and what must be ready when."""

from dataclasses import dataclass
from typing import Literal

from coalition.agreement.ambitions.enums import AmbitionStatus, Support
from coalition.agreement.amendments.enums import Handling
from coalition.agreement.document.enums import PartyRole, PartyStatus
from coalition.agreement.positions.enums import Consent
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Wish:
    """An ambition, and the statements it rests on by how their position begins."""

    title: str
    text: str
    rests_on: tuple[str, ...]
    status: AmbitionStatus = AmbitionStatus.SHARED
    drop_reason: str = ""


@dataclass(frozen=True)
class Declared:
    """What a party declared of the ambition with this number, and how one knows."""

    ambition: int
    organisation: str
    support: Support
    source: str
    days_ago: int
    condition: str = ""


@dataclass(frozen=True)
class Clause:
    """An article, and the ambitions it rests on, counted from 0."""

    chapter: int
    title: str
    text: str
    ambitions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Rewording:
    """Words of an article, and what came instead."""

    article: str
    old: str
    new: str


@dataclass(frozen=True)
class Term:
    term: str
    meaning: str


@dataclass(frozen=True)
class Words:
    organisation: str
    words: str


@dataclass(frozen=True)
class Point:
    """What parties do not agree on, and which article it belongs to."""

    title: str
    text: str
    article: str
    positions: tuple[Words, ...]


@dataclass(frozen=True)
class Party:
    organisation: str
    role: PartyRole
    status: PartyStatus
    deciding_body: str = ""
    capacity: str = ""
    signatories: tuple[str, ...] = ()
    mandate: str = ""
    mandate_days_ago: int = 0
    short_name: str = ""
    group: str = ""
    reservation: str = ""


@dataclass(frozen=True)
class Position:
    """Where a party stands on an article, and how one knows; `recorded` for it by the planning group, or said itself."""

    article: str
    organisation: str
    consent: Consent
    source: str
    days_ago: int
    condition: str = ""
    recorded: bool = False


@dataclass(frozen=True)
class Proposal:
    """An amendment: what it would replace, what the planning group did with it, and how it ended."""

    article: str
    organisation: str
    old: str
    new: str
    why: str
    handling: Handling | None = None
    adapted: str = ""
    reason: str = ""
    verdict: Literal["", "ja", "nee", "overgenomen", "ingetrokken"] = ""
    answer: str = ""


@dataclass(frozen=True)
class Addition:
    """An amendment that adds: an article at the end of a chapter, or without a chapter a term."""

    organisation: str
    title: str
    text: str
    why: str
    chapter: str = ""


@dataclass(frozen=True)
class Weighed:
    """What articles are worth to a party, from 0 (it loses much) to 10 (it gains much); 5 makes no difference."""

    organisation: str
    worth: dict[str, int]


@dataclass(frozen=True)
class Remark:
    article: str
    words: str
    answer: str = ""


@dataclass(frozen=True)
class Required:
    what: str
    status: RequirementStatus


@dataclass(frozen=True)
class Moment:
    """A checkpoint of all areas, and how far Zuid-Limburg is with what must be ready."""

    name: str
    kind: CheckpointKind
    days: int
    required: tuple[Required, ...]
    place: str = ""


@dataclass(frozen=True)
class Akkoord:
    """`articles` and `more_articles` are of the first version, `later_articles` of the second.

    `since_first` came with the second version, `rewritten` after parties had said where they stand.
    """

    title: str
    citation_title: str
    preamble: str
    first_version: str
    second_version: str
    ambitions: tuple[Wish, ...]
    support: tuple[Declared, ...]
    articles: tuple[Clause, ...]
    more_articles: tuple[Clause, ...]
    later_articles: tuple[Clause, ...]
    since_first: Rewording
    rewritten: Rewording
    terms: tuple[Term, ...]
    point: Point
    parties: tuple[Party, ...]
    positions: tuple[Position, ...]
    amendments: tuple[Proposal, ...]
    additions: tuple[Addition, ...]
    weights: tuple[Weighed, ...]
    comments: tuple[Remark, ...]
    checkpoints: tuple[Moment, ...]


AKKOORD = read("agreement.toml", Akkoord)
