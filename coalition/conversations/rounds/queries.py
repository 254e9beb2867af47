"""Reading rounds of conversations and how far they are."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import Lower

from areas.models import Area, Organisation
from areas.parties.enums import OrganisationKind
from coalition.conversations.recording.models import Participant
from coalition.conversations.rounds import rules as rounds
from coalition.conversations.rounds.models import ConversationRound, RoundTarget

LABELS = {kind.value: str(kind.label) for kind in OrganisationKind}


@dataclass(frozen=True)
class TargetRow:
    """A target on the board."""

    target: RoundTarget
    kind: str
    state: str
    sign: str


@dataclass(frozen=True)
class Board:
    """All of one round."""

    rows: list[TargetRow]
    extra: list[Organisation]  # spoken with, without having been a target
    counts: list[tuple[str, rounds.Count]]
    finding: str


def rounds_of(area: Area) -> QuerySet[ConversationRound]:
    """Return the rounds of an area, the newest first, with how many targets and conversations each has."""
    return ConversationRound.objects.filter(area=area).annotate(
        target_count=Count("targets", distinct=True), talk_count=Count("conversations", distinct=True)
    )


def board_of(round: ConversationRound) -> Board:
    """Return how far a round is. Four queries. That somebody was spoken with is told, not what was said."""
    targets = list(round.targets.select_related("organisation").order_by(Lower("organisation__name")))
    present = Participant.objects.filter(conversation__round=round).values("organisation")
    spoken = {party.pk: party for party in Organisation.objects.filter(pk__in=present).order_by(Lower("name"))}
    rows = [_row(target, spoken) for target in targets]
    aimed = {target.organisation_id for target in targets}
    aims = dict(round.aims.values_list("kind", "number"))
    found = rounds.counts(aims, [party.kind for party in spoken.values()], list(LABELS))
    return Board(
        rows,
        [party for pk, party in spoken.items() if pk not in aimed],
        [(LABELS[row.kind], row) for row in found],
        rounds.finding([row.state for row in rows], found, LABELS),
    )


def _row(target: RoundTarget, spoken: dict[UUID, Organisation]) -> TargetRow:
    state = rounds.state_of(target.organisation_id, target.planned_on, spoken)
    return TargetRow(target, LABELS[target.organisation.kind], state, rounds.SIGNS[state])
