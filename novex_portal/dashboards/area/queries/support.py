"""Who was spoken, per kind of party, and what that led to: ambitions and articles with parties behind them."""

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Count, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from areas.models import Area, AreaOrganisation
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.models import Ambition, AmbitionStatement, Article, ArticleAmbition, ArticleStatement
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.few import Limits, told

BAR_WIDTH = 240
_WIDEST_PARTY = 40
SHOWN_TEXTS = 6


@dataclass(frozen=True)
class KindRow:
    """One kind of party. Conversations and statements are None where so few parties spoke that they could be recognised.

    That somebody was spoken with is told; how often, and how much was said, is not.
    """

    label: str
    parties: int
    spoken: int
    conversations: int | None
    statements: int | None
    bar_spoken: int
    bar_waiting: int
    bar_waiting_x: int


@dataclass(frozen=True)
class TextRow:
    """An ambition or article, with the number of parties behind it; None where they are too few to tell."""

    label: str
    title: str
    url: str
    parties: int | None
    status: str = ""


def kind_rows(area: Area, limits: Limits) -> list[KindRow]:
    """Return the parties of an area per kind, in the fixed order of kinds. One query.

    A number that few parties are behind is left out.
    """
    found = {row[0]: _KindCounts(*row[1:]) for row in _ask_kinds(area=area.pk)}
    step = _bar_step(max((row.parties for row in found.values()), default=1))
    return [_kind_row(kind, found[kind], step, limits) for kind in OrganisationKind if kind in found]


class _KindCounts(NamedTuple):
    parties: int
    spoken: int
    speaking: int
    conversations: int
    statements: int


def _kinds(area: UUID) -> QuerySet[Any]:
    here = Q(organisation__party_contacts__area=area)
    return (
        AreaOrganisation.objects.filter(area=area)
        .annotate(contact=FilteredRelation("organisation__party_contacts", condition=here))
        .values_list("organisation__kind")
        .annotate(
            parties=Count("pk"),
            spoken=Count("pk", filter=Q(contact__conversation_count__gt=0)),
            speaking=Count("pk", filter=Q(contact__statement_count__gt=0)),
            conversations=Sum("contact__conversation_count", default=0),
            statements=Sum("contact__statement_count", default=0),
        )
    )


_ask_kinds = Compiled(_kinds, area=UUID)


def _bar_step(most: int) -> float:
    return min(_WIDEST_PARTY, BAR_WIDTH / most)


def _kind_row(kind: OrganisationKind, row: _KindCounts, step: float, limits: Limits) -> KindRow:
    waiting = row.parties - row.spoken
    end = round(row.spoken * step)
    return KindRow(
        label=str(kind.label),
        parties=row.parties,
        spoken=row.spoken,
        conversations=told(row.conversations, parties=row.spoken, limits=limits),
        statements=told(row.statements, parties=row.speaking, limits=limits),
        bar_spoken=max(end - 2, 2) if row.spoken else 0,
        bar_waiting=max(round(waiting * step) - 3, 2) if waiting else 0,
        bar_waiting_x=end + 1,
    )


def text_rows(area: Area, limits: Limits) -> tuple[list[TextRow], list[TextRow]]:
    """Return the first ambitions and the first articles, each with its number of parties. One query.

    An article has the parties of its own statements and of those of its ambitions, each once. Few are no number.
    """
    ambitions, articles = [], []
    for part, rank, shown, pk, title, status, behind in _ask_texts(area=area.pk):
        parties = told(len(behind), parties=len(behind), limits=limits)
        if part:
            url = reverse("article", args=[area.slug, pk])
            articles.append(TextRow(shown, title, url, parties))
        else:
            url = reverse("ambition", args=[area.slug, pk])
            ambitions.append(TextRow(str(rank), title, url, parties, str(AmbitionStatus(status).label)))
    return ambitions, articles


# A union takes columns by their place: both halves must name the same ones, in one order.
_COLUMNS = ("part", "rank", "shown", "id", "title", "state", "behind")


def _ambitions(area: UUID) -> QuerySet[Any]:
    basis = AmbitionStatement.objects.filter(ambition=OuterRef("pk"))
    return (
        Ambition.objects.filter(area=area)
        .exclude(status=AmbitionStatus.DROPPED)
        .order_by("number")
        .annotate(
            part=Value(0, IntegerField()),
            rank=Cast("number", IntegerField()),
            shown=Cast("number", CharField()),
            state=Cast("status", CharField()),
            behind=ArraySubquery(basis.values("statement__organisation").distinct()),
        )
        .values_list(*_COLUMNS)[:SHOWN_TEXTS]
    )


def _articles(area: UUID) -> QuerySet[Any]:
    direct = ArticleStatement.objects.filter(article=OuterRef("pk")).values("statement__organisation")
    through = ArticleAmbition.objects.filter(article=OuterRef("pk"), ambition__statement_links__isnull=False)
    both = direct.union(through.values("ambition__statement_links__statement__organisation"))
    return (
        Article.objects.filter(chapter__agreement__area=area)
        .order_by("chapter__number", "number")
        .annotate(
            part=Cast("chapter__number", IntegerField()),
            rank=Cast("number", IntegerField()),
            shown=Concat("chapter__label", Value("."), "label", output_field=CharField()),
            state=Value("", CharField()),
            behind=ArraySubquery(both),
        )
        .values_list(*_COLUMNS)[:SHOWN_TEXTS]
    )


def _texts(area: UUID) -> QuerySet[Any]:
    return _ambitions(area).union(_articles(area), all=True).order_by("part", "rank")


_ask_texts = Compiled(_texts, area=UUID)
