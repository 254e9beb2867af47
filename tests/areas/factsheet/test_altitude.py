"""At what height the headings of a factsheet fly."""

from datetime import date, timedelta

import pytest

from areas.area.enums import MilestoneState
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.queries.factsheet import altitudes
from areas.factsheet.rules.altitude import RULES, HeadingFacts, altitude
from areas.models import Area, Milestone
from tests.factories import make_challenge

TODAY = date(2026, 11, 23)


def level(heading: FactsheetHeading, **facts: object) -> int:
    return altitude(HeadingFacts(heading.value, **facts), TODAY).level  # type: ignore[arg-type]


@pytest.mark.parametrize("heading", FactsheetHeading)
def test_every_heading_starts_empty(heading: FactsheetHeading) -> None:
    assert altitude(HeadingFacts(heading.value), TODAY).word == "Leeg"


@pytest.mark.parametrize("heading", FactsheetHeading)
def test_every_heading_can_be_complete(heading: FactsheetHeading) -> None:
    facts = HeadingFacts(
        heading.value, text=True, source=True, percentage=True, rows=2, sourced=2, described=2, coming=1, current=2,
        duos=2, changed_on=TODAY,
    )  # fmt: skip
    assert altitude(facts, TODAY).level == 3


@pytest.mark.parametrize("heading", FactsheetHeading)
def test_every_level_has_its_rule_and_what_to_do_in_words(heading: FactsheetHeading) -> None:
    assert all(rule.endswith(".") and to_do.endswith(".") for rule, _, to_do in RULES[heading])


def test_what_is_missing_is_what_the_next_level_asks() -> None:
    assert altitude(HeadingFacts("perspectief", percentage=True), TODAY).missing == (
        "Vul zowel het percentage als een toelichting in."
    )


def test_complete_heading_misses_nothing() -> None:
    facts = HeadingFacts("perspectief", text=True, percentage=True, source=True)
    assert altitude(facts, TODAY).missing == ""


def test_level_may_not_be_skipped() -> None:
    assert level(FactsheetHeading.PERSPECTIVE, text=True, source=True) == 1


def test_state_of_affairs_grows_old_after_a_year() -> None:
    facts = {"text": True, "source": True}
    assert level(FactsheetHeading.STATE, **facts, changed_on=TODAY - timedelta(days=365)) == 3
    assert level(FactsheetHeading.STATE, **facts, changed_on=TODAY - timedelta(days=366)) == 2


def test_late_milestone_keeps_the_heading_down() -> None:
    facts = {"rows": 2, "sourced": 2, "coming": 1}
    assert level(FactsheetHeading.MILESTONES, **facts, late=0) == 3
    assert level(FactsheetHeading.MILESTONES, **facts, late=1) == 2


def test_one_row_without_source_keeps_the_heading_down() -> None:
    assert level(FactsheetHeading.FRICTIONS, rows=2, described=2, sourced=1) == 2


def test_one_contact_person_is_not_enough_to_be_complete() -> None:
    assert level(FactsheetHeading.CONTACTS, rows=1, described=1, current=1) == 2


def test_provinces_need_both_duos() -> None:
    assert level(FactsheetHeading.PROVINCES, rows=1, described=1, duos=1) == 1
    assert level(FactsheetHeading.PROVINCES, rows=1, described=1, duos=2) == 3


@pytest.mark.django_db
def test_challenge_without_theme_is_begun(area: Area) -> None:
    make_challenge(area)
    assert altitudes([area], TODAY)[area.pk][FactsheetHeading.MAIN].level == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "is_met"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)])
def test_milestone_is_late_the_day_after(area: Area, day: date, is_met: bool) -> None:
    Milestone.objects.create(area=area, on=day, state=MilestoneState.COMING, text="Tekenen", source="Brief")
    assert altitudes([area], TODAY)[area.pk][FactsheetHeading.MILESTONES].steps[2].met is is_met


@pytest.mark.django_db
def test_milestone_of_this_month_is_not_late(area: Area) -> None:
    Milestone.objects.create(
        area=area, on=date(2026, 11, 1), month_only=True, state=MilestoneState.COMING, text="Tekenen", source="Brief"
    )
    assert altitudes([area], TODAY)[area.pk][FactsheetHeading.MILESTONES].level == 3
