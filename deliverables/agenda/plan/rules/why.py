"""Why a measure has as much room as it has: which last day behind it decides, and through which measures. Pure."""

from dataclasses import dataclass

from deliverables.agenda.plan.rules.plan import Deadline, Plan
from deliverables.agenda.plan.rules.slack import Slack, slack


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a measure, and the deadline that sets it with the chain towards it.

    Without a deadline it is a measure with fixed dates behind it that sets the room.
    """

    slack: Slack
    deadline: Deadline | None
    chain: tuple[str, ...] = ()


def room_of(plan: Plan, key: str) -> Room | None:
    """Return how much room a measure has and why; None when nothing behind it sets a limit."""
    room = slack(plan).get(key)
    if room is None:
        return None
    for deadline in sorted(plan.deadlines, key=lambda row: row.day):
        only = slack(plan, [deadline]).get(key)
        if only and only.days == room.days:
            return Room(room, deadline, _chain(plan, key, deadline))
    return Room(room, None)


def _chain(plan: Plan, key: str, deadline: Deadline) -> tuple[str, ...]:
    """Return the measures from this one to the one that carries the deadline, along those with the least room."""
    rooms = slack(plan, [deadline])
    chain = [key]
    while chain[-1] != deadline.measure:
        after = [row.after for row in plan.out_of.get(chain[-1], ()) if row.after in rooms and row.after not in chain]
        if not after:
            return ()
        chain.append(min(after, key=lambda name: (rooms[name].days, name)))
    return tuple(chain)
