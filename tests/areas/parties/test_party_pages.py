"""The forms about a party: adding with a warning, changing, umbrellas."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from areas.models import Area, AreaOrganisation, Organisation, UmbrellaMembership, User
from areas.parties.queries import _candidates, resembling
from tests.factories import make_member, make_organisation

SignedIn = Callable[[User], Client]


def _new(client: Client, area: Area, **data: str) -> Any:
    filled = {"name": "Waterschap Limburg", "kind": "waterschap", "website": "", **data}
    return client.post(f"/gebieden/{area.slug}/partijen/nieuw/", filled)


def _edit(client: Client, party: Organisation, area: Area, **data: str) -> Any:
    filled = {"name": party.name, "kind": party.kind, "website": party.website, "version": str(party.version), **data}
    return client.post(f"/gebieden/{area.slug}/partijen/{party.pk}/bewerken/", filled)


def _similar(client: Client, area: Area, name: str) -> str:
    return client.get(f"/gebieden/{area.slug}/partijen/lijkt-op/", {"name": name}).content.decode()


@pytest.mark.parametrize("typed", ["Gem. Maastricht", "gemeente mastricht", "Maastricht"])
def test_name_that_resembles_one_elsewhere_is_warned_of_while_typing(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn, typed: str
) -> None:
    known = make_organisation("Gemeente Maastricht", area=other_area)
    make_organisation("Gemeente Heerlen", area=other_area)
    part = _similar(signed_in(interviewer), area, typed)
    assert f'value="{known.pk}"' in part
    assert "Heerlen" not in part


def test_name_of_a_party_of_this_area_is_linked_to_its_page(
    area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    known = make_organisation("Gemeente Maastricht", area=area)
    part = _similar(signed_in(interviewer), area, "Gem Maastricht")
    assert f"/partijen/{known.pk}/" in part
    assert "Is al partij van Zuid-Limburg" in part


def test_name_that_resembles_a_merged_one_shows_the_one_it_became(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    kept = make_organisation("Waterschap Limburg", area=other_area)
    Organisation.objects.create(name="Waterschap Roer en Overmaas", kind="waterschap", merged_into=kept)
    part = _similar(signed_in(interviewer), area, "Roer en Overmaas")
    assert "Waterschap Limburg" in part
    assert "eerder “Waterschap Roer en Overmaas”" in part


@pytest.mark.parametrize("typed", ["", "G", "Gemeente", "\x00", "x" * 300, "';--", "💧" * 50])
def test_little_or_strange_typing_warns_of_nothing(
    area: Area, interviewer: User, signed_in: SignedIn, typed: str
) -> None:
    make_organisation("Gemeente Maastricht", area=area)
    assert _similar(signed_in(interviewer), area, typed).strip() == ""


def test_without_a_script_the_warning_comes_before_saving(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    make_organisation("Waterschap Limburg", area=other_area)
    answer = _new(signed_in(interviewer), area, name="Waterschap Limburgg")
    assert answer.status_code == 422
    assert "Lijkt op" in answer.content.decode()
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("knowingly", [{"anyway": "1"}, {"seen": "Waterschap Limburgg"}])
def test_who_saw_the_warning_goes_on(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn, knowingly: dict[str, str]
) -> None:
    make_organisation("Waterschap Limburg", area=other_area)
    answer = _new(signed_in(interviewer), area, name="Waterschap Limburgg", **knowingly)
    assert answer.status_code == 302
    assert area.organisations.get().name == "Waterschap Limburgg"


def test_warning_about_another_name_counts_for_nothing(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    make_organisation("Waterschap Limburg", area=other_area)
    answer = _new(signed_in(interviewer), area, name="Waterschap Limburgg", seen="Waterschap")
    assert answer.status_code == 422


def test_one_press_makes_a_known_organisation_a_party(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    known = make_organisation("Waterschap Limburg", area=other_area)
    answer = _new(signed_in(interviewer), area, name="Waterschap", kind="", link=str(known.pk))
    assert answer.url == f"/gebieden/{area.slug}/partijen/{known.pk}/"
    assert area.organisations.get() == known


@pytest.mark.parametrize("link", ["onzin", "0199d2b0-0000-7000-8000-000000000000"])
def test_pressing_what_is_not_there_says_so(area: Area, interviewer: User, signed_in: SignedIn, link: str) -> None:
    answer = _new(signed_in(interviewer), area, link=link)
    assert answer.status_code == 422
    assert "is er niet meer" in answer.content.decode()


@pytest.mark.parametrize("wrong", [{"name": "a" * 300}, {"website": "javascript:alert(1)"}, {"website": "ftp://a.nl"}])
def test_bad_input_is_named_and_kept(
    area: Area, interviewer: User, signed_in: SignedIn, wrong: dict[str, str]
) -> None:
    answer = _new(signed_in(interviewer), area, **wrong)
    assert answer.status_code == 422
    assert "error-list" in answer.content.decode()
    assert not Organisation.objects.exists()


def test_character_that_cannot_be_stored_is_left_out(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    assert _new(signed_in(interviewer), area, name="Bo\x00nd").status_code == 302
    assert Organisation.objects.get().name == "Bond"


def test_interviewer_changes_facts_and_notes(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party = make_organisation("Bond", area=area)
    mark = "e3b0c44298fc1c14"
    answer = _edit(signed_in(interviewer), party, area, name="Raad", notes="Belt liever.", notes_seen=mark)
    assert answer.status_code == 302
    assert AreaOrganisation.objects.get().notes == "Belt liever."
    assert Organisation.objects.get().name == "Raad"


def test_second_of_two_gets_both_texts(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party = make_organisation("Bond", area=area)
    client = signed_in(interviewer)
    _edit(client, party, area, name="Eerste naam")
    answer = _edit(client, party, area, name="Andere keus")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Eerste naam" in page
    assert 'value="Andere keus"' in page


def test_second_of_two_may_save_again_knowingly(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party = make_organisation("Bond", area=area)
    client = signed_in(interviewer)
    _edit(client, party, area, name="Eerste naam")
    assert 'name="version" value="2"' in _edit(client, party, area, name="Andere keus").content.decode()
    assert _edit(client, party, area, name="Andere keus", version="2", anyway="1").status_code == 302


def test_facts_shared_with_a_foreign_area_stay_as_they_are(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Bond", area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    client = signed_in(interviewer)
    page = client.get(f"/gebieden/{area.slug}/partijen/{party.pk}/bewerken/").content.decode()
    assert "Vraag het regieteam" in page
    _edit(client, party, area, name="Gekaapt")
    assert Organisation.objects.get().name == "Bond"


def test_programme_team_changes_facts_anywhere_but_reads_no_notes(
    area: Area, other_area: Area, programme_team: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Bond", area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    AreaOrganisation.objects.update(notes="Belt liever.")
    client = signed_in(programme_team)
    page = client.get(f"/gebieden/{area.slug}/partijen/{party.pk}/bewerken/").content.decode()
    assert "Belt liever." not in page
    assert _edit(client, party, area, name="Raad").status_code == 302


def test_who_edits_in_all_its_areas_may_change_the_facts(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Bond", area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    membership = make_member("gespreksvoerder", other_area).memberships.get()
    membership.user = interviewer
    membership.save()
    assert _edit(signed_in(interviewer), party, area, name="Raad").status_code == 302
    assert Organisation.objects.get().name == "Raad"


def test_new_name_that_resembles_another_is_warned_of(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party = make_organisation("Bond", area=area)
    make_organisation("Gemeente Maastricht", area=area)
    answer = _edit(signed_in(interviewer), party, area, name="Gem. Maastricht")
    assert answer.status_code == 422
    assert "Lijkt op" in answer.content.decode()


def _join(client: Client, party: Organisation, area: Area, name: str, relation: str = "koepel") -> Any:
    url = f"/gebieden/{area.slug}/partijen/{party.pk}/koepels/"
    return client.post(url, {"name": name, "relation": relation})


@pytest.mark.parametrize(("relation", "member"), [("koepel", "Bond"), ("lid", "Raad")])
def test_umbrella_is_added_from_both_sides(
    area: Area, interviewer: User, signed_in: SignedIn, relation: str, member: str
) -> None:
    party = make_organisation("Bond", area=area)
    make_organisation("Raad", area=area)
    assert _join(signed_in(interviewer), party, area, "raad", relation).status_code == 302
    assert UmbrellaMembership.objects.get().member.name == member


def test_foreign_organisation_as_umbrella_is_refused_in_words(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Bond", area=area)
    make_organisation("Vreemde koepel", area=other_area)
    answer = _join(signed_in(interviewer), party, area, "Vreemde koepel")
    assert answer.status_code == 422
    assert "geen partij van Zuid-Limburg" in answer.content.decode()


def test_member_that_is_shared_with_a_foreign_area_gets_no_umbrella(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    party, shared = make_organisation("Raad", area=area), make_organisation("Bond", area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=shared)
    assert _join(signed_in(interviewer), party, area, "Bond", "lid").status_code == 422
    assert not UmbrellaMembership.objects.exists()


def test_umbrella_is_taken_away(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party, umbrella = make_organisation("Bond", area=area), make_organisation("Raad", area=area)
    link = UmbrellaMembership.objects.create(member=party, umbrella=umbrella)
    url = f"/gebieden/{area.slug}/partijen/{party.pk}/koepels/{link.pk}/weghalen/"
    client = signed_in(interviewer)
    assert client.post(url).status_code == 302
    assert client.post(url).status_code == 404
    assert not UmbrellaMembership.objects.exists()


def test_umbrella_of_others_is_not_reached_through_this_party(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    one, other = make_organisation(area=other_area), make_organisation(area=other_area)
    link = UmbrellaMembership.objects.create(member=one, umbrella=other)
    party = make_organisation(area=area)
    url = f"/gebieden/{area.slug}/partijen/{party.pk}/koepels/{link.pk}/weghalen/"
    assert signed_in(interviewer).post(url).status_code == 404


def test_address_of_a_merged_party_leads_to_the_form_of_the_other(
    area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    kept, gone = make_organisation(area=area), make_organisation(area=area)
    Organisation.objects.filter(pk=gone.pk).update(merged_into=kept)
    answer = signed_in(interviewer).get(f"/gebieden/{area.slug}/partijen/{gone.pk}/bewerken/")
    assert answer["Location"] == f"/gebieden/{area.slug}/partijen/{kept.pk}/bewerken/"


@pytest.mark.parametrize("times", [1, 3])
def test_warning_costs_four_queries(
    area: Area, interviewer: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        make_organisation(f"Gemeente Maastricht {number}", area=area)
    client = signed_in(interviewer)
    _similar(client, area, "Maastricht")
    with django_assert_num_queries(4):  # user, memberships, area, names
        _similar(client, area, "Gem. Maastricht")


def test_looking_for_resembling_names_uses_the_index(area: Area) -> None:
    Organisation.objects.bulk_create(
        Organisation(name=f"Stichting {number:x} {number * 7919:x} Beekdal", kind="bedrijf")
        for number in range(10_000)
    )
    make_organisation("Gemeente Maastricht", area=area)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE areas_organisation")
    assert "organisation_like" in _candidates("Gem. Maastricht", "maastricht", area).explain()
    assert [row.name for row in resembling("Gem. Maastricht", area)] == ["Gemeente Maastricht"]
