"""The door to where a party stands on an article, for who may speak for it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.models import User
from coalition.agreement.articles.access import article_for
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.enums import GivenAs


def position_on_article_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[Article, AgreementParty, GivenAs]:
    """Return an article, a party of the akkoord and how the user speaks for it, for who may say where it stands."""
    article = article_for(user, slug, pk)
    return article, *speaking_for(user, article.chapter.agreement, party)


def speaking_for(user: User, agreement: Agreement, party: UUID) -> tuple[AgreementParty, GivenAs]:
    """Return a party of the akkoord and how the user speaks for it; who may not, is refused."""
    found = (
        AgreementParty.objects.select_related("organisation").filter(agreement=agreement, organisation=party).first()
    )
    if found is None:
        raise Http404("Deze partij staat niet bij het akkoord.")
    given_as = speaks_as(user, agreement.area, found.organisation_id)
    if given_as is None:
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return found, given_as
