"""Reading hoofdkeuzes with what they are tied to, and what a choice can be tied to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from areas.access import may
from areas.enums import Permission
from areas.models import Area, Challenge, Friction, ProgrammeContribution, User
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.provenance.rules import in_a_row
from coalition.models import Ambition, Article, ArticleAmbition
from deliverables.perspective.choices.models import (
    ChoiceAmbition,
    ChoiceChallenge,
    ChoiceContribution,
    ChoiceFriction,
    MainChoice,
)
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history


@dataclass(frozen=True)
class Tied:
    """A hoofdkeuze with what it is tied to, as this reader may see it."""

    choice: MainChoice
    ambitions: list[Ambition]
    articles: list[tuple[str, Article]]  # that its ambitions became, with the number people read
    frictions: list[Friction]
    challenges: list[Challenge]
    contributions: list[ProgrammeContribution]

    @property
    def origin(self) -> str:
        """Ambitie 1 en 3, artikel 3.1 en 4.2."""
        ambitions = in_a_row([str(row.number) for row in self.ambitions])
        articles = in_a_row([number for number, _ in self.articles])
        said = [f"ambitie {ambitions}" if ambitions else "", f"artikel {articles}" if articles else ""]
        words = ", ".join(filter(None, said))
        return f"{words[:1].upper()}{words[1:]}." if words else ""

    @property
    def is_loose(self) -> bool:
        """Whether it comes from nothing that is written down."""
        return not (self.ambitions or self.frictions or self.challenges or self.contributions)


def choices_of(area: Area) -> QuerySet[MainChoice]:
    """Return the hoofdkeuzes of an area in their order, with all they are tied to. Five queries."""
    return MainChoice.objects.filter(area=area).select_related("area").prefetch_related(*_WITH).order_by("number")


def tied(user: User, area: Area, choices: Iterable[MainChoice] | None = None) -> list[Tied]:
    """Return the hoofdkeuzes of an area, or these, with what they are tied to. At most six queries.

    Who may not see the ambitions or the akkoord sees none of these.
    """
    rows = list(choices_of(area) if choices is None else choices)
    sees_ambitions = may(user, area, Permission.VIEW_AMBITIONS)
    articles = _articles(rows) if may(user, area, Permission.VIEW_AGREEMENT) else {}
    return [_tied(row, articles, sees_ambitions=sees_ambitions) for row in rows]


def tied_one(user: User, choice: MainChoice) -> Tied:
    """Return one hoofdkeuze with what it is tied to. Six queries."""
    [found] = tied(user, choice.area, choices_of(choice.area).filter(pk=choice.pk))
    return found


def ambitions_of(area: Area) -> QuerySet[Ambition]:
    """Return the ambitions of an area in their order."""
    return Ambition.objects.filter(area=area).order_by("number")


def frictions_of(area: Area) -> QuerySet[Friction]:
    """Return the schuurpunten of an area in their order."""
    return Friction.objects.filter(area=area).select_related("first", "second").order_by("position", "pk")


def challenges_of(area: Area) -> QuerySet[Challenge]:
    """Return the opgaven of an area in their order."""
    return Challenge.objects.filter(area=area).order_by("kind", "position", "title")


def contributions_of(area: Area) -> QuerySet[ProgrammeContribution]:
    """Return what an area contributes to national programmes, in its order."""
    return ProgrammeContribution.objects.filter(area=area).select_related("programme").order_by("position", "pk")


def changes_of_choice(choice: MainChoice) -> list[Change]:
    """Return who changed what of a hoofdkeuze and when, newest first; a fixed number of queries."""
    own = {"choice_id": choice.pk}
    return history(
        [
            Part(MainChoice, {"id": choice.pk}, {"title": "hoofdkeuze", "text": "toelichting"}),
            Part(ChoiceAmbition, own, {"ambition_id": "ambitie"}, _linked),
            Part(ChoiceFriction, own, {"friction_id": "schuurpunt"}, _linked),
            Part(ChoiceChallenge, own, {"challenge_id": "opgave"}, _linked),
            Part(ChoiceContribution, own, {"contribution_id": "bijdrage"}, _linked),
        ],
        called={Ambition: "title", Friction: "text", Challenge: "title", ProgrammeContribution: "text"},
    )


_WITH = (
    Prefetch("ambitions", Ambition.objects.order_by("number")),
    Prefetch("frictions", Friction.objects.select_related("first", "second").order_by("position", "pk")),
    Prefetch("challenges", Challenge.objects.order_by("position", "title")),
    Prefetch("contributions", ProgrammeContribution.objects.select_related("programme").order_by("position", "pk")),
)


def _tied(row: MainChoice, articles: dict[UUID, list[tuple[str, Article]]], *, sees_ambitions: bool) -> Tied:
    ambitions = list(row.ambitions.all())
    became = {article.pk: (number, article) for one in ambitions for number, article in articles.get(one.pk, [])}
    return Tied(
        row,
        ambitions if sees_ambitions else [],
        sorted(became.values(), key=lambda pair: (pair[1].chapter.number, pair[1].number)),
        list(row.frictions.all()),
        list(row.challenges.all()),
        list(row.contributions.all()),
    )


def _articles(rows: list[MainChoice]) -> dict[UUID, list[tuple[str, Article]]]:
    """Return per ambition the articles it became. One query."""
    keys = {ambition.pk for row in rows for ambition in row.ambitions.all()}
    found: dict[UUID, list[tuple[str, Article]]] = defaultdict(list)
    links = ArticleAmbition.objects.filter(ambition__in=keys, article__removed_at=None)
    for link in links.select_related("article__chapter"):
        article = link.article
        found[link.ambition_id].append((article_number(article.chapter.label, article.label), article))
    return found


def _linked(_words: Words) -> str:
    return "Gekoppeld"
