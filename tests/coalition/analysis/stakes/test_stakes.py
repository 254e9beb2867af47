"""The krachtenveld: where organisations stand, what moved, and who may say so."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, Challenge, Organisation, User
from coalition.analysis.stakes.actions import StakeData, correct_stake, score_stake
from coalition.analysis.stakes.rules import Score, approach, as_at, dots, movement, standings
from coalition.models import StakeScore
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import DAY, make_area, make_challenge, make_organisation, make_stake

SignIn = Callable[[User], Client]
ADDRESS = "/gebieden/zuid-limburg/krachtenveld/"
A, B = UUID(int=1), UUID(int=2)


def score(organisation: UUID, influence: int, interest: int, day: int = 1) -> Score:
    return Score(organisation, influence, interest, date(2026, 1, day))


def test_last_score_until_a_day_counts() -> None:
    found = as_at([score(A, 2, 2, 1), score(A, 5, 5, 9), score(A, 3, 3, 5)], date(2026, 1, 6))
    assert found == {A: score(A, 3, 3, 5)}


def test_most_influence_comes_first() -> None:
    rows = standings([score(A, 2, 5), score(B, 4, 1)], date(2026, 1, 2), None)
    assert [row.organisation for row in rows] == [B, A]


@pytest.mark.parametrize(
    ("influence", "interest", "words"),
    [(5, 4, "nauw betrekken"), (4, 3, "tevreden houden"), (3, 4, "goed informeren"), (3, 3, "blijven volgen")],
)
def test_place_says_what_it_asks_for(influence: int, interest: int, words: str) -> None:
    assert approach(score(A, influence, interest)) == words


def test_movement_is_told_in_words() -> None:
    (row,) = standings([score(A, 2, 3, 1), score(A, 4, 3, 9)], date(2026, 1, 9), date(2026, 1, 1))
    assert movement(row) == "invloed van 2 naar 4"


def test_every_row_has_one_dot_and_none_lie_on_each_other() -> None:
    rows = standings([Score(UUID(int=n), 1 + n % 2, 3, DAY) for n in range(1, 40)], DAY, None)
    places = dots(rows)
    assert [dot.organisation for dot in places] == [row.organisation for row in rows]
    for one in places:
        others = [dot for dot in places if dot.number != one.number]
        assert all((one.x - o.x) ** 2 + (one.y - o.y) ** 2 > (one.radius + o.radius - 2) ** 2 for o in others)


def test_arrow_ends_at_the_edge_of_its_dot() -> None:
    (dot,) = dots(standings([score(A, 2, 3, 1), score(A, 4, 3, 9)], date(2026, 1, 9), date(2026, 1, 1)))
    assert (dot.x - dot.tip[0]) ** 2 + (dot.y - dot.tip[1]) ** 2 == pytest.approx((dot.radius + 2) ** 2)


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Waterschap Limburg", area=area)


@pytest.fixture
def challenge(area: Area) -> Challenge:
    return make_challenge(area, "Klimaat")


def data(**fields: Any) -> StakeData:
    return StakeData(**{"influence": 4, "interest": 5, "scored_on": DAY, "reasoning": "Beheert de beken.", **fields})


@pytest.mark.parametrize(
    "wrong",
    [{"influence": 0}, {"interest": 6}, {"scored_on": date(1800, 1, 1)}, {"scored_on": timezone.localdate() + timedelta(days=1)}, {"reasoning": " \x00 "}, {"reasoning": "x" * 2_001}],
)  # fmt: skip
def test_score_that_cannot_be_is_refused(
    planner: User, area: Area, party: Organisation, challenge: Challenge, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Problem):
        score_stake(area=area, actor=planner, challenge=challenge, organisation=party, data=data(**wrong))
    assert not StakeScore.objects.exists()


def test_party_and_challenge_must_be_of_the_area(planner: User, area: Area, party: Organisation) -> None:
    elsewhere = make_area("de-peel")
    with pytest.raises(Problem, match="opgave"):
        score_stake(area=area, actor=planner, challenge=make_challenge(elsewhere), organisation=party, data=data())
    with pytest.raises(Problem, match="partij"):
        score_stake(
            area=area,
            actor=planner,
            challenge=make_challenge(area),
            organisation=make_organisation(area=elsewhere),
            data=data(),
        )


def test_same_score_twice_is_one_and_another_on_that_day_is_refused(
    planner: User, area: Area, party: Organisation, challenge: Challenge
) -> None:
    first, second = (
        score_stake(area=area, actor=planner, challenge=challenge, organisation=party, data=data()) for _ in range(2)
    )
    assert first == second
    with pytest.raises(Problem, match="die dag"):
        score_stake(area=area, actor=planner, challenge=challenge, organisation=party, data=data(influence=1))


def test_correction_on_an_old_version_is_a_conflict(
    planner: User, area: Area, party: Organisation, challenge: Challenge
) -> None:
    given = make_stake(planner, party, challenge)
    correct_stake(score=given, area=area, actor=planner, version=1, data=data(influence=2))
    with pytest.raises(Conflict):
        correct_stake(score=given, area=area, actor=planner, version=1, data=data(influence=3))
    assert StakeScore.objects.get().influence == 2


def test_page_shows_table_and_picture_of_the_same_parties(
    signed_in: SignIn, planner: User, party: Organisation, challenge: Challenge
) -> None:
    make_stake(planner, party, challenge, influence=2)
    make_stake(planner, party, challenge, scored_on=DAY + timedelta(days=9))
    answer = signed_in(planner).get(ADDRESS, {"van": "2026-03-02", "op": "31-10-2026"})
    assert answer.text.count('<tr role="row" id="partij-') == answer.text.count("<circle") == 1
    assert "Invloed van 2 naar 4" in answer.text
    assert 'marker-end="url(#pijl)"' in answer.text


def test_wrong_score_comes_back_with_its_words(
    signed_in: SignIn, planner: User, party: Organisation, challenge: Challenge
) -> None:
    posted = {"organisation": party.pk, "challenge": challenge.pk, "influence": "9", "interest": "3", "scored_on": "1-1-2026", "reasoning": "Omdat 🌊"}  # fmt: skip
    answer = signed_in(planner).post(f"{ADDRESS}nieuw/", posted)
    assert answer.status_code == 422
    assert "Kies een getal van 1 tot en met 5." in answer.text
    assert "Omdat 🌊" in answer.text


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_number_of_queries(
    signed_in: SignIn, planner: User, area: Area, challenge: Challenge, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_stake(planner, make_organisation(area=area), challenge)
    client = signed_in(planner)
    with django_assert_num_queries(6):
        client.get(ADDRESS)


def test_words_of_an_unknown_challenge_are_passed_over(signed_in: SignIn, planner: User, challenge: Challenge) -> None:
    answer = signed_in(planner).get(ADDRESS, {"opgave": str(uuid4()), "op": "morgen\x00", "soort": "x"})
    assert answer.status_code == 200
    assert "geen datum" in answer.text
