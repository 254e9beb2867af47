"""Loading the areas: once, completely, and never over what people changed."""

import pytest
from django.core.management import call_command

from areas.area.actions.areas import Loaded, load_areas
from areas.area.actions.catalogue import LoadedFactsheets, load_factsheets
from areas.area.catalogue import read_catalogue, read_factsheets, read_programmes
from areas.area.enums import ChallengeKind
from areas.factsheet.enums import FactsheetHeading
from areas.models import (
    Area,
    Challenge,
    FactsheetSection,
    Friction,
    Milestone,
    NationalProgramme,
    ProgrammeContribution,
)
from tests.factories import make_area

NOTHING = Loaded(areas=0, challenges=0, attention_points=0, milestones=0)


@pytest.fixture
def loaded(db: None) -> Loaded:
    return load_areas(catalogue=read_catalogue())


def test_catalogue_has_the_sixteen_areas_in_the_order_of_the_source() -> None:
    assert [entry.number for entry in read_catalogue()] == list(range(1, 17))


def test_loading_adds_sixteen_areas(loaded: Loaded) -> None:
    assert loaded.areas == Area.objects.count() == 16


def test_loading_twice_changes_nothing(loaded: Loaded) -> None:
    before = list(Area.objects.order_by("number").values()), list(Challenge.objects.order_by("pk").values())
    assert load_areas(catalogue=read_catalogue()) == NOTHING
    assert before == (list(Area.objects.order_by("number").values()), list(Challenge.objects.order_by("pk").values()))


def test_every_area_has_a_main_challenge(loaded: Loaded) -> None:
    assert Challenge.objects.filter(kind=ChallengeKind.MAIN).values("area").distinct().count() == 16


def test_zuid_limburg_has_three_main_challenges_and_one_linked(loaded: Loaded) -> None:
    kinds = list(Challenge.objects.filter(area__slug="zuid-limburg").values_list("kind", flat=True))
    assert kinds == [ChallengeKind.MAIN] * 3 + [ChallengeKind.LINKED]


def test_zuid_limburg_names_its_source_everywhere(loaded: Loaded) -> None:
    area = Area.objects.get(slug="zuid-limburg")
    rows = [area, *area.challenges.all(), *area.attention_points.all(), *area.milestones.all()]
    assert all(row.source for row in rows)


def test_milestone_of_which_only_the_month_is_known_says_so(loaded: Loaded) -> None:
    assert Milestone.objects.get(month_only=True).text.startswith("Panorama Zuid-Limburg")


def test_area_at_the_national_border_is_marked(loaded: Loaded) -> None:
    slugs = set(Area.objects.filter(on_national_border=True).values_list("slug", flat=True))
    assert slugs == {"zuid-limburg", "north-sea-port-district"}


def test_text_somebody_changed_stays(loaded: Loaded) -> None:
    Area.objects.filter(slug="de-peel").update(main_challenge="Onze eigen woorden")
    load_areas(catalogue=read_catalogue())
    assert Area.objects.get(slug="de-peel").main_challenge == "Onze eigen woorden"


def test_renamed_challenge_does_not_come_back_under_its_old_name(loaded: Loaded) -> None:
    Challenge.objects.filter(title="Blauw-groene structuren").update(title="Water en groen")
    assert load_areas(catalogue=read_catalogue()) == NOTHING


def test_deleted_area_stays_away(loaded: Loaded) -> None:
    Area.objects.get(slug="lelylijn").delete()
    assert load_areas(catalogue=read_catalogue()) == NOTHING


def test_loading_leaves_an_area_alone_that_has_the_number_already(db: None) -> None:
    make_area("mijn-gebied", number=12)
    load_areas(catalogue=read_catalogue())
    assert Area.objects.get(number=12).slug == "mijn-gebied"


def test_command_says_what_it_added(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_areas")
    assert "16 gebieden" in capsys.readouterr().out


@pytest.fixture
def factsheets(loaded: Loaded) -> LoadedFactsheets:
    return load_factsheets(programmes=read_programmes(), factsheets=read_factsheets())


def test_every_area_gets_a_factsheet(factsheets: LoadedFactsheets) -> None:
    assert FactsheetSection.objects.filter(heading=FactsheetHeading.MAIN).exclude(text="").count() == 16


def test_every_fact_of_a_first_factsheet_names_its_source(factsheets: LoadedFactsheets) -> None:
    models = (FactsheetSection, ProgrammeContribution, Friction, Milestone, Challenge, NationalProgramme)
    assert {model.__name__: model.objects.filter(source="").count() for model in models} == {
        model.__name__: 0 for model in models
    }


def test_every_contribution_and_friction_of_the_catalogue_finds_its_rows(factsheets: LoadedFactsheets) -> None:
    entries = read_factsheets()
    assert factsheets.contributions == sum(len(entry.contributions) for entry in entries)
    assert factsheets.frictions == sum(len(entry.frictions) for entry in entries)


def test_loading_factsheets_twice_changes_nothing(factsheets: LoadedFactsheets) -> None:
    again = load_factsheets(programmes=read_programmes(), factsheets=read_factsheets())
    assert again == LoadedFactsheets(programmes=0, headings=0, contributions=0, frictions=0, milestones=0)


def test_friction_is_left_out_when_its_challenge_was_renamed(loaded: Loaded) -> None:
    Challenge.objects.filter(title="Groen").update(title="Meer groen")
    load_factsheets(programmes=read_programmes(), factsheets=read_factsheets())
    assert not Friction.objects.filter(area__slug="utrecht-amersfoort").exists()
