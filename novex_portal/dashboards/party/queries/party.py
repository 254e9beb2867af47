"""One party of an area: what it is, and all that happened with it here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from areas.access import is_member, permissions
from areas.enums import Permission
from areas.models import Area, AreaOrganisation, Organisation, UmbrellaMembership, User
from areas.parties.queries import areas_of
from coalition.agreement.document.enums import PartyStatus
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import ActionStatus, ConversationForm
from coalition.models import ActionItem, AgreementParty, Conversation, DecisionPosition, PartyContact
from coalition.planning_group.action_items.queries import footing, show_action
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.queries import SIGNS as DECISION_SIGNS
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty
from novex_portal.toolkit.text.dutch import late

SHOWN = 10
SHOWN_MEMBERS = 50
_AGREEMENT_SIGNS = {
    PartyStatus.DRAFT: "idle",
    PartyStatus.OFFICIALS_AGREE: "half",
    PartyStatus.EXECUTIVES_AGREE: "busy",
    PartyStatus.ADOPTED: "good",
    PartyStatus.SIGNED: "good",
}


@dataclass(frozen=True)
class Places:
    """The areas an organisation takes part in: those the user belongs to by name, the others as a number."""

    known: list[Area]
    others: int


@dataclass(frozen=True)
class Related:
    """The other organisation of a membership; without an address where it is no party of this area."""

    link: Any
    organisation: Organisation
    is_here: bool


@dataclass(frozen=True)
class Umbrellas:
    """The umbrellas above an organisation and the members below it."""

    above: list[Related]
    below: list[Related]
    members: int
    # Members that are no party of this area: only how many.
    members_elsewhere: int


@dataclass(frozen=True)
class Talks:
    """The conversations with a party: the sum for who logs them, and those this user may read."""

    contact: PartyContact | None
    rows: list[dict[str, Any]]
    more: bool


@dataclass(frozen=True)
class OpenAction:
    """What somebody of the party still has to do; `who` is empty where its words stand in the conversation alone."""

    what: str
    who: str
    due: date | None
    late: str


@dataclass(frozen=True)
class PartOf:
    """A measure the party has a part in, and which."""

    measure: Measure
    parts: str  # "Trekker, financier"


@dataclass(frozen=True)
class PartyPage:
    """All that the page of a party shows to this user."""

    link: AreaOrganisation
    places: Places
    umbrellas: Umbrellas
    talks: Talks
    agreement: AgreementParty | None
    agreement_sign: str
    positions: list[tuple[DecisionPosition, str]]
    actions: list[OpenAction]
    measures: list[PartOf]
    may_edit: bool
    may_correct: bool
    sees_contact: bool
    sees_conversations: bool


def party_page(link: AreaOrganisation, user: User, today: date) -> PartyPage:
    """Return the page of a party as this user may see it. A fixed number of queries."""
    area, organisation = link.area, link.organisation
    granted = permissions(user, area)
    agreement = AgreementParty.objects.filter(agreement__area=area, organisation=organisation).first()
    places = areas_of(organisation)
    known = [place for place in places if is_member(user, place)]
    return PartyPage(
        link=link,
        places=Places(known, len(places) - len(known)),
        umbrellas=_umbrellas(organisation, area),
        talks=_talks(link, user, sees_contact=Permission.LOG_CONVERSATION in granted),
        agreement=agreement,
        agreement_sign=_AGREEMENT_SIGNS[PartyStatus(agreement.status)] if agreement else "",
        positions=_positions(organisation, area),
        actions=_open_actions(link, user, today, granted),
        measures=_measures(organisation, area) if Permission.VIEW_AGENDA in granted else [],
        may_edit=Permission.EDIT_PARTIES in granted,
        may_correct=Permission.EDIT_PARTIES in granted or Permission.CORRECT_PARTIES in granted,
        sees_contact=Permission.LOG_CONVERSATION in granted,
        sees_conversations=Permission.VIEW_CONVERSATIONS in granted,
    )


def _umbrellas(organisation: Organisation, area: Area) -> Umbrellas:
    both = UmbrellaMembership.objects.filter(Q(member=organisation) | Q(umbrella=organisation))
    here = AreaOrganisation.objects.filter(area=area)
    both = both.annotate(
        umbrella_here=Exists(here.filter(organisation=OuterRef("umbrella"))),
        member_here=Exists(here.filter(organisation=OuterRef("member"))),
    ).select_related("umbrella", "member")
    above, below, elsewhere = [], [], 0
    for link in both.order_by("umbrella__name", "member__name"):
        if link.member_id == organisation.pk:
            above.append(Related(link.pk, link.umbrella, link.umbrella_here))
        elif link.member_here:
            below.append(Related(link.pk, link.member, True))
        else:
            elsewhere += 1
    return Umbrellas(above, below[:SHOWN_MEMBERS], len(below) + elsewhere, elsewhere)


def _talks(link: AreaOrganisation, user: User, *, sees_contact: bool) -> Talks:
    organisation, area = link.organisation, link.area
    kept = PartyContact.objects.filter(area=area, organisation=organisation) if sees_contact else None
    spoken = Conversation.objects.filter(area=area, participants__organisation=organisation).values("pk")
    found = conversations_for(user, area).filter(pk__in=spoken).order_by("-held_on", "-id")
    rows = [
        {"pk": pk, "day": held_on, "form": ConversationForm(form).label, "place": place}
        for pk, held_on, form, place in found.values_list("pk", "held_on", "form", "place")[: SHOWN + 1]
    ]
    return Talks(kept.first() if kept is not None else None, rows[:SHOWN], len(rows) > SHOWN)


def _positions(organisation: Organisation, area: Area) -> list[tuple[DecisionPosition, str]]:
    rows = DecisionPosition.objects.filter(decision__area=area, organisation=organisation)
    rows = rows.select_related("decision").order_by("-decision__decided_on", "-decision__number")
    return [(row, DECISION_SIGNS[DecisionStatus(row.status)]) for row in rows]


def _measures(organisation: Organisation, area: Area) -> list[PartOf]:
    """Return the measures of the area that the party has a part in, by code; what was dropped is left out. One query."""
    rows = MeasureParty.objects.filter(organisation=organisation, measure__area=area)
    rows = rows.exclude(measure__status=MeasureStatus.DROPPED).select_related("measure__area")
    parts: dict[Measure, list[str]] = {}
    for row in sorted(rows, key=lambda row: (row.measure.code, PartyPart.values.index(row.part))):
        parts.setdefault(row.measure, []).append(row.get_part_display())
    return [PartOf(measure, ", ".join(words).capitalize()) for measure, words in parts.items()]


def _open_actions(link: AreaOrganisation, user: User, today: date, granted: frozenset[Permission]) -> list[OpenAction]:
    """Return what its people still have to do.

    What was agreed in a conversation is for who may read that; what a named reader may read, stands
    on the page of the conversation, where reading is recorded.
    """
    organisation, area = link.organisation, link.area
    shown = Q(conversation=None)
    if Permission.VIEW_CONVERSATIONS in granted:
        shown |= Q(conversation__in=conversations_for(user, area).values("pk"))
    rows = ActionItem.objects.filter(shown, area=area, owner_person__organisation=organisation)
    rows = rows.filter(status=ActionStatus.OPEN).annotate(on=footing(user.pk)).order_by("due_on", "id")
    return [
        _open_action(user, area, row, today)
        for row in rows.values("what", "conversation", "due_on", "on", "owner_person__role")
    ]


def _open_action(user: User, area: Area, row: Mapping[str, Any], today: date) -> OpenAction:
    shown = show_action(user, area, what=row["what"], conversation=row["conversation"], on=row["on"], mine=False)
    return OpenAction(
        what=shown.what,
        who=row["owner_person__role"] if shown.in_words else "",
        due=row["due_on"],
        late=late(row["due_on"], today) if row["due_on"] else "",
    )
