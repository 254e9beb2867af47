"""The thinking about a network, its picture and its sentences: no database."""

import gzip
from random import Random
from uuid import UUID

from coalition.analysis.network.rules.layout import lay_out
from coalition.analysis.network.rules.network import Network, Party, Tie, around, way, work_out
from coalition.analysis.network.rules.picture import draw, is_hollow, shape_name
from coalition.analysis.network.rules.words import finding, gap_in_words, step_in_words, way_in_words

WORDS = {
    "overleg": "overleg",
    "samenwerking": "samenwerking",
    "kent-elkaar": "mensen kennen elkaar",
    "spanning": "spanning",
}


def party(number: int) -> Party:
    return Party(UUID(int=number), f"Partij {number:03d}", "Gemeente")


def tie(first: int, second: int, kind: str = "overleg", people: tuple[str, str] | None = None) -> Tie:
    return Tie(UUID(int=first), UUID(int=second), kind, people, binds=kind != "spanning")


def network(size: int, *ties: Tie) -> Network:
    return work_out([party(number) for number in range(1, size + 1)], ties)


def two_rings() -> list[Tie]:
    """1-2-3 and 5-6-7 are rings; 4 stands between them, and 8 hangs on 7."""
    return [tie(*pair) for pair in ((1, 2), (2, 3), (1, 3), (3, 4), (4, 5), (5, 6), (6, 7), (5, 7), (7, 8))]


def large(size: int, number: int, seed: int = 3) -> tuple[list[Party], list[Tie]]:
    chance = Random(seed)  # noqa: S311
    parties = [Party(UUID(int=chance.getrandbits(128)), f"Partij {index}") for index in range(size)]
    ties = [Tie(*(one.id for one in chance.sample(parties, 2)), "overleg") for _ in range(number)]
    return parties, ties


def test_degree_counts_parties_and_not_ties() -> None:
    found = network(3, tie(1, 2), tie(2, 1, "samenwerking"), tie(2, 3))
    assert [(place.party.name, place.degree) for place in found.places] == [
        ("Partij 002", 2),
        ("Partij 001", 1),
        ("Partij 003", 1),
    ]


def test_who_stands_between_all_others_has_all_ways() -> None:
    star = network(5, *(tie(1, other) for other in (2, 3, 4, 5)))
    assert [place.between for place in star.places] == [1, 0, 0, 0, 0]
    assert (star.places[0].reach, star.places[1].reach) == ("zeer vaak", "nooit")


def test_rings_are_groups_and_who_is_not_connected_has_none() -> None:
    found = network(9, *two_rings())
    group = {place.party.name[-1]: place.group for place in found.places}
    assert group["1"] == group["2"] == group["3"]
    assert group["5"] == group["6"] == group["7"] != group["1"]
    assert [one.name for one in found.alone] == ["Partij 009"]


def test_gap_names_who_is_cut_off_and_which_challenge_falls_apart() -> None:
    found = network(8, *two_rings())
    assert [(gap.party.name, gap.lost) for gap in found.gaps][-1] == ("Partij 007", 1)
    said = gap_in_words(found.gaps[-1], {"Water": {UUID(int=8), UUID(int=1)}, "Wonen": {UUID(int=8), UUID(int=7)}})
    assert said == [
        "Valt Partij 007 weg, dan verliest Partij 008 zijn enige verbinding met de andere 6 partijen.",
        "De opgave “Water” verliest dan haar enige verbinding met Partij 008.",
    ]


def test_every_gap_really_cuts_and_nobody_else_does() -> None:
    found = network(8, *two_rings())
    bridges = {place.party.id for place in found.places if place.is_bridge}
    assert bridges == {gap.party.id for gap in found.gaps} == {UUID(int=number) for number in (3, 4, 5, 7)}


def test_tension_shows_but_connects_nobody() -> None:
    found = network(3, tie(1, 2), tie(2, 3, "spanning"))
    tense = found.by_id[UUID(int=3)]
    assert (tense.degree, tense.group, found.gaps) == (1, 0, ())
    assert way([party(1), party(2), party(3)], found.ties, UUID(int=1), UUID(int=3)) is None


def test_shortest_way_wins_and_of_two_the_one_along_people() -> None:
    parties = [party(number) for number in range(1, 6)]
    ties = [tie(1, 2), tie(2, 4), tie(4, 3, "kent-elkaar", ("Dijkgraaf", "Directeur")), tie(1, 3), tie(4, 5)]
    steps = way(parties, ties, UUID(int=1), UUID(int=4))
    assert steps is not None
    assert (
        way_in_words(steps, WORDS) == "Partij 001 komt via Partij 003 (overleg) bij Partij 004 (mensen kennen elkaar)."
    )
    assert step_in_words(steps[1], WORDS).endswith("mensen kennen elkaar, via Directeur en Dijkgraaf.")


def test_around_goes_so_many_steps_and_no_further() -> None:
    chain = [tie(1, 2), tie(2, 3), tie(3, 4)]
    assert around(chain, UUID(int=1), 2) == {UUID(int=1), UUID(int=2), UUID(int=3)}


def test_same_network_in_another_order_is_the_same_to_the_last_digit() -> None:
    parties, ties = large(120, 300)
    again = work_out(parties[::-1], ties[::-1])
    assert work_out(parties, ties) == again
    assert draw(work_out(parties, ties)) == draw(again)


def test_layout_stays_on_the_sheet_and_takes_each_node_once() -> None:
    parties, ties = large(60, 70)
    spots = lay_out([one.id for one in parties], [one.pair for one in ties], width=600, height=400, margin=20)
    assert len(spots) == 60
    assert all(20 <= x <= 580 and 20 <= y <= 380 for x, y in spots.values())


def test_every_party_in_the_picture_has_its_place_up_to_three_hundred() -> None:
    found = work_out(*large(300, 600))
    numbers = {mark.number for mark in draw(found).marks}
    assert numbers == {place.number for place in found.places}


def test_thirty_carry_names_and_more_carry_numbers() -> None:
    assert draw(network(30, *(tie(1, other) for other in range(2, 31)))).named
    assert not draw(network(31, *(tie(1, other) for other in range(2, 32)))).named


def test_picture_of_two_thousand_parties_stays_a_small_page() -> None:
    picture = draw(work_out(*large(2000, 6000)))
    words = "".join(part.d for part in (*picture.lines, *picture.marks))
    assert len(gzip.compress(words.encode(), 6)) < 40_000
    assert picture.dense


def test_groups_differ_in_shape_and_not_in_colour_alone() -> None:
    assert len({shape_name(group) for group in range(1, 13)}) == 12
    assert (is_hollow(1), is_hollow(7)) == (False, True)


def test_empty_network_and_one_of_two_have_a_sentence() -> None:
    assert finding(network(2)) == "Er is nog geen enkele relatie bekend."
    assert finding(network(2, tie(1, 2))) == "2 partijen zijn met elkaar verbonden, in 1 tweetal."
    assert finding(network(2, tie(1, 2, "spanning"))) == "Tussen 2 partijen is er spanning, in 1 tweetal."
