"""Positions on articles: saying where a party stands."""

from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from areas.accounts.requests import SignedInRequest
from coalition.agreement.articles.access import article_for
from coalition.agreement.articles.models import Article
from coalition.agreement.document.queries import readable_of
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.positions.access import position_on_article_for
from coalition.agreement.positions.actions import state_position
from coalition.agreement.positions.forms import PositionForm
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.queries import (
    changed_since,
    position_of,
)
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@require_http_methods(["GET", "HEAD", "POST"])
def article_position(request: SignedInRequest, slug: str, pk: UUID, party: UUID) -> HttpResponseBase:
    """Say where a party stands on the text as it is now."""
    article, place = position_on_article_for(request.user, slug, pk, party)
    said = position_of(article, place.organisation)
    form = PositionForm(posted(request), article=article, said=said)
    if form.is_valid():
        with form.refusals():
            state_position(article=article, organisation=place.organisation, actor=request.user, **form.cleaned_data)
            return go_to(request, "thermometer", slug, note=f"Bewaard waar {place.organisation} staat.")
    if form.conflict:
        article, said = article_for(request.user, slug, pk), position_of(article, place.organisation)
        form.on_top_of(said, article_version=article.version)
    context = {**_beside(article, said), "organisation": place.organisation}
    return answer_form(request, "coalition/agreement/positions/article_position.html", form, context)


def _beside(article: Article, said: ArticlePosition | None) -> dict[str, Any]:
    """The text as it reads now, and what changed in it since the party spoke."""
    agreement = article.chapter.agreement
    readable = readable_of(agreement, article.text, said.on_text if said else "")
    return {
        "area": agreement.area,
        "article": article,
        "text": readable.html(article.text, reverse("agreement", args=[agreement.area.slug])),
        "number": article_number(article.chapter.label, article.label),
        "said": said,
        "changes": changed_since(said, article, readable),
    }
