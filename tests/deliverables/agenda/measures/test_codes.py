"""Codes of measures are given once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliverables.agenda.measures.rules.codes import letters_in, next_code


@pytest.mark.parametrize(
    ("given_before", "code"),
    [
        ([], "ZL-W01"),
        (["ZL-W01", "ZL-W09"], "ZL-W10"),
        (["ZL-N44"], "ZL-W01"),
        (["ZL-W99"], "ZL-W100"),
        (["onzin", "ZL-W", "ZL-w07"], "ZL-W01"),
    ],
)
def test_code_comes_after_the_highest_of_its_letter(given_before: list[str], code: str) -> None:
    assert next_code("ZL", "W", given_before) == code


@given(st.lists(st.integers(1, 999), max_size=30))
def test_code_was_never_given_before(numbers: list[int]) -> None:
    codes = [f"ZL-W{number:02}" for number in numbers]
    assert next_code("ZL", "W", codes) not in codes


def test_letters_are_those_that_stand_in_codes() -> None:
    assert letters_in(["ZL-W01", "G101-N12", "x"]) == {"W", "N"}
