"""Saving the headings of a factsheet, and who answers for an area."""

from datetime import date
from typing import Any

import pytest

from areas.area.enums import ChallengeKind
from areas.factsheet.actions.duos import change_duo, correct_duo
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.queries.duos import duo_mark
from areas.factsheet.queries.tables import rows_under
from areas.factsheet.rules.rows import (
    AttentionRow,
    ChallengeRow,
    ContactRow,
    ContributionRow,
    FrictionRow,
    MilestoneRow,
    ProvinceRow,
)
from areas.models import (
    Area,
    Challenge,
    ContactPerson,
    Duo,
    FactsheetSection,
    Friction,
    Milestone,
    NationalProgramme,
    Person,
    Province,
    User,
)
from areas.programmes.enums import GoalKind
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_challenge, make_conversation, make_organisation, make_statement

MAIN, LINKED = FactsheetHeading.MAIN, FactsheetHeading.LINKED


def save(area: Area, heading: str = MAIN, **fields: Any) -> FactsheetSection:
    values = {"actor": None, "version": 0, "text": "Tekst.", "source": "Bron", **fields}
    return save_heading(area=area, heading=heading, **values)


def duo(area: Area, day: date, **fields: Any) -> Duo:
    values = {"national_side": "Minister van IenW", "regional_side": "Gedeputeerde Limburg", "actor": None, **fields}
    return change_duo(area=area, kind="rijk-regio", valid_from=day, **values)


def test_first_save_makes_the_heading(area: Area, planner: User) -> None:
    section = save(area, actor=planner)
    assert (section.text, section.version, section.updated_by) == ("Tekst.", 1, planner)


def test_rows_are_made_in_their_order(area: Area) -> None:
    save(area, rows=[ChallengeRow("Wonen"), ChallengeRow("Natuur")])
    assert [challenge.title for challenge in area.challenges.all()] == ["Wonen", "Natuur"]


def test_without_rows_the_rows_stay(area: Area) -> None:
    make_challenge(area, "Wonen")
    save(area)
    assert area.challenges.count() == 1


def test_row_with_the_same_title_is_the_row_that_was_there(area: Area) -> None:
    kept = make_challenge(area, "Wonen")
    save(area, rows=[ChallengeRow("Wonen", theme="wonen")])
    assert Challenge.objects.get(theme="wonen") == kept


def test_row_left_out_goes(area: Area) -> None:
    make_challenge(area, "Wonen")
    save(area, rows=[])
    assert not area.challenges.exists()


def test_renamed_row_stays_the_same_row(area: Area) -> None:
    kept = make_challenge(area, "Wonen")
    save(area, rows=[ChallengeRow("Wonen en werken", id=kept.pk)])
    kept.refresh_from_db()
    assert kept.title == "Wonen en werken"


def test_saving_the_same_twice_saves_once(area: Area, planner: User) -> None:
    rows = [ChallengeRow("Wonen")]
    assert save(area, actor=planner, rows=rows).version == save(area, actor=planner, rows=rows).version == 1


def test_two_people_at_once_is_a_conflict_and_changes_nothing(area: Area) -> None:
    save(area, text="Eerste")
    with pytest.raises(Conflict, match="intussen gewijzigd"):
        save(area, text="Tweede", rows=[ChallengeRow("Nieuw")])
    assert (FactsheetSection.objects.get().text, area.challenges.count()) == ("Eerste", 0)


@pytest.mark.parametrize("percentage", [101, -1, 2**40])
def test_percentage_beyond_a_hundred_is_refused(area: Area, percentage: int) -> None:
    with pytest.raises(Problem, match="0 tot en met 100"):
        save(area, FactsheetHeading.PERSPECTIVE, percentage=percentage)


def test_percentage_elsewhere_is_refused(area: Area) -> None:
    with pytest.raises(Problem, match="ontwikkelperspectief"):
        save(area, percentage=50)


def test_text_of_a_book_is_refused(area: Area) -> None:
    with pytest.raises(Problem, match="langer dan"):
        save(area, text="x" * 300_000)


def test_signs_that_cannot_be_stored_are_left_out(area: Area) -> None:
    assert save(area, text="Wa\x00ter").text == "Water"


def test_challenge_under_a_conversation_cannot_go(area: Area, planner: User) -> None:
    statement = make_statement(make_conversation(planner, area), challenge=make_challenge(area, "Wonen"))
    with pytest.raises(Problem, match="“Wonen” kan niet weg: gesprekken gaan erover"):
        save(area, rows=[])
    assert Challenge.objects.filter(pk=statement.challenge_id).exists()


def test_challenge_under_a_friction_cannot_go(area: Area) -> None:
    first, second = make_challenge(area, "Wonen"), make_challenge(area, "Natuur")
    Friction.objects.create(area=area, first=first, second=second, text="Ruimte")
    with pytest.raises(Problem, match="schuurpunten gaan erover"):
        save(area, rows=[ChallengeRow("Wonen")])


def test_linked_challenge_with_the_name_of_a_main_one_is_refused(area: Area) -> None:
    make_challenge(area, "Wonen")
    with pytest.raises(Problem, match="staat al bij hoofdopgave"):
        save(area, LINKED, rows=[ChallengeRow("Wonen")])


def test_linked_challenges_leave_the_main_ones_alone(area: Area) -> None:
    make_challenge(area, "Wonen")
    save(area, LINKED, rows=[ChallengeRow("Natuur")])
    assert Challenge.objects.get(title="Natuur").kind == ChallengeKind.LINKED
    assert area.challenges.count() == 2


def test_same_row_twice_is_refused(area: Area) -> None:
    with pytest.raises(Problem, match="“Wonen” staat er twee keer"):
        save(area, rows=[ChallengeRow("Wonen"), ChallengeRow("wonen")])


def test_row_of_another_area_is_refused(area: Area, other_area: Area) -> None:
    foreign = make_challenge(other_area, "Wonen")
    with pytest.raises(Problem, match="ander gebied"):
        save(area, rows=[ChallengeRow("Gekaapt", id=foreign.pk)])
    assert Challenge.objects.get(pk=foreign.pk).title == "Wonen"


def test_titles_that_change_places_get_a_clear_message(area: Area) -> None:
    first, second = make_challenge(area, "Wonen"), make_challenge(area, "Natuur")
    with pytest.raises(Problem, match="zeggen hetzelfde"):
        save(area, rows=[ChallengeRow("Natuur", id=first.pk), ChallengeRow("Wonen", id=second.pk)])


def test_friction_of_a_challenge_with_itself_is_refused(area: Area) -> None:
    own = make_challenge(area)
    with pytest.raises(Problem, match="twee verschillende opgaven"):
        save(area, FactsheetHeading.FRICTIONS, rows=[FrictionRow(own.pk, own.pk, "Ruimte")])


def test_friction_with_a_foreign_challenge_is_refused(area: Area, other_area: Area) -> None:
    with pytest.raises(Problem, match="opgaven van dit gebied"):
        save(
            area,
            FactsheetHeading.FRICTIONS,
            rows=[FrictionRow(make_challenge(area).pk, make_challenge(other_area).pk, "Ruimte")],
        )
    assert not Friction.objects.exists()


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2101, 1, 1)])
def test_milestone_in_a_far_year_is_refused(area: Area, day: date) -> None:
    with pytest.raises(Problem, match="tussen 1900 en 2100"):
        save(area, FactsheetHeading.MILESTONES, rows=[MilestoneRow("Tekenen", day)])
    assert not Milestone.objects.exists()


def test_contact_person_is_somebody_in_a_role_here(area: Area, other_area: Area) -> None:
    here = Person.objects.create(organisation=make_organisation(area=area), role="Wethouder")
    there = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    save(area, FactsheetHeading.CONTACTS, rows=[ContactRow(here.pk, "Water")])
    with pytest.raises(Problem, match="bij een partij van dit gebied"):
        save(area, FactsheetHeading.CONTACTS, version=1, rows=[ContactRow(there.pk)])
    assert ContactPerson.objects.get().person == here


def test_who_left_the_role_may_stay_but_not_come(area: Area) -> None:
    gone = Person.objects.create(
        organisation=make_organisation(area=area), role="Wethouder", valid_until=date(2021, 1, 1)
    )
    with pytest.raises(Problem, match="hun rol nu vervullen"):
        save(area, FactsheetHeading.CONTACTS, rows=[ContactRow(gone.pk)])
    ContactPerson.objects.create(area=area, person=gone)
    assert save(area, FactsheetHeading.CONTACTS, rows=[ContactRow(gone.pk, "Water")]).version == 1


def test_all_kinds_of_rows_come_back_as_they_were_given(area: Area) -> None:
    programme = NationalProgramme.objects.create(name="Landelijk gebied", source="Brief")
    province = Province.objects.create(name="Limburg", slug="limburg")
    for heading, row in {
        FactsheetHeading.STATE: AttentionRow("Wateroverlast", "Brief"),
        FactsheetHeading.PROGRAMMES: ContributionRow(programme.pk, GoalKind.CONCRETE, "Beekdal", "Brief"),
        FactsheetHeading.MILESTONES: MilestoneRow("Tekenen", date(2027, 3, 1), True, "afspraak", "komt", "Brief"),
        FactsheetHeading.PROVINCES: ProvinceRow(province.pk, "trekker", "Namens de regio"),
    }.items():
        save(area, heading, rows=[row])
        (stored,) = rows_under(area, heading)
        assert vars(stored) | {"id": None} == vars(row)


def test_programme_that_is_not_there_is_refused(area: Area) -> None:
    with pytest.raises(Problem, match="uit de lijst"):
        save(area, FactsheetHeading.PROGRAMMES, rows=[ContributionRow(uuid7(), GoalKind.CONCRETE, "Beekdal")])


def test_rows_of_another_heading_are_refused(area: Area) -> None:
    with pytest.raises(Problem, match="niet bij deze kop"):
        save(area, rows=[AttentionRow("Wateroverlast")])


def test_new_duo_ends_the_old_one_the_day_before(area: Area) -> None:
    old = duo(area, date(2022, 1, 10))
    duo(area, date(2024, 7, 2), national_side="Minister van VRO")
    old.refresh_from_db()
    assert old.valid_until == date(2024, 7, 1)


def test_duo_of_the_other_kind_stays(area: Area) -> None:
    official = change_duo(
        area=area, kind="ambtelijk", actor=None, national_side="DG", regional_side="Directeur",
        valid_from=date(2022, 1, 10),
    )  # fmt: skip
    duo(area, date(2024, 7, 2))
    official.refresh_from_db()
    assert official.valid_until is None


@pytest.mark.parametrize("day", [date(2022, 1, 10), date(2021, 1, 1)])
def test_duo_that_starts_no_later_than_the_old_one_is_refused(area: Area, day: date) -> None:
    duo(area, date(2022, 1, 10))
    with pytest.raises(Problem, match="begon op 10\xa0januari 2022"):
        duo(area, day, national_side="Minister van VRO")


def test_same_duo_twice_is_one(area: Area) -> None:
    assert duo(area, date(2022, 1, 10), replaces="") == duo(area, date(2022, 1, 10), replaces="")


def test_duo_on_an_old_page_is_a_conflict(area: Area) -> None:
    duo(area, date(2022, 1, 10), replaces="")
    with pytest.raises(Conflict, match="intussen gewijzigd"):
        duo(area, date(2024, 7, 2), national_side="Minister van VRO", replaces="")


@pytest.mark.parametrize("day", [date(1899, 1, 1), date(2101, 1, 1)])
def test_duo_in_a_far_year_is_refused(area: Area, day: date) -> None:
    with pytest.raises(Problem, match="tussen 1900 en 2100"):
        duo(area, day)


def test_half_a_duo_is_refused(area: Area) -> None:
    with pytest.raises(Problem, match="beide kanten"):
        duo(area, date(2022, 1, 10), regional_side=" ")


def correct(duo: Duo, actor: User, **fields: Any) -> Duo:
    names = ("national_side", "regional_side", "valid_from", "source")
    values = {name: getattr(duo, name) for name in names} | {"seen": duo_mark(duo)}
    return correct_duo(duo=duo, actor=actor, **values | fields)


def test_mistake_in_a_duo_can_be_put_right(area: Area, planner: User) -> None:
    assert correct(duo(area, date(2022, 1, 10)), planner, source="Brief").source == "Brief"


@pytest.mark.parametrize("day", [date(2024, 6, 1), date(2024, 8, 1)])
def test_duo_before_moves_along_with_a_corrected_start(area: Area, planner: User, day: date) -> None:
    old, new = duo(area, date(2022, 1, 10)), duo(area, date(2024, 7, 2), national_side="Minister van VRO")
    correct(new, planner, valid_from=day)
    old.refresh_from_db()
    assert (day - old.valid_until).days == 1


@pytest.mark.parametrize("day", [date(2022, 1, 10), date(2021, 1, 1)])
def test_corrected_start_stays_after_the_duo_before(area: Area, planner: User, day: date) -> None:
    duo(area, date(2022, 1, 10))
    new = duo(area, date(2024, 7, 2), national_side="Minister van VRO")
    with pytest.raises(Problem, match="Het duo ervoor begon"):
        correct(new, planner, valid_from=day)


def test_corrected_start_stays_before_the_end(area: Area, planner: User) -> None:
    old = duo(area, date(2022, 1, 10))
    duo(area, date(2024, 7, 2), national_side="Minister van VRO")
    old.refresh_from_db()
    with pytest.raises(Problem, match="Dit duo eindigde"):
        correct(old, planner, valid_from=date(2025, 1, 1))


def test_two_who_correct_a_duo_at_once_is_a_conflict(area: Area, planner: User) -> None:
    read = duo(area, date(2022, 1, 10))
    correct(read, planner, source="Brief")
    with pytest.raises(Conflict, match="intussen gewijzigd"):
        correct(read, planner, source="Krant")
