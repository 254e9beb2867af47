"""Saying how a measure goes: on three lines at once, with a reason, by who has the lead or writes the agenda."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.reports.actions.reporting import Said, report_status
from deliverables.agenda.reports.enums import Axis, Word
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.reports.queries.reports import reported
from novex_portal.toolkit.problems import Problem
from tests.deliverables.agenda.factories import make_measure, make_reports
from tests.factories import make_member, make_organisation

SignIn = Callable[[User], Client]
FINE = [Said(axis, Word.AS_EXPECTED) for axis in Axis]
LATE = Said(Axis.TIME, Word.ATTENTION, "De vergunning laat op zich wachten")


def today() -> date:
    return timezone.localdate()


def address(measure: Measure) -> str:
    return f"{measure.get_absolute_url()}stand/"


def filled_in(**fields: str) -> dict[str, str]:
    words = {f"word-{axis}": Word.AS_EXPECTED for axis in Axis}
    return {"as_of": today().strftime("%d-%m-%Y"), **words, **fields}


def refused(measure: Measure, planner: User, **fields: Any) -> str:
    with pytest.raises(Problem) as caught:
        report_status(**{"measure": measure, "actor": planner, "as_of": today(), "said": FINE, **fields})
    return str(caught.value)


def test_lead_reports_on_three_lines_for_its_party(area: Area, signed_in: SignIn) -> None:
    party = make_organisation("Waterschap", area=area)
    measure = make_measure(area, lead=party)
    client = signed_in(make_member(Role.PARTICIPANT, area, party))
    sent = filled_in(**{"word-tijd": Word.STUCK, "reason-tijd": "De grond is niet te koop"})
    assert client.post(address(measure), sent).headers["Location"] == measure.get_absolute_url()
    rows = {row.axis: (row.word, row.reason, row.organisation) for row in measure.reports.all()}
    assert rows["tijd"] == (Word.STUCK, "De grond is niet te koop", party)
    assert rows["geld"] == (Word.AS_EXPECTED, "", party)
    page = client.get(measure.get_absolute_url()).content.decode()
    assert "De grond is niet te koop" in page
    assert "door Waterschap, vandaag" in page


def test_planning_group_reports_in_its_own_name(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area, lead=make_organisation(area=area))
    signed_in(planner).post(address(measure), filled_in())
    assert {row.organisation for row in measure.reports.all()} == {None}
    assert "door de planningsgroep" in reported(measure, today()).told


def test_partner_does_not_report(area: Area, signed_in: SignIn) -> None:
    measure = make_measure(area, lead=make_organisation("Waterschap", area=area))
    other = make_member(Role.PARTICIPANT, area, make_organisation("Gemeente", area=area))
    assert signed_in(other).get(address(measure)).status_code == 403
    assert signed_in(other).post(address(measure), filled_in()).status_code == 403


def test_word_without_reason_keeps_what_was_typed(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area)
    sent = filled_in(**{"word-tijd": Word.ATTENTION, "reason-geld": "GETYPT"})
    page = signed_in(planner).post(address(measure), sent)
    assert page.status_code == 422
    assert "Schrijf op waarom" in page.content.decode()
    assert "GETYPT" in page.content.decode()
    assert not StatusReport.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"said": FINE[:2]}, "Kies bij inhoud, tijd en geld elk een woord."),
        ({"said": [*FINE[:2], Said(Axis.TIME, "prima")]}, "elk een woord"),
        ({"said": [FINE[0], Said(Axis.TIME, "prima"), FINE[2]]}, "Kies hoe het met tijd gaat."),
        ({"said": [FINE[0], Said(Axis.TIME, Word.STUCK, " "), FINE[2]]}, "bij tijd niet naar verwachting"),
        ({"said": [FINE[0], Said(Axis.TIME, Word.STUCK, "x" * 2_001), FINE[2]]}, "langer dan 2.000 tekens"),
        ({"as_of": date(22, 1, 1)}, "kan niet kloppen"),
    ],
)
def test_what_cannot_be_is_refused(area: Area, planner: User, fields: dict[str, Any], words: str) -> None:
    assert words in refused(make_measure(area), planner, **fields)


def test_day_to_come_is_refused(area: Area, planner: User, signed_in: SignIn) -> None:
    measure, tomorrow = make_measure(area), today() + timedelta(days=1)
    assert "in de toekomst" in refused(measure, planner, as_of=tomorrow)
    page = signed_in(planner).post(address(measure), filled_in(as_of=tomorrow.strftime("%d-%m-%Y")))
    assert page.status_code == 422
    assert "in de toekomst" in page.content.decode()


def test_dropped_measure_has_no_stand_any_more(area: Area, planner: User) -> None:
    measure = make_measure(area, status=MeasureStatus.DROPPED, drop_reason="Geen geld")
    assert "vervallen" in refused(measure, planner)


def test_twice_is_once(area: Area, planner: User) -> None:
    measure, token = make_measure(area), uuid4()
    for _ in range(2):
        made = report_status(measure=measure, actor=planner, as_of=today(), said=FINE, token=token)
    assert len(made) == 3
    assert StatusReport.objects.count() == 3


def test_token_of_another_measure_is_refused(area: Area, planner: User) -> None:
    token = uuid4()
    report_status(measure=make_measure(area), actor=planner, as_of=today(), said=FINE, token=token)
    assert "al gebruikt" in refused(make_measure(area), planner, token=token)


def test_older_day_does_not_replace_the_newest(area: Area, planner: User) -> None:
    measure = make_measure(area)
    make_reports(measure, today() - timedelta(days=11), Word.STUCK)
    old = today() - timedelta(days=40)
    report_status(measure=measure, actor=planner, as_of=old, said=[FINE[0], LATE, FINE[2]])
    shown = reported(measure, today())
    assert {row.words for row in shown.rows} == {"Loopt vast"}
    assert shown.told.endswith("11 dagen oud")
    assert shown.earlier[0].lines[1] == "Tijd: aandacht nodig. De vergunning laat op zich wachten"


def test_form_shows_what_was_said_before_and_starts_empty(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area)
    make_reports(measure, today() - timedelta(days=3), Word.STUCK)
    page = signed_in(planner).get(address(measure)).content.decode()
    assert "loopt vast" in page
    assert " checked" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_measure_page_reads_reports_in_one_query(
    area: Area, planner: User, django_assert_num_queries: Any, number: int
) -> None:
    measure = make_measure(area)
    for days in range(number):
        make_reports(measure, today() - timedelta(days=days))
    with django_assert_num_queries(1):
        assert len(reported(measure, today()).earlier) == number - 1
