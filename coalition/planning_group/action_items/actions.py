"""What may be done with action items outside a conversation, and how any of them is ticked off."""

from datetime import date
from uuid import UUID

from areas.models import Area, AreaOrganisation, Person, User
from coalition.conversations.readers.queries import members_of
from coalition.conversations.recording.enums import ActionStatus
from coalition.conversations.recording.models import ActionItem
from coalition.planning_group.meetings.models import Meeting
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition

OF_A_CONVERSATION = "Deze afspraak hoort bij een gesprek. Wie dat gesprek vastlegde, wijzigt haar daar."


@action
def add_action_item(
    *,
    area: Area,
    actor: User,
    what: str,
    owner: str = "",
    owner_person: Person | None = None,
    owner_user: User | None = None,
    due_on: date | None = None,
    meeting: Meeting | None = None,
    token: UUID | None = None,
) -> ActionItem:
    """Write down what somebody will do, outside a conversation.

    `owner` are free words; a person in a role, or else a member, gives the words when they are
    empty. The same token gives the action item it gave before: pressing twice makes one. Raises
    Problem when what or who is missing, a day cannot be, or person, member or meeting is of another
    area.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    done = ActionItem.objects.filter(submission_token=token).first() if token else None
    if done:
        if done.area_id != area.pk:
            raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
        return done
    values = _values(area, what, owner, due_on, owner_person=owner_person, owner_user=owner_user, meeting=meeting)
    return ActionItem.objects.create(area=area, submission_token=token, **values)


@action
def change_action_item(
    *,
    item: ActionItem,
    actor: User,
    version: int,
    what: str,
    owner: str = "",
    owner_person: Person | None = None,
    owner_user: User | None = None,
    due_on: date | None = None,
    meeting: Meeting | None = None,
) -> ActionItem:
    """Change what, who and when of an action item outside a conversation; `meeting` is where it comes from.

    Raises Conflict when somebody else saved since `version` was read, and Problem as
    `add_action_item` does, or when the action item is part of a conversation.
    """
    if item.conversation_id:
        raise Problem(OF_A_CONVERSATION)
    values = _values(item.area, what, owner, due_on, owner_person=owner_person, owner_user=owner_user, meeting=meeting)
    item.write_over(version, **values)
    return item


@action
def change_action_status(*, item: ActionItem, actor: User, status: str) -> ActionItem:
    """Tick an action item off, let it lapse, or open it again; the same status again changes nothing.

    Raises TransitionRefused for a step the table does not know.
    """
    if status not in ActionStatus.values:
        raise Problem("Kies of de afspraak gedaan, vervallen of weer open is.")
    item = ActionItem.objects.select_for_update(no_key=True).get(pk=item.pk)
    require_transition(ActionStatus, item.status, status)
    if item.status != status:
        item.status, item.version = status, item.version + 1
        item.save(update_fields=["status", "version"])
    return item


def _values(
    area: Area,
    what: str,
    owner: str,
    due_on: date | None,
    *,
    owner_person: Person | None,
    owner_user: User | None,
    meeting: Meeting | None,
) -> dict[str, object]:
    what = " ".join(what.split())
    owner = " ".join(owner.split()) or str(owner_person or owner_user or "")
    if not what:
        raise Problem("Vul in wat er is afgesproken.")
    if not owner:
        raise Problem("Vul in wie het doet.")
    if due_on and not 1990 <= due_on.year <= 2100:
        raise Problem("Vul een datum in tussen 1990 en 2100.")
    _require_at_home(area, owner_person, owner_user)
    if meeting and meeting.area_id != area.pk:
        raise Problem("Dit overleg hoort bij een ander gebied.")
    return {
        "what": what[:300],
        "owner": owner[:150],
        "owner_person": owner_person,
        "owner_user": owner_user,
        "due_on": due_on,
        "meeting": meeting,
    }


def _require_at_home(area: Area, person: Person | None, user: User | None) -> None:
    if person and not AreaOrganisation.objects.filter(area=area, organisation=person.organisation_id).exists():
        raise Problem("Deze persoon hoort niet bij dit gebied. Kies iemand van een partij van dit gebied.")
    if user and user.pk not in members_of(area).users:
        raise Problem("Deze persoon is geen lid van dit gebied. Kies een lid, of vul in wie het doet.")
