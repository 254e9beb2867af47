"""The points of an agenda as they come with a form."""

import itertools

import pytest

from coalition.models import AgendaItem
from coalition.planning_group.meetings.enums import AgendaKind
from coalition.planning_group.meetings.rules import (
    LONGEST,
    AgendaPoint,
    as_id,
    as_text,
    from_text,
    moved,
    tidy,
    without,
)
from novex_portal.toolkit.ids import uuid7

KINDS = AgendaKind.values


@pytest.mark.parametrize("title", ["Bellen", "Tijd: half negen", "actie:x:y", "", "é <b> & 'x'"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_ticked_point_comes_back_as_it_was(title: str, kind: str) -> None:
    for subject in (None, uuid7()):
        point = AgendaPoint(title, kind, subject)
        assert from_text(as_text(point), KINDS) == point


@pytest.mark.parametrize("text", ["", ":", "::", "onzin:x:y", "actie", "actie:", "actie:geen-id:Bellen", "x" * 9999])
def test_whatever_is_sent_becomes_a_point(text: str) -> None:
    assert from_text(text, KINDS).kind in KINDS


def test_an_id_that_is_none_is_none() -> None:
    assert as_id("geen-id") is None


def test_empty_points_fall_away_and_spaces_are_one() -> None:
    assert tidy([AgendaPoint("  "), AgendaPoint(" Water  vasthouden ")]) == [AgendaPoint("Water vasthouden")]


def test_a_title_may_be_as_long_as_its_column() -> None:
    assert AgendaItem._meta.get_field("title").max_length == LONGEST


def test_moving_loses_and_doubles_nothing() -> None:
    for place, steps in itertools.product(range(-2, 6), range(-5, 6)):
        assert sorted(moved("abcd", place, steps)) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("place", "steps", "outcome"), [(1, -1, "bac"), (1, 1, "acb"), (0, -1, "abc"), (2, 1, "abc"), (9, 1, "abc")]
)
def test_up_and_down(place: int, steps: int, outcome: str) -> None:
    assert moved("abc", place, steps) == list(outcome)


def test_without_one() -> None:
    assert without("abc", 1) == ["a", "c"]
