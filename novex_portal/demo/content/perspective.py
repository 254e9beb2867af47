"""An ontwikkelperspectief to practise with: Zuid-Limburg in full, three other areas thinly.

Challenges, frictions and programmes are called by words in them; days count from today.
"""

from dataclasses import dataclass

from deliverables.perspective.approval.enums import Half, Wording
from deliverables.perspective.exchange.enums import Degree, MomentState
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Part:
    """A part with its text; `asked` are the names of checkpoints."""

    heading: str
    text: str = ""
    days_ago: int = 0
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """A hoofdkeuze and what it is tied to."""

    title: str
    text: str = ""
    ambitions: tuple[int, ...] = ()
    frictions: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Approval:
    half: Half
    days_ago: int
    note: str


@dataclass(frozen=True)
class Frozen:
    """A version, and who stands behind it; a change of a part follows after it was frozen."""

    days_ago: int
    reason: str
    approvals: tuple[Approval, ...] = ()
    board: str = ""
    wording: Wording = Wording.NOTED
    changed: str = ""  # heading of the part that changed since
    added: str = ""  # the words that came behind its text


@dataclass(frozen=True)
class Subject:
    """What goes to the province and comes back; days count back from today, 0 for a day that is not known."""

    province: str
    subject: str
    block: str = ""
    delivered: int = 0
    frame: str = ""
    frame_days: int = 0
    frame_source: str = ""
    choice: int = 0


@dataclass(frozen=True)
class Talk:
    province: str
    days: int
    about: str
    state: MomentState = MomentState.AGREED
    outcome: str = ""


@dataclass(frozen=True)
class Involved:
    province: str
    subject: str
    degree: Degree
    who: str = ""
    note: str = ""


@dataclass(frozen=True)
class Proposal:
    province: str
    stand: str
    days_ago: int
    source: str = ""


@dataclass(frozen=True)
class Perspective:
    """The perspective of one area."""

    slug: str
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...] = ()
    has_map: bool = False
    versions: tuple[Frozen, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    subjects: tuple[Subject, ...] = ()
    talks: tuple[Talk, ...] = ()
    involved: tuple[Involved, ...] = ()


@dataclass(frozen=True)
class Perspectives:
    map_caption: str
    map_alt: str
    areas: tuple[Perspective, ...]


PERSPECTIVES = read("perspective.toml", Perspectives)
