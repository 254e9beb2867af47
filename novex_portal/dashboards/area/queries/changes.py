"""What changed last in an area: one list of conversations, ambitions, articles, versions, positions, decisions and moves."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    F,
    IntegerField,
    Q,
    QuerySet,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone

from areas.models import Area
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.document.enums import PartyStatus
from coalition.models import AgreementParty, AgreementVersion, Ambition, Article, Conversation, Decision
from deliverables.agenda.moving.models import PlanBatch
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

SHOWN = 6


@dataclass(frozen=True)
class Change:
    """One line of news: the day, the words that link, and what follows them."""

    day: date
    day_words: str
    link_text: str
    url: str
    rest: str


def latest_changes(area: Area, *, may_see_conversations: bool) -> list[Change]:
    """Return the latest changes, newest first. One query.

    Conversations are a number per day, never one by one: who may not read them learns no more.
    """
    return [_change(area, row, may_see_conversations) for row in _ask_news(area=area.pk)]


def _news(area: UUID) -> QuerySet[Any]:
    parts = [_ambitions(area), _articles(area), _versions(area), _positions(area), _decisions(area), _moves(area)]
    return _conversations(area).union(*parts, all=True).order_by("-moment")[:SHOWN]


_ask_news = Compiled(_news, area=UUID)

# A union takes columns by their place: kind, moment, two numbers, words, id.
_COLUMNS = ("sort", "moment", "first", "second", "words", "key")
_NO_KEY = Cast(Value(None), UUIDField())


def _number(expression: Any) -> Cast:
    return Cast(expression, IntegerField())


def _words(expression: Any) -> Cast:
    return Cast(expression, CharField())


def _kind(name: str) -> Value:
    return Value(name, CharField())


def _newest(rows: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    newest: QuerySet[Any] = rows.annotate(**columns).order_by("-moment").values_list(*_COLUMNS)[:SHOWN]
    return newest


def _conversations(area: UUID) -> QuerySet[Any]:
    """Count the last days with conversations; the index on area and day keeps this short."""
    days = Conversation.objects.filter(area=area).order_by("-held_on").values("held_on")
    return days.annotate(
        sort=_kind("conversations"),
        moment=Cast("held_on", DateTimeField()),
        first=_number(Count("pk")),
        second=_number(Value(0)),
        words=_kind(""),
        key=_NO_KEY,
    ).values_list(*_COLUMNS)[:SHOWN]


def _ambitions(area: UUID) -> QuerySet[Any]:
    return _newest(
        Ambition.objects.filter(area=area).exclude(status=AmbitionStatus.DROPPED),
        sort=_kind("ambition"),
        moment=F("updated_at"),
        first=_number("number"),
        second=_number("version"),
        words=_words("title"),
        key=F("pk"),
    )


def _articles(area: UUID) -> QuerySet[Any]:
    return _newest(
        Article.objects.filter(chapter__agreement__area=area),
        sort=_kind("article"),
        moment=F("updated_at"),
        first=_number(Value(0)),
        second=_number(Value(0)),
        words=Concat("chapter__label", Value("."), "label", Value(" "), "title", output_field=CharField()),
        key=F("pk"),
    )


def _versions(area: UUID) -> QuerySet[Any]:
    return _newest(
        AgreementVersion.objects.filter(agreement__area=area),
        sort=_kind("version"),
        moment=F("frozen_at"),
        first=_number("number"),
        second=_number(Value(0)),
        words=_words("label"),
        key=_NO_KEY,
    )


def _positions(area: UUID) -> QuerySet[Any]:
    return _newest(
        AgreementParty.objects.filter(~Q(status=PartyStatus.DRAFT), agreement__area=area),
        sort=_words("status"),
        moment=F("updated_at"),
        first=_number(Value(0)),
        second=_number(Value(0)),
        words=_words("organisation__name"),
        key=_NO_KEY,
    )


def _decisions(area: UUID) -> QuerySet[Any]:
    return _newest(
        Decision.objects.filter(area=area),
        sort=_kind("decision"),
        moment=F("updated_at"),
        first=_number("number"),
        second=_number("version"),
        words=_words("title"),
        key=F("pk"),
    )


def _moves(area: UUID) -> QuerySet[Any]:
    """The dates of measures that were moved in one go, with the reason."""
    return _newest(
        PlanBatch.objects.filter(area=area),
        sort=_kind("move"),
        moment=F("decided_at"),
        first=_number(Count("changes")),
        second=_number(Value(0)),
        words=_words("reason"),
        key=_NO_KEY,
    )


def _change(area: Area, row: tuple[Any, ...], may_see_conversations: bool) -> Change:
    kind, moment, *details = row
    link, url, rest = _said(area, kind, *details)
    if kind == "conversations":
        day = _utc_day(moment)
        url = f"{url}?vanaf={day:%d-%m-%Y}&tot={day:%d-%m-%Y}" if may_see_conversations else ""
    else:
        day = timezone.localtime(moment).date()
    return Change(day, dutch.day_month(day), link, url, rest)


def _utc_day(moment: datetime) -> date:
    """The database made midnight UTC of a bare day."""
    return moment.date()


def _said(area: Area, kind: str, *details: Any) -> tuple[str, str, str]:
    """Return the words that link, the address, and the words behind it."""
    first, second, words, key = details
    match kind:
        case "conversations":
            return counted(first, "gesprek", "gesprekken"), reverse("conversations", args=[area.slug]), "gevoerd"
        case "ambition" | "decision":
            name, made = ("Ambitie", "toegevoegd") if kind == "ambition" else ("Besluit", "vastgelegd")
            url = reverse(kind, args=[area.slug, key])
            return f"{name} {first}", url, f"{made if second == 1 else 'gewijzigd'}: {words}"
        case "article":
            number, _, title = words.partition(" ")
            return f"Artikel {number}", reverse("article", args=[area.slug, key]), title
        case "move":
            link = counted(first, "maatregel", "maatregelen")
            return f"{link} verschoven", reverse("agenda", args=[area.slug]), words
        case "version":
            return f"Versie {first} van het akkoord", reverse("version", args=[area.slug, first]), words
        case _:
            status = str(PartyStatus(kind).label).lower()
            return words, reverse("agreement", args=[area.slug]), f"staat nu op “{status}”"
