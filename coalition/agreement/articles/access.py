"""The doors to an article of the akkoord: one that is in the text, and one that may be taken out."""

from uuid import UUID

from django.db.models import OuterRef
from django.http import Http404

from areas.access import area_for, door, let_in
from areas.enums import Permission
from areas.models import User
from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.articles.models import Article
from coalition.agreement.editing.queries import present
from coalition.planning_group.decisions.models import Decision
from novex_portal.toolkit.nested import nested

_MISSING = "Dit artikel is er niet."

article_for = door(
    Article.objects,
    area="chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit artikel staat niet in het akkoord.",
)
"""Return an article that is in the text of the area's akkoord."""

any_article_for = door(
    Article.everything.select_related("removed_by"),
    area="chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing=_MISSING,
)
"""Return an article of the area's akkoord, also one that was taken out of the text."""


def article_to_read(user: User, slug: str, pk: UUID) -> Article:
    """Return what `any_article_for` does, with all its page says of it. One query beside those of who may.

    `found_ambitions` and `found_decisions` are what it rests on, `found_people` who is in it (see `others_in`).
    """
    rests = {"articles": OuterRef("pk")}
    rows = Article.everything.select_related("removed_by", "chapter__agreement__area").annotate(
        found_ambitions=nested(
            Ambition.objects.filter(**rests).order_by("number"), id="id", number="number", title="title"
        ),
        found_decisions=nested(
            Decision.objects.filter(**rests).order_by("number"),
            id="id", number="number", title="title", decided_on="decided_on",
        ),
        found_people=nested(
            present().filter(article=OuterRef("pk")).order_by("seen_at"), id="author_id", name="author__name", email="author__email"
        ),
    )  # fmt: skip
    found = rows.filter(chapter__agreement__area__slug=slug, pk=pk).first()
    if found is None:
        area_for(user, slug, Permission.VIEW_AGREEMENT)
        raise Http404(_MISSING)
    let_in(user, found.chapter.agreement.area, Permission.VIEW_AGREEMENT)
    return found
