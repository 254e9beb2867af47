"""The contact persons of an area, when the role of one of them is handed over."""

from django.db.models import F

from areas.area.models import Area
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import ContactPerson, FactsheetSection
from areas.people.models import Person


def move_contact_entries(*, area: Area, person: Person, successor: Person) -> int:
    """Let the successor be contact person instead; return how many entries moved.

    Must run in the transaction that ends the role. A successor who is contact person already stays
    so, with their own words. Whoever was editing the heading of the factsheet gets a conflict.
    """
    entries = ContactPerson.objects.filter(area=area, person=person)
    if ContactPerson.objects.filter(area=area, person=successor).exists():
        moved, _ = entries.delete()
    else:
        moved = entries.update(person=successor)
    if moved:
        headings = FactsheetSection.objects.filter(area=area, heading=FactsheetHeading.CONTACTS)
        headings.update(version=F("version") + 1)
    return moved
