"""Whose word it is where a party stands, and what all of them say together."""

import itertools
from datetime import date

import pytest

from coalition.planning_group.decisions.rules import Position, day_problem, may_speak_for, summary

TODAY = date(2026, 3, 2)
LABELS = {"vastgesteld": "Vastgesteld", "kennisgenomen": "Kennisgenomen"}


@pytest.mark.parametrize(("works", "executive", "own"), list(itertools.product([True, False], repeat=3)))
def test_planning_group_speaks_for_all_and_an_executive_for_their_own(works: bool, executive: bool, own: bool) -> None:
    mine = {"gemeente"} if own else {"provincie"}
    allowed = may_speak_for("gemeente", works_in_planning_group=works, states_own_position=executive, own=mine)
    assert allowed is (works or (executive and own))


def test_executive_without_an_organisation_speaks_for_nobody() -> None:
    assert not may_speak_for("gemeente", works_in_planning_group=False, states_own_position=True, own=set())


@pytest.mark.parametrize(
    ("day", "fine"),
    [
        (None, False),
        (TODAY, True),
        (date(2026, 3, 3), False),
        (date(1900, 1, 1), True),
        (date(1899, 12, 31), False),
    ],
)
def test_day_of_a_position_lies_between_1900_and_today(day: date | None, fine: bool) -> None:
    assert (day_problem(day, TODAY) == "") is fine


def test_decision_without_parties_says_so() -> None:
    assert summary([], LABELS, waiting="wacht") == "Er staan nog geen partijen bij dit besluit."


def test_silence_of_all_is_said_plainly() -> None:
    words = summary([Position("wacht"), Position("wacht")], LABELS, waiting="wacht")
    assert words == "Nog geen van de 2 partijen heeft iets laten weten."


def test_summary_counts_what_was_said_what_was_reserved_and_who_is_silent() -> None:
    positions = [
        Position("vastgesteld"),
        Position("kennisgenomen", True),
        Position("kennisgenomen"),
        Position("wacht"),
    ]
    assert summary(positions, LABELS, waiting="wacht") == (
        "3 van 4 partijen lieten iets weten: 1 vastgesteld, 2 kennisgenomen. "
        "1 partij maakt een voorbehoud. Van 1 partij is er nog geen bericht."
    )
