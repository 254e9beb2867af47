"""Reading shared ambitions, and how many organisations stand behind each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from areas.access import limits_for
from areas.models import Area, User
from areas.resting.queries import Resting, each_once, rests_on
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.models import Ambition, AmbitionStatement
from coalition.agreement.articles.models import Article, ArticleAmbition
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.rules.chapters import SHARED_AMBITIONS
from coalition.agreement.document.rules.labels import article_number
from novex_portal.toolkit.few import Limits, are_few
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class AmbitionRow:
    """An ambition in the list; `basis` says in words what it rests on."""

    ambition: Ambition
    sign: str
    basis: str
    articles: int
    sum: str = ""


# Sign and colour beside the word of a status.
SIGNS = {
    AmbitionStatus.PROPOSAL: "idle",
    AmbitionStatus.SHARED: "half",
    AmbitionStatus.IN_AGREEMENT: "good",
    AmbitionStatus.DROPPED: "error",
}


def ambitions_of(area: Area, *, status: str = "", challenge: UUID | None = None) -> list[Ambition]:
    """Return the ambitions of an area in their order, of one status and for one opgave when asked. One query."""
    ambitions = Ambition.objects.filter(area=area).order_by("number")
    if status:
        ambitions = ambitions.filter(status=status)
    if challenge:
        ambitions = ambitions.filter(challenges=challenge)
    return list(ambitions)


def ambition_rows(area: Area, user: User, ambitions: list[Ambition]) -> list[AmbitionRow]:
    """Return the lines of the list for these ambitions of the area; few organisations are no number. Two queries."""
    supported = _counts(AmbitionStatement.objects.filter(ambition__area=area))
    carried = dict(
        ArticleAmbition.objects.filter(ambition__area=area, article__removed_at=None)
        .values_list("ambition_id")
        .annotate(Count("article"))
        .order_by()
    )
    limits = limits_for(user, area)
    return [
        AmbitionRow(
            ambition,
            SIGNS[AmbitionStatus(ambition.status)],
            basis_words(*supported.get(ambition.pk, (0, 0)), limits),
            carried.get(ambition.pk, 0),
        )
        for ambition in ambitions
    ]


def basis_of(ambition: Ambition, user: User) -> str:
    """Return in words what an ambition rests on. One query."""
    statements, organisations = _counts(AmbitionStatement.objects.filter(ambition=ambition)).get(ambition.pk, (0, 0))
    return basis_words(statements, organisations, limits_for(user, ambition.area))


def _counts(links: QuerySet[AmbitionStatement]) -> dict[object, tuple[int, int]]:
    """Count per ambition its statements, and the organisations that made them, each once."""
    rows = links.values("ambition_id").annotate(
        statements=Count("statement"), organisations=Count("statement__organisation", distinct=True)
    )
    return {row["ambition_id"]: (row["statements"], row["organisations"]) for row in rows.order_by()}


def basis_words(statements: int, organisations: int, limits: Limits) -> str:
    """9 uitspraken van 7 organisaties; of few organisations no number at all."""
    if not statements:
        return "nog geen uitspraken"
    if are_few(organisations, limits):
        return f"uitspraken van minder dan {limits.parties} organisaties"
    said = "uitspraak" if statements == 1 else "uitspraken"
    parties = "organisatie" if organisations == 1 else "organisaties"
    return f"{dutch.number(statements)} {said} van {dutch.number(organisations)} {parties}"


def articles_on(ambition: Ambition) -> list[tuple[str, Article]]:
    """Return the articles that rest on an ambition, with their numbers. One query."""
    articles = Article.objects.filter(ambitions=ambition).select_related("chapter")
    return [
        (article_number(article.chapter.label, article.label), article)
        for article in articles.order_by("chapter__number", "number")
    ]


def resting_on_ambition(user: User, ambition: Ambition, articles: Iterable[Article]) -> list[Resting]:
    """Return what rests on an ambition in the rooms above, directly or through its articles. At most two queries."""
    direct = rests_on(user, ambition.area, Ambition, [ambition.pk])
    through = rests_on(user, ambition.area, Article, [article.pk for article in articles])
    return each_once([row for rows in (*direct.values(), *through.values()) for row in rows])


def next_statuses(ambition: Ambition) -> list[AmbitionStatus]:
    """Return the statuses that may follow, in their own order."""
    allowed = followers(AmbitionStatus, ambition.status)
    return [status for status in AmbitionStatus if status in allowed]


def usable_ambitions(area: Area) -> QuerySet[Ambition]:
    """Return the ambitions an article may rest on: all but the dropped ones."""
    return Ambition.objects.filter(area=area).exclude(status=AmbitionStatus.DROPPED).order_by("number")


def words_of_ambition(agreement: Agreement, wanted: Collection[UUID]) -> dict[str, Any]:
    """Return what an article begins with when it is made of an ambition: its title, text and usual chapter."""
    ambition = usable_ambitions(agreement.area).filter(pk__in=wanted).first()
    if ambition is None:
        return {}
    chapter = agreement.chapters.filter(title=SHARED_AMBITIONS).first()
    return {"title": ambition.title, "text": ambition.text, **({"chapter": chapter.pk} if chapter else {})}
