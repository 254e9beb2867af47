"""Saying openly what there is no agreement on, where parties stand on it, and how it was settled."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from areas.models import Organisation, User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.numbering import lock
from coalition.agreement.open_points.models import OpenPoint, OpenPointStand
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

MAX_WORDS = 4_000


@action
def add_open_point(
    *,
    agreement: Agreement,
    actor: User,
    title: str,
    text: str,
    article: Article | None = None,
    token: UUID | None = None,
) -> OpenPoint:
    """Add a point of no agreement. The same token gives the point it gave before."""
    lock(agreement.pk)
    if made := OpenPoint.made_with(token, agreement=agreement):
        return made
    _require_of(agreement, article)
    return OpenPoint.objects.create(
        agreement=agreement, article=article, title=title, text=text, submission_token=token or uuid7()
    )


@action
def change_open_point(
    *, point: OpenPoint, actor: User, version: int, title: str, text: str,
    article: Article | None = None, settled_on: date | None = None, outcome: str = "",
) -> OpenPoint:  # fmt: skip
    """Change a point, or settle it with what came of it; without a day it is open (again).

    Raises Conflict when somebody else saved since `version` was read, and Problem for a day to come or no outcome.
    """
    _require_of(point.agreement, article)
    if settled_on and settled_on > timezone.localdate():
        raise Problem("Deze dag is nog niet geweest. Kies vandaag of eerder.")
    if settled_on and not outcome.strip():
        raise Problem("Schrijf op hoe dit punt is opgelost.")
    point.write_over(version, title=title, text=text, article=article, settled_on=settled_on, outcome=outcome)
    return point


@action(atomic=False)
def state_on_open_point(
    *, point: OpenPoint, organisation: Organisation, actor: User, version: int, words: str
) -> OpenPointStand:
    """Write down where a party stands on a point; `version` is 0 when it said nothing before.

    Raises Conflict when somebody wrote it meanwhile, and Problem when the party is not of the akkoord.
    """
    words = clean(words).strip()
    if not words or len(words) > MAX_WORDS:
        raise Problem("Schrijf op waar deze partij staat, in ten hoogste 4.000 tekens.")
    with transaction.atomic():
        if not AgreementParty.objects.filter(agreement=point.agreement_id, organisation=organisation).exists():
            raise Problem("Deze partij staat niet bij het akkoord.")
        return OpenPointStand.declare(version, {"point": point, "organisation": organisation}, words=words)


def _require_of(agreement: Agreement, article: Article | None) -> None:
    if article and not Article.objects.filter(pk=article.pk, chapter__agreement=agreement).exists():
        raise Problem("Dit artikel staat niet in het akkoord.")
