"""What the portal asks of one person in one area: actions to do, drafts to finish, words to give."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, AreaOrganisation, User
from coalition.agreement.confirming.queries import (
    waiting_answers,
    waiting_decisions,
    waiting_positions,
    waiting_stands,
    waiting_supports,
)
from coalition.agreement.document.enums import PartyStatus
from coalition.conversations.recording.enums import ActionStatus
from coalition.models import (
    ActionItem,
    AgreementParty,
    AgreementVersion,
    ArticlePosition,
    ConversationDraft,
    DecisionPosition,
)
from coalition.planning_group.action_items.queries import footing, show_action
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.speaking.enums import GivenAs
from deliverables.board_meetings.queries.asking import due_outcomes
from deliverables.board_meetings.rules import asked_until
from deliverables.reminders.enums import REMINDER_OFFSETS
from novex_portal.dashboards.area.queries.moments import Moment
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

SHOWN = 3
SOON_DAYS = 7


@dataclass(frozen=True)
class Ask:
    """One thing to do: what, why, by when, and the button that leads there (none: no page to go to).

    `done_url` is where it can be ticked off at once, for what is that kind of thing.
    """

    title: str
    why: str
    button: str
    url: str
    due: date | None = None
    due_words: str = ""
    is_pressing: bool = False
    done_url: str = ""


def area_asks(area: Area, user: User, moment: Moment | None, today: date) -> list[Ask]:
    """Return what is asked of the user in this area: first what has a date, soonest first. One query."""
    rows = _ask_waiting(area=area.pk, user=user.pk, today=today, later=asked_until(None, today))
    asks = [_ask(area, user, row, today) for row in rows]
    if moment and moment.is_mine and moment.waiting and moment.days_left <= max(REMINDER_OFFSETS):
        asks.append(_prepare(moment, today))
    return sorted(asks, key=lambda ask: (ask.due is None, ask.due or today, ask.title))


# A union takes columns by their place: kind, day, moment, words, more words, id, and a second id: of an action item or a party.
_COLUMNS = ("kind", "day", "moment", "words", "more", "key", "item")
_NO_ITEM = Cast(Value(None), UUIDField())


def _word(text: str) -> Value:
    return Value(text, CharField())


def _actions(area: UUID, user: UUID) -> QuerySet[Any]:
    items = ActionItem.objects.filter(area=area, owner_user=user, status=ActionStatus.OPEN)
    return (
        items.order_by(F("due_on").asc(nulls_last=True), "pk")
        .annotate(
            kind=_word("action"),
            day=F("due_on"),
            moment=Cast(Value(None), DateTimeField()),
            words=Cast("what", CharField()),
            more=footing(user),
            key=F("conversation"),
            item=F("pk"),
        )
        .values_list(*_COLUMNS)[:SHOWN]
    )


def _drafts(area: UUID, user: UUID) -> QuerySet[Any]:
    drafts = ConversationDraft.objects.filter(area=area, author=user, conversation=None)
    return (
        drafts.order_by("-updated_at")
        .annotate(
            kind=_word("draft"),
            day=Cast(Value(None), DateField()),
            moment=F("updated_at"),
            words=_word(""),
            more=_word(""),
            key=F("pk"),
            item=_NO_ITEM,
        )
        .values_list(*_COLUMNS)[:SHOWN]
    )


def _own_decisions(area: UUID, user: UUID, today: date) -> QuerySet[Any]:
    """Decisions on which an organisation the user is executive of here has said nothing yet, oldest first."""
    seats = memberships_on(today).select_related(None).filter(user=user, area=area, role=Role.EXECUTIVE)
    positions = DecisionPosition.objects.filter(
        Exists(seats.filter(organisation=OuterRef("organisation"))),
        decision__area=area,
        status=DecisionStatus.WAITING,
    )
    return (
        positions.order_by("decision__decided_on", "pk")
        .annotate(
            kind=_word("decision"),
            day=Cast(Value(None), DateField()),
            moment=Cast(Value(None), DateTimeField()),
            words=Cast("decision__title", CharField()),
            more=Cast("organisation__name", CharField()),
            key=F("pk"),
            item=_NO_ITEM,
        )
        .values_list(*_COLUMNS)[:SHOWN]
    )


def _own_parties(area: UUID, user: UUID, today: date) -> QuerySet[Any]:
    """The akkoord waits for organisations the user is executive of here, once there is a version to read."""
    seats = memberships_on(today).select_related(None).filter(user=user, area=area, role=Role.EXECUTIVE)
    parties = AgreementParty.objects.filter(
        Exists(seats.filter(organisation=OuterRef("organisation"))),
        Exists(AgreementVersion.objects.filter(agreement=OuterRef("agreement"))),
        agreement__area=area,
        status=PartyStatus.DRAFT,
    )
    return parties.annotate(
        kind=_word("party"),
        day=Cast(Value(None), DateField()),
        moment=Cast(Value(None), DateTimeField()),
        words=Cast("organisation__name", CharField()),
        more=Cast("role", CharField()),
        key=Cast(Value(None), UUIDField()),
        item=_NO_ITEM,
    ).values_list(*_COLUMNS)[:SHOWN]


def _own_positions(area: UUID, user: UUID, today: date) -> QuerySet[Any]:
    """Articles that got another text after an organisation the user is executive of here spoke of them."""
    seats = memberships_on(today).select_related(None).filter(user=user, area=area, role=Role.EXECUTIVE)
    positions = ArticlePosition.objects.filter(
        Exists(seats.filter(organisation=OuterRef("organisation"))),
        ~Q(on_text=F("article__text"), on_title=F("article__title")),
        given_as=GivenAs.OWN,
        article__chapter__agreement__area=area,
        article__removed_at=None,
    )
    return (
        positions.order_by("article__updated_at", "pk")
        .annotate(
            kind=_word("article"),
            day=Cast(Value(None), DateField()),
            moment=Cast(Value(None), DateTimeField()),
            words=Cast("article__title", CharField()),
            more=Cast("organisation__name", CharField()),
            key=F("article"),
            item=F("organisation"),
        )
        .values_list(*_COLUMNS)[:SHOWN]
    )


def _own_outcomes(area: UUID, user: UUID, today: date, later: date) -> QuerySet[Any]:
    """What was agreed at a bestuurlijk overleg, is due before the next one, and is led by a party the user works for here."""
    seats = memberships_on(today).select_related(None).filter(user=user, area=area)
    outcomes = due_outcomes(today, later).filter(Exists(seats.filter(organisation=OuterRef("lead"))), area=area)
    rows: QuerySet[Any] = outcomes.annotate(
        ask=_word("outcome"),
        day=F("due_on"),
        moment=Cast(Value(None), DateTimeField()),
        words=Cast("text", CharField()),
        more=Cast("lead__name", CharField()),
        key=F("pk"),
        item=_NO_ITEM,
    ).values_list("ask", *_COLUMNS[1:])
    return rows[:SHOWN]


def _to_confirm(area: UUID, user: UUID, today: date) -> QuerySet[Any]:
    """Organisations the user is executive of here, for which somebody else wrote down where they stand."""
    seats = memberships_on(today).select_related(None).filter(user=user, area=area, role=Role.EXECUTIVE)
    mine = {"organisation": OuterRef("organisation")}
    waits = (
        Exists(waiting_positions().filter(**mine, article__chapter__agreement__area=area))
        | Exists(waiting_supports().filter(**mine, ambition__area=area))
        | Exists(waiting_stands().filter(**mine, point__agreement__area=area))
        | Exists(waiting_decisions().filter(**mine, decision__area=area))
        | Exists(waiting_answers().filter(**mine, article__chapter__agreement__area=area))
    )
    parties = AreaOrganisation.objects.filter(waits, Exists(seats.filter(**mine)), area=area)
    return parties.annotate(
        kind=_word("confirm"),
        day=Cast(Value(None), DateField()),
        moment=Cast(Value(None), DateTimeField()),
        words=Cast("organisation__name", CharField()),
        more=_word(""),
        key=F("organisation"),
        item=_NO_ITEM,
    ).values_list(*_COLUMNS)[:SHOWN]


def _waiting(area: UUID, user: UUID, today: date, later: date) -> QuerySet[Any]:
    parts = (
        _drafts(area, user),
        _own_decisions(area, user, today),
        _own_parties(area, user, today),
        _own_positions(area, user, today),
        _to_confirm(area, user, today),
        _own_outcomes(area, user, today, later),
    )
    return _actions(area, user).union(*parts, all=True).order_by("day", "key")


_ask_waiting = Compiled(_waiting, area=UUID, user=UUID, today=date, later=date)


def _ask(area: Area, user: User, row: tuple[Any, ...], today: date) -> Ask:
    kind, _, moment, words, more, key, item = row
    match kind:
        case "action" | "outcome":
            return _promised(area, user, row, today)
        case "draft":
            saved = timezone.localtime(moment)
            return Ask(
                "Maak uw verslag af",
                f"Een gesprek dat nog niet is vastgelegd, bewaard op {dutch.long_date(saved.date())}.",
                "Verder schrijven",
                f"{reverse('conversation-new', args=[area.slug])}?concept={key}",
            )
        case "decision":
            return Ask(
                f"Zeg waar {more} staat: {words}",
                "Van uw organisatie is er nog geen bericht over dit besluit.",
                "Opschrijven",
                reverse("decision-position", args=[area.slug, key]),
            )
        case "confirm":
            return Ask(
                f"Klopt wat voor {words} is opgeschreven?",
                "Iemand anders schreef op waar uw organisatie staat. Het telt als haar eigen woord als u het bevestigt.",
                "Bevestigen of verbeteren",
                reverse("to-confirm", args=[area.slug, key]),
            )
        case "article":
            return Ask(
                f"Lees opnieuw: {words}",
                f"De tekst is gewijzigd sinds {more} zei waar zij staat.",
                "Standpunt geven",
                reverse("article-position", args=[area.slug, key, item]),
            )
        case _:
            return Ask(
                "Bespreek het akkoord met uw organisatie",
                f"{words} staat nog op “concept”.",
                "Akkoord lezen",
                reverse("agreement", args=[area.slug]),
            )


def _promised(area: Area, user: User, row: tuple[Any, ...], today: date) -> Ask:
    """Return what was agreed with a day: by the user, or at a bestuurlijk overleg by a party the user works for."""
    kind, day, _, words, more, key, item = row
    if kind == "action":
        shown = show_action(user, area, what=words, conversation=key, on=more)
        done = reverse("action-item-status", args=[area.slug, item])
        return Ask(shown.what, shown.why, "Gesprek lezen", shown.url, day, *_due(day, today), done)
    return Ask(
        f"Meld hoe het staat: {Truncator(words).chars(120)}",
        f"Een bestuurlijke afspraak met {more} als trekker, vóór het volgende overleg klaar.",
        "Stand melden",
        reverse("board-outcome-report", args=[area.slug, key]),
        day,
        *_due(day, today),
    )


def _prepare(moment: Moment, today: date) -> Ask:
    pieces = counted(moment.waiting, "stuk is", "stukken zijn")
    return Ask(
        f"Bereid {moment.name} voor",
        f"U bent een van de mensen die dit voorbereiden. {pieces.capitalize()} nog niet klaar.",
        "Stukken bekijken",
        moment.url,
        moment.date,
        *_due(moment.date, today),
    )


def _due(day: date | None, today: date) -> tuple[str, bool]:
    """Return how long there is, and whether that is short."""
    if day is None:
        return "", False
    return dutch.late(day, today) or dutch.days_until(day, today).capitalize(), (day - today).days <= SOON_DAYS
