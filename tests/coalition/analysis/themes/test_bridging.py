"""Statements that bridge: found when they should be, and only then."""

import random
from uuid import UUID

from coalition.analysis.themes.rules import Said, bridges, content_words
from coalition.conversations.statements.enums import Stance

WATER, LOOP = UUID(int=1), UUID(int=2)
HOLD = "Houd het regenwater vast op de plateaus"


def said(number: int, party: int, text: str, *, kind: str = "gemeente", stance: str = Stance.SUPPORTS, on: UUID = WATER) -> Said:  # fmt: skip
    return Said(UUID(int=100 + number), UUID(int=party), kind, on, stance, text)


def test_words_meet_in_their_stem() -> None:
    assert content_words("De beekdalen").keys() == content_words("elk beekdal").keys()
    assert content_words("wij willen dat dit kan") == {}


def test_government_and_society_that_say_the_same_bridge() -> None:
    (bridge,) = bridges([said(1, 1, HOLD), said(2, 2, "Regenwater hoort op het plateau te blijven", kind="bewoners")])
    assert set(bridge.organisations) == {UUID(int=1), UUID(int=2)}
    assert {"regenwater"} <= set(bridge.words)


def test_alike_parties_make_no_bridge() -> None:
    assert bridges([said(1, 1, HOLD), said(2, 2, HOLD)]) == []


def test_parties_that_differ_on_another_challenge_bridge() -> None:
    apart = [said(3, 1, "Ja graag", on=LOOP), said(4, 2, "Liever niet", on=LOOP, stance=Stance.OBJECTS)]
    (bridge,) = bridges([said(1, 1, HOLD), said(2, 2, HOLD), *apart])
    assert bridge.differing == ((UUID(int=1), UUID(int=2)),)


def test_who_objects_is_no_part_of_a_bridge() -> None:
    assert bridges([said(1, 1, HOLD), said(2, 2, HOLD, kind="bewoners", stance=Stance.OBJECTS)]) == []


def test_one_shared_word_is_too_little() -> None:
    assert bridges([said(1, 1, "Regenwater afvoeren"), said(2, 2, "Regenwater drinken", kind="bewoners")]) == []


def test_statements_on_different_challenges_do_not_meet() -> None:
    assert bridges([said(1, 1, HOLD), said(2, 2, HOLD, kind="bewoners", on=LOOP)]) == []


def test_one_party_alone_is_no_bridge() -> None:
    assert bridges([said(1, 1, HOLD), said(2, 1, HOLD)]) == []


def test_bridge_over_more_differences_comes_first_whatever_the_order() -> None:
    other = "Sluit de kringloop van grondstoffen"
    rows = [said(1, 1, HOLD), said(2, 2, HOLD, kind="bewoners"), said(3, 3, HOLD, kind="bedrijf")]
    rows += [said(4, 1, other, on=LOOP), said(5, 2, other, kind="bewoners", on=LOOP)]
    found = bridges(rows)
    assert [bridge.challenge for bridge in found] == [WATER, LOOP]
    assert bridges(random.Random(1).sample(rows, len(rows))) == found  # noqa: S311  any order will do


def test_broad_agreement_is_the_widest_bridge() -> None:
    rows = [said(n, n, HOLD, kind="bewoners" if n % 2 else "gemeente") for n in range(1, 13)]
    (bridge,) = bridges(rows)
    assert len(bridge.organisations) == 12
