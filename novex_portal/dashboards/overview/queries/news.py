"""What changed in the areas since a day, one line an area: their akkoord, ambitions and decisions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Aggregate, Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from areas.models import Area
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.document.enums import PartyStatus
from coalition.models import AgreementParty, AgreementVersion, Ambition, Article, Decision
from novex_portal.dashboards.overview.rules import AreaRow
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.meters import counted


@dataclass(frozen=True)
class News:
    """What changed in one area, and when the last of it did."""

    day: date
    name: str
    slug: str
    words: str


def overview_news(rows: Sequence[AreaRow], since: date) -> list[News]:
    """Return what changed in these areas since that day, newest first. One query.

    Numbers of what the front page of an area tells everybody who may see it; nothing about conversations.
    """
    shown = {row.number: row for row in rows}
    found = [
        _news(shown[number], parts) for number, *parts in _ask_changes(since=since) if number in shown and any(parts)
    ]
    return sorted(found, key=lambda news: (-news.day.toordinal(), news.name))


# What is said of each part of the query below, by its number.
_WORDS: tuple[Callable[[int], str], ...] = (
    lambda number: f"versie {number} van het akkoord",
    lambda number: counted(number, "artikel", "artikelen"),
    lambda number: counted(number, "ambitie", "ambities"),
    lambda number: counted(number, "besluit", "besluiten"),
    lambda number: f"de stand van {counted(number, 'partij', 'partijen')} van het akkoord",
)


def _news(row: AreaRow, parts: list[dict[str, Any] | None]) -> News:
    there = [(part, words) for part, words in zip(parts, _WORDS, strict=True) if part]
    last = max(datetime.fromisoformat(part["last"]) for part, _ in there)
    said = [words(part["number"]) for part, words in there]
    words = f"{', '.join(said[:-1])} en {said[-1]}" if len(said) > 1 else said[0]
    return News(timezone.localtime(last).date(), row.name, row.slug, words)


def _changes(since: date) -> QuerySet[Any]:
    """Of every area how many of each changed since, and when the last did, in the order of `_WORDS`."""
    versions = AgreementVersion.objects.filter(frozen_at__date__gte=since)
    articles = Article.objects.filter(updated_at__date__gte=since)
    ambitions = Ambition.objects.exclude(status=AmbitionStatus.DROPPED).filter(updated_at__date__gte=since)
    decisions = Decision.objects.filter(updated_at__date__gte=since)
    parties = AgreementParty.objects.exclude(status=PartyStatus.DRAFT).filter(updated_at__date__gte=since)
    return Area.objects.order_by().values_list(
        "number",
        _part(versions, "agreement__area", number=Max("number"), last=Max("frozen_at")),
        _part(articles, "chapter__agreement__area"),
        _part(ambitions, "area"),
        _part(decisions, "area"),
        _part(parties, "agreement__area"),
    )


def _part(rows: QuerySet[Any], area: str, **told: Aggregate) -> Subquery:
    told = told or {"number": Count("pk"), "last": Max("updated_at")}
    found = rows.order_by().filter(**{area: OuterRef("pk")}).values(area)
    return Subquery(found.annotate(told=JSONObject(**told)).values("told"))


_ask_changes = Compiled(_changes, since=date)
