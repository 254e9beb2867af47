"""The pages on which measures and chapters are made and changed."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from areas.models import Area, Organisation, User
from coalition.models import Ambition
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import AgendaChapter, Measure
from tests.deliverables.agenda.factories import make_chapter, make_dependency, make_measure
from tests.factories import make_member, make_organisation

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


@pytest.fixture
def chapter(area: Area) -> AgendaChapter:
    return make_chapter(area, "W", title="Water en bodem")


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Waterschap Limburg", area=area)


def filled(chapter: AgendaChapter, **fields: object) -> dict[str, object]:
    values = {"title": "Aanleg berging", "chapter": chapter.pk, "kind": "project", "phase": "realisatie"}
    return {**values, "start": "Q3 2027", "end": "2029", **fields}


def address(name: str, measure: Measure) -> str:
    return reverse(name, args=[measure.area.slug, measure.pk])


def test_participant_proposes_for_their_organisation(
    area: Area, chapter: AgendaChapter, party: Organisation, signed_in: SignIn
) -> None:
    member = make_member("deelnemer", area, party)
    answer = signed_in(member).post(reverse("measure-new", args=[area.slug]), filled(chapter))
    made = Measure.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    assert (made.code, made.status, made.proposed_by) == ("ZL-W01", MeasureStatus.PROPOSED, party)


def test_who_speaks_for_two_says_for_which(
    area: Area, chapter: AgendaChapter, party: Organisation, signed_in: SignIn
) -> None:
    member, other = make_member("deelnemer", area, party), make_organisation(area=area)
    member.memberships.create(area=area, role="bestuurder", organisation=other, valid_from=date(2020, 1, 1))
    signed_in(member).post(reverse("measure-new", args=[area.slug]), filled(chapter, organisation=other.pk))
    assert Measure.objects.get().proposed_by == other


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"start": "0022"}, "Kies een datum tussen 2000 en 2100."),
        ({"start": "morgen"}, "Dit is geen datum. Bijvoorbeeld 12-03-2027"),
        ({"end": "Q2 2027"}, "Het eind (Q2 2027) ligt voor het begin (Q3 2027)."),
        ({"title": ""}, "Vul een titel in"),
        ({"kind": "programma", "lead": "party"}, "Een lopend programma van anderen heeft hier geen trekker."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    area: Area,
    planner: User,
    chapter: AgendaChapter,
    party: Organisation,
    signed_in: SignIn,
    typed: dict[str, object],
    words: str,
) -> None:
    typed = {name: party.pk if value == "party" else value for name, value in typed.items()}
    data = filled(chapter, result="Water blijft boven.", **typed)
    answer = signed_in(planner).post(reverse("measure-new", args=[area.slug]), data)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text
    assert "Water blijft boven." in text
    assert not Measure.objects.exists()


def test_article_one_comes_from_is_chosen_already(
    area: Area, planner: User, chapter: AgendaChapter, signed_in: SignIn
) -> None:
    ambition = Ambition.objects.create(area=area, number=1, title="Beken", text="Ruimte.", created_by=planner)
    text = signed_in(planner).get(reverse("measure-new", args=[area.slug]), {"ambitie": ambition.pk}).content.decode()
    [box] = [line for line in text.splitlines() if str(ambition.pk) in line]
    assert "checked" in box


def test_without_a_chapter_the_page_leads_to_making_one(area: Area, planner: User, signed_in: SignIn) -> None:
    text = signed_in(planner).get(reverse("measure-new", args=[area.slug])).content.decode()
    assert reverse("agenda-chapters", args=[area.slug]) in text


def test_change_keeps_the_dates_and_writes_the_rest(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation, signed_in: SignIn
) -> None:
    measure = make_measure(area, "W01", lead=party)
    data = filled(chapter, version=1, title="Anders", lead=party.pk, partners=[party.pk], start="2040")
    assert signed_in(planner).post(address("measure-edit", measure), data).status_code == 302
    measure.refresh_from_db()
    assert (measure.title, measure.start) == ("Anders", date(2027, 1, 4))
    assert set(measure.party_links.values_list("part", flat=True)) == {PartyPart.LEAD, PartyPart.PARTNER}


def test_who_comes_second_sees_both_texts(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation, signed_in: SignIn
) -> None:
    measure = make_measure(area, "W01", lead=party)
    client = signed_in(planner)
    client.post(address("measure-edit", measure), filled(chapter, version=1, title="Eerst", lead=party.pk))
    second = filled(chapter, version=1, title="Dan", lead=party.pk)
    answer = client.post(address("measure-edit", measure), second)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "ZL-W01 Eerst" in text
    assert 'value="Dan"' in text
    assert 'name="version" value="2"' in text


def test_dropping_what_others_wait_for_names_them_first(
    area: Area, other_area: Area, planner: User, signed_in: SignIn
) -> None:
    measure = make_measure(area, "W01", lead=make_organisation(area=area))
    make_dependency(measure, make_measure(area, "W02", title="Aanleg"))
    make_dependency(measure, make_measure(other_area, "P04", title="Geheim"))
    client = signed_in(planner)
    data = {"version": 1, "status": "vervallen", "reason": "Geld op"}
    answer = client.post(address("measure-status", measure), data)
    words = "PL-P04 Een maatregel in De Peel, ZL-W02 Aanleg wachten op deze maatregel."
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Geheim" not in answer.content.decode()
    assert client.post(address("measure-status", measure), {**data, "knows": "on"}).status_code == 302
    measure.refresh_from_db()
    assert (measure.status, measure.drop_reason) == ("vervallen", "Geld op")


def test_only_steps_that_can_be_taken_are_offered(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area, "W01", status=MeasureStatus.PROPOSED)
    text = signed_in(planner).get(address("measure-status", measure)).content.decode()
    assert 'value="gepland"' in text
    assert 'value="afgerond"' not in text


@pytest.mark.django_db(transaction=True)
def test_history_tells_field_by_field_what_changed(
    area: Area, planner: User, chapter: AgendaChapter, party: Organisation, signed_in: SignIn
) -> None:
    measure = make_measure(area, "W01", lead=party, title="Eerst")
    client = signed_in(planner)
    other = make_organisation("Gemeente Vaals", area=area)
    client.post(address("measure-edit", measure), filled(chapter, version=1, title="Dan", lead=other.pk))
    text = client.get(address("measure-history", measure)).content.decode()
    for words in ("Titel", "Eerst", "Dan", "Trekker: Gemeente Vaals", f"Door {planner}"):
        assert words in text


def test_chapter_is_added_renamed_and_put_first(area: Area, planner: User, signed_in: SignIn) -> None:
    client = signed_in(planner)
    for title, letter in (("Water", "w"), ("Natuur", "N")):
        client.post(reverse("agenda-chapters", args=[area.slug]), {"title": title, "letter": letter})
    row = AgendaChapter.objects.get(letter="N")
    data = {"version": 1, "title": "Natuur en beek", "letter": "N", "place": 1}
    client.post(reverse("agenda-chapter", args=[area.slug, row.pk]), data)
    assert [(row.letter, row.title) for row in area.agenda_chapters.all()] == [("N", "Natuur en beek"), ("W", "Water")]


def test_refused_chapter_is_told_beside_what_was_typed(
    area: Area, planner: User, chapter: AgendaChapter, signed_in: SignIn
) -> None:
    answer = signed_in(planner).post(reverse("agenda-chapters", args=[area.slug]), {"title": "Wonen", "letter": "W"})
    assert answer.status_code == 422
    assert "Een ander hoofdstuk heeft de letter W al." in answer.content.decode()
    assert 'value="Wonen"' in answer.content.decode()
