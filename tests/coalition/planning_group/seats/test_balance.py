"""The balance of a planning group, and the functions nobody has."""

import pytest

from coalition.planning_group.seats.rules import balance, cover, missing_functions

FUNCTIONS = {"a": "Planning", "b": "Mobiliseren", "c": "Monitoring"}


@pytest.mark.parametrize(
    ("government", "society", "sign", "words"),
    [
        (0, 0, "idle", "Nog geen leden"),
        (1, 0, "attention", "Alleen de overheid"),
        (0, 4, "attention", "Alleen de samenleving"),
        (1, 1, "good", "In balans"),
        (5, 3, "good", "In balans"),
        (4, 2, "good", "In balans"),
        (5, 2, "attention", "Vooral de overheid"),
        (2, 5, "attention", "Vooral de samenleving"),
    ],
)
def test_balance_follows_its_rule(government: int, society: int, sign: str, words: str) -> None:
    verdict = balance(government, society)
    assert (verdict.sign, verdict.words) == (sign, words)


def test_balance_says_how_many_members_each_side_has() -> None:
    assert balance(5, 3).evidence == "5 leden van de overheid, 3 uit de samenleving."


def test_balance_says_its_rule() -> None:
    assert "een derde" in balance(1, 1).rule


def test_functions_are_counted_over_the_members() -> None:
    covers = cover(FUNCTIONS, [["a", "b"], ["a"], ["a", "a"]])
    assert [(row.label, row.carriers) for row in covers] == [("Planning", 3), ("Mobiliseren", 1), ("Monitoring", 0)]


def test_function_nobody_has_is_named() -> None:
    verdict = missing_functions(cover(FUNCTIONS, [["a", "b"]]))
    assert (verdict.sign, verdict.words) == ("attention", "Niemand heeft: “Monitoring”")


def test_all_functions_nobody_has_are_named() -> None:
    assert missing_functions(cover(FUNCTIONS, [])).words == "Niemand heeft: “Planning”, “Mobiliseren” en “Monitoring”"


def test_group_in_which_every_function_has_somebody_is_complete() -> None:
    verdict = missing_functions(cover(FUNCTIONS, [["a"], ["b", "c"]]))
    assert (verdict.sign, verdict.evidence) == ("good", "3 van de 3 functies hebben een lid.")
