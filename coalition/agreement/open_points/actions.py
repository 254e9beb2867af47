"""Saying openly what there is no agreement on, where parties stand on it, and how it was settled."""

from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from areas.models import Organisation, User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.numbering import lock
from coalition.agreement.open_points.models import OpenPoint, OpenPointStand
from coalition.planning_group.speaking.access import require_own, spoken_as
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
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
    """Add a point of no agreement, with the next number. The same token gives the point it gave before."""
    lock(agreement.pk)
    if made := OpenPoint.made_with(token, agreement=agreement):
        return made
    _require_of(agreement, article)
    number = (agreement.open_points.aggregate(last=Max("number"))["last"] or 0) + 1
    return OpenPoint.objects.create(
        agreement=agreement, article=article, number=number, title=title, text=text, submission_token=token or uuid7()
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


@action
def state_on_open_point(
    *,
    point: OpenPoint,
    organisation: Organisation,
    actor: User,
    version: int,
    words: str,
    source: str = "",
    point_version: int | None = None,
) -> OpenPointStand:
    """Write down where a party stands on a point; `version` is 0 when nothing was known in this way before.

    Who speaks for the party speaks for it; what the planning group writes is recorded, with its source. Raises
    Conflict when somebody wrote it meanwhile or the point got another text, and Problem when the party is not of the
    akkoord.
    """
    words, source = clean(words).strip(), clean(source).strip()
    if not words or len(words) > MAX_WORDS:
        raise Problem("Schrijf op waar deze partij staat, in ten hoogste 4.000 tekens.")
    given_as = spoken_as(actor, point.agreement.area, organisation.pk, source)
    if not AgreementParty.objects.filter(agreement=point.agreement_id, organisation=organisation).exists():
        raise Problem("Deze partij staat niet bij het akkoord.")
    held = OpenPoint.objects.select_for_update(no_key=True).get(pk=point.pk)
    if point_version is not None and held.version != point_version:
        raise Conflict("Dit punt is intussen gewijzigd. Lees het opnieuw.")
    return _say(held, organisation, given_as, version, words=words, source=source, stated_by=actor)


@action
def confirm_stand(*, stand: OpenPointStand, actor: User, version: int | None) -> OpenPointStand:
    """Let the party say itself what was recorded for it; raises Conflict when the point got another text since."""
    points = OpenPoint.objects.select_for_update(no_key=True, of=("self",)).select_related("agreement__area")
    point = points.get(pk=stand.point_id)
    held = stand.held_at(version)
    require_own(actor, point.agreement.area, held)
    if held.is_stale(point):
        raise Conflict("Het punt is gewijzigd sinds dit is opgeschreven. Lees het opnieuw, en zeg waar u staat.")
    own = point.stands.filter(organisation=held.organisation, given_as=GivenAs.OWN).first()
    said = {"words": held.words, "source": held.source, "stated_by": actor}
    return _say(point, held.organisation, GivenAs.OWN, own.version if own else 0, **said)


def _say(
    point: OpenPoint, organisation: Organisation, given_as: str, version: int, **values: object
) -> OpenPointStand:
    about = {"point": point, "organisation": organisation}
    return OpenPointStand.say(version, about, given_as, on_title=point.title, on_text=point.text, **values)


def _require_of(agreement: Agreement, article: Article | None) -> None:
    if article and not Article.objects.filter(pk=article.pk, chapter__agreement=agreement).exists():
        raise Problem("Dit artikel staat niet in het akkoord.")
