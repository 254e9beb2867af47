"""The pages about what waits for what: nothing typed is lost, nothing leaks, whatever is wrong is said."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import Dependency, ExternalCondition, MeasureCondition, MeasureDeadline
from tests.deliverables.agenda.factories import make_condition, make_deadline, make_dependency, make_measure
from tests.factories import make_member

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


@pytest.fixture
def client(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


@pytest.fixture
def measure(area: Area, planner: User) -> Measure:
    return make_measure(area, "W01", title="Ontwerp beekdal")


def form(**fields: str) -> dict[str, str]:
    filled = {
        "direction": "wacht", "place": "zuid-limburg", "other": "w02", "kind": "FS", "lag": "0", "unit": "dag",
        "why": "Eerst het ontwerp",
    }  # fmt: skip
    return filled | fields


def post_new(client: Client, measure: Measure, **fields: str) -> str:
    address = reverse("dependency-new", args=[measure.area.slug, measure.pk])
    response = client.post(address, form(**fields))
    return "" if response.status_code == 302 else response.content.decode()


@pytest.mark.parametrize("typed", ["w02", "ZL-W02", "zl-w02", "ZL-W02 Aanleg beekdal", "aanleg  beekdal"])
def test_measure_is_chosen_by_code_or_title(client: Client, measure: Measure, typed: str) -> None:
    other = make_measure(measure.area, "W02", title="Aanleg beekdal")
    assert post_new(client, measure, other=typed, direction="gaat-voor") == ""
    made = Dependency.objects.get()
    assert (made.before, made.after) == (measure, other)


def test_list_to_choose_from_holds_every_measure_but_those_that_were_dropped(client: Client, measure: Measure) -> None:
    make_measure(measure.area, "W02", title="Aanleg")
    make_measure(measure.area, "W03", status="vervallen", drop_reason="Geen geld")
    page = client.get(reverse("dependency-new", args=[measure.area.slug, measure.pk])).content.decode()
    assert '<option value="ZL-W02 Aanleg"></option>' in page
    assert "ZL-W03" not in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"other": "W01"}, "niet op zichzelf"),
        ({"other": "W99"}, "staat niet op de agenda"),
        ({"lag": "100.000"}, "-2.000 tot en met 2.000"),
        ({"lag": "100000"}, "-2.000 tot en met 2.000"),
        ({"lag": "twee"}, "-2.000 tot en met 2.000"),
        ({"why": ""}, "Schrijf op waarom de een op de ander wacht"),
        ({"kind": "SF"}, "Kies"),
        ({"place": "nergens"}, "Kies een gebied uit de lijst"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, measure: Measure, fields: dict[str, str], words: str
) -> None:
    make_measure(measure.area, "W02")
    page = post_new(client, measure, **({"why": "Mijn lange uitleg"} | fields))
    assert words in page
    assert fields.get("why", "Mijn lange uitleg") in page
    assert not Dependency.objects.exists()


def test_thousand_with_a_dot_is_a_thousand(client: Client, measure: Measure) -> None:
    make_measure(measure.area, "W02")
    assert post_new(client, measure, lag="−1.000") == ""
    assert Dependency.objects.get().lag == -1_000


def test_measure_of_another_area_takes_its_exact_code_and_no_title(
    client: Client, measure: Measure, other_area: Area
) -> None:
    make_measure(other_area, "P04", title="Inzet grondbank")
    for typed in ("Inzet grondbank", "P04", "PL-P05"):
        page = post_new(client, measure, place="de-peel", other=typed)
        assert "In De Peel is geen maatregel met deze code" in page
    assert post_new(client, measure, place="de-peel", other="pl-p04") == ""
    page = client.get(measure.get_absolute_url()).content.decode()
    assert "Een maatregel in De Peel" in page
    assert "Inzet grondbank" not in page


def test_ring_is_said_beside_what_was_typed(client: Client, measure: Measure) -> None:
    other = make_measure(measure.area, "W02")
    make_dependency(measure, other)
    page = post_new(client, measure, why="Zo hoort het")
    assert "ZL-W01 → ZL-W02 → ZL-W01" in page
    assert "Zo hoort het" in page


def test_who_changes_second_sees_what_the_first_saved_and_keeps_the_own_text(client: Client, measure: Measure) -> None:
    tie = make_dependency(measure, make_measure(measure.area, "W02"))
    address = reverse("dependency-edit", args=[measure.area.slug, tie.pk])
    given = {"version": "1", "kind": "FS", "lag": "5", "unit": "dag", "why": "De eerste"}
    assert client.post(address, given).status_code == 302
    second = client.post(address, given | {"why": "De tweede"})
    assert second.status_code == 409
    assert "omdat “De eerste”" in second.content.decode()
    assert "De tweede" in second.content.decode()


def test_dependency_is_removed_after_asking(client: Client, measure: Measure) -> None:
    tie = make_dependency(measure, make_measure(measure.area, "W02"))
    address = reverse("dependency-remove", args=[measure.area.slug, tie.pk])
    assert "Afhankelijkheid verwijderen?" in client.get(address).content.decode()
    assert client.post(address, {"version": "1"}).status_code == 302
    assert not Dependency.objects.exists()


def test_other_area_answers_and_only_it(client: Client, measure: Measure, other_area: Area, signed_in: SignIn) -> None:
    foreign = make_measure(other_area, "P04", title="Inzet grondbank")
    tie = make_dependency(measure, foreign, state="voorgesteld", proposed_in=measure.area)
    neighbour = signed_in(make_member(Role.PLANNING_GROUP, other_area))
    here, there = (reverse("dependency-answer", args=[slug, tie.pk]) for slug in ("zuid-limburg", "de-peel"))
    assert client.post(here, {"antwoord": "ja"}).status_code == 403
    page = neighbour.get(there).content.decode()
    assert "Een maatregel in Zuid-Limburg" in page
    assert "Ontwerp beekdal" not in page
    assert neighbour.post(there, {"antwoord": "misschien"}).status_code == 422
    assert neighbour.post(there, {"antwoord": "ja", "version": "1"}).status_code == 302
    assert neighbour.get(reverse("dependency-edit", args=["de-peel", tie.pk])).status_code == 403
    tie.refresh_from_db()
    assert tie.state == "bevestigd"


def test_planning_group_writes_a_condition_of_its_area(client: Client, area: Area) -> None:
    address = reverse("condition-new", args=[area.slug])
    assert client.post(address, {"title": "Net", "expected": "0022"}).status_code == 422
    assert client.post(address, {"title": "Net", "expected": "Q3 2027"}).status_code == 302
    made = ExternalCondition.objects.get()
    assert (made.area, str(made.expected)) == (area, "Q3 2027")
    assert "Q3 2027" in client.get(reverse("conditions", args=[area.slug])).content.decode()


def test_only_the_regieteam_writes_a_condition_of_all_areas(
    client: Client, area: Area, programme_team: User, signed_in: SignIn
) -> None:
    national = signed_in(programme_team)
    assert national.post(reverse("condition-new", args=[area.slug]), {"title": "Wet"}).status_code == 302
    made = ExternalCondition.objects.get()
    assert made.area is None
    address = reverse("condition-edit", args=[area.slug, made.pk])
    assert (client.get(address).status_code, national.get(address).status_code) == (403, 200)
    assert client.post(reverse("condition-state", args=[area.slug, made.pk]), {"stand": "vervuld"}).status_code == 403


def test_measure_waits_for_a_condition_and_is_let_go(client: Client, measure: Measure) -> None:
    condition = make_condition(measure.area, title="Stikstofruimte")
    address = reverse("condition", args=[measure.area.slug, condition.pk])
    refused = client.post(address, {"measure": "iets"})
    assert refused.status_code == 422
    assert 'value="iets"' in refused.content.decode()
    assert client.post(address, {"measure": "W01"}).status_code == 302
    assert "Ontwerp beekdal" in client.get(address).content.decode()
    assert client.post(reverse("condition-unlink", args=["zuid-limburg", condition.pk, measure.pk])).status_code == 302
    assert not MeasureCondition.objects.exists()


def test_condition_changes_state_and_who_is_second_keeps_the_text(client: Client, area: Area, planner: User) -> None:
    condition = make_condition(area, title="Net", note="Oud")
    state = reverse("condition-state", args=[area.slug, condition.pk])
    assert client.post(state, {"stand": "vervuld", "version": "1"}).status_code == 302
    edit = reverse("condition-edit", args=[area.slug, condition.pk])
    second = client.post(edit, {"version": "1", "title": "Net", "note": "Mijn toelichting"})
    assert second.status_code == 409
    assert "Mijn toelichting" in second.content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day": "", "why": "SPUK"}, "één van de twee"),
        ({"day": "31-12-0022", "why": "SPUK"}, "tussen 2000 en 2100"),
        ({"day": "31-12-2030", "why": ""}, "Schrijf op waarom het dan klaar moet zijn"),
    ],
)
def test_last_day_that_is_wrong_is_refused(
    client: Client, measure: Measure, fields: dict[str, str], words: str
) -> None:
    response = client.post(reverse("deadline-new", args=[measure.area.slug, measure.pk]), fields)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_last_day_is_added_changed_and_removed(client: Client, measure: Measure) -> None:
    slug = measure.area.slug
    client.post(reverse("deadline-new", args=[slug, measure.pk]), {"day": "31-12-2030", "why": "SPUK"})
    made = MeasureDeadline.objects.get()
    assert (made.day, made.measure) == (date(2030, 12, 31), measure)
    edit = reverse("deadline-edit", args=[slug, made.pk])
    assert "31-12-2030" in client.get(edit).content.decode()
    assert client.post(edit, {"version": "1", "day": "30-12-2030", "why": "SPUK"}).status_code == 302
    assert client.post(edit, {"version": "1", "day": "1-1-2031", "why": "Ik ook"}).status_code == 409
    remove = reverse("deadline-remove", args=[slug, made.pk])
    assert "verwijderen?" in client.get(remove).content.decode()
    assert client.post(remove, {"version": "2"}).status_code == 302
    assert not MeasureDeadline.objects.exists()


def test_pages_cost_the_same_for_one_and_for_three(
    area: Area, measure: Measure, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    condition = make_condition(area)
    for _ in "123":
        row = make_measure(area)
        make_deadline(row, date(2030, 1, 1))
        make_condition(area, row)
        MeasureCondition.objects.create(condition=condition, measure=row)
        with django_assert_max_num_queries(9):
            client.get(reverse("conditions", args=[area.slug]))
        with django_assert_max_num_queries(10):
            client.get(reverse("condition", args=[area.slug, condition.pk]))
        with django_assert_max_num_queries(10):
            client.get(reverse("dependency-new", args=[area.slug, measure.pk]))


def test_rules_stand_on_a_page(client: Client, area: Area) -> None:
    page = client.get(reverse("plan-rules", args=[area.slug])).content.decode()
    assert "Niets schuift naar voren" in page
