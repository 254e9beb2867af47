"""The door to where a party stands on an article, for who may speak for it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.models import User
from coalition.agreement.articles.access import article_for
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import AgreementParty
from coalition.planning_group.speaking.access import speaks_as


def position_on_article_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[Article, AgreementParty]:
    """Return an article and a party of the akkoord, for who may say where that party stands on it."""
    article = article_for(user, slug, pk)
    parties = AgreementParty.objects.select_related("organisation")
    found = parties.filter(agreement=article.chapter.agreement_id, organisation=party).first()
    if found is None:
        raise Http404("Deze partij staat niet bij het akkoord.")
    if not speaks_as(user, article.chapter.agreement.area, found.organisation_id):
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return article, found
