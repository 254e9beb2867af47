"""How it stands with a link, whatever it is for."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novex_portal.toolkit.links.rules import LinkFacts, LinkState, is_past, state_of

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)
links = st.builds(LinkFacts, st.booleans(), st.booleans(), st.booleans(), st.dates(), st.booleans())


@given(links, st.dates(), st.dates())
def test_a_link_that_ended_never_opens_again(link: LinkFacts, day: date, other: date) -> None:
    first, later = sorted([day, other])
    if state_of(link, first) not in {LinkState.OPEN, LinkState.CHANGED}:
        assert state_of(link, later) == state_of(link, first)


@given(links, st.dates())
def test_a_link_is_open_only_when_nothing_ended_it(link: LinkFacts, day: date) -> None:
    ended = link.used or link.revoked or link.closed or link.changed or is_past(link.until, day)
    assert (state_of(link, day) == LinkState.OPEN) != ended


@pytest.mark.parametrize(
    ("until", "now", "past"),
    [
        (None, NOON, False),
        (NOON.date(), NOON, False),
        (date(2026, 3, 28), NOON, True),
        (NOON, NOON, True),
        (datetime(2026, 3, 29, 12, 1, tzinfo=UTC), NOON, False),
    ],
)
def test_a_last_day_counts_until_its_end_and_a_moment_does_not(
    until: date | datetime | None, now: datetime, past: bool
) -> None:
    assert is_past(until, now) == past


def test_a_moment_is_not_asked_by_the_day() -> None:
    with pytest.raises(TypeError):
        is_past(NOON, NOON.date())


def test_what_was_used_and_taken_back_says_the_first_of_it() -> None:
    link = LinkFacts(used=True, revoked=True, closed=True, until=date(2000, 1, 1))
    assert state_of(link, NOON) == LinkState.USED
