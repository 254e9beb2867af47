"""Packages: sets of contested articles that leave every party better off; weights stay with their party."""

import random
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areas.access import limits_of_all
from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.packages.actions import weigh_articles
from coalition.agreement.packages.queries import package_page
from coalition.agreement.packages.rules import MOST_ARTICLES, MOST_PACKAGES, Package, aggregate, find_packages, gain
from coalition.models import Article, ArticleWeight
from novex_portal.toolkit.few import Limits
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import make_member, make_organisation


def test_two_articles_make_up_for_each_other() -> None:
    weights = {"boer": {"a": 2, "b": 10}, "stad": {"a": 9, "b": 4}}
    found = find_packages(["a", "b"], weights)
    assert found.packages == (Package(("a", "b"), 2, 5),)


def test_none_is_said_when_none_exists() -> None:
    assert find_packages(["a"], {"boer": {"a": 0}, "stad": {"a": 10}}).packages == ()


def test_party_without_gain_is_not_better_off() -> None:
    assert find_packages(["a"], {"boer": {}, "stad": {"a": 10}}).packages == ()


def test_without_parties_or_articles_there_is_none() -> None:
    assert find_packages(["a"], {}).packages == ()
    assert find_packages([], {"boer": {}}).packages == ()


def test_what_nobody_weighed_fills_up_no_package() -> None:
    found = find_packages(["a", "b"], {"boer": {"a": 8}, "stad": {"a": 9, "b": 5}})
    assert [row.articles for row in found.packages] == [("a",)]


def brute(articles: list[str], weights: dict[str, dict[str, int]]) -> list[tuple[int, int, int]]:
    found = []
    for size in range(1, len(articles) + 1):
        for some in combinations(articles, size):
            gains = [gain(Package(some, 0, 0), own) for own in weights.values()]
            if min(gains) > 0:
                found.append((min(gains), sum(gains), -size))
    return sorted(found, reverse=True)[:MOST_PACKAGES]


@settings(deadline=None)
@given(st.integers(1, 7), st.integers(1, 6), st.randoms(use_true_random=False))
def test_search_finds_what_trying_all_by_hand_finds(articles: int, parties: int, chance: random.Random) -> None:
    keys = [f"a{number}" for number in range(articles)]
    weights = {f"p{number}": {key: chance.choice([0, 1, 3, 7, 10]) for key in keys} for number in range(parties)}
    found = find_packages(keys, weights).packages
    assert [(row.least, row.total, -len(row.articles)) for row in found] == brute(keys, weights)
    assert all(min(gain(row, own) for own in weights.values()) == row.least for row in found)


def test_of_more_than_twenty_the_strongest_felt_are_tried() -> None:
    keys = [f"a{number}" for number in range(MOST_ARTICLES + 3)]
    weights = {"boer": dict.fromkeys(keys[:3], 5) | dict.fromkeys(keys[3:], 8)}
    assert find_packages(keys, weights).looked_at == tuple(keys[3:])


@pytest.mark.parametrize(
    ("weights", "average", "spread"), [([1, 9], None, None), ([1, 9, 5], 5, None), ([1, 9, 5, 5, 5], 5, 8)]
)
def test_average_needs_three_parties_and_spread_five(
    weights: list[int], average: float | None, spread: int | None
) -> None:
    found = aggregate(weights, Limits(3))
    assert (found.weighed, found.average, found.spread) == (len(weights), average, spread)


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner)


def signer(article: Article, planner: User, role: str = PartyRole.SIGNATORY) -> Organisation:
    agreement = article.chapter.agreement
    organisation = make_organisation(area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=organisation, role=role)
    return organisation


def test_weight_is_changed_and_taken_back(article: Article, planner: User) -> None:
    party, agreement = signer(article, planner), article.chapter.agreement
    for weight in (3, 8):
        weigh_articles(agreement=agreement, organisation=party, actor=planner, weights={article.pk: weight})
    assert ArticleWeight.objects.get().weight == 8
    weigh_articles(agreement=agreement, organisation=party, actor=planner, weights={article.pk: None})
    assert not ArticleWeight.objects.exists()


@pytest.mark.parametrize(("role", "weight"), [(PartyRole.SUPPORTER, 5), (PartyRole.SIGNATORY, 11)])
def test_only_who_signs_weighs_from_0_to_10(article: Article, planner: User, role: str, weight: int) -> None:
    party = signer(article, planner, role)
    with pytest.raises(Problem):
        weigh_articles(
            agreement=article.chapter.agreement, organisation=party, actor=planner, weights={article.pk: weight}
        )


def test_weights_are_read_by_their_own_party_alone(
    area: Area, article: Article, planner: User, signed_in: Any
) -> None:
    own, other = signer(article, planner), signer(article, planner)
    base = f"/gebieden/{area.slug}/akkoord/pakket/"
    client = signed_in(make_member(Role.EXECUTIVE, area, organisation=own))
    assert client.post(f"{base}{own.pk}/", {f"w-{article.pk}": "9"}).status_code == 302
    assert client.get(f"{base}{other.pk}/").status_code == 403
    assert 'value="9"' in client.get(f"{base}{own.pk}/").content.decode()
    assert signed_in(planner).get(f"{base}{own.pk}/").status_code == 403


def test_planning_group_sees_no_weight_of_one_party(area: Area, article: Article, planner: User) -> None:
    for weight in (9, 8):
        party = signer(article, planner)
        weigh_articles(
            agreement=article.chapter.agreement, organisation=party, actor=planner, weights={article.pk: weight}
        )
    page = package_page(article.chapter.agreement, None, limits_of_all(), plans=True)
    assert page.contested[0].aggregate.average is None  # type: ignore[union-attr]
    assert page.contested[0].own is None


@pytest.mark.parametrize(("parties", "packages"), [(2, 0), (3, 1)])
def test_what_the_least_satisfied_wins_is_not_told_of_two(
    article: Article, planner: User, parties: int, packages: int
) -> None:
    for _ in range(parties):
        party = signer(article, planner)
        weigh_articles(agreement=article.chapter.agreement, organisation=party, actor=planner, weights={article.pk: 9})
    found = package_page(article.chapter.agreement, None, limits_of_all(), plans=True)
    assert len(found.packages) == packages


def test_wrong_number_gets_a_clear_message(area: Area, article: Article, planner: User, signed_in: Any) -> None:
    own = signer(article, planner)
    client = signed_in(make_member(Role.EXECUTIVE, area, organisation=own))
    page = client.post(f"/gebieden/{area.slug}/akkoord/pakket/{own.pk}/", {f"w-{article.pk}": "veel"})
    assert page.status_code == 422
    assert "heel getal van 0 tot en met 10" in page.content.decode()


@pytest.mark.parametrize("parties", [1, 3])
def test_page_asks_the_same_number_of_queries(
    area: Area, article: Article, planner: User, signed_in: Any, django_assert_num_queries: Any, parties: int
) -> None:
    for _ in range(parties):
        party = signer(article, planner)
        weigh_articles(agreement=article.chapter.agreement, organisation=party, actor=planner, weights={article.pk: 7})
    client = signed_in(planner)
    with django_assert_num_queries(8):
        client.get(f"/gebieden/{area.slug}/akkoord/pakket/")
