"""Measuring: what a visitor of the benchmark asks for, counts and refuses."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from django.utils import timezone

from novex_portal.benchmark.floor import FLOOR
from novex_portal.benchmark.measuring import Visitor, measure
from novex_portal.benchmark.pages import pages
from novex_portal.benchmark.seeding import PLACE, People, grow_to, make_portal


@pytest.fixture
def visited(transactional_db: None) -> People:
    """The portal the benchmark grows, for requests that open and close their own connection."""
    return make_portal(timezone.localdate())


def test_every_page_of_the_benchmark_answers(visited: People) -> None:
    grow_to(100, visited, timezone.localdate())
    application = get_wsgi_application()
    for page in pages():
        assert Visitor.sign_in(application, getattr(visited, page.visitor)).get(page.address)


@override_settings(ROOT_URLCONF="novex_portal.benchmark.floor")
def test_measuring_counts_queries_and_bytes(visited: People) -> None:
    visitor = Visitor.sign_in(get_wsgi_application(), visited.planner)
    floor = f"{FLOOR}?gebied={PLACE}"
    found = measure(visitor, page="floor", address=floor, floor=floor, scale=1, rounds=2)
    assert found.queries == 3
    assert found.bytes_compressed > 500


def test_visitor_does_not_measure_a_page_that_fails(visited: People) -> None:
    with pytest.raises(RuntimeError, match="404"):
        Visitor.sign_in(get_wsgi_application(), visited.planner).get("/bestaat-niet/")
