"""On which day a party may have taken a position, and what all of them say together."""

from datetime import date

import pytest

from coalition.planning_group.decisions.rules import Position, day_problem, summary

TODAY = date(2026, 3, 2)
LABELS = {"vastgesteld": "Vastgesteld", "kennisgenomen": "Kennisgenomen"}


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
