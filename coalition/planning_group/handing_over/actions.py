"""What moves along in the planning group when a role is handed over: open action items and the seat.

Both must run in the transaction that ends the role.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q

from areas.models import Area, Person, User
from coalition.conversations.recording.enums import ActionStatus
from coalition.conversations.recording.models import ActionItem, Conversation
from coalition.planning_group.handing_over.queries import action_items_of
from coalition.planning_group.seats.actions import change_seat, end_seat, give_seat
from coalition.planning_group.seats.models import Seat
from coalition.planning_group.seats.queries import carried
from novex_portal.toolkit.actions import action


def open_action_items(*, area: Area, person: Person) -> list[UUID]:
    """Return which open action items hang on a role, and hold them until the transaction ends."""
    found = action_items_of(person, area).filter(status=ActionStatus.OPEN)
    return list(found.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def move_action_items(*, items: Iterable[UUID], successor: Person) -> int:
    """Give action items to the successor; return how many. What was done meanwhile stays with who did it.

    The conversations they come from count as changed: whoever was writing in one sees both texts, instead of
    putting the former owner back.
    """
    spoken = ActionItem.objects.filter(pk__in=list(items), conversation__isnull=False).values("conversation")
    Conversation.objects.filter(pk__in=spoken).update(version=F("version") + 1)
    return ActionItem.objects.filter(pk__in=list(items), status=ActionStatus.OPEN).update(
        owner=str(successor)[:150],
        owner_person=successor,
        owner_user=successor.user_id,
        version=F("version") + 1,
    )


@dataclass(frozen=True)
class MovedSeats:
    """How many seats ended with the role, and how many the successor has taken over."""

    ended: int = 0
    taken_over: int = 0


@action
def move_seats(*, area: Area, actor: User, person: Person, last_day: date, successor: Person | None) -> MovedSeats:
    """End the seats of a role on its last day; the successor's begins the next day, with the same functions.

    Without a successor they only end. A seat that had not begun is given to the successor as it was
    planned. A successor who has a seat already gets the functions on that one. Raises Problem as the
    actions on seats do.
    """
    lasting = Seat.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=last_day), area=area, person=person)
    ended = taken_over = 0
    for seat in lasting.select_for_update(of=("self",)).order_by("valid_from"):
        functions, begins = carried(seat), max(seat.valid_from, last_day + timedelta(days=1))
        if seat.valid_from > last_day:
            seat.delete()
        else:
            end_seat(seat=seat, actor=actor, valid_until=last_day)
        ended += 1
        if successor and functions:
            begins = max(begins, successor.valid_from or begins)
            _take_over(area=area, actor=actor, successor=successor, functions=functions, begins=begins)
            taken_over += 1
    return MovedSeats(ended, taken_over)


def _take_over(*, area: Area, actor: User, successor: Person, functions: set[str], begins: date) -> None:
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=begins)
    theirs = Seat.objects.filter(lasting, area=area, person=successor).order_by("valid_from").first()
    if theirs is None:
        give_seat(area=area, actor=actor, person=successor, functions=functions, valid_from=begins)
    else:
        both = carried(theirs) | functions
        change_seat(seat=theirs, actor=actor, version=theirs.version, functions=both)
