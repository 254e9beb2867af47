"""States and which may follow which: one table beside each enum, one function that holds to it."""

from collections.abc import Collection, Mapping

from django.db.models import TextChoices

from novex_portal.toolkit.problems import Problem

_TABLES: dict[type[TextChoices], dict[str, frozenset[str]]] = {}


class TransitionRefused(Problem):
    """The step asked for may not follow the state it is in."""


def follow(states: type[TextChoices], table: Mapping[str, Collection[str]]) -> None:
    """Lay down which states may follow which; every state has its row, an end state an empty one."""
    _TABLES[states] = {state: frozenset(after) for state, after in table.items()}


def followers(states: type[TextChoices], state: str) -> frozenset[str]:
    """Return the states that may follow `state`; without itself."""
    return _TABLES[states][state]


def states_with_a_table() -> list[type[TextChoices]]:
    """Return every enum whose order of states is laid down."""
    return list(_TABLES)


def require_transition(states: type[TextChoices], old: str, new: str) -> None:
    """Refuse with TransitionRefused unless `new` may follow `old`; staying the same is allowed."""
    if old != new and new not in followers(states, old):
        raise TransitionRefused(f"Van “{states(old).label}” kan niet naar “{states(new).label}”.")
