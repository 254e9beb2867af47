"""Notes in the small grammar: what they are read as, and that nothing is ever lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.quick_notes.rules import MARKS, Notes, as_raw, read
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.rules.political import political_opinion
from coalition.conversations.statements.enums import Stance
from coalition.models import Conversation, ConversationDraft
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_challenge, make_organisation

SignIn = Callable[[User], Client]
DAY = date(2026, 3, 2)
PARTIES = ("Waterschap Limburg", "Gemeente Vaals", "Gemeente Heerlen", "Provincie Limburg")
THEMES = {"1": "Blauw-groene structuren", "2": "Circulaire economie"}
LINES = st.one_of(
    st.text(),
    st.sampled_from([*MARKS, "\n", "\r\n", "@waterschap limburg", "#circulaire", "~+ ja", ", ", "12-11-2026"]),
)


def notes(text: str) -> Notes:
    return read(text, organisations=PARTIES, challenges=THEMES, held_on=DAY)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES).map("".join))
def test_any_text_is_read_and_no_character_lost(text: str) -> None:
    found = notes(text)
    assert "".join(piece.text for piece in found.pieces) == text
    as_raw(found, {"report": [text]})


def test_mark_says_what_a_line_is() -> None:
    found = notes(
        "@ Waterschap Limburg, dijkgraaf\n# circulair\n~ Houd water vast\n^ Minder schade\n! Bellen, ik, 3-4-2026\nGezellig."
    )
    assert found.participants == {"Waterschap Limburg": "dijkgraaf"}
    (said,) = found.statements
    assert (said.position, said.interest, said.organisation, said.challenge) == (
        "Houd water vast", "Minder schade", "Waterschap Limburg", "2",
    )  # fmt: skip
    assert [(row.what, row.owner, row.due) for row in found.agreed] == [("Bellen", "ik", date(2026, 4, 3))]


def test_names_within_a_line_hold_for_that_line_alone() -> None:
    found = notes("@ waterschap limburg\n~ Nee @gemeente vaals over #blauw-groene structuren hier\n~ Ja")
    assert [row.organisation for row in found.statements] == ["Gemeente Vaals", "Waterschap Limburg"]
    assert [row.challenge for row in found.statements] == ["1", ""]


@pytest.mark.parametrize(
    ("mark", "stance"), [("~", Stance.NEUTRAL), ("~+", Stance.SUPPORTS), ("~±", Stance.CONDITIONAL), ("~+-", Stance.CONDITIONAL), ("~-", Stance.OBJECTS)]
)  # fmt: skip
def test_sign_behind_the_tilde_is_the_stance(mark: str, stance: Stance) -> None:
    (said,) = notes(f"{mark} Water vasthouden").statements
    assert (said.position, said.stance) == ("Water vasthouden", stance)


def test_name_that_fits_two_is_nobodys() -> None:
    assert notes("@ gemeente").participants == {"gemeente": ""}


def test_theme_nobody_knows_is_said_so() -> None:
    assert notes("# luchtvaart").unknown_themes == ["luchtvaart"]


def test_address_of_a_mail_names_no_organisation() -> None:
    assert notes("Mail naar info@waterschap.example").participants == {}


def test_open_question_becomes_something_to_find_out() -> None:
    assert [(row.what, row.owner, row.due) for row in notes("? Wie betaalt?").agreed] == [
        ("Uitzoeken: Wie betaalt?", "ik", date(2026, 3, 16))
    ]


def test_organisation_named_twice_is_one_participant_with_its_role() -> None:
    assert notes("@ Nieuwe club\n@ nieuwe  CLUB, voorzitter").participants == {"Nieuwe club": "voorzitter"}


def test_more_rows_than_the_form_has_stay_in_the_report() -> None:
    found = notes("~ Ja\n" * (rawform.MAX_ROWS + 1))
    assert (len(found.statements), found.is_cut, len(found.pieces)) == (rawform.MAX_ROWS, True, rawform.MAX_ROWS + 1)


@pytest.mark.parametrize(
    ("text", "warns"),
    [
        ("Wethouder is van de VVD en stemt tegen.", True),
        ("De gemeente is tegen de ontsluiting.", False),
        ("De CDA-fractie wacht af.", False),
        ("Hij zei dat zijn politieke voorkeur anders is.", True),
    ],
)
def test_political_opinion_of_a_person_is_warned_for(text: str, warns: bool) -> None:
    assert bool(political_opinion(text)) == warns


TEXT = "@ {party}\n# {theme}\n~+ Houd water vast 🌊\n^ Minder schade\n! Kaart sturen, ik, 12-12-2026"


@pytest.fixture
def text(area: Area) -> str:
    party = make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, area)
    return TEXT.format(party=party, theme=make_challenge(area, "Klimaat"))


def send(client: Client, text: str, **more: str) -> Any:
    data = {"draft": str(uuid7()), "draft_version": "0", "report": text, "quick": "1", "held_on": "02-03-2026", "confidentiality": "planningsgroep"}  # fmt: skip
    return client.post("/gebieden/zuid-limburg/gesprekken/snel/", data | more)


def test_complete_notes_are_recorded_at_once(signed_in: SignIn, interviewer: User, text: str) -> None:
    send(signed_in(interviewer), text)
    conversation = Conversation.objects.get()
    assert (conversation.report, conversation.statements.get().position) == (text, "Houd water vast 🌊")
    assert conversation.action_items.get().owner_user == interviewer


def test_sending_notes_twice_records_once(signed_in: SignIn, interviewer: User, text: str) -> None:
    client, token = signed_in(interviewer), str(uuid7())
    send(client, text, draft=token)
    send(client, text, draft=token)
    assert Conversation.objects.count() == 1


@pytest.mark.parametrize("text", ["~ Alleen dit", "x" * 500_001, "\u202e@ rechts\x00naar links"])
def test_notes_that_miss_something_are_kept_and_asked_about(
    signed_in: SignIn, interviewer: User, area: Area, text: str
) -> None:
    answer = send(signed_in(interviewer), text)
    assert answer.status_code == 422
    assert ConversationDraft.objects.get().data["report"] == [text.replace("\x00", "")]


def test_notes_kept_while_typing_open_as_notes(signed_in: SignIn, interviewer: User, text: str) -> None:
    client, token = signed_in(interviewer), str(uuid7())
    client.post("/gebieden/zuid-limburg/gesprekken/concept/", {"draft": token, "report": text, "quick": "1"})
    answer = client.get(f"/gebieden/zuid-limburg/gesprekken/nieuw/?concept={token}", follow=True)
    assert "Zo leest het portaal het" in answer.text
    assert "Houd water vast" in answer.text


NEW = "/gebieden/zuid-limburg/gesprekken/nieuw/"
READS_ALONG = {
    "draft_version": "0", "marks": "1", "form": "individueel", "held_on": "02-03-2026", "confidentiality": "planningsgroep",
    "participants-0-organisation": "Waterschap Limburg", "participants-0-role": "Dijkgraaf",
    "statements-0-position": "", "statements-0-interest": "",
}  # fmt: skip


def noted(**more: str) -> dict[str, str]:
    return {"draft": str(uuid7()), **READS_ALONG, **more}


@pytest.mark.usefixtures("text")
def test_notes_in_the_form_become_records_beside_what_was_filled_in(signed_in: SignIn, interviewer: User) -> None:
    report = "# klimaat\n~+ Houd water vast\n^ Minder schade\n! Kaart sturen, ik, 12-12-2026"
    answer = signed_in(interviewer).post(NEW, noted(report=report))
    talk = Conversation.objects.get()
    assert answer["Location"] == talk.get_absolute_url()
    assert talk.statements.get().position == "Houd water vast"
    assert (talk.action_items.get().what, talk.report) == ("Kaart sturen", report)
    assert talk.participants.get().person.role == "Dijkgraaf"


@pytest.mark.usefixtures("text")
def test_notes_that_became_fields_are_not_read_again(signed_in: SignIn, interviewer: User) -> None:
    client = signed_in(interviewer)
    answer = client.post(NEW, noted(report="~ Houd water vast", go="statements"))
    assert answer["Location"].endswith("#rows-statements")
    raw = ConversationDraft.objects.get().data
    assert raw["statements-0-position"] == ["Houd water vast"]
    client.post(NEW, raw | {"draft_version": "1"})
    (row,) = rawform.rows(ConversationDraft.objects.get().data, "statements")
    assert row["position"] == ["Houd water vast"]


@pytest.mark.usefixtures("text")
def test_form_without_script_shows_how_its_notes_are_read(signed_in: SignIn, interviewer: User) -> None:
    client = signed_in(interviewer)
    page = client.post(NEW, noted(report="~ Houd water vast", read="1"), follow=True).text
    assert "Standpunt van Waterschap Limburg" in page
    assert not Conversation.objects.exists()


@pytest.mark.usefixtures("text")
def test_signs_in_a_form_that_reads_no_notes_stay_words(signed_in: SignIn, interviewer: User) -> None:
    plain = {name: value for name, value in noted(report="~ Houd water vast").items() if name != "marks"}
    signed_in(interviewer).post(NEW, plain)
    assert not Conversation.objects.get().statements.exists()
