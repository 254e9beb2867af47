"""Reading what parties say per opgave, and where what they say bridges."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from areas.access import limits_of_all
from areas.models import Area, Challenge, Organisation, User
from areas.parties.enums import OrganisationKind
from areas.parties.queries import challenges_of
from coalition.analysis.themes.rules import Bridge, Said, bridges
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.enums import Stance
from coalition.conversations.statements.models import Statement
from coalition.conversations.statements.queries import with_readability
from novex_portal.toolkit.few import told
from novex_portal.toolkit.meters import counted

SIGNS = {Stance.SUPPORTS: "good", Stance.CONDITIONAL: "half", Stance.NEUTRAL: "idle", Stance.OBJECTS: "error"}
HEADINGS = ("Opgave", "Partij", "Soort", "Houding", "Urgentie", "Standpunt", "Belang", "Gesprek van")
SHOWN = 3
"""So many statements of a bridge are shown at once."""
_ORDER = [kind.value for kind in OrganisationKind]


@dataclass(frozen=True)
class Bar:
    """How the parties that spoke stand on one opgave, a part per stance."""

    challenge: Challenge
    parts: list[tuple[str, str, int, int, int]]  # stance, words, number, from, width
    unseen: str  # in words, of the statements that this reader does not see here


@dataclass(frozen=True)
class PartyLine:
    """One party: per opgave its latest stance and urgency, in the order of the opgaven."""

    organisation: Organisation
    kind: str
    cells: list[tuple[Challenge, tuple[str, str, int] | None]]  # sign, words, urgency


@dataclass(frozen=True)
class ShownBridge:
    """A bridge in words."""

    challenge: Challenge
    heart: Statement
    statements: list[Statement]
    parties: list[str]
    differing: list[tuple[str, str]]
    words: str

    @property
    def first(self) -> list[Statement]:
        """Those that are shown at once."""
        return self.statements[:SHOWN]

    @property
    def rest(self) -> list[Statement]:
        """Those that are folded away."""
        return self.statements[SHOWN:]


@dataclass(frozen=True)
class Themes:
    """All of the page."""

    challenges: list[Challenge]
    chosen: Challenge | None
    lines: list[PartyLine]
    statements: list[Statement]  # on the chosen opgave
    bars: list[Bar]
    bridges: list[ShownBridge]
    finding: str


def themes_of(area: Area, user: User, *, challenge: UUID | None = None, kind: str = "") -> Themes:
    """Return what parties said, as far as this user may read it. Two queries.

    Confidential statements are counted and never told: their words stand on the page of the conversation.
    """
    challenges = challenges_of(area)
    chosen = next((row for row in challenges if row.pk == challenge), None)
    all_kinds = list(with_readability(user, area, Statement.objects.all()))
    # A bridge joins kinds of party: it is looked for among all, and only then narrowed.
    found = _bridges([row for row in all_kinds if _is_told(row)], chosen, kind)
    everything = [row for row in all_kinds if _is_of(row, kind)]
    told = [row for row in everything if _is_told(row)]
    return Themes(
        challenges,
        chosen,
        _lines(told, challenges),
        [row for row in told if chosen and row.challenge_id == chosen.pk],
        [_bar(row, told, everything) for row in challenges],
        found,
        _finding(found, told),
    )


def _bridges(told: list[Statement], chosen: Challenge | None, kind: str) -> list[ShownBridge]:
    """Return the bridges on the chosen opgave in which a party of the chosen kind takes part."""
    found = [_shown(bridge, told) for bridge in bridges([_said(row) for row in told])]
    return [
        bridge
        for bridge in found
        if chosen in (None, bridge.challenge) and any(_is_of(row, kind) for row in bridge.statements)
    ]


def _is_of(row: Statement, kind: str) -> bool:
    return not kind or row.organisation.kind == kind


def _is_told(row: Statement) -> bool:
    return bool(getattr(row, "may_read", False)) and row.conversation.confidentiality != Confidentiality.CONFIDENTIAL


def _said(row: Statement) -> Said:
    return Said(
        row.pk,
        row.organisation_id,
        row.organisation.kind,
        row.challenge_id,
        row.stance,
        f"{row.position} {row.interest}",
    )


def _lines(told: list[Statement], challenges: list[Challenge]) -> list[PartyLine]:
    """Return a line per party: government first, then by kind and name; the newest statement counts."""
    latest: dict[tuple[UUID, UUID], Statement] = {}
    for row in told:  # newest first
        latest.setdefault((row.organisation_id, row.challenge_id), row)
    parties = {row.organisation_id: row.organisation for row in told}
    ordered = sorted(parties.values(), key=lambda party: (_ORDER.index(party.kind), party.name.lower()))
    return [
        PartyLine(
            party,
            str(OrganisationKind(party.kind).label),
            [(challenge, _cell(latest.get((party.pk, challenge.pk)))) for challenge in challenges],
        )
        for party in ordered
    ]


def _cell(row: Statement | None) -> tuple[str, str, int] | None:
    if row is None:
        return None
    words = "steunt mits" if row.stance == Stance.CONDITIONAL else row.get_stance_display().lower()
    return SIGNS[Stance(row.stance)], words, row.urgency


def _bar(challenge: Challenge, told: list[Statement], everything: list[Statement]) -> Bar:
    latest: dict[UUID, str] = {}
    for row in told:
        if row.challenge_id == challenge.pk:
            latest.setdefault(row.organisation_id, row.stance)
    counts: dict[str, int] = defaultdict(int)
    for stance in latest.values():
        counts[stance] += 1
    parts, at = [], 0
    for stance in Stance:
        if number := counts[stance]:
            width = round(500 * number / len(latest))
            parts.append((stance.value, str(stance.label).lower(), number, at, width))
            at += width
    return Bar(challenge, parts, _unseen([row for row in everything if row.challenge_id == challenge.pk]))


def _unseen(rows: list[Statement]) -> str:
    """Say how many of these this reader does not see; of few parties only that there are some."""
    unseen = [row for row in rows if not _is_told(row)]
    number = told(len(unseen), parties=len({row.organisation_id for row in unseen}), limits=limits_of_all())
    if not unseen:
        return ""
    return f"{counted(number, 'uitspraak', 'uitspraken')} die u hier niet ziet" if number else "er is meer gezegd"


def _shown(bridge: Bridge, told: list[Statement]) -> ShownBridge:
    rows = {row.pk: row for row in told}
    names = {row.organisation_id: row.organisation.name for row in told}
    statements = [rows[pk] for pk in bridge.statements]
    return ShownBridge(
        statements[0].challenge,
        statements[0],
        statements,
        [names[pk] for pk in bridge.organisations],
        [(names[one], names[other]) for one, other in bridge.differing[:3]],
        ", ".join(bridge.words),
    )


def _finding(found: list[ShownBridge], told: list[Statement]) -> str:
    if not told:
        return "Er zijn nog geen uitspraken die u mag lezen."
    if not found:
        return "Hier slaat nog geen uitspraak een brug tussen partijen die verschillen."
    best = found[0]
    number = len(best.parties)
    count = "één brug" if len(found) == 1 else f"{len(found)} bruggen"
    return (
        f"We zien {count}. De sterkste ligt bij “{best.challenge}”: {number} partijen, van wie er ten minste "
        f"twee verschillen, spreken daar over {best.words}."
    )


def theme_cells(found: Themes) -> Iterator[list[str | int]]:
    """Return the statements of the chosen opgave as cells, for a file; the matrix when none was chosen."""
    for row in found.statements:
        yield [
            *(row.challenge.title, row.organisation.name, OrganisationKind(row.organisation.kind).label),
            *(row.get_stance_display(), row.urgency, row.position, row.interest),
            f"{row.conversation.held_on:%d-%m-%Y}",
        ]
    for line in found.lines if found.chosen is None else ():
        for challenge, cell in line.cells:
            if cell:
                yield [challenge.title, line.organisation.name, line.kind, cell[1], cell[2], "", "", ""]
