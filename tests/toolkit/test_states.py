"""Which state may follow which, over the full product."""

import itertools

import pytest
from django.db.models import TextChoices

from novex_portal.toolkit.states import TransitionRefused, followers, require_transition, states_with_a_table

TABLES = states_with_a_table()
PRODUCT = [(states, old, new) for states in TABLES for old, new in itertools.product(states.values, repeat=2)]


def test_the_tables_of_every_room_are_known() -> None:
    assert {"ActionStatus", "PartyStatus", "AmendmentStatus", "PdfStatus"} <= {states.__name__ for states in TABLES}


@pytest.mark.parametrize("states", TABLES)
def test_every_state_has_its_row(states: type[TextChoices]) -> None:
    assert all(followers(states, state) <= set(states.values) for state in states.values)


@pytest.mark.parametrize(("states", "old", "new"), PRODUCT)
def test_transition_is_allowed_exactly_as_the_table_says(states: type[TextChoices], old: str, new: str) -> None:
    allowed = old == new or new in followers(states, old)
    if allowed:
        require_transition(states, old, new)
    else:
        with pytest.raises(TransitionRefused, match="kan niet naar"):
            require_transition(states, old, new)
