"""An organisation leaves an area."""

from areas.models import Area, AreaOrganisation, Organisation, User
from coalition.conversations.contacts.models import PartyContact
from coalition.merging.leaving.queries import what_hangs_on
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem


@action
def leave_area(*, area: Area, organisation: Organisation, actor: User) -> None:
    """Take an organisation out of an area; the organisation itself and its place elsewhere stay.

    Raises Problem, and names it, when something of the area still hangs on it. One that left
    already stays gone.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    link = AreaOrganisation.objects.select_for_update().filter(area=area, organisation=organisation).first()
    if link is None:
        return
    if hanging := what_hangs_on(organisation, area):
        words = ", ".join(found.words for found in hanging)
        raise Problem(f"“{organisation.name}” kan niet weg uit {area.name}. Hieraan hangt nog: {words}.")
    PartyContact.objects.filter(area=area, organisation=organisation, conversation_count=0).delete()
    link.delete()
