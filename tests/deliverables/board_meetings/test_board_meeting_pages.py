"""The pages of bestuurlijke overleggen, as somebody sees them who works with them."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from areas.area.models import AreaProvince, Province
from areas.enums import Role
from areas.models import Area, Membership, Printout, User
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, BoardTable
from deliverables.checkpoints.models import Checkpoint
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome, make_outcome_report
from tests.factories import DAY, make_area, make_member, make_organisation

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
TODAY = timezone.localdate()
PAST = f"BOL Zuid {(TODAY - timedelta(200)).year}"


@pytest.fixture
def client(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


def words(client: Client, name: str, *args: object, query: str = "") -> str:
    page = client.get(reverse(name, args=args) + query)
    assert page.status_code == 200
    return " ".join(page.content.decode().replace("\u00a0", " ").split())


def form_words(page: Any) -> str:
    return " ".join(page.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def past(area: Area) -> Checkpoint:
    return make_meeting(area, days=-200, name=PAST)


# --- the area
def test_empty_area_leads_on(area: Area, client: Client) -> None:
    page = words(client, "board-meetings", area.slug)
    assert "Er is geen overleg gepland." in page
    assert "Er is nog geen bestuurlijke afspraak vastgelegd." in page


def test_area_shows_what_is_open_due_or_all(area: Area, client: Client, past: Checkpoint) -> None:
    make_meeting(area, days=30)
    make_outcome(past, area, text="Te laat", due_on=TODAY - timedelta(53))
    make_outcome(past, area, text="Later", due_on=TODAY + timedelta(31))
    make_outcome_report(make_outcome(past, area, text="Klaar"), OutcomeState.DONE)
    page = words(client, "board-meetings", area.slug)
    assert "Opvolging van bestuurlijke afspraken: 1 is te laat" in page
    assert [name in page for name in ("Te laat", "Later", "Klaar")] == [True, True, False]
    assert "53 dagen te laat" in page
    due, every = (words(client, "board-meetings", area.slug, query=f"?toon={shows}") for shows in ("nu", "alle"))
    assert ("Later" in due, "Klaar" in every) == (False, True)
    assert "Vóór het volgende overleg: 1" in page


def test_meetings_of_the_planning_group_are_not_among_them(area: Area, client: Client, planner: User) -> None:
    make_meeting(area, kind="ijkmoment", name="Eerste ijkmoment")
    assert "Eerste ijkmoment" not in words(client, "board-meetings", area.slug)


@pytest.mark.parametrize("number", [1, 3])
def test_area_page_asks_as_much_for_three_as_for_one(
    area: Area, client: Client, past: Checkpoint, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    client.get(reverse("board-meetings", args=[area.slug]))
    for _ in range(number):
        outcome = make_outcome(past, area, measures=[make_measure(area)])
        make_outcome_report(outcome)
        make_outcome(make_meeting(area), area, predecessor=outcome)
    with django_assert_num_queries(12):
        client.get(reverse("board-meetings", args=[area.slug]))


# --- one overleg
def test_overleg_tells_what_is_due_before_it_what_goes_on_and_what_was_agreed(
    area: Area, client: Client, past: Checkpoint
) -> None:
    coming = make_meeting(area, days=30)
    make_outcome(past, area, text="Dekking", due_on=TODAY + timedelta(29))
    make_outcome(past, area, text="Voor later", due_on=TODAY + timedelta(31))
    make_outcome_report(make_outcome(past, area, text="Al klaar", due_on=TODAY), OutcomeState.DONE)
    make_outcome(coming, area, text="Nieuw besproken")
    page = words(client, "area-board-meeting", area.slug, coming.pk)
    order = [page.index(text) for text in ("Vóór dit overleg klaar", "Dekking", "Nieuw besproken", "Voor later")]
    assert order == sorted(order)
    assert "Al klaar" not in page
    assert "Al klaar" in words(client, "area-board-meeting", area.slug, past.pk)


def test_checkpoint_page_leads_to_its_overleg_with_what_is_due_and_the_trekker(
    area: Area, client: Client, past: Checkpoint
) -> None:
    coming = make_meeting(area, days=30)
    lead = make_organisation("Provincie Limburg", area=area)
    make_outcome(past, area, text="Dekking leveren", due_on=TODAY + timedelta(29), lead=lead)
    page = words(client, "checkpoint", area.slug, coming.pk)
    assert "Vóór dit overleg klaar" in page
    assert "Dekking leveren" in page
    assert "Provincie Limburg" in page
    assert reverse("area-board-meeting", args=[area.slug, coming.pk]) in page
    assert "geen afspraak van eerder" in words(client, "checkpoint", area.slug, past.pk)


@pytest.mark.parametrize("number", [1, 3])
def test_overleg_asks_as_much_for_three_as_for_one(
    area: Area, client: Client, past: Checkpoint, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    coming = make_meeting(area)
    address = reverse("area-board-meeting", args=[area.slug, coming.pk])
    client.get(address)
    for _ in range(number):
        make_outcome_report(make_outcome(past, area, due_on=TODAY, measures=[make_measure(area)]))
        make_outcome(coming, area)
    with django_assert_num_queries(11):
        client.get(address)


def test_what_was_agreed_stays_when_the_moment_is_called_otherwise(
    area: Area, client: Client, past: Checkpoint
) -> None:
    make_outcome(past, area)
    Checkpoint.objects.filter(pk=past.pk).update(kind="eigen")
    assert PAST in words(client, "board-meetings", area.slug)
    assert "Afspraak vastleggen" not in words(client, "area-board-meeting", area.slug, past.pk)
    assert client.post(reverse("board-outcome-new", args=[area.slug, past.pk]), {}).status_code == 422


# --- one outcome
def test_outcome_shows_its_line_its_words_and_its_measures(area: Area, client: Client, past: Checkpoint) -> None:
    first = make_outcome(past, area, 9, measures=[make_measure(area, "W03")])
    second = make_outcome(make_meeting(area, name="BOL Oost"), area, 14, predecessor=first)
    make_outcome_report(first, OutcomeState.RUNNING, TODAY - timedelta(3), evidence="https://voorbeeld.example/brief")
    page = words(client, "board-outcome", area.slug, first.pk)
    for text in (f"{PAST}, 9", str(second), "ZL-W03", "3 dagen oud", "https://voorbeeld.example/brief"):
        assert text in page
    assert reverse("board-outcome", args=[area.slug, first.pk]) in words(client, "board-outcome", area.slug, second.pk)


def test_taken_note_of_asks_nothing(area: Area, client: Client, past: Checkpoint) -> None:
    noted = make_outcome(past, area, kind=OutcomeKind.NOTED, lead=None)
    page = words(client, "board-outcome", area.slug, noted.pk)
    assert "Kennisgenomen" in page
    assert "Stand melden" not in page


def test_outcome_is_written_down_changed_reported_on_and_taken_over(
    area: Area, client: Client, past: Checkpoint
) -> None:
    lead, coming = make_organisation(area=area), make_meeting(area)
    fields = {"kind": "afspraak", "text": "Dekking leveren", "lead": lead.pk, "number": "14", "due_on": "01-12-2027"}
    assert client.post(reverse("board-outcome-new", args=[area.slug, past.pk]), fields).status_code == 302
    made = BoardOutcome.objects.get()
    fields |= {"text": "Samen dekking leveren", "version": 1}
    assert client.post(reverse("board-outcome-edit", args=[area.slug, made.pk]), fields).status_code == 302
    said = {"as_of": f"{TODAY:%d-%m-%Y}", "state": "loopt", "version": 2}
    assert client.post(reverse("board-outcome-report", args=[area.slug, made.pk]), said).status_code == 302
    shown = client.get(reverse("board-outcome-continue", args=[area.slug, made.pk])).content.decode()
    assert "Samen dekking leveren" in shown
    over = {**fields, "number": "", "due_on": "", "meeting": coming.pk, "version": 3, "as_of": f"{TODAY:%d-%m-%Y}"}
    assert client.post(reverse("board-outcome-continue", args=[area.slug, made.pk]), over).status_code == 302
    successor = BoardOutcome.objects.get(predecessor=made)
    assert (successor.number, successor.text, successor.due_on) == (1, "Samen dekking leveren", None)
    assert "Doorgeschoven" in words(client, "board-outcome", area.slug, made.pk)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"number": "9" * 30}, "Vul een nummer in van 1 tot en met 9.999"),
        ({"number": "-1"}, "Vul een nummer in van 1 tot en met 9.999"),
        ({"number": "veertien"}, "Vul een nummer in van 1 tot en met 9.999"),
        ({"number": "3"}, "Nummer 3 is in dit overleg al gegeven"),
        ({"text": ""}, "Vul in wat er is afgesproken"),
        ({"text": "x" * 4001}, "hoogstens 4.000 tekens"),
        ({"kind": "besluitje"}, "Kies of het een afspraak is"),
        ({"lead": ""}, "Kies een trekker"),
        ({"lead": "0190c0de-0000-7000-8000-000000000000"}, "Deze keuze is er niet meer"),
        ({"due_on": "01-01-2001"}, "Kies een uiterste datum daarna"),
        ({"due_on": "31-02-2027"}, "Vul een bestaande datum in"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    area: Area, client: Client, past: Checkpoint, fields: dict[str, str], message: str
) -> None:
    lead = make_organisation(area=area)
    make_outcome(past, area, 3)
    sent = {"kind": "afspraak", "text": "Dekking leveren", "lead": str(lead.pk), **fields}
    page = client.post(reverse("board-outcome-new", args=[area.slug, past.pk]), sent)
    assert page.status_code == 422
    assert message in form_words(page)
    assert sent["text"] in page.content.decode()


def test_signs_that_do_not_print_are_told_of_once(area: Area, client: Client, past: Checkpoint) -> None:
    url = reverse("board-outcome-new", args=[area.slug, past.pk])
    sent = {"kind": "afspraak", "text": "Dekking 水", "lead": make_organisation(area=area).pk}
    page = client.post(url, sent)
    assert "De PDF kan ‘水’ niet tonen" in form_words(page)
    told = page.context["form"]["told_seen"].value()
    assert f'name="told_seen" value="{told}"' in page.content.decode()
    assert client.post(url, {**sent, "told_seen": told}).status_code == 302


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"state": "afgerond", "text": ""}, "Laat zien dat het klaar is"),
        ({"state": "vervallen", "text": ""}, "Schrijf op waarom de afspraak vervalt"),
        ({"state": "doorgeschoven"}, "Neem de afspraak eerst over"),
        ({"state": ""}, "Kies wat er van de afspraak is geworden"),
        ({"evidence": "javascript:alert(1)"}, "Vul een heel adres in"),
        ({"as_of": "01-01-2090"}, "ligt in de toekomst"),
    ],
)
def test_word_that_lacks_something_is_said(
    area: Area, client: Client, past: Checkpoint, fields: dict[str, str], message: str
) -> None:
    outcome = make_outcome(past, area)
    sent = {"state": "loopt", "as_of": f"{TODAY:%d-%m-%Y}", "text": "Er ligt iets", "version": "1", **fields}
    page = client.post(reverse("board-outcome-report", args=[area.slug, outcome.pk]), sent)
    assert page.status_code == 422
    assert message in form_words(page)


def test_second_to_save_sees_what_the_first_one_saved(area: Area, client: Client, past: Checkpoint) -> None:
    outcome = make_outcome(past, area, text="Zoals het nu is")
    BoardOutcome.objects.filter(pk=outcome.pk).update(version=2)
    said = {"state": "loopt", "as_of": f"{TODAY:%d-%m-%Y}", "text": "Mijn woorden", "version": "1"}
    changed = {"kind": "afspraak", "text": "Mijn woorden", "lead": str(outcome.lead_id), "version": "1"}
    over = {**changed, "meeting": str(make_meeting(area).pk), "as_of": f"{TODAY:%d-%m-%Y}"}
    pages = {"board-outcome-report": said, "board-outcome-edit": changed, "board-outcome-continue": over}
    for name, sent in pages.items():
        page = client.post(reverse(name, args=[area.slug, outcome.pk]), sent)
        assert page.status_code == 409
        assert "Zoals het nu is" in page.content.decode()
        assert "Mijn woorden" in page.content.decode()


# --- the table
def test_table_says_who_sits_there_and_for_whom_they_speak(area: Area, client: Client, past: Checkpoint) -> None:
    here, away = make_organisation("Provincie Limburg", area=area), make_organisation("Gemeente Vaals", area=area)
    address = reverse("board-table", args=[area.slug, past.pk])
    sent = {
        "version": "0",
        "seated": [str(here.pk)],
        "who-0": str(away.pk),
        "by-0": str(here.pk),
        "who-1": "",
        "by-1": "",
    }
    assert client.post(address, sent).status_code == 302
    assert "ook namens Gemeente Vaals" in words(client, "area-board-meeting", area.slug, past.pk)
    assert client.post(address, sent).status_code == 302  # the same once more
    assert client.post(address, {"version": "0", "seated": [str(here.pk)]}).status_code == 409
    assert client.post(address, {"version": "1", "seated": [str(here.pk)]}).status_code == 302
    assert BoardTable.objects.get().seats.count() == 1


@pytest.mark.parametrize(
    ("seated", "who", "by", "message"),
    [
        ((0, 1), 1, 0, "zit zelf aan tafel"),
        ((), 1, 0, "Zet Partij 0 dan ook aan tafel"),
        ((0,), 1, None, "Kies wie Partij 1 vertegenwoordigt"),
        ((0,), None, 0, "Kies wie door Partij 0 wordt vertegenwoordigd"),
    ],
)
def test_table_that_cannot_be_is_said(
    area: Area, client: Client, past: Checkpoint, seated: tuple[int, ...], who: int | None, by: int | None, message: str
) -> None:  # fmt: skip
    keys = [str(make_organisation(f"Partij {number}", area=area).pk) for number in range(2)]
    pair = {"who-0": "" if who is None else keys[who], "by-0": "" if by is None else keys[by]}
    sent = {"version": "0", "seated": [keys[number] for number in seated], **pair}
    page = client.post(reverse("board-table", args=[area.slug, past.pk]), sent)
    assert page.status_code == 422
    assert message in form_words(page)


# --- over the areas
@pytest.fixture
def limburg(area: Area, other_area: Area) -> Province:
    made = Province.objects.create(name="Limburg", slug="limburg")
    AreaProvince.objects.create(area=area, province=made)
    return made


def test_regieteam_sees_all_areas_and_narrows_by_all_at_once(
    area: Area, other_area: Area, limburg: Province, programme_team: User, signed_in: SignIn, past: Checkpoint
) -> None:
    client, lead = signed_in(programme_team), make_organisation("Provincie Limburg", area=area)
    make_outcome(past, area, text="Te laat hier", due_on=TODAY - timedelta(5), lead=lead)
    make_outcome(past, area, text="Op tijd hier", lead=lead)
    make_outcome(make_meeting(other_area, days=-9), other_area, text="Te laat daar", due_on=TODAY - timedelta(2))
    every = words(client, "all-board-outcomes")
    assert "3 afspraken gevonden" in every
    for query, shown in {
        "?provincie=limburg": 2, "?gebied=de-peel": 1, "?laat=on": 2, "?laat=on&provincie=limburg": 1,
        f"?trekker={lead.pk}&stand=nieuw": 2, "?stand=open&gebied=de-peel&provincie=limburg": 0, "?stand=onzin": 3,
        "?trekker=onzin": 3,
    }.items():  # fmt: skip
        assert f"{shown} {'afspraak' if shown == 1 else 'afspraken'} gevonden" in words(
            client, "all-board-outcomes", query=query
        )


def test_who_belongs_to_one_area_sees_and_counts_nothing_of_another(
    area: Area, other_area: Area, limburg: Province, client: Client, past: Checkpoint
) -> None:
    shared = make_meeting(area, other_area, days=-9, name="BO Leefomgeving 2026")
    make_outcome(shared, area, text="Van hier")
    hidden = make_outcome(
        shared, other_area, text="Geheim daar", lead=make_organisation("Partij daar", area=other_area)
    )
    make_outcome(shared, None, text="Van allen", lead=None, kind=OutcomeKind.DECIDED)
    make_meeting(other_area, name="Overleg van De Peel")
    for page in (words(client, "all-board-outcomes"), words(client, "board-meeting", shared.pk)):
        assert [text in page for text in ("Van hier", "Van allen", "Geheim daar", "Partij daar")] == [
            True,
            True,
            False,
            False,
        ]
        assert "De Peel" not in page
    assert "2 afspraken gevonden" in words(client, "all-board-outcomes")
    assert "2 afspraken, 2 nog open" in words(client, "all-board-outcomes")
    assert "2 afspraken gevonden" in words(client, "all-board-outcomes", query="?gebied=de-peel")
    assert client.get(reverse("board-outcome", args=[area.slug, hidden.pk])).status_code == 404


def test_overleg_of_another_area_does_not_exist(
    area: Area, other_area: Area, client: Client, programme_team: User, signed_in: SignIn
) -> None:
    foreign, moment = make_meeting(other_area), make_meeting(area, kind="ijkmoment")
    assert client.get(reverse("board-meeting", args=[foreign.pk])).status_code == 404
    assert client.get(reverse("area-board-meeting", args=[area.slug, foreign.pk])).status_code == 404
    assert client.get(reverse("area-board-meeting", args=[area.slug, moment.pk])).status_code == 404
    assert signed_in(programme_team).get(reverse("board-meeting", args=[foreign.pk])).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_much_for_three_as_for_one(
    area: Area, programme_team: User, signed_in: SignIn, past: Checkpoint,
    django_assert_num_queries: DjangoAssertNumQueries, number: int,
) -> None:  # fmt: skip
    client = signed_in(programme_team)
    client.get(reverse("all-board-outcomes"))
    for _ in range(number):
        make_outcome_report(make_outcome(past, area, measures=[make_measure(area)]))
        make_outcome(make_meeting(area), area, predecessor=make_outcome(past, area))
    with django_assert_num_queries(13):
        client.get(reverse("all-board-outcomes"))


def test_files_hold_what_the_page_holds_and_no_formula(area: Area, client: Client, past: Checkpoint) -> None:
    make_outcome_report(make_outcome(past, area, 14, text="=SOM(A1)"), OutcomeState.DONE)
    make_outcome(past, area, 15, text="Nog open")
    lines = b"".join(client.get(reverse("board-outcomes-csv") + "?stand=afgerond").streaming_content).decode()  # type: ignore[attr-defined]
    assert lines.count("\n") == 2
    assert "'=SOM(A1)" in lines
    file = client.get(reverse("board-outcomes-xlsx"))
    rows = list(load_workbook(BytesIO(b"".join(file.streaming_content)))["Afspraken"].values)  # type: ignore[attr-defined]
    assert [row[2] for row in rows] == ["Nummer", 14, 15]


# --- who may do what
def test_outcome_of_all_areas_is_the_regieteams(
    area: Area, other_area: Area, client: Client, programme_team: User, signed_in: SignIn
) -> None:
    shared = make_meeting(area, other_area, days=-9)
    outcome = make_outcome(shared, None, lead=make_organisation(area=area))
    address = reverse("board-outcome-edit", args=[area.slug, outcome.pk])
    assert client.get(address).status_code == 403
    assert client.get(reverse("board-outcome-report", args=[area.slug, outcome.pk])).status_code == 403
    team = signed_in(programme_team)
    assert team.get(address).status_code == 200
    assert "Geldt voor alle gebieden" in words(team, "board-outcome-new", area.slug, shared.pk)
    assert "Geldt voor alle gebieden" not in words(client, "board-outcome-new", area.slug, shared.pk)
    sent = {"kind": "besluit", "text": "Voor allen", "everywhere": "on"}
    assert team.post(reverse("board-outcome-new", args=[area.slug, shared.pk]), sent).status_code == 302
    assert BoardOutcome.objects.get(text="Voor allen").area is None


def test_outcome_of_all_areas_goes_on_only_where_one_may_write_for_all_of_them(
    area: Area, other_area: Area, admin: User, signed_in: SignIn
) -> None:
    Membership.objects.create(user=admin, area=other_area, role=Role.AREA_ADMIN, valid_from=DAY)
    third, lead = make_area("groene-hart"), make_organisation(area=area)
    outcome = make_outcome(make_meeting(area, other_area, days=-9), None, lead=lead)
    make_meeting(area, other_area, name="Van deze twee")
    wider = make_meeting(area, other_area, third, name="Van drie")
    client = signed_in(admin)
    page = words(client, "board-outcome-continue", area.slug, outcome.pk)
    assert ("Van deze twee" in page, "Van drie" in page) == (True, False)
    sent = {"kind": "afspraak", "text": "Verder", "lead": lead.pk, "version": "1", "as_of": f"{TODAY:%d-%m-%Y}"}
    address = reverse("board-outcome-continue", args=[area.slug, outcome.pk])
    assert client.post(address, {**sent, "meeting": wider.pk}).status_code == 422


def test_trekker_reports_for_itself_and_changes_nothing(area: Area, signed_in: SignIn, past: Checkpoint) -> None:
    lead = make_organisation("Gemeente Heerlen", area=area)
    outcome = make_outcome(past, area, lead=lead)
    client = signed_in(make_member(Role.EXECUTIVE, area, organisation=lead))
    assert "U meldt namens Gemeente Heerlen" in words(client, "board-outcome-report", area.slug, outcome.pk)
    said = {"as_of": f"{TODAY:%d-%m-%Y}", "state": "loopt", "version": "1"}
    assert client.post(reverse("board-outcome-report", args=[area.slug, outcome.pk]), said).status_code == 302
    assert outcome.reports.get().organisation == lead
    assert client.get(reverse("board-outcome-edit", args=[area.slug, outcome.pk])).status_code == 403


def test_paper_holds_what_the_page_holds(area: Area, client: Client, past: Checkpoint) -> None:
    coming = make_meeting(area, days=30)
    make_outcome_report(make_outcome(past, area, 6, text="Cijfers leveren", due_on=TODAY - timedelta(53)))
    make_outcome(coming, area, 1, text="Nieuw besproken")
    assert client.post(reverse("board-meeting-print", args=[area.slug, coming.pk])).status_code == 302
    html = Printout.objects.get().html
    for text in (
        f"{PAST}, 6",
        "Cijfers leveren",
        "53 dagen te laat",
        "De stukken liggen klaar.",
        "Nieuw besproken",
    ):
        assert text in html


def test_measure_shows_what_was_agreed_on_it(area: Area, client: Client, past: Checkpoint) -> None:
    measure = make_measure(area)
    make_outcome(past, area, text="Dekking leveren", measures=[measure])
    make_outcome(past, area, text="Iets anders")
    page = words(client, "measure", area.slug, measure.pk)
    assert "Dekking leveren" in page
    assert "Iets anders" not in page
