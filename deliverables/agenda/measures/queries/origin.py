"""Where a measure comes from: the walk back over articles and ambitions to what parties said."""

from dataclasses import dataclass
from uuid import UUID

from areas.access import may
from areas.enums import Permission
from areas.models import User
from areas.parties.enums import OrganisationKind
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.provenance.rules import Source, summarise
from coalition.conversations.statements.queries import ShownStatement, shown_statements
from coalition.models import Ambition, AmbitionStatement, Article, ArticleStatement, Statement
from deliverables.agenda.measures.models import Measure


@dataclass(frozen=True)
class Origin:
    """What a measure rests on, as somebody may read it."""

    articles: list[tuple[str, Article]]  # with the number people read
    ambitions: list[Ambition]
    counts: str  # "9 uitspraken uit 6 gesprekken"; empty when there are none
    said: ShownStatement | None  # the newest the user may read

    def __bool__(self) -> bool:
        return bool(self.articles or self.ambitions)


def origin_of(measure: Measure, user: User) -> Origin:
    """Return what a measure rests on. Seven queries; none of the akkoord for who may not see it."""
    articles = list(measure.articles.select_related("chapter").order_by("chapter__number", "number"))
    keys = [article.pk for article in articles]
    linked = Ambition.objects.filter(measure_links__measure=measure) | Ambition.objects.filter(
        article_links__article__in=keys
    )
    ambitions = list(linked.distinct().order_by("number"))
    sources = _sources(keys, [ambition.pk for ambition in ambitions])
    shown = shown_statements(user, measure.area, [source.statement for source in sources])
    readable = (row for row in shown.values() if row.may_read and row.position)
    return Origin(
        articles=[(article_number(row.chapter.label, row.label), row) for row in articles]
        if may(user, measure.area, Permission.VIEW_AGREEMENT)
        else [],
        ambitions=ambitions if may(user, measure.area, Permission.VIEW_AMBITIONS) else [],
        counts=summarise(sources).counts,
        said=next(readable, None),
    )


def _sources(articles: list[UUID], ambitions: list[UUID]) -> list[Source]:
    direct = ArticleStatement.objects.filter(article__in=articles).values("statement")
    through = AmbitionStatement.objects.filter(ambition__in=ambitions).values("statement")
    rows = Statement.objects.filter(pk__in=direct) | Statement.objects.filter(pk__in=through)
    return [
        Source(pk, talk, party, str(OrganisationKind(kind).label), held_on)
        for pk, talk, party, kind, held_on in rows.values_list(
            "pk", "conversation", "organisation", "organisation__kind", "conversation__held_on"
        )
    ]
