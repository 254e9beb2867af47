"""Handing on what somebody is to measures, when their role goes to a successor."""

from areas.models import Area, Person
from deliverables.agenda.measures.queries.people import measure_links_of


def move_measure_roles(*, area: Area, person: Person, successor: Person) -> int:
    """Let a successor answer for, and be asked about, the unfinished measures of the area; return how many."""
    links = list(measure_links_of(person, area))
    for link in links:
        link.executive = successor if link.executive_id == person.pk else link.executive
        link.contact = successor if link.contact_id == person.pk else link.contact
        link.save(update_fields=["executive", "contact"])
    return len(links)
