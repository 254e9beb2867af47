"""Dots on the map of the Netherlands."""

from decimal import Decimal
from itertools import combinations
from math import hypot

import pytest

from areas.area.catalogue import read_catalogue
from areas.area.rules import DOT_RADIUS, HEIGHT, WIDTH, Place, Point, dots, project, spread


def _catalogue_dots() -> tuple[Point, ...]:
    return spread(tuple(project(float(entry.latitude), float(entry.longitude)) for entry in read_catalogue()))


def test_project_puts_zuid_limburg_in_the_far_south() -> None:
    assert project(50.88, 5.90) == pytest.approx((164.3, 274.0))


def test_project_puts_groningen_in_the_north_east() -> None:
    assert project(53.33, 6.75) == pytest.approx((217.0, 29.0))


def test_every_dot_lies_on_the_map() -> None:
    for x, y in _catalogue_dots():
        assert DOT_RADIUS <= x <= WIDTH - DOT_RADIUS
        assert DOT_RADIUS <= y <= HEIGHT - DOT_RADIUS


def test_no_two_dots_cover_each_other() -> None:
    distances = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(_catalogue_dots(), 2)]
    assert min(distances) >= 2 * DOT_RADIUS


def test_spread_leaves_distant_points_where_they_are() -> None:
    assert spread(((10.0, 10.0), (100.0, 100.0))) == ((10.0, 10.0), (100.0, 100.0))


def test_spread_parts_points_on_one_place() -> None:
    assert spread(((50.0, 50.0), (50.0, 50.0)), gap=10) == ((45.0, 50.0), (55.0, 50.0))


def test_spread_of_nothing_is_nothing() -> None:
    assert spread(()) == ()


def test_dot_writes_its_place_with_a_point_for_every_language() -> None:
    dot = dots([Place(12, "12. Zuid-Limburg", "#gebied-12", Decimal("50.88"), Decimal("5.90"))])[0]
    assert (dot.x, dot.y, dot.text_y) == ("164.3", "274", "277.1")
