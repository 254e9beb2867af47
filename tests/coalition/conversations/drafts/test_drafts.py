"""Drafts: nothing typed is lost, and nobody else sees it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from areas.models import Area, User
from coalition.conversations.drafts.actions import AlreadyRecorded, DraftChanged, Raw, discard_draft, save_draft
from coalition.conversations.drafts.queries import drafts_of, open_draft
from coalition.models import ConversationDraft
from novex_portal.toolkit.problems import Problem
from tests.factories import make_conversation

SAVE = "/gebieden/zuid-limburg/gesprekken/concept/"
NEW = "/gebieden/zuid-limburg/gesprekken/nieuw/"
TOKEN = UUID("0190a000-0000-7000-8000-000000000001")
SignIn = Callable[[User], Client]


def typed(report: str, tab: str = "een", version: int = 0, **more: str) -> dict[str, str]:
    return {"draft": str(TOKEN), "tab": tab, "draft_version": str(version), "report": report, **more}


def raw(report: str, tab: str = "een", seq: int = 0) -> Raw:
    return {"report": [report], "tab": [tab], "seq": [str(seq)]}


def test_the_first_save_makes_the_draft_under_the_id_of_the_page(area: Area, interviewer: User) -> None:
    save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Water"))
    assert ConversationDraft.objects.get().pk == TOKEN


def test_saving_the_same_again_changes_nothing(area: Area, interviewer: User) -> None:
    for _ in range(2):
        draft = save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Water"))
    assert draft.version == 1


def test_another_tab_on_an_older_version_is_refused(area: Area, interviewer: User) -> None:
    save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Eerste"))
    save_draft(area=area, actor=interviewer, token=TOKEN, version=1, data=raw("Tweede", tab="twee"))
    with pytest.raises(DraftChanged) as refused:
        save_draft(area=area, actor=interviewer, token=TOKEN, version=1, data=raw("Derde"))
    assert refused.value.theirs.data["report"] == ["Tweede"]


def test_the_same_tab_may_save_though_it_never_heard_of_its_last_save(area: Area, interviewer: User) -> None:
    save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Een", seq=1))
    draft = save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Een twee", seq=2))
    assert (draft.version, draft.data["report"]) == (2, ["Een twee"])


def test_an_earlier_save_that_arrives_late_is_passed_over(area: Area, interviewer: User) -> None:
    save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Nieuwer", seq=2))
    draft = save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Ouder", seq=1))
    assert draft.data["report"] == ["Nieuwer"]


def test_a_draft_of_a_recorded_conversation_is_not_made_again(area: Area, interviewer: User) -> None:
    make_conversation(interviewer, area, submission_token=TOKEN)
    with pytest.raises(AlreadyRecorded):
        save_draft(area=area, actor=interviewer, token=TOKEN, version=1, data=raw("Te laat"))
    assert not ConversationDraft.objects.exists()


def test_the_id_of_somebody_elses_draft_is_refused(area: Area, interviewer: User, planner: User) -> None:
    save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Geheim"))
    with pytest.raises(Problem):
        save_draft(area=area, actor=planner, token=TOKEN, version=1, data=raw("Gekaapt"))
    assert ConversationDraft.objects.get().data["report"] == ["Geheim"]


def test_my_drafts_name_the_organisation_and_are_mine_alone(area: Area, interviewer: User, planner: User) -> None:
    data = {"participants-0-organisation": ["Waterschap Limburg"]}
    save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=data)
    assert [row.title for row in drafts_of(interviewer)] == ["Gesprek met Waterschap Limburg"]
    assert list(drafts_of(planner)) == []


def test_discarding_twice_is_harmless(area: Area, interviewer: User) -> None:
    draft = save_draft(area=area, actor=interviewer, token=TOKEN, version=0, data=raw("Weg"))
    discard_draft(draft=draft, actor=interviewer)
    discard_draft(draft=draft, actor=interviewer)
    assert open_draft(area, interviewer) is None


def test_autosave_says_when_it_kept_the_text(area: Area, interviewer: User, signed_in: SignIn) -> None:
    answer = signed_in(interviewer).post(SAVE, typed("Water"))
    assert answer.json()["version"] == 1
    assert answer.json()["message"].startswith("Concept bewaard om ")


def test_autosave_keeps_what_is_wrong_as_it_is(area: Area, interviewer: User, signed_in: SignIn) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, typed("Water", held_on="31-02-2026", form="onzin"))
    page = client.get(NEW).content.decode()
    assert 'value="31-02-2026"' in page
    assert "Deze datum bestaat niet" not in page


def test_autosave_of_the_older_tab_answers_409_with_both_texts(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, typed("Eerste"))
    client.post(SAVE, typed("Van de andere tab", tab="twee", version=1))
    answer = client.post(SAVE, typed("Van deze tab", version=1))
    assert answer.status_code == 409
    assert "Van de andere tab" in answer.json()["html"]
    assert "Van deze tab" in answer.json()["html"]


def test_the_clash_without_javascript_keeps_the_typed_text_in_the_form(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, typed("Van de andere tab", tab="twee"))
    answer = client.post(NEW, typed("Van deze tab"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ">\nVan deze tab</textarea>" in page
    assert "Deze versie bewaren" in page


def test_choosing_this_version_overwrites_the_other(area: Area, interviewer: User, signed_in: SignIn) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, typed("Van de andere tab", tab="twee"))
    client.post(NEW, typed("Van deze tab", keep="1"))
    assert ConversationDraft.objects.get().data["report"] == ["Van deze tab"]


def test_autosave_after_recording_answers_410(area: Area, interviewer: User, signed_in: SignIn) -> None:
    conversation = make_conversation(interviewer, area, submission_token=TOKEN)
    answer = signed_in(interviewer).post(SAVE, typed("Te laat"))
    assert answer.status_code == 410
    assert str(conversation.pk) in answer.json()["url"]


def test_the_page_goes_on_with_my_newest_draft(area: Area, interviewer: User, signed_in: SignIn) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, typed("Waar ik gebleven was"))
    page = client.get(NEW).content.decode()
    assert "U gaat verder met uw concept" in page
    assert "Waar ik gebleven was" in page


def test_a_clean_sheet_can_be_asked_for(area: Area, interviewer: User, signed_in: SignIn) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, typed("Waar ik gebleven was"))
    assert "Waar ik gebleven was" not in client.get(f"{NEW}?vers=1").content.decode()


def test_another_persons_draft_does_not_exist(area: Area, interviewer: User, planner: User, signed_in: SignIn) -> None:
    signed_in(interviewer).post(SAVE, typed("Geheim"))
    assert signed_in(planner).get(f"{NEW}?concept={TOKEN}").status_code == 404
    assert "Geheim" not in signed_in(planner).get(NEW).content.decode()


def test_a_draft_of_another_area_stays_there(
    area: Area, other_area: Area, interviewer: User, signed_in: SignIn
) -> None:
    save_draft(area=other_area, actor=interviewer, token=TOKEN, version=0, data=raw("Over De Peel"))
    assert "Over De Peel" not in signed_in(interviewer).get(NEW).content.decode()


def test_the_address_of_a_recorded_draft_leads_to_the_conversation(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    conversation = make_conversation(interviewer, area, submission_token=TOKEN)
    answer = signed_in(interviewer).get(f"{NEW}?concept={TOKEN}")
    assert answer["Location"] == conversation.get_absolute_url()


def test_a_row_can_be_added_and_taken_away_without_javascript(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    client = signed_in(interviewer)
    client.post(NEW, typed("Water", add="statements", **{"statements-0-position": "Een"}))
    page = client.get(NEW).content.decode()
    assert 'name="statements-1-position"' in page
    client.post(NEW, typed("Water", version=1, remove="statements-0", **{"statements-0-position": "Een"}))
    assert "statements-0-position" not in ConversationDraft.objects.get().data


def test_a_row_the_browser_took_away_leaves_no_gap(area: Area, interviewer: User, signed_in: SignIn) -> None:
    rows = {"statements-0-position": "Een", "statements-4-position": "Twee"}
    signed_in(interviewer).post(SAVE, typed("Water", **rows))
    data = ConversationDraft.objects.get().data
    assert (data["statements-0-position"], data["statements-1-position"]) == (["Een"], ["Twee"])


def test_later_keeps_the_draft_and_goes_to_the_list(area: Area, interviewer: User, signed_in: SignIn) -> None:
    answer = signed_in(interviewer).post(NEW, typed("Water", later="1"), follow=True)
    assert "Uw concept is bewaard" in answer.content.decode()
    assert ConversationDraft.objects.count() == 1


def test_discarding_asks_a_post_and_removes_only_mine(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    signed_in(interviewer).post(SAVE, typed("Water"))
    address = f"{SAVE}{TOKEN}/weggooien/"
    assert signed_in(interviewer).get(address).status_code == 405
    assert signed_in(planner).post(address).status_code == 404
    assert signed_in(interviewer).post(address).status_code == 302
    assert not ConversationDraft.objects.exists()


def test_the_session_tells_who_is_signed_in_and_gives_a_token(interviewer: User, signed_in: SignIn) -> None:
    state = signed_in(interviewer).get("/sessie/").json()
    assert (state["signed_in"], state["user"]) == (True, str(interviewer.pk))
    assert len(state["csrf_token"]) == 64


def test_the_session_of_a_stranger_is_empty(db: None, client: Client) -> None:
    assert client.get("/sessie/").json()["signed_in"] is False


def test_typing_after_the_session_ended_is_answered_401(area: Area, client: Client) -> None:
    answer = client.post(SAVE, typed("Een hele zin"), headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 401


def test_an_unreadable_id_gets_a_new_draft_instead_of_an_error(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    answer = signed_in(interviewer).post(SAVE, {"draft": "geen-id", "draft_version": "x", "report": "Water"})
    assert answer.status_code == 200
    assert ConversationDraft.objects.get().data["report"] == ["Water"]
