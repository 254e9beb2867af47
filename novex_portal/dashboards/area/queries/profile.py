"""What an area is about, from its sources: challenges, points of attention and milestones."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from areas.area.enums import ChallengeKind
from areas.area.queries import province_words
from areas.models import Area, AreaProvince, AttentionPoint, Challenge, Milestone
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class ChallengeLine:
    title: str
    text: str
    is_main: bool


@dataclass(frozen=True)
class MilestoneLine:
    machine: str  # 2022-12-13, or 2023-09 where only the month is known
    when: str
    text: str


@dataclass(frozen=True)
class AreaProfile:
    """The facts of an area that do not change from day to day, and where they come from."""

    where: str
    challenges: list[ChallengeLine]
    attention_points: list[str]
    milestones: list[MilestoneLine]
    sources: list[str]


def _sources(area: UUID) -> QuerySet[Any]:
    provinces = AreaProvince.objects.filter(area=OuterRef("pk")).order_by("pk").values("province__name")
    challenges = Challenge.objects.filter(area=OuterRef("pk")).order_by("position", "title")
    points = AttentionPoint.objects.filter(area=OuterRef("pk")).order_by("position")
    milestones = Milestone.objects.filter(area=OuterRef("pk")).order_by("on")
    return Area.objects.filter(pk=area).values_list(
        ArraySubquery(provinces),
        ArraySubquery(challenges.values(json=JSONObject(title="title", text="text", kind="kind", source="source"))),
        ArraySubquery(points.values(json=JSONObject(text="text", source="source"))),
        ArraySubquery(milestones.values(json=JSONObject(on="on", month="month_only", text="text", source="source"))),
    )


_ask_sources = Compiled(_sources, area=UUID)


def area_profile(area: Area) -> AreaProfile:
    """Return the profile of an area. One query."""
    names, opgaven, attention, moments = _ask_sources(area=area.pk)[0]
    rows = [*opgaven, *attention, *moments]
    return AreaProfile(
        where=_where(area, names),
        challenges=[ChallengeLine(row["title"], row["text"], row["kind"] == ChallengeKind.MAIN) for row in opgaven],
        attention_points=[row["text"] for row in attention],
        milestones=[_milestone(date.fromisoformat(row["on"]), row["month"], row["text"]) for row in moments],
        sources=list(dict.fromkeys(filter(None, [area.source, *(row["source"] for row in rows)]))),
    )


def _where(area: Area, provinces: list[str]) -> str:
    """NOVEX-gebied 12 in de provincie Limburg, aan de landsgrens."""
    words = f"NOVEX-gebied {area.number}"
    if provinces:
        words += f" in de {'provincie' if len(provinces) == 1 else 'provincies'} {province_words(provinces)}"
    return words + (", aan de landsgrens" if area.on_national_border else "")


def _milestone(day: date, month_only: bool, text: str) -> MilestoneLine:
    if month_only:
        return MilestoneLine(f"{day:%Y-%m}", f"{dutch.MONTHS[day.month - 1]} {day.year}", text)
    return MilestoneLine(f"{day:%Y-%m-%d}", dutch.long_date(day), text)
