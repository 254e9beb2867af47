"""Positions on articles: saying where a party stands."""

from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.mandates.queries import mandates_holding
from coalition.agreement.articles.access import article_for
from coalition.agreement.articles.models import Article
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.document.queries import readable_of
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.positions.access import position_on_article_for, speaking_for
from coalition.agreement.positions.actions import state_position, state_positions
from coalition.agreement.positions.forms import BulkForm, PositionForm
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.queries import (
    changed_since,
    position_of,
    thermometer_of,
)
from coalition.planning_group.speaking.rules import said_as
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.meters import counted


@require_http_methods(["GET", "HEAD", "POST"])
def article_position(request: SignedInRequest, slug: str, pk: UUID, party: UUID) -> HttpResponseBase:
    """Say where a party stands on the text as it is now: for one's own party, or recorded for another."""
    article, place, given_as = position_on_article_for(request.user, slug, pk, party)
    known, area = position_of(article, place.organisation), article.chapter.agreement.area
    mandates = mandates_holding(area, place.organisation_id, timezone.localdate())
    form = PositionForm(
        posted(request), article=article, given_as=given_as, said=said_as(known, given_as), mandates=mandates
    )
    if form.is_valid():
        with form.refusals():
            state_position(article=article, organisation=place.organisation, actor=request.user, **form.cleaned_data)
            return go_to(request, "thermometer", slug, note=f"Bewaard waar {place.organisation} staat.")
    if form.conflict:
        article, known = article_for(request.user, slug, pk), position_of(article, place.organisation)
        form.on_top_of(said_as(known, given_as), article_version=article.version)
    context = {
        **_beside(article, known, said_as(known, given_as)),
        "organisation": place.organisation,
        "given_as": given_as,
        "mandates": mandates,
        "may_add_mandate": may(request.user, area, Permission.EDIT_PARTIES),
    }
    return answer_form(request, "coalition/agreement/positions/article_position.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def positions_in_bulk(request: SignedInRequest, slug: str, party: UUID) -> HttpResponseBase:
    """Say where a party stands on the whole text, or with `?hoofdstuk` on one chapter: akkoord met alles, behalve ..."""
    agreement = existing_agreement_for(request.user, slug)
    place, given_as = speaking_for(request.user, agreement, party)
    chapter = uuid_or_none(request.GET.get("hoofdstuk", ""))
    lines = thermometer_of(agreement).lines
    shown = [line for line in lines if chapter in {None, line.article.chapter_id}]
    mandates = mandates_holding(agreement.area, place.organisation_id, timezone.localdate())
    asked: dict[str, Any] = {
        "lines": shown,
        "given_as": given_as,
        "organisation": place.organisation_id,
        "mandates": mandates,
    }
    form = BulkForm(posted(request), **asked)
    if form.is_valid():
        values: dict[str, Any] = {name: form.cleaned_data.get(name) for name in ("stated_on", "source", "under")}
        with form.refusals():
            done = state_positions(
                agreement=agreement, organisation=place.organisation, actor=request.user, said=form.said(), **values
            )
            note = f"Bewaard waar {place.organisation} staat, bij {counted(len(done), 'artikel', 'artikelen')}."
            return go_to(request, "thermometer", slug, note=note)
    if form.conflict:
        form.on_top_of(None, **BulkForm(**asked).read())
    chapters = {line.article.chapter_id: line.article.chapter for line in lines}.values()
    context = {"area": agreement.area, "chapters": chapters, "chapter": chapter, "organisation": place.organisation}
    context |= {"given_as": given_as, "mandates": mandates}
    context |= {"may_add_mandate": may(request.user, agreement.area, Permission.EDIT_PARTIES)}
    return answer_form(request, "coalition/agreement/positions/positions_in_bulk.html", form, context)


def _beside(article: Article, known: list[ArticlePosition], said: ArticlePosition | None) -> dict[str, Any]:
    """The text as it reads now, what is known of the party, and what changed in the text since it spoke."""
    agreement = article.chapter.agreement
    said = said or (known[0] if known else None)
    readable = readable_of(agreement, article.text, said.on_text if said else "")
    return {
        "area": agreement.area,
        "article": article,
        "text": readable.html(article.text, reverse("agreement", args=[agreement.area.slug])),
        "number": article_number(article.chapter.label, article.label),
        "known": [(row, row.is_stale(article)) for row in known],
        "said": said,
        "changes": changed_since(said, article, readable),
    }
