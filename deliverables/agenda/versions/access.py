"""The door to a frozen version of the agenda."""

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from deliverables.agenda.versions.models import AgendaVersion


def agenda_version_for(user: User, slug: str, number: int, need: Permission = Permission.VIEW_AGENDA) -> AgendaVersion:
    """Return a frozen version of the agenda of an area by its number."""
    area = area_for(user, slug, need)
    version = AgendaVersion.objects.select_related("area").filter(area=area, number=number).first()
    if version is None:
        raise Http404("Deze versie van de uitvoeringsagenda is er niet.")
    return version
