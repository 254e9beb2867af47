"""Personal data: the register, what a person is told, and making somebody unrecognisable."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.postgres.search import SearchQuery
from django.test import Client

from areas.models import Area, Person, Printout, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ActionItem, Conversation, ConversationDraft, Participant, ReadEvent, Statement
from novex_portal.records.anonymising.actions.persons import anonymise_person
from novex_portal.records.anonymising.rules import OF_ANOTHER, REMOVED, Known, excerpts, is_distinctive, without_others
from novex_portal.records.inzage.queries.persons import archive_of, held_about, texts_with
from novex_portal.records.models import Anonymisation
from tests.factories import make_conversation, make_organisation, make_person, make_printout, make_statement

SignIn = Callable[[User], Client]
# Made up of words that are no name: nobody is called this.
NAME, OTHER_NAME = "Voorbeeld Aardbei", "Voorbeeld Braam"
EMAIL, PHONE = "aardbei@voorbeeld.example", "06 1234 5678"
ROOT = "/gebieden/zuid-limburg/privacy/"


@pytest.fixture
def person(area: Area) -> Person:
    party = make_organisation("Waterschap", area=area)
    return make_person(party, "Dijkgraaf", name=NAME, email=EMAIL, phone=PHONE)


@pytest.fixture
def conversation(person: Person, planner: User, area: Area) -> Conversation:
    report = f"Wij spraken {NAME} ({EMAIL}). Ook {OTHER_NAME} was er. Bel {NAME.upper()} terug."
    made = make_conversation(planner, area, report=report)
    Participant.objects.create(conversation=made, organisation=person.organisation, person=person)
    make_statement(made, person.organisation, position=f"Dat zegt {NAME}.")
    return made


@pytest.mark.parametrize(("name", "distinctive"), [("Aardbei", False), (NAME, True), ("", False)])
def test_one_word_is_not_enough_to_find_somebody(name: str, distinctive: bool) -> None:
    assert is_distinctive(name) is distinctive


def test_excerpt_shows_the_person_and_nobody_else() -> None:
    text = (
        f"Begin. Wij spraken {NAME} en {OTHER_NAME}, bereikbaar op braam@voorbeeld.example of +31 6 1234 9876. Einde."
    )
    about, other = Known("Dijkgraaf", NAME), Known("Wethouder", OTHER_NAME)
    assert excerpts(text, about, [other]) == [
        f"Begin. Wij spraken {NAME} en Wethouder, bereikbaar op {OF_ANOTHER} of {OF_ANOTHER}. Einde."
    ]


def test_namesake_inside_another_word_is_no_hit() -> None:
    assert excerpts(f"{NAME}boom", Known("Dijkgraaf", NAME), []) == []


@pytest.mark.parametrize("name", ["Voorbeeld (Aard.bei)", "Voor+beeld Aard|bei", "Ölke Ärd"])
def test_marks_in_a_name_are_only_marks(name: str) -> None:
    assert without_others(f"Met {name}.", Known("A"), [Known("Dijkgraaf", name)]) == "Met Dijkgraaf."


def test_addresses_that_touch_are_all_taken_out() -> None:
    text = "Mail a.b@example.nl+c@example.nl, niet @bewoners of a@b."
    assert without_others(text, Known("A"), []) == f"Mail {OF_ANOTHER}{OF_ANOTHER}, niet @bewoners of a@b."


def test_archive_holds_own_data_and_no_others(person: Person, conversation: Conversation, planner: User) -> None:
    make_person(person.organisation, "Secretaris", name=OTHER_NAME)
    words = json.dumps(archive_of(person, conversation.area, planner).to_json(), ensure_ascii=False)
    assert all(text in words for text in (NAME, EMAIL, PHONE, f"Dat zegt {NAME}."))
    assert OTHER_NAME not in words


def test_archive_leaves_out_what_its_maker_may_not_read(
    person: Person, conversation: Conversation, admin: User
) -> None:
    Conversation.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    made = archive_of(person, conversation.area, admin)
    assert (made.conversations, made.texts, len(made.withheld)) == ([], [], 1)


def test_draft_of_somebody_else_stays_theirs(person: Person, planner: User, admin: User, area: Area) -> None:
    ConversationDraft.objects.create(area=area, author=planner, data={"report": [f"Geheim over {NAME}"]})
    made = archive_of(person, area, admin)
    assert "Geheim over" not in json.dumps(made.to_json())
    assert "waarin u wordt genoemd: 1" in made.withheld[0]


def test_form_that_was_open_before_cannot_bring_the_name_back(person: Person, area: Area, admin: User) -> None:
    anonymise_person(person=person, area=area, actor=admin)
    assert not Person.objects.filter(pk=person.pk, version=person.version).exists()


def test_archive_tells_who_read_in_roles(person: Person, conversation: Conversation, planner: User) -> None:
    Conversation.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    ReadEvent.objects.create(conversation=conversation, reader=planner)
    (talk,) = archive_of(person, conversation.area, planner).conversations
    assert talk["read_by"][0].startswith("Planningsgroep, ")


def test_archive_is_one_file_to_read_and_to_hand_over(
    signed_in: SignIn, person: Person, conversation: Conversation, admin: User
) -> None:
    answer = signed_in(admin).post(f"{ROOT}personen/{person.pk}/inzage/")
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    assert packed.namelist() == ["inzage.html", "inzage.json"]
    assert json.loads(packed.read("inzage.json"))["person"]["Naam"] == NAME
    assert NAME in packed.read("inzage.html").decode()


def everywhere(words: str) -> list[str]:
    """Return the tables, history included, in which words occur."""
    tables = [
        model for app in ("areas", "coalition", "deliverables") for model in apps.get_app_config(app).get_models()
    ]
    return [
        model.__name__
        for model in tables
        for row in model._default_manager.values()
        if words.lower() in str(row).lower()
    ]


def test_nothing_of_a_person_remains_but_the_role(person: Person, conversation: Conversation, admin: User) -> None:
    ActionItem.objects.create(area=conversation.area, conversation=conversation, what=f"Bel {NAME}", owner=NAME)
    Statement.objects.update(interest=f"Later gezegd door {NAME}.")
    make_printout(admin, conversation.area, html=f"<p>{NAME}</p>")
    anonymise_person(person=person, area=conversation.area, actor=admin)
    assert [everywhere(words) for words in (NAME, EMAIL, PHONE)] == [[], [], []]
    conversation.refresh_from_db()
    assert conversation.report.startswith(f"Wij spraken {person} ({REMOVED}).")
    assert conversation.report.endswith(f"Bel {person} terug.")
    assert not Printout.objects.exists()


def test_words_of_others_stay(person: Person, conversation: Conversation, admin: User) -> None:
    anonymise_person(person=person, area=conversation.area, actor=admin)
    conversation.refresh_from_db()
    assert OTHER_NAME in conversation.report


def test_search_finds_the_role_and_not_the_name(person: Person, conversation: Conversation, admin: User) -> None:
    anonymise_person(person=person, area=conversation.area, actor=admin)
    found = [
        Conversation.objects.filter(search=SearchQuery(word, config="dutch")).exists()
        for word in ("aardbei", "dijkgraaf")
    ]
    assert found == [False, True]


def test_report_counts_and_names_nobody(person: Person, conversation: Conversation, admin: User) -> None:
    made = anonymise_person(person=person, area=conversation.area, actor=admin)
    made.refresh_from_db()
    assert ["Gesprek: verslag", 2] in made.replaced or ["Gesprek: verslag", 1] in made.replaced
    assert "Aardbei" not in json.dumps([made.replaced, made.left])


def test_twice_is_once(person: Person, area: Area, admin: User) -> None:
    first, second = (anonymise_person(person=person, area=area, actor=admin) for _ in range(2))
    assert first == second
    assert Anonymisation.objects.count() == 1


def test_name_that_may_be_anothers_stays_and_is_listed(
    person: Person, conversation: Conversation, admin: User
) -> None:
    make_person(make_organisation(area=conversation.area), "Wethouder", name=NAME)
    made = anonymise_person(person=person, area=conversation.area, actor=admin)
    conversation.refresh_from_db()
    assert NAME in conversation.report
    assert EMAIL not in conversation.report
    assert any("heeft dezelfde naam" in what for what, _ in made.left)


def test_address_that_others_share_stays_theirs(person: Person, conversation: Conversation, admin: User) -> None:
    colleague = make_person(person.organisation, "Secretaris", email=EMAIL)
    anonymise_person(person=person, area=conversation.area, actor=admin)
    colleague.refresh_from_db()
    conversation.refresh_from_db()
    assert (colleague.email, EMAIL in conversation.report) == (EMAIL, True)


def test_who_was_merged_into_somebody_goes_along(person: Person, area: Area, admin: User) -> None:
    make_person(person.organisation, "Dijkgraaf oud", name=NAME, email=EMAIL, merged_into=person)
    anonymise_person(person=person, area=area, actor=admin)
    assert [everywhere(words) for words in (NAME, EMAIL)] == [[], []]


def test_two_without_a_name_keep_the_same_role(person: Person, area: Area, admin: User) -> None:
    make_person(person.organisation, "Dijkgraaf")
    anonymise_person(person=person, area=area, actor=admin)
    person.refresh_from_db()
    assert person.name.startswith("Persoon ")
    assert not everywhere(NAME)


def test_press_without_a_tick_changes_nothing(signed_in: SignIn, person: Person, admin: User) -> None:
    client = signed_in(admin)
    assert client.post(f"{ROOT}personen/{person.pk}/anonimiseren/").status_code == 422
    person.refresh_from_db()
    assert person.name == NAME
    assert client.post(f"{ROOT}personen/{person.pk}/anonimiseren/", {"zeker": "ja"}).status_code == 302


def test_person_of_another_area_is_not_there(signed_in: SignIn, admin: User, other_area: Area) -> None:
    stranger = make_person(make_organisation(area=other_area), name=NAME)
    assert signed_in(admin).get(f"{ROOT}personen/{stranger.pk}/").status_code == 404


def test_held_counts_links_and_texts(person: Person, conversation: Conversation) -> None:
    found = {row.what: row.number for row in held_about(person, conversation.area)}
    assert found["Gesprek: verslag"] == 1
    assert found["Deelnemer aan een gesprek: persoon"] == 1
    assert dict(texts_with(person))["Uitspraak: standpunt"] == 1


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_number_of_queries(
    signed_in: SignIn, admin: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_person(make_organisation(area=area), name=NAME)
    client = signed_in(admin)
    with django_assert_num_queries(7):
        client.get(f"{ROOT}?zoek=voorbeeld")


@pytest.mark.parametrize("number", [1, 3])
def test_archive_asks_the_same_number_of_queries(
    person: Person, planner: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        made = make_conversation(planner, area, report=NAME)
        Participant.objects.create(conversation=made, organisation=person.organisation, person=person)
        make_statement(made, person.organisation)
    with django_assert_num_queries(195):
        assert len(archive_of(person, area, planner).conversations) == number


def test_search_with_strange_signs_finds_nobody(signed_in: SignIn, admin: User) -> None:
    assert "Er is niemand" in signed_in(admin).get(ROOT, {"zoek": "\x00💧' OR 1=1"}).text
