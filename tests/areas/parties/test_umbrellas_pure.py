"""The chain of organisations that a new membership would close into a circle."""

from areas.parties.rules.umbrellas import chain_in_words, closing_chain


def test_a_first_membership_closes_nothing() -> None:
    assert closing_chain("a", "b", []) == []


def test_an_organisation_is_no_member_of_itself() -> None:
    assert closing_chain("a", "a", []) == ["a", "a"]


def test_two_that_are_each_others_member_are_a_circle() -> None:
    assert closing_chain("a", "b", [("b", "a")]) == ["a", "b", "a"]


def test_the_circle_is_named_in_the_order_of_membership() -> None:
    assert closing_chain("a", "b", [("b", "c"), ("c", "d"), ("d", "a"), ("c", "x")]) == ["a", "b", "c", "d", "a"]


def test_the_shortest_circle_is_named() -> None:
    assert closing_chain("a", "b", [("b", "c"), ("c", "a"), ("b", "a")]) == ["a", "b", "a"]


def test_two_umbrellas_above_one_member_are_no_circle() -> None:
    assert closing_chain("a", "b", [("a", "c"), ("b", "d"), ("c", "d")]) == []


def test_a_circle_that_is_there_already_does_not_hold_us() -> None:
    assert closing_chain("a", "b", [("b", "c"), ("c", "b")]) == []


def test_a_chain_of_three_reads_as_a_sentence() -> None:
    words = chain_in_words(["Bond", "Koepel", "Raad", "Bond"])
    assert words == "Bond is lid van Koepel, Koepel is lid van Raad en Raad is lid van Bond"


def test_a_chain_of_two_reads_as_a_sentence() -> None:
    assert chain_in_words(["Bond", "Koepel", "Bond"]) == "Bond is lid van Koepel en Koepel is lid van Bond"
