"""Putting measures on the agenda and changing them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import close_old_connections, connection

from areas.models import Area, Organisation, User
from coalition.models import Ambition
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.actions.around import LinkedTo, PartyIn
from deliverables.agenda.measures.actions.chapters import add_chapter, change_chapter
from deliverables.agenda.measures.actions.measures import MeasureData, change_measure, propose_measure
from deliverables.agenda.measures.actions.states import change_measure_status
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart
from deliverables.agenda.measures.models import AgendaChapter, Measure
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_chapter, make_measure
from tests.factories import make_challenge, make_member, make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def chapter(area: Area) -> AgendaChapter:
    return make_chapter(area, "W", title="Water en bodem")


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Waterschap Limburg", area=area)


def propose(area: Area, actor: User, chapter: AgendaChapter, **fields: object) -> Measure:
    values = {"start": read_date("Q3 2027"), "end": read_date("2029"), **fields}
    data = values.pop("data", None) or MeasureData(chapter, "Aanleg berging")
    return propose_measure(area=area, actor=actor, data=data, **values)  # type: ignore[arg-type]


def test_proposal_gets_the_next_code_of_its_chapter(area: Area, planner: User, chapter: AgendaChapter) -> None:
    assert [propose(area, planner, chapter).code for _ in range(3)] == ["ZL-W01", "ZL-W02", "ZL-W03"]


def test_proposal_keeps_its_dates_as_they_were_meant(area: Area, planner: User, chapter: AgendaChapter) -> None:
    made = Measure.objects.get(pk=propose(area, planner, chapter).pk)
    assert (made.span, made.status) == ("Q3 2027 – 2029", MeasureStatus.PROPOSED)


def test_code_is_never_given_again_after_another_chapter_or_a_removal(
    area: Area, planner: User, chapter: AgendaChapter
) -> None:
    first, second = propose(area, planner, chapter), propose(area, planner, chapter)
    data = MeasureData(make_chapter(area, "N"), "Elders")
    assert change_measure(measure=second, actor=planner, version=1, data=data).code == "ZL-W02"
    second.delete()
    change_measure_status(measure=first, actor=planner, version=1, status="vervallen", reason="Geen steun")
    assert propose(area, planner, chapter).code == "ZL-W03"


def test_same_form_twice_makes_one_measure(area: Area, planner: User, chapter: AgendaChapter) -> None:
    token = uuid7()
    assert propose(area, planner, chapter, token=token) == propose(area, planner, chapter, token=token)


def test_measure_does_not_end_before_it_begins(area: Area, planner: User, chapter: AgendaChapter) -> None:
    with pytest.raises(Problem, match=r"Het eind \(Q2 2027\) ligt voor het begin \(Q3 2027\)"):
        propose(area, planner, chapter, end=read_date("Q2 2027"))
    assert propose(area, planner, chapter, end=read_date("2027")).span == "Q3 2027 – 2027"


def test_party_of_another_area_takes_no_part(
    area: Area, other_area: Area, planner: User, chapter: AgendaChapter
) -> None:
    parties = [PartyIn(PartyPart.PARTNER, make_organisation(area=other_area))]
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        propose(area, planner, chapter, data=MeasureData(chapter, "Titel", parties=parties))


def test_measure_has_one_lead(area: Area, planner: User, chapter: AgendaChapter, party: Organisation) -> None:
    parties = [PartyIn(PartyPart.LEAD, party), PartyIn(PartyPart.LEAD, make_organisation(area=area))]
    with pytest.raises(Problem, match="één trekker"):
        propose(area, planner, chapter, data=MeasureData(chapter, "Titel", parties=parties))


def test_programme_of_others_has_no_lead(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation
) -> None:
    data = MeasureData(chapter, "Titel", kind=MeasureKind.PROGRAMME, parties=[PartyIn(PartyPart.LEAD, party)])
    with pytest.raises(Problem, match="geen trekker"):
        propose(area, planner, chapter, data=data)


def test_executive_is_somebody_of_the_lead(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation
) -> None:
    stranger = make_person(make_organisation(area=area))
    parties = [PartyIn(PartyPart.LEAD, party, executive=stranger)]
    with pytest.raises(Problem, match="Kies iemand van Waterschap Limburg"):
        propose(area, planner, chapter, data=MeasureData(chapter, "Titel", parties=parties))


def test_links_of_another_area_are_refused(
    area: Area, other_area: Area, planner: User, chapter: AgendaChapter
) -> None:
    links = LinkedTo(challenges=[make_challenge(other_area)])
    with pytest.raises(Problem, match="van een ander gebied"):
        propose(area, planner, chapter, data=MeasureData(chapter, "Titel", links=links))


def test_change_writes_parties_and_links_exactly(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation
) -> None:
    measure = make_measure(area, "W01", lead=party)
    contact = make_person(party)
    ambition = Ambition.objects.create(area=area, number=1, title="Water", text="Meer.", created_by=planner)
    parties = [PartyIn(PartyPart.LEAD, party, contact=contact), PartyIn(PartyPart.FUNDER, party)]
    data = MeasureData(chapter, "Anders", parties=parties, links=LinkedTo(ambitions=[ambition]))
    change_measure(measure=measure, actor=planner, version=1, data=data)
    assert set(measure.party_links.values_list("part", "contact")) == {("trekker", contact.pk), ("financier", None)}
    change_measure(measure=measure, actor=planner, version=2, data=replace(data, links=LinkedTo()))
    assert list(measure.ambitions.all()) == []


def test_who_comes_second_with_a_change_hears_so(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation
) -> None:
    measure = make_measure(area, "W01", lead=party)
    data = MeasureData(chapter, "Eerst", parties=[PartyIn(PartyPart.LEAD, party)])
    change_measure(measure=measure, actor=planner, version=1, data=data)
    with pytest.raises(Conflict, match="Iemand anders heeft deze maatregel"):
        change_measure(measure=measure, actor=planner, version=1, data=replace(data, title="Dan"))
    assert Measure.objects.get(pk=measure.pk).title == "Eerst"


def test_lead_cannot_go_from_a_planned_measure(area: Area, planner: User, chapter: AgendaChapter) -> None:
    measure = make_measure(area, "W01", lead=make_organisation(area=area))
    with pytest.raises(Problem, match="Kies eerst een trekker"):
        change_measure(measure=measure, actor=planner, version=1, data=MeasureData(chapter, "Titel"))


def test_proposal_needs_a_lead_to_be_taken_over(area: Area, planner: User, party: Organisation) -> None:
    measure = make_measure(area, "W01", status=MeasureStatus.PROPOSED)
    with pytest.raises(Problem, match="Kies eerst een trekker"):
        change_measure_status(measure=measure, actor=planner, version=1, status=MeasureStatus.PLANNED)
    measure.party_links.create(organisation=party, part=PartyPart.LEAD)
    change_measure_status(measure=measure, actor=planner, version=1, status=MeasureStatus.PLANNED)
    assert measure.status == MeasureStatus.PLANNED


def test_programme_of_others_is_taken_over_without_a_lead(area: Area, planner: User) -> None:
    measure = make_measure(area, "W01", status=MeasureStatus.PROPOSED, kind=MeasureKind.PROGRAMME)
    change_measure_status(measure=measure, actor=planner, version=1, status=MeasureStatus.PLANNED)
    assert measure.status == MeasureStatus.PLANNED


def test_dropping_asks_for_a_reason_and_is_the_end(area: Area, planner: User) -> None:
    measure = make_measure(area, "W01")
    with pytest.raises(Problem, match="waarom deze maatregel vervalt"):
        change_measure_status(measure=measure, actor=planner, version=1, status=MeasureStatus.DROPPED, reason=" ")
    change_measure_status(measure=measure, actor=planner, version=1, status=MeasureStatus.DROPPED, reason="Geld op")
    with pytest.raises(TransitionRefused, match="Van “Vervallen” kan niet naar “Gepland”"):
        change_measure_status(measure=measure, actor=planner, version=2, status=MeasureStatus.PLANNED)


def test_who_proposed_it_hears_what_became_of_it(area: Area, planner: User, chapter: AgendaChapter) -> None:
    participant = make_member("deelnemer", area)
    measure = propose(area, participant, chapter)
    change_measure_status(measure=measure, actor=planner, version=1, status="vervallen", reason="Het is er al")
    mail = OutgoingMail.objects.get(to=participant.email)
    assert "ZL-W01" in mail.subject
    assert "Het is er al" in mail.text


def test_chapter_keeps_a_letter_that_stands_in_codes(area: Area, planner: User, chapter: AgendaChapter) -> None:
    change_chapter(chapter=chapter, actor=planner, version=1, title="Water", letter="B", place=1)
    make_measure(area, "B01", chapter=chapter)
    with pytest.raises(Problem, match="De letter B staat in codes"):
        change_chapter(chapter=chapter, actor=planner, version=2, title="Water", letter="C", place=1)


def test_chapters_make_room_for_one_another(area: Area, planner: User) -> None:
    titles = ("Water", "Natuur", "Wonen")
    made = [
        add_chapter(area=area, actor=planner, title=title, letter=title[0].lower() if title != "Wonen" else "O")
        for title in titles
    ]
    change_chapter(chapter=made[2], actor=planner, version=1, title="Wonen", letter="O", place=1)
    assert [row.title for row in area.agenda_chapters.order_by("position")] == ["Wonen", "Water", "Natuur"]


@pytest.mark.parametrize(
    ("title", "letter", "words"),
    [("", "N", "Vul een naam in"), ("Natuur", "é", "Kies één letter"), ("Natuur", "W", "heeft de letter W al")],
)
def test_chapter_is_refused_in_words(
    area: Area, planner: User, chapter: AgendaChapter, title: str, letter: str, words: str
) -> None:
    with pytest.raises(Problem, match=words):
        add_chapter(area=area, actor=planner, title=title, letter=letter)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_two_codes(area: Area, planner: User, chapter: AgendaChapter) -> None:
    def one(_: int) -> str:
        close_old_connections()
        try:
            return propose(area, planner, chapter).code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(one, range(8))) == [f"ZL-W0{number}" for number in range(1, 9)]
