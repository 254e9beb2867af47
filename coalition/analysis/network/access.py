"""The door to a relation between two organisations."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.analysis.network.models import Relation

# Who records conversations hears there who knows whom: the same people enter relations.
EDIT_RELATIONS = Permission.LOG_CONVERSATION


def relation_for(user: User, slug: str, pk: UUID, need: Permission = EDIT_RELATIONS) -> Relation:
    """Return a relation between two organisations of the area."""
    area = area_for(user, slug, need)
    relations = Relation.objects.select_related("area", "first", "second", "first_person", "second_person")
    relation = relations.filter(area=area, pk=pk).first()
    if relation is None:
        raise Http404("Deze relatie is er niet.")
    return relation
