"""Only a party speaks for itself; what others write down of it has a source and waits for it."""

import itertools

import pytest

from coalition.planning_group.speaking.enums import GivenAs, given_words
from coalition.planning_group.speaking.rules import may_speak_as, source_problem


@pytest.mark.parametrize(("works", "executive", "own"), list(itertools.product([True, False], repeat=3)))
def test_planning_group_records_for_all_and_an_executive_speaks_for_their_own(
    works: bool, executive: bool, own: bool
) -> None:
    mine = {"gemeente"} if own else {"provincie"}
    given = may_speak_as("gemeente", works_in_planning_group=works, states_own_position=executive, own=mine)
    expected = GivenAs.OWN if executive and own else GivenAs.RECORDED if works else None
    assert given == expected


def test_executive_without_an_organisation_speaks_for_nobody() -> None:
    assert may_speak_as("gemeente", works_in_planning_group=False, states_own_position=True, own=set()) is None


@pytest.mark.parametrize(
    ("given_as", "source", "fine"),
    [("vastgelegd", " ", False), ("vastgelegd", "Brief", True), ("zelf", "", True), ("zelf", "x" * 201, False)],
)
def test_who_records_for_another_says_how_they_know(given_as: str, source: str, fine: bool) -> None:
    assert (source_problem(given_as, source) == "") is fine


def test_what_a_party_did_not_say_itself_is_not_confirmed() -> None:
    assert given_words("zelf", "Vaals") == "gezegd door de partij zelf"
    assert given_words("vastgelegd", "Vaals") == "vastgelegd door de planningsgroep, nog niet bevestigd door Vaals"
    assert given_words("link", "Vaals") == "gezegd via de link, nog niet bevestigd door Vaals"
