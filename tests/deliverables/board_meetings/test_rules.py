"""How an outcome stands and what it follows, as rules without a database."""

from datetime import date, timedelta

import pytest

from deliverables.board_meetings.enums import OPEN, OutcomeKind, OutcomeState
from deliverables.board_meetings.rules import (
    LOOKED_AHEAD,
    age_words,
    asked_until,
    chain_of,
    is_open,
    makes_ring,
    missing_in,
    status_of,
)

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize("state", OutcomeState)
def test_open_is_what_is_new_or_runs_and_was_not_only_taken_note_of(state: OutcomeState) -> None:
    assert is_open(OutcomeKind.AGREED, state) == (state in OPEN)
    assert not is_open(OutcomeKind.NOTED, state)


@pytest.mark.parametrize(
    ("kind", "state", "due", "words"),
    [
        (OutcomeKind.AGREED, OutcomeState.NEW, None, ("idle", "Nieuw")),
        (OutcomeKind.AGREED, OutcomeState.RUNNING, TODAY, ("busy", "Loopt")),
        (OutcomeKind.AGREED, OutcomeState.RUNNING, TODAY - timedelta(53), ("error", "53 dagen te laat")),
        (OutcomeKind.AGREED, OutcomeState.DONE, TODAY - timedelta(53), ("good", "Afgerond")),
        (OutcomeKind.AGREED, OutcomeState.CARRIED, TODAY - timedelta(53), ("attention", "Doorgeschoven")),
        (OutcomeKind.NOTED, OutcomeState.NEW, TODAY - timedelta(53), ("idle", "Kennisgenomen")),
    ],
)
def test_status_says_the_state_or_how_late_it_is(
    kind: str, state: str, due: date | None, words: tuple[str, str]
) -> None:
    assert status_of(kind, state, due, TODAY) == words


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (None, "nog geen stand gemeld"),
        (TODAY, "stand van 01-12-2026, vandaag"),
        (TODAY - timedelta(1), "stand van 30-11-2026, 1 dag oud"),
        (TODAY - timedelta(19), "stand van 12-11-2026, 19 dagen oud"),
    ],
)
def test_age_of_the_newest_word_is_told(as_of: date | None, words: str) -> None:
    assert age_words(as_of, TODAY) == words


@pytest.mark.parametrize(
    ("state", "text", "evidence", "complete"),
    [
        (OutcomeState.RUNNING, "", "", True),
        (OutcomeState.DONE, "", "", False),
        (OutcomeState.DONE, "Brief verstuurd", "", True),
        (OutcomeState.DONE, "", "https://voorbeeld.example/brief", True),
        (OutcomeState.DROPPED, "", "https://voorbeeld.example/brief", False),
        (OutcomeState.DROPPED, "Geen geld", "", True),
    ],
)
def test_done_is_shown_and_dropped_has_a_reason(state: str, text: str, evidence: str, *, complete: bool) -> None:
    assert (missing_in(state, text, evidence) == ("", "")) is complete


def test_chain_is_the_whole_line_from_wherever_one_stands() -> None:
    before = {1: None, 2: 1, 3: 2, 9: None}
    assert [chain_of(key, before) for key in (1, 2, 3)] == [[1, 2, 3]] * 3
    assert chain_of(9, before) == [9]


def test_ring_is_seen_over_the_whole_line() -> None:
    before = {1: None, 2: 1, 3: 2}
    assert makes_ring(1, 3, before)
    assert makes_ring(1, 1, before)
    assert not makes_ring(4, 3, before)


def test_what_is_due_is_asked_until_the_next_overleg_or_for_some_weeks() -> None:
    assert asked_until(TODAY + timedelta(200), TODAY) == TODAY + timedelta(200)
    assert asked_until(None, TODAY) == TODAY + timedelta(LOOKED_AHEAD)
