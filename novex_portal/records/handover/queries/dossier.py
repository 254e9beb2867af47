"""The overdrachtsdossier: everything that hangs on one role in an area, as this user may read it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from areas.mandates.rules import STATE_WORDS, state_on
from areas.models import Area, ContactPerson, Duo, Mandate, Person, User
from areas.people.rules.periods import length_words, period_words
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import ActionStatus, Confidentiality, ConversationForm
from coalition.models import ActionItem, AgreementParty, Conversation, DecisionPosition, Seat
from coalition.planning_group.handing_over.queries import action_items_of
from deliverables.agenda.measures.models import MeasureParty
from deliverables.agenda.measures.queries.people import measure_links_of
from deliverables.checkpoints.models import Checkpoint
from novex_portal.records.models import Handover
from novex_portal.toolkit.text import dutch

SHOWN = 50
"""So many of what is past; what is open comes whole."""


@dataclass(frozen=True)
class ActionLine:
    """Something agreed to do; without its words where the reader may not read the conversation."""

    what: str
    due: str
    late: str
    source: str
    url: str
    status: str


@dataclass(frozen=True)
class ConversationLine:
    """A conversation the reader may open."""

    day: date
    words: str
    is_confidential: bool
    url: str


@dataclass(frozen=True)
class DutyLine:
    """A checkpoint somebody answers for, and what must be ready then."""

    name: str
    day: date
    url: str
    requirements: list[Any]


@dataclass(frozen=True)
class Dossier:
    """Everything that hangs on a role."""

    person: Person
    period: str
    how_long: str
    open_actions: list[ActionLine]
    past_actions: list[ActionLine]
    positions: list[DecisionPosition]
    agreement: AgreementParty | None
    signs: bool
    conversations: list[ConversationLine]
    hidden_conversations: int
    mandates: list[tuple[Mandate, str, tuple[str, str]]]
    seats: list[tuple[Seat, str, str]]
    contacts: list[ContactPerson]
    duos: list[tuple[Duo, str]]
    duties: list[DutyLine]
    measures: list[MeasureParty]
    handovers: list[Handover]
    # How much a handover would take along, by the name of its checkbox.
    what_moves: dict[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing hangs on the role at all."""
        kept = (self.open_actions, self.past_actions, self.positions, self.conversations, self.mandates, self.seats)
        return not any(
            (*kept, self.contacts, self.duos, self.duties, self.measures, self.agreement, self.hidden_conversations)
        )


def dossier(area: Area, person: Person, reader: User, today: date) -> Dossier:
    """Return the dossier of a role. A fixed number of queries."""
    open_actions, past_actions = _actions(area, person, reader, today)
    conversations, hidden = _conversations(area, person, reader)
    agreement = AgreementParty.objects.filter(agreement__area=area, organisation=person.organisation_id).first()
    known = person.valid_from is not None and person.valid_from <= today
    end = person.valid_until or today
    until = min(end, today)
    mandates, seats, duties = _mandates(area, person, today), _seats(area, person), _duties(area, person, today)
    contacts = list(ContactPerson.objects.filter(area=area, person=person))
    measures = list(measure_links_of(person, area))
    return Dossier(
        person=person,
        period=period_words(person.valid_from, person.valid_until),
        how_long=length_words(person.valid_from, until) if known and person.valid_from else "",
        open_actions=open_actions,
        past_actions=past_actions,
        positions=_positions(area, person),
        agreement=agreement,
        signs=bool(agreement and person.role.lower() in map(str.lower, agreement.functions)),
        conversations=conversations,
        hidden_conversations=hidden,
        mandates=mandates,
        seats=seats,
        contacts=contacts,
        duos=_duos(area, person, today),
        duties=duties,
        measures=measures,
        handovers=list(_handovers(area, person)),
        what_moves={
            "actions": len(open_actions),
            "seat": sum(_lasts(seat.valid_until, end) for seat, _, _ in seats),
            "contact": len(contacts),
            "duties": len(duties),
            "measures": len(measures),
            "mandates": sum(
                _lasts(mandate.valid_until, end) or mandate.valid_until == end for mandate, _, _ in mandates
            ),
        },
    )


def _lasts(valid_until: date | None, day: date) -> bool:
    """Tell whether something lasts beyond the day on which the role ends."""
    return valid_until is None or valid_until > day


def on_paper(found: Dossier) -> Dossier:
    """Return the dossier as it may leave the portal: of confidential conversations only how many there are."""
    shown = [line for line in found.conversations if not line.is_confidential]
    hidden = found.hidden_conversations + len(found.conversations) - len(shown)
    return replace(found, conversations=shown, hidden_conversations=hidden)


def _handovers(area: Area, person: Person) -> Any:
    found = Handover.objects.filter(area=area, person=person)
    return found.select_related("handed_over_by", "successor__organisation")


def _actions(area: Area, person: Person, reader: User, today: date) -> tuple[list[ActionLine], list[ActionLine]]:
    found = action_items_of(person, area).select_related("conversation", "meeting").order_by("due_on", "pk")
    items = list(found.filter(status=ActionStatus.OPEN))
    past = list(found.exclude(status=ActionStatus.OPEN).reverse()[:SHOWN])
    held_in = {item.conversation_id for item in [*items, *past] if item.conversation_id}
    readable = set(conversations_for(reader, area).filter(pk__in=held_in).values_list("pk", flat=True))
    return tuple([_action(item, area, readable, today) for item in rows] for rows in (items, past))  # type: ignore[return-value]


def _action(item: ActionItem, area: Area, readable: set[UUID], today: date) -> ActionLine:
    source, url, what = "", "", item.what
    if item.conversation:
        source = f"Gesprek van {dutch.long_date(item.conversation.held_on)}"
        if item.conversation_id not in readable:
            what, source = "Afspraak uit een gesprek dat u niet mag lezen", "Gesprek"
        else:
            url = reverse("conversation", args=[area.slug, item.conversation_id])
            if item.conversation.confidentiality == Confidentiality.CONFIDENTIAL:
                # The words stand on the page of the conversation, where reading is recorded.
                what, source = "Afspraak uit een vertrouwelijk gesprek", "Vertrouwelijk gesprek"
    elif item.meeting:
        source = f"{item.meeting.title}, {dutch.long_date(item.meeting.held_on)}"
        url = reverse("meeting", args=[area.slug, item.meeting_id])
    is_open = item.status == ActionStatus.OPEN
    return ActionLine(
        what=what,
        due=dutch.short_date(item.due_on) if item.due_on else "",
        late=dutch.late(item.due_on, today) if item.due_on and is_open else "",
        source=source,
        url=url,
        status=str(item.get_status_display()),
    )


def _positions(area: Area, person: Person) -> list[DecisionPosition]:
    rows = DecisionPosition.objects.filter(decision__area=area, organisation=person.organisation_id)
    return list(rows.select_related("decision").order_by("-decision__decided_on", "-decision__number")[:SHOWN])


def _conversations(area: Area, person: Person, reader: User) -> tuple[list[ConversationLine], int]:
    took_part = Q(participants__person=person)
    total = Conversation.objects.filter(took_part, area=area).values("pk").distinct().count()
    mine = conversations_for(reader, area).filter(
        pk__in=Conversation.objects.filter(took_part, area=area).values("pk")
    )
    rows = list(mine.order_by("-held_on", "-id").values_list("pk", "held_on", "form", "place", "confidentiality"))
    lines = [
        ConversationLine(
            day=day,
            words=", ".join(filter(None, [str(ConversationForm(form).label).lower(), place])),
            is_confidential=level == Confidentiality.CONFIDENTIAL,
            url=reverse("conversation", args=[area.slug, pk]),
        )
        for pk, day, form, place, level in rows[:SHOWN]
    ]
    return lines, total - len(rows)


def _mandates(area: Area, person: Person, today: date) -> list[tuple[Mandate, str, tuple[str, str]]]:
    rows = Mandate.objects.filter(area=area, person=person).select_related("organisation").order_by("-valid_from")
    return [
        (
            row,
            period_words(row.valid_from, row.valid_until),
            STATE_WORDS[state_on(today, row.valid_from, row.valid_until)],
        )
        for row in rows
    ]


def _seats(area: Area, person: Person) -> list[tuple[Seat, str, str]]:
    rows = Seat.objects.filter(area=area, person=person).prefetch_related("functions").order_by("-valid_from")
    return [
        (
            row,
            ", ".join(function.get_function_display() for function in row.functions.all()),
            period_words(row.valid_from, row.valid_until),
        )
        for row in rows
    ]


def _duos(area: Area, person: Person, today: date) -> list[tuple[Duo, str]]:
    """Return the duos of today of which a side is this role in words."""
    words = {person.role.lower(), str(person).lower(), f"{person.role}, {person.organisation}".lower()}
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
    found = []
    for duo in Duo.objects.filter(lasting, area=area):
        if duo.national_side.lower() in words:
            found.append((duo, "namens het Rijk"))
        elif duo.regional_side.lower() in words:
            found.append((duo, "namens de regio"))
    return found


def _duties(area: Area, person: Person, today: date) -> list[DutyLine]:
    if not person.user_id:
        return []
    found = Checkpoint.objects.filter(area_links__area=area, responsibles__user=person.user_id, date__gte=today)
    return [
        DutyLine(
            name=row.name,
            day=row.date,
            url=row.url_in(area),
            requirements=[one for one in row.requirements.all() if one.area_id == area.pk],
        )
        for row in found.prefetch_related("requirements").order_by("date", "name")
    ]


def successors_of(person: Person, last_day: date) -> list[Person]:
    """Return who of the same organisation could take the role over: whoever is in a role after the last day."""
    rows = Person.objects.filter(organisation=person.organisation_id, merged_into=None).exclude(pk=person.pk)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gt=last_day)
    return list(rows.filter(lasting).select_related("organisation").order_by("role", "valid_from", "pk")[:200])
