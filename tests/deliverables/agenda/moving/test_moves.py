"""Giving a measure other dates: what is saved, who is asked, who is told, and what is taken back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.actions.moves import move_measure, undo_batch
from deliverables.agenda.moving.actions.proposals import decline_proposal, propose_dates, withdraw_proposal
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.models import DateProposal, PlanBatch, PlanChange
from deliverables.agenda.moving.queries.preview import reckon
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.plan.models import Dependency, MeasureDeadline
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.agenda.factories import make_example, make_measure
from tests.factories import make_member, make_organisation

pytestmark = pytest.mark.django_db
type Rows = dict[str, Measure]


@pytest.fixture
def rows(area: Area, other_area: Area, planner: User) -> Rows:
    return make_example(area, other_area)


def dates(begin: str, end: str) -> Dates:
    return Dates(read_date(begin), read_date(end))


D2 = dates("04-01-2027", "28-09-2028")


def move(measure: Measure, actor: User, to: Dates = D2, *, push: bool = True, **given: object) -> PlanBatch:
    values = {"reason": "Het bodemonderzoek is later klaar", "seen": reckon(measure, to).mark, **given}
    return move_measure(measure=measure, actor=actor, dates=to, push=push, **values)  # type: ignore[arg-type]


def days(measure: Measure) -> tuple[str, str]:
    measure.refresh_from_db()
    return str(measure.starts), str(measure.ends)


def test_pushing_moves_what_clashes_and_keeps_why(rows: Rows, planner: User) -> None:
    batch = move(rows["W02"], planner)
    assert days(rows["W02"]) == ("04-01-2027", "28-09-2028")
    assert days(rows["W03"]) == ("27-10-2028", "11-02-2031")
    assert days(rows["W05"])[1] == "11-04-2031"
    assert days(rows["P04"]) == ("02-10-2028", "31-12-2029")
    changes = {change.measure.code: change for change in batch.changes.select_related("measure", "because_of")}
    causes = {code: change.because_of and change.because_of.code for code, change in changes.items()}
    assert causes == {"ZL-W02": None, "ZL-W03": "ZL-W02", "ZL-W05": "ZL-W03"}
    assert changes["ZL-W03"].old_end == date(2030, 12, 20)


def test_only_this_one_leaves_the_rest_and_asks_nobody(rows: Rows, planner: User) -> None:
    batch = move(rows["W02"], planner, push=False)
    assert batch.changes.get().measure == rows["W02"]
    assert days(rows["W03"]) == ("04-09-2028", "20-12-2030")
    assert not DateProposal.objects.exists()


def test_other_area_gets_a_request_with_exact_dates_and_a_mail(rows: Rows, planner: User, other_area: Area) -> None:
    neighbour = make_member(Role.PLANNING_GROUP, other_area)
    batch = move(rows["W02"], planner)
    request = batch.requests.get()
    assert (request.measure, request.state) == (rows["P04"], ProposalState.OPEN)
    assert (request.start, request.end) == (date(2028, 10, 27), date(2030, 1, 25))
    mail = OutgoingMail.objects.get(to=neighbour.email)
    assert mail.subject == "Zuid-Limburg vraagt u om andere datums"
    assert "Maatregel W03" not in mail.text
    assert "Het bodemonderzoek is later klaar" in mail.text


def test_coarse_dates_become_exact_when_pushed_and_stay_as_typed_when_edited(area: Area, planner: User) -> None:
    first = make_measure(area, "W01", start=date(2027, 1, 1), end=date(2027, 4, 1), end_precision="kwartaal")
    after = make_measure(area, "W02", start=date(2027, 7, 1), start_precision="kwartaal", end=date(2027, 10, 1))
    Dependency.objects.create(before=first, after=after, why="x", proposed_by=planner, proposed_in=area)
    move(first, planner, dates("01-01-2027", "Q4 2027"))
    assert days(first) == ("01-01-2027", "Q4 2027")
    assert days(after)[0] == "01-01-2028"


def test_one_mail_a_person_of_who_has_the_lead_and_none_to_who_did_it(
    area: Area, other_area: Area, planner: User
) -> None:
    board = make_organisation("Waterschap", area=area)
    dike = make_member(Role.PARTICIPANT, area, organisation=board)
    stranger = make_member(Role.PARTICIPANT, area, organisation=make_organisation("Bond", area=area))
    rows = make_example(area, other_area)
    for code in ("W02", "W03"):
        rows[code].party_links.create(organisation=board, part="trekker")
    move(rows["W02"], planner)
    mail = OutgoingMail.objects.get(to=dike.email)
    assert "ZL-W02" in mail.text
    assert "van 04-09-2028 – 20-12-2030 naar 27-10-2028 – 11-02-2031, 53 dagen later" in mail.text
    assert not OutgoingMail.objects.filter(to__in=[stranger.email, planner.email]).exists()


@pytest.mark.parametrize("what", ["measure", "dependency", "deadline", "title"])
def test_what_changed_since_it_was_seen_is_shown_again(rows: Rows, planner: User, what: str) -> None:
    seen = reckon(rows["W02"], D2).mark
    if what == "measure":
        rows["W03"].write_over(1, end=date(2030, 12, 21))
    elif what == "dependency":
        Dependency.objects.filter(before=rows["W02"], after=rows["W03"]).update(lag=21)
    elif what == "deadline":
        MeasureDeadline.objects.filter(measure=rows["W05"]).update(day=date(2031, 3, 1))
    else:
        rows["W02"].write_over(1, title="Ander ontwerp")
    with pytest.raises(Conflict):
        move(rows["W02"], planner, seen=seen)
    assert not PlanBatch.objects.exists()


def test_change_elsewhere_that_alters_nothing_of_what_was_seen_does_not_matter(rows: Rows, planner: User) -> None:
    seen = reckon(rows["W02"], D2).mark
    rows["L01"].write_over(1, title="Anders")
    move(rows["W02"], planner, seen=seen)


@pytest.mark.parametrize(
    ("to", "reason", "words"),
    [
        (dates("04-01-2027", "30-06-2028"), "x", "al heeft"),
        (dates("04-01-2028", "30-06-2027"), "x", "Het einde ligt voor het begin"),
        (D2, "  ", "Schrijf op waarom"),
        (dates("04-01-2027", "31-12-2100"), "x", "na 2100"),
    ],
)
def test_what_makes_no_sense_is_refused(rows: Rows, planner: User, to: Dates, reason: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        move(rows["W02"], planner, to, reason=reason)


def test_dropped_measure_gets_no_other_dates(rows: Rows, planner: User) -> None:
    Measure.objects.filter(pk=rows["W01"].pk).update(status="vervallen", drop_reason="Geen geld")
    with pytest.raises(Problem, match="vervallen"):
        move(rows["W01"], planner, D2, seen="")


def test_button_pressed_twice_saves_once(rows: Rows, planner: User) -> None:
    token, seen = uuid4(), reckon(rows["W02"], D2).mark
    assert move(rows["W02"], planner, token=token, seen=seen) == move(rows["W02"], planner, token=token, seen=seen)
    assert PlanBatch.objects.count() == 1


def test_undo_brings_all_back_and_calls_the_request_off(rows: Rows, planner: User) -> None:
    batch = move(rows["W02"], planner)
    undo = undo_batch(batch=batch, actor=planner)
    assert days(rows["W02"]) == ("04-01-2027", "30-06-2028")
    assert days(rows["W05"]) == ("04-09-2028", "28-02-2031")
    assert batch.requests.get().state == ProposalState.WITHDRAWN
    assert (undo.undoes, undo.changes.count()) == (batch, 3)
    with pytest.raises(Problem, match="al teruggedraaid"):
        undo_batch(batch=batch, actor=planner)
    with pytest.raises(Problem, match="draaide zelf"):
        undo_batch(batch=undo, actor=planner)


def test_undo_is_refused_after_a_day_and_once_something_was_changed(rows: Rows, planner: User) -> None:
    batch = move(rows["W02"], planner)
    rows["W03"].refresh_from_db()
    rows["W03"].write_over(rows["W03"].version, title="Anders")
    with pytest.raises(Problem, match="Intussen is gewijzigd: ZL-W03"):
        undo_batch(batch=batch, actor=planner)
    PlanBatch.objects.filter(pk=batch.pk).update(decided_at=timezone.now() - timedelta(days=1, minutes=1))
    batch.refresh_from_db()
    with pytest.raises(Problem, match="één dag lang"):
        undo_batch(batch=batch, actor=planner)


def test_undo_keeps_how_exactly_dates_were_meant(area: Area, planner: User) -> None:
    measure = make_measure(
        area, "W01", start=date(2027, 1, 1), start_precision="jaar", end=date(2027, 1, 1), end_precision="jaar"
    )
    batch = move(measure, planner, dates("Q2 2027", "Q3 2027"))
    undo_batch(batch=batch, actor=planner)
    assert days(measure) == ("2027", "2027")
    assert PlanChange.objects.count() == 2


def test_lead_proposes_and_the_planning_group_takes_over(area: Area, rows: Rows, planner: User) -> None:
    lead = make_member(Role.PARTICIPANT, area, organisation=make_organisation(area=area))
    proposal = propose_dates(measure=rows["W02"], actor=lead, dates=D2, reason="Grond is laat")
    assert OutgoingMail.objects.filter(to=planner.email, subject__contains="ZL-W02").count() == 1
    move(rows["W02"], planner, proposal=proposal)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.answered_by, proposal.answer) == (ProposalState.ACCEPTED, planner, "")
    assert OutgoingMail.objects.filter(to=lead.email).count() == 1


def test_other_dates_than_proposed_are_said_in_the_answer(area: Area, rows: Rows, planner: User) -> None:
    proposal = propose_dates(measure=rows["W02"], actor=planner, dates=D2, reason="Grond is laat")
    move(rows["W02"], planner, dates("04-01-2027", "01-09-2028"), proposal=proposal)
    proposal.refresh_from_db()
    assert proposal.answer == "Met andere datums: 04-01-2027 – 01-09-2028."


def test_proposal_is_declined_with_words_or_withdrawn_and_then_closed(rows: Rows, planner: User) -> None:
    proposal = propose_dates(measure=rows["W02"], actor=planner, dates=D2, reason="Grond is laat")
    with pytest.raises(Problem, match="waarom niet"):
        decline_proposal(proposal=proposal, actor=planner, version=1, answer=" ")
    decline_proposal(proposal=proposal, actor=planner, version=1, answer="Het geld vervalt dan.")
    with pytest.raises(Problem):
        withdraw_proposal(proposal=proposal, actor=planner, version=2)
    with pytest.raises(Problem):
        move(rows["W02"], planner, proposal=proposal)
    assert days(rows["W02"]) == ("04-01-2027", "30-06-2028")


def test_new_proposal_of_the_same_person_takes_the_place_of_the_open_one(rows: Rows, planner: User) -> None:
    first = propose_dates(measure=rows["W02"], actor=planner, dates=D2, reason="Een")
    propose_dates(measure=rows["W02"], actor=planner, dates=dates("04-01-2027", "01-10-2028"), reason="Twee")
    first.refresh_from_db()
    assert first.state == ProposalState.WITHDRAWN
    with pytest.raises(Problem, match="voor het begin"):
        propose_dates(measure=rows["W02"], actor=planner, dates=dates("2029", "2028"), reason="Drie")


def test_second_request_for_the_same_measure_takes_the_place_of_the_first(rows: Rows, planner: User) -> None:
    move(rows["W02"], planner)
    rows["W02"].refresh_from_db()
    move(rows["W02"], planner, dates("04-01-2027", "30-11-2028"))
    states = [row.state for row in DateProposal.objects.order_by("proposed_at")]
    assert states == [ProposalState.WITHDRAWN, ProposalState.OPEN]
