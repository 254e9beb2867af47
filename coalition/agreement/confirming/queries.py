"""Reading what was written down for a party and waits for its word: of articles, ambitions, points, decisions, amendments."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from areas.models import Area, Organisation
from coalition.agreement.ambitions.models import AmbitionSupport
from coalition.agreement.amendments.enums import AmendmentStatus
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.open_points.models import OpenPointStand
from coalition.agreement.positions.models import ArticlePosition
from coalition.planning_group.decisions.models import DecisionPosition
from coalition.planning_group.speaking.enums import GivenAs


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what it is about, what was written down, how one knows, and where the party says it itself."""

    key: str  # "artikel:<id>:<version>", what is sent when it is confirmed
    about: str
    url: str
    said: str
    given: str
    source: str
    day: date | None
    is_stale: bool  # the text is another by now: it is said anew
    correct_url: str


def waiting_positions() -> QuerySet[ArticlePosition]:
    """Return all positions on articles that wait for their party."""
    return ArticlePosition.waiting({})


def waiting_supports() -> QuerySet[AmbitionSupport]:
    """Return all that was recorded of ambitions and waits."""
    return AmbitionSupport.waiting({})


def waiting_stands() -> QuerySet[OpenPointStand]:
    """Return all that was recorded of open points of no agreement and waits."""
    return OpenPointStand.waiting({"point__settled_on": None})


def waiting_decisions() -> QuerySet[DecisionPosition]:
    """Return all that was recorded of decisions and waits."""
    return DecisionPosition.waiting({})


def waiting_proposals() -> QuerySet[Amendment]:
    """Return all amendments that were recorded for their party and that it has not said it proposes.

    Not those of which an answer waits too: who confirms that, confirms both.
    """
    rows = Amendment.objects.filter(given_as=GivenAs.RECORDED).exclude(status=AmendmentStatus.WITHDRAWN)
    return rows.exclude(pk__in=waiting_answers())


def waiting_answers() -> QuerySet[Amendment]:
    """Return all amendments of which the answer of their party was recorded and waits."""
    answered = [AmendmentStatus.ACCEPTED, AmendmentStatus.MAINTAINED]
    return Amendment.objects.filter(status__in=answered, answered_as=GivenAs.RECORDED)


def waiting_for(area: Area, organisation: Organisation) -> list[Waiting]:
    """Return what waits for a party in an area: articles in the order of the text, then the rest. Six queries."""
    return [
        *_articles(area, organisation),
        *_ambitions(area, organisation),
        *_points(area, organisation),
        *_decisions(area, organisation),
        *_amendments(area, organisation),
        *_proposals(area, organisation),
    ]


def _said(words: str, why: str) -> str:
    return f"{words}: {why}" if why else words


def _articles(area: Area, organisation: Organisation) -> list[Waiting]:
    rows = waiting_positions().filter(organisation=organisation, article__chapter__agreement__area=area)
    rows = rows.select_related("article__chapter", "organisation")
    return [
        Waiting(
            f"artikel:{row.pk}:{row.version}",
            f"Artikel {article_number(row.article.chapter.label, row.article.label)}: {row.article.title}",
            reverse("article", args=[area.slug, row.article_id]),
            _said(row.get_consent_display(), row.condition),
            row.get_given_as_display(),
            row.source,
            row.stated_on,
            row.is_stale(row.article),
            reverse("article-position", args=[area.slug, row.article_id, organisation.pk]),
        )
        for row in rows.order_by("article__chapter__number", "article__number", "given_as")
    ]


def _ambitions(area: Area, organisation: Organisation) -> list[Waiting]:
    rows = waiting_supports().filter(organisation=organisation, ambition__area=area).select_related("ambition")
    return [
        Waiting(
            f"ambitie:{row.pk}:{row.version}",
            f"Ambitie {row.ambition.number}: {row.ambition.title}",
            reverse("ambition", args=[area.slug, row.ambition_id]),
            _said(row.get_support_display(), row.condition),
            row.get_given_as_display(),
            row.source,
            row.declared_on,
            row.is_stale(row.ambition),
            reverse("ambition-support", args=[area.slug, row.ambition_id, organisation.pk]),
        )
        for row in rows.order_by("ambition__number")
    ]


def _points(area: Area, organisation: Organisation) -> list[Waiting]:
    rows = waiting_stands().filter(organisation=organisation, point__agreement__area=area).select_related("point")
    return [
        Waiting(
            f"punt:{row.pk}:{row.version}",
            f"Nog geen overeenstemming: {row.point.title}",
            f"{reverse('open-points', args=[area.slug])}#punt-{row.point_id}",
            row.words,
            row.get_given_as_display(),
            row.source,
            None,
            row.is_stale(row.point),
            reverse("open-point-stand", args=[area.slug, row.point_id, organisation.pk]),
        )
        for row in rows.order_by("point__created_at")
    ]


def _decisions(area: Area, organisation: Organisation) -> list[Waiting]:
    rows = waiting_decisions().filter(organisation=organisation, decision__area=area).select_related("decision")
    return [
        Waiting(
            f"besluit:{row.pk}:{row.version}",
            f"Besluit {row.decision.number}: {row.decision.title}",
            reverse("decision", args=[area.slug, row.decision_id]),
            _said(row.get_status_display(), row.reservation),
            row.get_given_as_display(),
            row.source,
            row.stated_on,
            row.is_stale(row.decision),
            reverse("decision-position", args=[area.slug, row.pk]),
        )
        for row in rows.order_by("decision__number")
    ]


def _amendments(area: Area, organisation: Organisation) -> list[Waiting]:
    rows = waiting_answers().filter(organisation=organisation, agreement__area=area)
    return [
        Waiting(
            f"wijziging:{row.pk}:{row.version}",
            f"Wijzigingsvoorstel: {row.title or row.get_about_display().lower()}",
            (address := reverse("amendment", args=[area.slug, row.pk])),
            _said(row.get_status_display(), row.answer),
            row.get_answered_as_display(),
            row.answer_source,
            None,
            False,
            address,
        )
        for row in rows.order_by("created_at")
    ]


def _proposals(area: Area, organisation: Organisation) -> list[Waiting]:
    rows = waiting_proposals().filter(organisation=organisation, agreement__area=area)
    return [
        Waiting(
            f"voorstel:{row.pk}:{row.version}",
            f"Wijziging voorgesteld: {row.title or row.get_about_display().lower()}",
            (address := reverse("amendment", args=[area.slug, row.pk])),
            row.reason,
            row.get_given_as_display(),
            row.source,
            None,
            False,
            address,
        )
        for row in rows.order_by("created_at")
    ]


@dataclass(frozen=True)
class Untold:
    """What of one kind waits for a party and was not told yet, and the field that will say since when it was."""

    rows: QuerySet[Any]
    field: str
    pks: list[Any]


def untold() -> dict[tuple[Any, Any], list[Untold]]:
    """Return, by (area, organisation), what waits and was not told yet. Six queries, however many parties there are."""
    kinds: list[tuple[QuerySet[Any], str, str]] = [
        (waiting_positions(), "article__chapter__agreement__area", "told_on"),
        (waiting_supports(), "ambition__area", "told_on"),
        (waiting_stands(), "point__agreement__area", "told_on"),
        (waiting_decisions(), "decision__area", "told_on"),
        (waiting_answers(), "agreement__area", "answer_told_on"),
        (waiting_proposals(), "agreement__area", "told_on"),
    ]
    found: dict[tuple[Any, Any], list[Untold]] = defaultdict(list)
    for rows, area, field in kinds:
        parties: dict[tuple[Any, Any], list[Any]] = defaultdict(list)
        for place, party, pk in rows.filter(**{field: None}).order_by().values_list(area, "organisation", "pk"):
            parties[place, party].append(pk)
        for key, pks in parties.items():
            found[key].append(Untold(rows.filter(pk__in=pks), field, pks))
    return found
