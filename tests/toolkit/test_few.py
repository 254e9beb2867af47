"""Few is nobody: what may be said of a small group."""

from hypothesis import given
from hypothesis import strategies as st

from novex_portal.toolkit.few import EVERYTHING, Limits, are_few, average, extremes, middle, told

limits = st.builds(Limits, st.integers(1, 9), st.integers(1, 9))
scores = st.lists(st.integers(0, 10), max_size=12)


@given(st.integers(), st.integers(0, 12), limits)
def test_a_number_is_told_of_nobody_and_of_enough(value: int, parties: int, limits: Limits) -> None:
    assert (told(value, parties=parties, limits=limits) is None) == (0 < parties < limits.parties)


pairs = st.tuples(st.integers(0, 10), st.integers(0, 10))
few = st.integers(2, 9).flatmap(
    lambda least: st.tuples(
        st.builds(Limits, st.just(least), st.integers(1, 9)), st.lists(pairs, min_size=1, max_size=least - 1)
    )
)


@given(few)
def test_of_few_nothing_depends_on_what_they_said(drawn: tuple[Limits, list[tuple[int, int]]]) -> None:
    limits, said = drawn
    one, other = zip(*said, strict=True)
    assert are_few(len(one), limits)
    assert {middle(one, limits), average(one, limits), extremes(one, limits)} == {None}
    assert {middle(other, limits), average(other, limits), extremes(other, limits)} == {None}


@given(scores, limits)
def test_extremes_are_never_told_where_a_middle_is_not(values: list[int], limits: Limits) -> None:
    assert extremes(values, limits) is None or middle(values, limits) is not None


@given(st.lists(st.integers(0, 10), min_size=3, max_size=3), st.integers(0, 10))
def test_of_three_parties_nobody_learns_another_by_its_own(values: list[int], own: int) -> None:
    assert extremes([*values[:2], own], Limits(3)) is None


@given(scores, limits)
def test_what_is_told_lies_between_the_lowest_and_the_highest(values: list[int], limits: Limits) -> None:
    ends, centre = extremes(values, limits), middle(values, limits)
    if ends and centre is not None:
        assert min(values) == ends.low <= ends.lower <= centre <= ends.upper <= ends.high == max(values)


@given(scores, limits, st.integers(0, 5))
def test_a_stricter_limit_never_tells_more(values: list[int], loose: Limits, more: int) -> None:
    strict = Limits(loose.parties + more, loose.extremes + more)
    for say in (middle, average, extremes):
        assert say(values, strict) is None or say(values, strict) == say(values, loose)


@given(scores.filter(bool))
def test_who_reads_everything_is_held_back_by_nothing(values: list[int]) -> None:
    assert middle(values, EVERYTHING) is not None
    assert extremes(values, EVERYTHING) is not None


@given(scores, limits)
def test_order_makes_no_difference(values: list[int], limits: Limits) -> None:
    turned = list(reversed(values))
    assert (middle(turned, limits), extremes(turned, limits)) == (middle(values, limits), extremes(values, limits))
