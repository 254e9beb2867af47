"""The list, one conversation, the files: who sees what, and that reading is on record."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from coalition.conversations.recording import queries
from coalition.conversations.recording.actions.recording import record_conversation
from coalition.conversations.recording.data import (
    ActionItemData,
    ConversationData,
    ParticipantData,
    StatementData,
)
from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.models import Conversation, ReadEvent
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_challenge, make_conversation

LIST = "/gebieden/zuid-limburg/gesprekken/"
SECRET = "De wethouder twijfelt aan de buffer"
SignIn = Callable[[User], Client]


def log(author: User, area: Area, party: str = "Waterschap Limburg", **fields: object) -> Conversation:
    challenge = area.challenges.first() or make_challenge(area, "Heuvelland")
    values = {
        "held_on": date(2026, 3, 2),
        "participants": (ParticipantData(party, "Dijkgraaf", "waterschap"),),
        "report": "Water langer vasthouden op de helling.",
        "statements": (StatementData(party, challenge, "Ruimte voor water", "Minder schade"),),
        "action_items": (ActionItemData("Kaart sturen", party, date(2026, 4, 1)),),
        **fields,
    }
    return record_conversation(area=area, actor=author, token=uuid7(), data=ConversationData(**values))  # type: ignore[arg-type]


def confidential(author: User, area: Area, *readers: User) -> Conversation:
    return log(author, area, report=SECRET, confidentiality=Confidentiality.CONFIDENTIAL, readers=readers)


def shown(client: Client, query: str = "") -> list[str]:
    return [row.parties for row in client.get(f"{LIST}?{query}").context["page"].object_list]


def body(client: Client, kind: str, query: str = "") -> bytes:
    return b"".join(client.get(f"{LIST}bestand/{kind}/?{query}").streaming_content)  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_seven_queries_however_long_it_is(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        log(planner, area)
    client = signed_in(planner)
    with django_assert_num_queries(7):
        client.get(LIST)


@pytest.mark.parametrize("number", [1, 3])
def test_the_detail_page_takes_a_fixed_number_of_queries(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    challenge = make_challenge(area)
    said = tuple(StatementData("Waterschap Limburg", challenge, f"Standpunt {n}") for n in range(number))
    talk = log(planner, area, statements=said)
    client = signed_in(planner)
    with django_assert_num_queries(13):
        client.get(talk.get_absolute_url())


def test_newest_comes_first(area: Area, planner: User, signed_in: SignIn) -> None:
    log(planner, area, "Oud", held_on=date(2025, 1, 1))
    log(planner, area, "Nieuw", held_on=date(2026, 1, 1))
    assert shown(signed_in(planner)) == ["Nieuw", "Oud"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tekst=graften", ["Landbouw"]),
        ("tekst=GRAFT", ["Landbouw"]),
        ("tekst=schade+ruimte", ["Landbouw", "Waterschap"]),
        ("tekst=%27%3A*%26", ["Landbouw", "Waterschap"]),
        ("vanaf=1-2-2026", ["Landbouw"]),
        ("tot=31+jan+2026", ["Waterschap"]),
        ("vorm=groep", ["Landbouw"]),
        ("vanaf=1-1-2026&tot=2026-12-31&vorm=individueel", ["Waterschap"]),
    ],
)
def test_the_list_can_be_filtered(
    area: Area, planner: User, signed_in: SignIn, query: str, expected: list[str]
) -> None:
    log(planner, area, "Waterschap", held_on=date(2026, 1, 1))
    log(planner, area, "Landbouw", report="Wie onderhoudt de graften?", form=ConversationForm.GROUP)
    assert shown(signed_in(planner), query) == expected


def test_the_list_can_be_filtered_on_party_challenge_and_author(
    area: Area, planner: User, admin: User, signed_in: SignIn
) -> None:
    mine = log(planner, area, "Waterschap")
    log(admin, area, "Landbouw", statements=())
    client = signed_in(planner)
    party, challenge = mine.participants.get().organisation_id, mine.challenges.get().pk
    for query in (f"partij={party}", f"opgave={challenge}", f"auteur={planner.pk}"):
        assert shown(client, query) == ["Waterschap"], query


def test_a_filter_that_cannot_be_is_said_and_left_out(area: Area, planner: User, signed_in: SignIn) -> None:
    log(planner, area)
    answer = signed_in(planner).get(f"{LIST}?vanaf=gisteren&partij=onzin")
    assert answer.status_code == 200
    assert "Vul een bestaande datum in" in answer.content.decode()
    assert answer.context["page"].paginator.count == 1


def test_an_accent_makes_no_difference(area: Area, planner: User, signed_in: SignIn) -> None:
    log(planner, area, report="Een coöperatie met één café")
    assert len(shown(signed_in(planner), "tekst=cooperatie+cafe")) == 1


def test_counting_stops_at_the_limit(
    area: Area, planner: User, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "COUNT_LIMIT", 2)
    for _ in range(3):
        make_conversation(planner, area)
    page = signed_in(planner).get(LIST).context["page"]
    assert (page.paginator.is_cut, page.paginator.count, len(page.object_list)) == (True, 2, 2)


def test_a_conversation_of_another_area_does_not_exist(
    area: Area, other_area: Area, planner: User, stranger: User, signed_in: SignIn
) -> None:
    talk = log(stranger, other_area, "Peelgemeente")
    client = signed_in(planner)
    assert shown(client) == []
    assert client.get(f"{LIST}{talk.pk}/").status_code == 404


def test_a_participant_sees_only_what_is_open_to_the_area(
    area: Area, planner: User, participant: User, signed_in: SignIn
) -> None:
    log(planner, area, "Binnenskamers")
    log(planner, area, "Open", confidentiality=Confidentiality.AREA)
    assert shown(signed_in(participant)) == ["Open"]


def test_a_confidential_conversation_exists_for_author_and_named_readers_alone(
    area: Area, interviewer: User, planner: User, admin: User, signed_in: SignIn
) -> None:
    talk = confidential(interviewer, area, planner)
    codes = {user: signed_in(user).get(talk.get_absolute_url()).status_code for user in (interviewer, planner, admin)}
    assert codes == {interviewer: 200, planner: 200, admin: 404}
    assert shown(signed_in(admin)) == []


def test_a_confidential_text_is_found_by_nobody_else(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    confidential(interviewer, area)
    client = signed_in(planner)
    assert shown(client, "tekst=wethouder+twijfelt") == []
    assert SECRET not in body(client, "csv").decode()


def test_every_reading_of_a_confidential_conversation_is_on_record(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    talk = confidential(interviewer, area, planner)
    client = signed_in(planner)
    client.get(talk.get_absolute_url())
    client.get(f"{talk.get_absolute_url()}geschiedenis/")
    body(client, "csv")
    body(client, "xlsx")
    ways = ReadEvent.objects.filter(reader=planner).order_by("read_at", "id").values_list("way", flat=True)
    assert list(ways) == ["pagina", "geschiedenis", "export", "export"]


def test_opening_the_change_page_counts_as_reading(area: Area, interviewer: User, signed_in: SignIn) -> None:
    talk = confidential(interviewer, area)
    signed_in(interviewer).get(f"{talk.get_absolute_url()}bewerken/")
    assert ReadEvent.objects.get().reader == interviewer


def test_reading_an_ordinary_conversation_leaves_no_trace(area: Area, planner: User, signed_in: SignIn) -> None:
    signed_in(planner).get(log(planner, area).get_absolute_url())
    assert not ReadEvent.objects.exists()


def test_a_refused_reader_is_not_on_record(area: Area, interviewer: User, planner: User, signed_in: SignIn) -> None:
    signed_in(planner).get(confidential(interviewer, area).get_absolute_url())
    assert not ReadEvent.objects.exists()


def test_the_author_sees_who_read_it(area: Area, interviewer: User, planner: User, signed_in: SignIn) -> None:
    planner.name = "Lezer van de planningsgroep"
    planner.save()
    talk = confidential(interviewer, area, planner)
    signed_in(planner).get(talk.get_absolute_url())
    assert "Wie las het?" in signed_in(interviewer).get(talk.get_absolute_url()).content.decode()
    assert "Wie las het?" not in signed_in(planner).get(talk.get_absolute_url()).content.decode()


def test_the_auditor_sees_readings_and_no_content(
    area: Area, interviewer: User, auditor: User, signed_in: SignIn
) -> None:
    talk = confidential(interviewer, area)
    signed_in(interviewer).get(talk.get_absolute_url())
    page = signed_in(auditor).get("/leeslog/").content.decode()
    assert str(talk.pk) in page
    assert SECRET not in page
    assert "Waterschap Limburg" not in page


def test_the_read_log_can_be_narrowed_to_an_area(
    area: Area, other_area: Area, interviewer: User, stranger: User, auditor: User, signed_in: SignIn
) -> None:
    here, there = confidential(interviewer, area), confidential(stranger, other_area)
    for user, talk in ((interviewer, here), (stranger, there)):
        signed_in(user).get(talk.get_absolute_url())
    page = signed_in(auditor).get("/leeslog/?gebied=de-peel").content.decode()
    assert str(there.pk) in page
    assert str(here.pk) not in page


def test_the_read_log_takes_as_many_queries_for_three_readings_as_for_one(
    area: Area,
    interviewer: User,
    auditor: User,
    signed_in: SignIn,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    talk = confidential(interviewer, area)
    client = signed_in(auditor)
    for _ in range(2):
        signed_in(interviewer).get(talk.get_absolute_url())
        with django_assert_num_queries(5):
            client.get("/leeslog/")


def test_the_csv_holds_the_filtered_conversations_with_everything(
    area: Area, planner: User, signed_in: SignIn
) -> None:
    log(planner, area, "Waterschap")
    log(planner, area, "Landbouw", report="Over de graften")
    text = body(signed_in(planner), "csv", "tekst=graften").decode("utf-8-sig")
    header, line = list(csv.reader(io.StringIO(text), delimiter=";"))
    row = dict(zip(header, line, strict=True))
    assert (row["Organisaties"], row["Datum"], row["Verslag"]) == ("Landbouw", "02-03-2026", "Over de graften")
    assert "Ruimte voor water Belang: Minder schade" in row["Uitspraken"]
    assert row["Afspraken"] == "Kaart sturen (Landbouw, voor 01-04-2026)"


def test_the_workbook_has_a_sheet_for_statements(area: Area, planner: User, signed_in: SignIn) -> None:
    log(planner, area, report="=HYPERLINK(1)")
    book = load_workbook(io.BytesIO(body(signed_in(planner), "xlsx")))
    assert book.sheetnames == ["Gesprekken", "Uitspraken", "Afspraken"]
    assert book["Uitspraken"]["F2"].value == "Ruimte voor water"
    assert (book["Gesprekken"]["H2"].value, book["Gesprekken"]["H2"].data_type) == ("=HYPERLINK(1)", "s")


def test_a_file_comes_in_chunks_without_gaps_or_doubles(area: Area, planner: User) -> None:
    for _ in range(5):
        make_conversation(planner, area)
    chunks = list(queries.in_chunks(Conversation.objects.filter(area=area), size=2))
    assert [len(chunk) for chunk in chunks] == [2, 2, 1]
    assert len({talk.pk for chunk in chunks for talk in chunk}) == 5


def test_an_unknown_kind_of_file_does_not_exist(area: Area, planner: User, signed_in: SignIn) -> None:
    assert signed_in(planner).get(f"{LIST}bestand/docx/").status_code == 404


def test_the_detail_page_offers_changing_to_its_author_alone(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    talk = log(interviewer, area)
    assert "Gesprek wijzigen" in signed_in(interviewer).get(talk.get_absolute_url()).content.decode()
    assert "Gesprek wijzigen" not in signed_in(planner).get(talk.get_absolute_url()).content.decode()
