"""The text of a factsheet: from rows to words, to JSON and back."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from areas.area.enums import ChallengeKind, MilestoneState
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.queries.factsheet import factsheet_texts
from areas.factsheet.rules.text import FactLine, FactsheetText, HeadingText, from_json, sha256_of, to_json
from areas.models import (
    Area,
    ContactPerson,
    Duo,
    FactsheetSection,
    Friction,
    Milestone,
    NationalProgramme,
    Person,
    ProgrammeContribution,
)
from areas.programmes.enums import GoalKind
from novex_portal.toolkit.law_text.light import AS_BEFORE
from tests.factories import make_area, make_challenge, make_organisation

TEXT = FactsheetText(
    "Zuid-Limburg",
    "zuid-limburg",
    (HeadingText("hoofdopgave", "Water éérst", "Bron", None, (FactLine("Heuvelland", "Droog", "Panorama"),)),),
)


def lines(area: Area, heading: FactsheetHeading) -> tuple[FactLine, ...]:
    return factsheet_texts([area])[area.pk].under(heading).lines


def test_text_comes_back_from_json_unchanged() -> None:
    assert from_json(json.loads(json.dumps(to_json(TEXT)))) == TEXT


def test_same_text_has_the_same_fingerprint() -> None:
    assert sha256_of(from_json(to_json(TEXT))) == sha256_of(TEXT)


def test_photo_from_before_keeps_its_reading_and_its_fingerprint() -> None:
    data = {name: value for name, value in to_json(TEXT).items() if name != "grammar"}
    old = from_json(data)
    assert old.grammar == AS_BEFORE
    assert to_json(old) == data


def test_shape_of_tomorrow_is_refused() -> None:
    with pytest.raises(ValueError, match="Onbekende vorm"):
        from_json({"format": 99})


def test_heading_nobody_knows_any_more_keeps_its_word() -> None:
    assert HeadingText("oude-kop").label == "Oude kop"


@pytest.mark.django_db
def test_empty_factsheet_has_all_nine_headings_in_order(area: Area) -> None:
    text = factsheet_texts([area])[area.pk]
    assert [heading.heading for heading in text.headings] == FactsheetHeading.values


@pytest.mark.django_db
def test_main_challenge_starts_with_the_line_of_the_list(area: Area) -> None:
    assert factsheet_texts([area])[area.pk].under(FactsheetHeading.MAIN).text == area.main_challenge


@pytest.mark.django_db
def test_own_text_replaces_the_line_of_the_list(area: Area) -> None:
    FactsheetSection.objects.create(area=area, heading=FactsheetHeading.MAIN, text="Eigen tekst.")
    assert factsheet_texts([area])[area.pk].under(FactsheetHeading.MAIN).text == "Eigen tekst."


@pytest.mark.django_db
def test_friction_names_both_challenges(area: Area) -> None:
    first, second = make_challenge(area, "Wonen"), make_challenge(area, "Natuur")
    Friction.objects.create(
        area=area, first=first, second=second, text="Ruimte", options="Stapelen", owners="Gemeente"
    )
    assert lines(area, FactsheetHeading.FRICTIONS) == (
        FactLine("Ruimte", "Tussen “Wonen” en “Natuur”.\nOpties: Stapelen\nEigenaren: Gemeente"),
    )


@pytest.mark.django_db
def test_milestone_of_a_month_has_no_day(area: Area) -> None:
    Milestone.objects.create(area=area, on=date(2023, 9, 1), month_only=True, text="Panorama", source="Website")
    assert lines(area, FactsheetHeading.MILESTONES) == (
        FactLine("Panorama", "september 2023", "Website", "Mijlpaal, gemaakt"),
    )


@pytest.mark.django_db
def test_contribution_names_programme_and_kind_of_goal(area: Area) -> None:
    programme = NationalProgramme.objects.create(name="Landelijk gebied", source="Brief")
    ProgrammeContribution.objects.create(area=area, programme=programme, goal_kind=GoalKind.CONCRETE, text="Beekdal")
    assert lines(area, FactsheetHeading.PROGRAMMES) == (FactLine("Beekdal", "Landelijk gebied", "", "Concreet doel"),)


@pytest.mark.django_db
def test_contact_data_stay_out(area: Area) -> None:
    person = Person.objects.create(
        organisation=make_organisation("Gemeente Heerlen", area=area), role="Wethouder", email="w@heerlen.example"
    )
    ContactPerson.objects.create(area=area, person=person, subject="Water")
    assert lines(area, FactsheetHeading.CONTACTS) == (FactLine("Wethouder, Gemeente Heerlen", "Water"),)


@pytest.mark.django_db
def test_former_duo_stays_in_the_text(area: Area) -> None:
    Duo.objects.create(
        area=area, kind="rijk-regio", national_side="Minister", regional_side="Gedeputeerde",
        valid_from=date(2022, 1, 10), valid_until=date(2024, 7, 1), source="Brief",
    )  # fmt: skip
    (line,) = lines(area, FactsheetHeading.PROVINCES)
    assert line.detail.replace("\u00a0", " ") == "van 10 januari 2022 tot en met 1 juli 2024"


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_areas_and_rows_takes_nine_queries(number: int) -> None:
    areas = [make_area(f"gebied-{rank}") for rank in range(number)]
    for place in areas:
        for _ in range(number):
            first, second = make_challenge(place), make_challenge(place)
            Friction.objects.create(area=place, first=first, second=second, text="Ruimte")
    with CaptureQueriesContext(connection) as queries:
        factsheet_texts(areas)
    assert len(queries) == 9


@pytest.mark.django_db
def test_linked_challenges_stand_apart(area: Area) -> None:
    make_challenge(area, "Hoofd")
    linked = make_challenge(area, "Mee")
    linked.kind = ChallengeKind.LINKED
    linked.save()
    assert [line.text for line in lines(area, FactsheetHeading.LINKED)] == ["Mee"]


@pytest.mark.django_db
def test_coming_agreement_says_so(area: Area) -> None:
    Milestone.objects.create(
        area=area, on=date(2027, 3, 1), kind="afspraak", state=MilestoneState.COMING, text="Tekenen"
    )
    assert lines(area, FactsheetHeading.MILESTONES)[0].status == "Afspraak, in het verschiet"
