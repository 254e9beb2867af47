"""Weighing what articles are worth to a party."""

from collections.abc import Mapping
from uuid import UUID

from areas.models import Organisation, User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.numbering import lock
from coalition.agreement.packages.models import ArticleWeight
from coalition.agreement.packages.rules import HIGHEST
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem


@action
def weigh_articles(
    *, agreement: Agreement, organisation: Organisation, actor: User, weights: Mapping[UUID, int | None]
) -> None:
    """Write down what articles are worth to a party that signs; None takes a weight back, others stay as they are."""
    lock(agreement.pk)
    parties = AgreementParty.objects.filter(agreement=agreement, organisation=organisation)
    if not parties.filter(role=PartyRole.SIGNATORY).exists():
        raise Problem("Alleen een partij die tekent, weegt de artikelen.")
    if any(weight is not None and not 0 <= weight <= HIGHEST for weight in weights.values()):
        raise Problem("Een gewicht is een heel getal van 0 tot en met 10.")
    there = set(Article.objects.filter(chapter__agreement=agreement, pk__in=weights).values_list("pk", flat=True))
    if there != set(weights):
        raise Problem("Een van de artikelen is er niet meer. Laad de bladzijde opnieuw.")
    own = ArticleWeight.objects.filter(organisation=organisation)
    own.filter(article__in=[pk for pk, weight in weights.items() if weight is None]).delete()
    ArticleWeight.objects.bulk_create(
        [
            ArticleWeight(article_id=pk, organisation=organisation, weight=weight, weighed_by=actor)
            for pk, weight in weights.items()
            if weight is not None
        ],
        update_conflicts=True,
        unique_fields=["article", "organisation"],
        update_fields=["weight", "weighed_by", "weighed_at"],
    )
