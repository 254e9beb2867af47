"""The five steps of the stappenplan."""

import pytest

from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.steps import State, furthest_step, step_states

COMPLETE = CoalitionFacts(
    planning_government=2,
    planning_society=2,
    parties=6,
    parties_spoken=6,
    boards=3,
    boards_involved=3,
    ambitions=3,
    articles=4,
    latest_version=2,
    signatories=4,
    signatories_agreed=4,
    signed=4,
    signed_government=2,
    signed_society=2,
)


def _state(number: int, **facts: int) -> State:
    return step_states(CoalitionFacts(**facts))[number - 1].state


def test_empty_area_has_started_nothing() -> None:
    assert {step.state for step in step_states(CoalitionFacts())} == {State.IDLE}


def test_complete_area_has_finished_everything() -> None:
    assert {step.state for step in step_states(COMPLETE)} == {State.DONE}


def test_steps_stand_in_the_order_of_the_source() -> None:
    names = [step.name for step in step_states(COMPLETE)]
    assert names == ["Planningsgroep", "Gesprekken", "Bestuurders", "Ambities en akkoord", "Coalitie"]


@pytest.mark.parametrize(
    ("number", "facts", "state"),
    [
        (1, {"planning_government": 1}, State.RUNNING),
        (1, {"planning_government": 3}, State.RUNNING),
        (1, {"planning_government": 2, "planning_society": 1}, State.DONE),
        (2, {"parties": 4}, State.IDLE),
        (2, {"parties": 4, "parties_spoken": 3}, State.RUNNING),
        (2, {"parties": 4, "parties_spoken": 4}, State.DONE),
        (3, {"boards": 2, "boards_involved": 1}, State.RUNNING),
        (3, {"boards": 2, "boards_involved": 2}, State.DONE),
        (4, {"ambitions": 1}, State.RUNNING),
        (4, {"articles": 1, "signatories": 2, "signatories_agreed": 2}, State.RUNNING),
        (4, {"articles": 1, "latest_version": 1, "signatories": 1, "signatories_agreed": 1}, State.RUNNING),
        (4, {"articles": 1, "latest_version": 1, "signatories": 2, "signatories_agreed": 2}, State.DONE),
        (5, {"signatories": 3}, State.IDLE),
        (5, {"signatories": 3, "signed": 1}, State.RUNNING),
        (5, {"signatories": 2, "signed": 2, "signed_government": 2}, State.RUNNING),
        (5, {"signatories": 2, "signed": 2, "signed_government": 1, "signed_society": 1}, State.DONE),
    ],
)
def test_step_follows_its_rule(number: int, facts: dict[str, int], state: State) -> None:
    assert _state(number, **facts) is state


def test_every_step_says_its_rule_and_its_numbers() -> None:
    assert all(step.rule.endswith(".") and step.evidence for step in step_states(CoalitionFacts()))


def test_evidence_of_the_planning_group_names_both_sides() -> None:
    step = step_states(COMPLETE)[0]
    assert step.evidence == "4 leden: 2 uit de overheid, 2 uit de samenleving"


def test_furthest_step_may_lie_beyond_one_that_still_runs() -> None:
    states = step_states(CoalitionFacts(parties=4, parties_spoken=1, ambitions=1))
    assert furthest_step(states) == 4


def test_furthest_step_of_an_empty_area_is_none() -> None:
    assert furthest_step(step_states(CoalitionFacts())) == 0
