"""Logging a conversation through the page, as a browser without JavaScript does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Ambition, AmbitionStatement, Conversation, ConversationDraft
from novex_portal.toolkit.text import dutch
from tests.factories import make_challenge, make_organisation

NEW = "/gebieden/zuid-limburg/gesprekken/nieuw/"
TOKEN = "0190a000-0000-7000-8000-000000000001"
SignIn = Callable[[User], Client]


@pytest.fixture
def typed(area: Area) -> dict[str, str]:
    challenge = make_challenge(area, "Heuvelland")
    make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, area)
    return {
        "draft": TOKEN,
        "draft_version": "0",
        "tab": "een",
        "form": "individueel",
        "held_on": "2 mrt 2026",
        "place": "Roermond",
        "report": "Water langer vasthouden.",
        "confidentiality": "planningsgroep",
        "participants-0-organisation": "waterschap  limburg",
        "participants-0-role": "Dijkgraaf",
        "statements-0-organisation": "Waterschap Limburg",
        "statements-0-challenge": str(challenge.pk),
        "statements-0-position": "Ruimte voor water",
        "statements-0-interest": "Minder schade",
        "statements-0-stance": "steunt",
        "statements-0-urgency": "4",
        "actions-0-what": "Kaart sturen",
        "actions-0-owner": "ik",
        "actions-0-due_on": "1-4-2026",
    }


@pytest.fixture
def client_of(interviewer: User, signed_in: SignIn) -> Client:
    return signed_in(interviewer)


def record(client: Client, typed: dict[str, str]) -> Conversation:
    answer = client.post(NEW, typed)
    assert answer.status_code == 302, answer.context["error_lines"]
    return Conversation.objects.get()


def complaints(client: Client, typed: dict[str, str]) -> list[str]:
    answer = client.post(NEW, typed)
    assert answer.status_code == 422
    return [message for _, message in answer.context["error_lines"]]


def test_a_whole_conversation_is_recorded(client_of: Client, typed: dict[str, str], interviewer: User) -> None:
    talk = record(client_of, typed)
    assert (str(talk.held_on), talk.place, talk.confidentiality) == ("2026-03-02", "Roermond", "planningsgroep")
    assert talk.statements.get().organisation.name == "Waterschap Limburg"
    assert talk.action_items.get().owner_user == interviewer


def test_the_answer_says_who_can_read_it(client_of: Client, typed: dict[str, str], planner: User) -> None:
    page = client_of.post(NEW, typed, follow=True).content.decode()
    assert "Uw gesprek is vastgelegd. 2 mensen kunnen het lezen: u en 1 lid van de planningsgroep." in page


def test_the_same_form_sent_twice_is_one_conversation(client_of: Client, typed: dict[str, str]) -> None:
    first, second = client_of.post(NEW, typed), client_of.post(NEW, typed)
    assert first["Location"] == second["Location"]
    assert Conversation.objects.count() == 1


def test_what_was_changed_after_recording_becomes_a_change(client_of: Client, typed: dict[str, str]) -> None:
    talk = record(client_of, typed)
    answer = client_of.post(NEW, typed | {"report": "Toch anders."}, follow=True)
    assert "Wat u daarna nog veranderde, staat hier klaar als wijziging." in answer.content.decode()
    assert ConversationDraft.objects.get(conversation=talk).data["report"] == ["Toch anders."]


def test_new_organisation_that_resembles_a_known_one_is_warned_of(client_of: Client, typed: dict[str, str]) -> None:
    answer = client_of.post(NEW, typed | {"participants-0-organisation": "Waterschap Limburgg"})
    assert "De naam lijkt op Waterschap Limburg. Is het dezelfde?" in answer.content.decode()


def test_nothing_filled_in_asks_for_what_is_needed_in_plain_words(client_of: Client, area: Area) -> None:
    assert complaints(client_of, {}) == [
        "Vul in met welke organisatie u sprak.",
        "Kies of het gesprek individueel was of in een groep.",
        "Vul de datum van het gesprek in, bijvoorbeeld 12-11-2026.",
        "Schrijf op wat er gezegd is. Een paar zinnen is genoeg.",
        "Kies wie dit gesprek mag lezen.",
    ]


def test_a_conversation_needs_an_organisation(client_of: Client, typed: dict[str, str]) -> None:
    for column in ("organisation", "role"):
        typed[f"participants-0-{column}"] = ""
    typed["statements-0-position"] = typed["statements-0-interest"] = ""
    assert complaints(client_of, typed) == ["Vul in met welke organisatie u sprak."]


def test_political_opinion_of_a_person_is_recorded_with_a_warning(client_of: Client, typed: dict[str, str]) -> None:
    opinion = "De wethouder is lid van de VVD en stemt tegen."
    page = client_of.post(NEW, typed | {"report": opinion}, follow=True).content.decode()
    assert "politieke opvatting van een persoon" in page
    assert opinion in page
    assert "politieke opvatting" not in client_of.post(NEW, typed, follow=True).content.decode()


def test_a_wrong_form_keeps_every_word_and_a_draft(client_of: Client, typed: dict[str, str]) -> None:
    answer = client_of.post(NEW, typed | {"held_on": "31-02-2026"})
    page = answer.content.decode()
    assert "Water langer vasthouden." in page
    assert "<title>Fout: Gesprek vastleggen" in page
    assert ConversationDraft.objects.get().data["statements-0-position"] == ["Ruimte voor water"]


def test_a_new_organisation_asks_its_kind_beside_the_field(client_of: Client, typed: dict[str, str]) -> None:
    typed |= {"participants-0-organisation": "Streekfonds", "statements-0-organisation": "Streekfonds"}
    answer = client_of.post(NEW, typed)
    assert answer.context["error_lines"] == [
        ("id_participants-0-kind", "“Streekfonds” is nieuw in het portaal. Kies wat voor soort partij dit is.")
    ]
    record(client_of, typed | {"participants-0-kind": "maatschappelijk", "draft_version": "1"})
    assert Organisation.objects.get(name="Streekfonds").kind == OrganisationKind.CIVIL_SOCIETY


def test_an_organisation_known_elsewhere_needs_no_kind(
    client_of: Client, typed: dict[str, str], other_area: Area
) -> None:
    make_organisation("Provincie Limburg", OrganisationKind.PROVINCE, other_area)
    record(client_of, typed | {"participants-1-organisation": "provincie limburg"})
    assert Organisation.objects.filter(name__iexact="provincie limburg").count() == 1


def test_a_statement_of_the_only_party_needs_no_name(client_of: Client, typed: dict[str, str]) -> None:
    talk = record(client_of, typed | {"statements-0-organisation": ""})
    assert talk.statements.get().organisation.name == "Waterschap Limburg"


def test_a_statement_of_somebody_who_was_not_there_is_refused(client_of: Client, typed: dict[str, str]) -> None:
    assert complaints(client_of, typed | {"statements-0-organisation": "Gemeente Heerlen"}) == [
        "“Gemeente Heerlen” staat niet bij de deelnemers. Kies bij uitspraak 1 wie aan tafel zat: waterschap limburg."
    ]


def test_a_statement_without_interest_is_asked_for_with_an_example(client_of: Client, typed: dict[str, str]) -> None:
    (message,) = complaints(client_of, typed | {"statements-0-interest": ""})
    assert message.startswith("Vul het belang in bij uitspraak 1, bijvoorbeeld")


def test_rows_left_empty_do_not_count(client_of: Client, typed: dict[str, str]) -> None:
    empty = {"statements-1-position": "", "statements-1-urgency": "3", "actions-1-what": "", "participants-1-role": ""}
    talk = record(client_of, typed | empty)
    assert (talk.statements.count(), talk.action_items.count(), talk.participants.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("1-1-1889", "Deze datum ligt vóór 1990. Klopt het jaar? Vul de datum in, bijvoorbeeld 12-11-2026."),
        ("1-1-2099", "Deze datum ligt in de toekomst. Leg een gesprek vast als het geweest is."),
        ("gisteren", "Deze datum bestaat niet. Vul de datum van het gesprek in, bijvoorbeeld 12-11-2026."),
    ],
)
def test_a_date_that_cannot_be_is_explained(client_of: Client, typed: dict[str, str], day: str, message: str) -> None:
    assert complaints(client_of, typed | {"held_on": day}) == [message]


def test_tomorrow_is_allowed_for_who_works_past_midnight(client_of: Client, typed: dict[str, str]) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert record(client_of, typed | {"held_on": dutch.short_date(tomorrow)}).held_on == tomorrow


def test_a_challenge_of_another_area_is_refused(client_of: Client, typed: dict[str, str], other_area: Area) -> None:
    foreign = str(make_challenge(other_area, "Veen").pk)
    messages = complaints(client_of, typed | {"challenges": foreign, "statements-0-challenge": foreign})
    assert "Een van de gekozen opgaven hoort niet bij dit gebied." in messages
    assert not any("Veen" in message for message in messages)


def test_a_reader_who_may_not_read_here_is_refused(client_of: Client, typed: dict[str, str], stranger: User) -> None:
    typed |= {"confidentiality": "vertrouwelijk", "readers": str(stranger.pk)}
    assert complaints(client_of, typed) == ["Een van de gekozen lezers mag in dit gebied geen gesprekken lezen."]


def test_named_readers_of_a_confidential_conversation_are_kept(
    client_of: Client, typed: dict[str, str], planner: User
) -> None:
    talk = record(client_of, typed | {"confidentiality": "vertrouwelijk", "readers": str(planner.pk)})
    assert talk.confidentiality == Confidentiality.CONFIDENTIAL
    assert list(talk.readers.all()) == [planner]


def test_html_stays_text(client_of: Client, typed: dict[str, str]) -> None:
    talk = record(client_of, typed | {"report": "<script>alert(1)</script>", "statements-0-position": "<b>vet</b>"})
    page = client_of.get(talk.get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>vet" not in page


def test_signs_no_database_can_hold_are_taken_out(client_of: Client, typed: dict[str, str]) -> None:
    assert record(client_of, typed | {"report": "Wa\x00ter"}).report == "Water"


def test_three_hundred_kilobytes_of_text_are_recorded(client_of: Client, typed: dict[str, str]) -> None:
    text = "Wateroverlast " * 22_000
    assert len(record(client_of, typed | {"report": text}).report) > 300_000


def test_a_text_that_is_too_long_is_refused_and_kept(client_of: Client, typed: dict[str, str]) -> None:
    (message,) = complaints(client_of, typed | {"report": "x" * 500_001})
    assert message.startswith("Het verslag is te lang")
    assert len(ConversationDraft.objects.get().data["report"][0]) == 500_001


def test_five_hundred_statements_are_recorded(client_of: Client, typed: dict[str, str]) -> None:
    row = {name.removeprefix("statements-0-"): text for name, text in typed.items() if name.startswith("statements")}
    many = {f"statements-{number}-{name}": text for number in range(500) for name, text in row.items()}
    assert record(client_of, typed | many).statements.count() == 500


def test_changing_shows_the_recorded_text_and_keeps_the_statement(client_of: Client, typed: dict[str, str]) -> None:
    talk = record(client_of, typed)
    statement = talk.statements.get()
    address = f"{talk.get_absolute_url()}bewerken/"
    assert "Ruimte voor water" in client_of.get(address).content.decode()
    change = {"draft": "", "conversation_version": "1", "statements-0-id": str(statement.pk), "place": "Venlo"}
    assert client_of.post(address, typed | change).status_code == 302
    talk.refresh_from_db()
    assert (talk.place, talk.version, talk.statements.get().pk) == ("Venlo", 2, statement.pk)


def test_changing_what_somebody_changed_meanwhile_shows_both(client_of: Client, typed: dict[str, str]) -> None:
    talk = record(client_of, typed)
    Conversation.objects.update(version=2, place="Heerlen")
    address = f"{talk.get_absolute_url()}bewerken/"
    change = typed | {"draft": "", "conversation_version": "1", "place": "Venlo"}
    answer = client_of.post(address, change)
    assert answer.status_code == 409
    assert [(line.label, line.mine, line.theirs) for line in answer.context["clash"].lines] == [
        ("Plaats", "Venlo", "Heerlen")
    ]
    assert client_of.post(address, change | {"theirs": "2"}).status_code == 302
    assert Conversation.objects.get().place == "Venlo"


def test_a_statement_in_use_cannot_be_taken_away(client_of: Client, typed: dict[str, str], interviewer: User) -> None:
    talk = record(client_of, typed)
    ambition = Ambition.objects.create(area=talk.area, number=1, title="Water", text="Water", created_by=interviewer)
    AmbitionStatement.objects.create(ambition=ambition, statement=talk.statements.get())
    rest = {name: text for name, text in typed.items() if not name.startswith("statements")}
    answer = client_of.post(f"{talk.get_absolute_url()}bewerken/", rest | {"draft": "", "conversation_version": "1"})
    assert answer.status_code == 422
    assert "rust een ambitie" in answer.content.decode()


def test_the_reader_line_follows_the_choice(client_of: Client, area: Area, planner: User, participant: User) -> None:
    address = "/gebieden/zuid-limburg/gesprekken/lezers/"
    area_wide = client_of.get(address, {"confidentiality": "gebied"}).content.decode()
    closed = client_of.get(address, {"confidentiality": "vertrouwelijk"}).content.decode()
    named = client_of.get(address, {"confidentiality": "vertrouwelijk", "readers": str(planner.pk)}).content.decode()
    assert "Nu kunnen 3 mensen dit lezen" in area_wide
    assert "Nu kunt alleen u dit lezen" in closed
    assert f"u en {planner}" in named
