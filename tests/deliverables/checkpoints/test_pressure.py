"""The meter of time towards the next checkpoint."""

import pytest

from deliverables.checkpoints.rules import pressure_meter


@pytest.mark.parametrize(
    ("days_left", "pieces", "ready", "word"),
    [
        (120, 2, 0, "Ruim"),
        (119, 2, 0, "Rustig"),
        (60, 2, 0, "Rustig"),
        (52, 4, 2, "Merkbaar"),
        (28, 2, 0, "Merkbaar"),
        (27, 2, 0, "Hoog"),
        (14, 2, 0, "Hoog"),
        (13, 2, 0, "Te hoog"),
        (0, 1, 0, "Te hoog"),
        (1, 3, 3, "Ruim"),
    ],
)
def test_pressure_follows_days_per_piece(days_left: int, pieces: int, ready: int, word: str) -> None:
    assert pressure_meter(days_left=days_left, pieces=pieces, ready=ready).word == word


def test_pressure_counts_a_checkpoint_without_pieces_as_one() -> None:
    assert pressure_meter(days_left=29, pieces=0, ready=0).word == "Merkbaar"


def test_pressure_counts_pieces_of_an_earlier_checkpoint() -> None:
    assert pressure_meter(days_left=60, pieces=1, ready=0, overdue=2).word == "Merkbaar"


def test_pressure_without_checkpoint_stands_nowhere() -> None:
    meter = pressure_meter(days_left=None, pieces=0, ready=0)
    assert (meter.level, meter.word) == (0, "")


def test_pressure_says_its_numbers() -> None:
    meter = pressure_meter(days_left=52, pieces=6, ready=2, overdue=1)
    assert (
        meter.evidence
        == "Nog 52 dagen. 4 van de 6 stukken zijn nog niet klaar. 1 stuk van een eerder ijkmoment is nog niet klaar."
    )


def test_pressure_marks_the_line_of_the_rule_that_applies() -> None:
    assert [line.met for line in pressure_meter(days_left=27, pieces=2, ready=0).conditions].index(True) == 3


@pytest.mark.parametrize(
    ("pieces", "ready", "words"),
    [(1, 0, "Het gevraagde stuk is nog niet klaar."), (4, 3, "1 van de 4 stukken is nog niet klaar.")],
)
def test_one_piece_that_waits_is_said_in_the_singular(pieces: int, ready: int, words: str) -> None:
    meter = pressure_meter(days_left=1, pieces=pieces, ready=ready)
    assert meter.evidence == f"Nog 1 dag. {words}"
