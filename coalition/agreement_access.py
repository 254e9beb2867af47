"""Doors to what belongs to the akkoord of an area: amendments, positions, open points, terms, comments, weights."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import PERMISSIONS, active_memberships, area_for, may, own_organisations
from areas.enums import Permission
from areas.models import Organisation, User
from coalition.access import article_for
from coalition.enums import PartyRole
from coalition.models import Agreement, AgreementParty, Amendment, Article, ArticleComment, DefinedTerm, OpenPoint
from coalition.planning_group.decisions.access import speaks_for


def amendment_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Amendment:
    """Return a proposal to change an article of the area's akkoord."""
    area = area_for(user, slug, need)
    found = Amendment.objects.select_related("article__chapter__agreement__area", "organisation", "handled_by")
    amendment = found.filter(article__chapter__agreement__area=area, pk=pk).first()
    if amendment is None:
        raise Http404("Dit wijzigingsvoorstel is er niet.")
    return amendment


def own_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal of a party for which the user may speak: of the own organisation, or any for who drafts."""
    amendment = amendment_for(user, slug, pk)
    area = amendment.article.chapter.agreement.area
    own = {organisation.pk for organisation in own_organisations(user, area)}
    if amendment.organisation_id not in own and not may(user, area, Permission.EDIT_AGREEMENT):
        raise PermissionDenied("Alleen wie voor deze partij spreekt, kan dit.")
    return amendment


def position_on_article_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[Article, AgreementParty]:
    """Return an article and a party of the akkoord, for who may say where that party stands on it."""
    article = article_for(user, slug, pk)
    parties = AgreementParty.objects.select_related("organisation")
    found = parties.filter(agreement=article.chapter.agreement_id, organisation=party).first()
    if found is None:
        raise Http404("Deze partij staat niet bij het akkoord.")
    if not speaks_for(user, article.chapter.agreement.area, found.organisation_id):
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return article, found


def open_point_for(user: User, slug: str, pk: UUID, need: Permission = Permission.EDIT_AGREEMENT) -> OpenPoint:
    """Return a point of no agreement of the area's akkoord."""
    area = area_for(user, slug, need)
    points = OpenPoint.objects.select_related("agreement__area", "article")
    point = points.filter(agreement__area=area, pk=pk).first()
    if point is None:
        raise Http404("Dit punt is er niet.")
    return point


def stand_on_point_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[OpenPoint, Organisation]:
    """Return a point of no agreement and a party of the akkoord, for who may speak for that party."""
    point = open_point_for(user, slug, pk, Permission.VIEW_AGREEMENT)
    parties = Organisation.objects.filter(agreement_parties__agreement=point.agreement_id)
    organisation = parties.filter(pk=party).first()
    if organisation is None:
        raise Http404("Deze partij staat niet bij het akkoord.")
    if not speaks_for(user, point.agreement.area, organisation.pk):
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return point, organisation


def term_for(user: User, slug: str, pk: UUID) -> DefinedTerm:
    """Return a defined term of the area's akkoord, for who drafts."""
    area = area_for(user, slug, Permission.EDIT_AGREEMENT)
    term = DefinedTerm.objects.select_related("agreement__area").filter(agreement__area=area, pk=pk).first()
    if term is None:
        raise Http404("Dit begrip is er niet.")
    return term


def comment_for(user: User, slug: str, pk: UUID) -> ArticleComment:
    """Return a comment beside an article of the area's akkoord."""
    area = area_for(user, slug, Permission.VIEW_AGREEMENT)
    comments = ArticleComment.objects.select_related("article__chapter__agreement__area")
    comment = comments.filter(article__chapter__agreement__area=area, pk=pk).first()
    if comment is None:
        raise Http404("Deze opmerking is er niet.")
    return comment


def weighing_parties(user: User, agreement: Agreement) -> list[Organisation]:
    """Return the parties that sign for which the user may weigh articles: the own ones of an executive. One query at most."""
    if not may(user, agreement.area, Permission.STATE_OWN_POSITION):
        return []
    own = {
        membership.organisation_id
        for membership in active_memberships(user)
        if membership.organisation_id
        and membership.area_id == agreement.area_id
        and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
    }
    signing = Organisation.objects.filter(
        agreement_parties__agreement=agreement, agreement_parties__role=PartyRole.SIGNATORY, pk__in=own
    )
    return list(signing.order_by("name"))
