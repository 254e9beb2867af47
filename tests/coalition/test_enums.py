"""Which state may follow which, over the full product."""

import itertools

import pytest
from django.db.models import TextChoices

from coalition.enums import TRANSITIONS, TransitionRefused, require_transition

PRODUCT = [(states, old, new) for states in TRANSITIONS for old, new in itertools.product(states.values, repeat=2)]


@pytest.mark.parametrize("states", TRANSITIONS)
def test_every_state_has_its_row(states: type[TextChoices]) -> None:
    assert set(TRANSITIONS[states]) == set(states.values)


@pytest.mark.parametrize(("states", "old", "new"), PRODUCT)
def test_transition_is_allowed_exactly_as_the_table_says(states: type[TextChoices], old: str, new: str) -> None:
    allowed = old == new or new in TRANSITIONS[states][old]
    if allowed:
        require_transition(states, old, new)
    else:
        with pytest.raises(TransitionRefused, match="kan niet naar"):
            require_transition(states, old, new)
