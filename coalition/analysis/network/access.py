"""The door to a relation between two organisations."""

from areas.access import door
from areas.enums import Permission
from coalition.analysis.network.models import Relation

# Who records conversations hears there who knows whom: the same people enter relations.
EDIT_RELATIONS = Permission.LOG_CONVERSATION


relation_for = door(
    Relation.objects.select_related("first", "second", "first_person", "second_person"),
    need=EDIT_RELATIONS,
    missing="Deze relatie is er niet.",
)
"""Return a relation between two organisations of the area."""
