"""The thinking behind the samenwerkingsscan: spread, what may be shown of how many, and the sentences about it."""

from coalition.analysis.scan.rules.picture import picture
from coalition.analysis.scan.rules.scan import (
    Given,
    finding,
    lines_of,
    shown,
    spread_of,
    who_differs,
)
from novex_portal.toolkit.few import EVERYTHING, Limits

OTHERS = Limits(3)
ORDER = [("Proces", ("Stap",)), ("Relatie", ("Bouwen",))]


def given(**scores: tuple[int | None, int | None]) -> list[Given]:
    return [
        Given(party, name, text, score)
        for party, both in scores.items()
        for (name, (text,)), score in zip(ORDER, both, strict=True)
    ]


FIVE = given(a=(2, 3), b=(3, 3), c=(4, 3), d=(5, 4), e=(None, 3), f=(5, None))


def test_spread_tells_lowest_quartiles_middle_and_highest() -> None:
    spread = spread_of("Proces", [1, 2, 3, 4, 5, None], OTHERS)
    assert (spread.low, spread.lower, spread.middle, spread.upper, spread.high) == (1, 2, 3, 4, 5)
    assert (spread.parties, spread.unknown, spread.words) == (5, 1, "1 tot 5")


def test_below_five_parties_no_extremes_that_would_tell_anothers_answer() -> None:
    spread = spread_of("Proces", [1, 3, 5, 5], OTHERS)
    assert (spread.middle, spread.low, spread.lower, spread.high) == (4, None, None, None)
    assert spread.words == "minder dan 5 partijen"


def test_below_the_threshold_nothing_is_told_and_unknown_does_not_help() -> None:
    spread = spread_of("Proces", [1, 5, None, None], OTHERS)
    assert (spread.middle, spread.words) == (None, "te weinig antwoorden")


def test_who_may_see_parties_sees_all_of_one() -> None:
    assert spread_of("Proces", [4], EVERYTHING).words == "allemaal 4"


def test_a_party_scores_the_mean_of_its_answers_without_unknown() -> None:
    answers = [Given("a", "Proces", text, score) for text, score in (("x", 2), ("y", 5), ("z", None))]
    line = lines_of([("Proces", ("x", "y", "z"))], answers, [], EVERYTHING)[0]
    assert (line.spread.middle, line.spread.unknown) == (3.5, 0)
    assert [question.middle for question in line.questions] == [2, 5, None]


def test_finding_names_the_dimension_with_the_widest_range() -> None:
    lines = lines_of(ORDER, FIVE, [], OTHERS)
    assert finding(lines) == "Over proces lopen de meningen het meest uiteen: van 2 tot 5."


def test_finding_without_extremes_compares_the_middles() -> None:
    lines = lines_of(ORDER, given(a=(2, 4), b=(2, 4), c=(2, 4)), [], OTHERS)
    assert finding(lines) == "Partijen oordelen het laagst over proces en het hoogst over relatie."
    assert finding(lines_of(ORDER, [], [], OTHERS)) == "Er zijn nog te weinig antwoorden om iets te laten zien."


def test_measurements_are_compared_by_the_name_of_a_dimension() -> None:
    before = [Given(party, "Proces", "Andere stelling", 2) for party in "abc"]
    process, relation = lines_of(ORDER, FIVE, before, OTHERS)
    assert (process.change, relation.change, relation.before) == ("2 hoger", "", None)


def test_who_differs_most_comes_first_and_unknown_is_left_out() -> None:
    found = who_differs(given(a=(3, 3), b=(3, 3), c=(1, 3), d=(None, None)))
    assert [one.party for one in found] == ["c", "a", "b"]
    assert found[0].words == "gemiddeld 1 van het midden, het verst bij proces"


def test_picture_stands_on_the_scale_and_says_the_same_in_words() -> None:
    drawn = picture(lines_of(ORDER, FIVE, FIVE, OTHERS))
    bar = drawn.rows[0].bar
    assert bar is not None
    assert (bar.low, bar.middle, bar.high) == (290, 530, 650)
    assert drawn.ticks[0] == (1, 170)
    assert "Proces: midden 4, 2 tot 5" in drawn.words
    assert shown(3.0) == "3"
