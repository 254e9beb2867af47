"""The kept summary of contact per party: counted again for the parties a write touches."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet

from areas.models import Area
from coalition.conversations.contacts.models import PartyContact
from coalition.conversations.recording.models import Participant
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.actions import By, action


def recount_contacts(*, area: Area, organisations: Iterable[UUID]) -> None:
    """Bring the summary of these organisations in line with the conversations of the area.

    Must run in the transaction of the write that makes it necessary. The rows are locked before
    counting, in a fixed order, so that two writes at the same moment both end up counted.
    """
    wanted = sorted(set(organisations))
    contacts = {contact.organisation_id: contact for contact in _locked(area, wanted)}
    counts = _live_counts(area, wanted)
    for pk, contact in contacts.items():
        for name, value in counts.get(pk, _NOTHING).items():
            setattr(contact, name, value)
    PartyContact.objects.bulk_update(contacts.values(), list(_NOTHING))


@action(by=By.PORTAL)
def rebuild_contacts(*, area: Area) -> int:
    """Make the summary of a whole area again, after a bulk load; return the number of parties."""
    parties = Participant.objects.filter(conversation__area=area).values_list("organisation_id", flat=True).distinct()
    kept = PartyContact.objects.filter(area=area).values_list("organisation_id", flat=True)
    everyone = {*parties, *kept}
    recount_contacts(area=area, organisations=everyone)
    return len(everyone)


_NOTHING: dict[str, object] = {
    "conversation_count": 0,
    "statement_count": 0,
    "first_held_on": None,
    "last_held_on": None,
}


def _locked(area: Area, organisations: list[UUID]) -> QuerySet[PartyContact]:
    rows = [PartyContact(area=area, organisation_id=pk) for pk in organisations]
    PartyContact.objects.bulk_create(rows, ignore_conflicts=True)
    return (
        PartyContact.objects.select_for_update()
        .filter(area=area, organisation__in=organisations)
        .order_by("organisation_id")
    )


def _live_counts(area: Area, organisations: list[UUID]) -> dict[UUID, dict[str, object]]:
    talks = (
        Participant.objects.filter(conversation__area=area, organisation__in=organisations)
        .values("organisation_id")
        .annotate(
            conversation_count=Count("conversation_id", distinct=True),
            first_held_on=Min("conversation__held_on"),
            last_held_on=Max("conversation__held_on"),
        )
    )
    said = dict(
        Statement.objects.filter(conversation__area=area, organisation__in=organisations)
        .values_list("organisation_id")
        .annotate(number=Count("id"))
    )
    return {
        row["organisation_id"]: {
            "conversation_count": row["conversation_count"],
            "first_held_on": row["first_held_on"],
            "last_held_on": row["last_held_on"],
            "statement_count": said.get(row["organisation_id"], 0),
        }
        for row in talks
    }
