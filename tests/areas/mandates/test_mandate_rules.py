"""The rules of a mandate, without a database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from areas.mandates.enums import MandateLevel
from areas.mandates.rules import SOON, STATE_WORDS, MandateState, Terms, mandate_faults, state_on

DAY = date(2026, 3, 2)
TALK = Terms(level=MandateLevel.TALK, basis="", valid_from=DAY, valid_until=None)
BIND = replace(TALK, level=MandateLevel.BIND, basis="Collegebesluit 2026/12")


def test_talking_along_for_ones_own_party_needs_nothing() -> None:
    assert mandate_faults(TALK) == {}


@pytest.mark.parametrize("basis", ["", "   "])
def test_binding_needs_a_basis(basis: str) -> None:
    assert "basis" in mandate_faults(replace(BIND, basis=basis))
    assert mandate_faults(BIND) == {}


@pytest.mark.parametrize("level", [MandateLevel.TALK, MandateLevel.RESERVE])
def test_speaking_for_another_party_needs_a_basis(level: str) -> None:
    assert "andere organisatie" in mandate_faults(replace(TALK, level=level, for_own=False))["basis"]
    assert mandate_faults(replace(TALK, level=level, for_own=False, basis="Machtiging")) == {}


def test_somebody_of_another_party_can_bind_with_a_basis() -> None:
    assert mandate_faults(replace(BIND, for_own=False)) == {}


def test_umbrella_never_binds_its_members() -> None:
    faults = mandate_faults(replace(BIND, for_own=False, through_umbrella=True))
    assert "bindt haar leden niet" in faults["level"]


def test_umbrella_may_promise_for_a_member_with_reservation() -> None:
    terms = replace(BIND, level=MandateLevel.RESERVE, for_own=False, through_umbrella=True)
    assert mandate_faults(terms) == {}


def test_mandate_begins_no_sooner_than_the_role() -> None:
    assert (
        "2\u00a0maart 2026" in mandate_faults(replace(TALK, valid_from=date(2026, 3, 1), role_from=DAY))["valid_from"]
    )


def test_mandate_begins_no_later_than_the_role_ends() -> None:
    assert set(mandate_faults(replace(TALK, role_until=DAY - timedelta(days=1)))) == {"valid_from"}


def test_mandate_does_not_outlast_the_role() -> None:
    terms = replace(TALK, valid_until=DAY + timedelta(days=9), role_until=DAY + timedelta(days=8))
    assert set(mandate_faults(terms)) == {"valid_until"}
    assert mandate_faults(replace(terms, valid_until=terms.role_until)) == {}


def test_year_that_cannot_be_is_said_once() -> None:
    faults = mandate_faults(replace(TALK, valid_from=date(26, 3, 2), role_from=DAY))
    assert "tussen 1900 en 2100" in faults["valid_from"]


def test_level_that_is_none_is_refused() -> None:
    assert set(mandate_faults(replace(TALK, level="alles"))) == {"level"}


@pytest.mark.parametrize(
    ("begins", "ends", "state"),
    [
        (1, None, MandateState.COMING),
        (0, None, MandateState.HOLDS),
        (-400, SOON + 1, MandateState.HOLDS),
        (-400, SOON, MandateState.ENDING),
        (-400, 0, MandateState.ENDING),
        (-400, -1, MandateState.ENDED),
    ],
)
def test_state_on_a_day(begins: int, ends: int | None, state: MandateState) -> None:
    until = None if ends is None else DAY + timedelta(days=ends)
    assert state_on(DAY, DAY + timedelta(days=begins), until) is state


def test_every_state_has_its_words() -> None:
    assert set(STATE_WORDS) == set(MandateState)
