"""Answers to htmx: a part for whom asked a part, the whole page for everybody else."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from novex_portal.toolkit.fragments import go_to, render_live, wants_fragment


def asked(**headers: str) -> HttpRequest:
    request = RequestFactory().get(
        "/hulp/", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


@pytest.mark.parametrize(
    ("headers", "wants"),
    [
        ({}, False),
        ({"HX_Request": "true"}, True),
        ({"HX_Request": "true", "HX_History_Restore_Request": "true"}, False),
    ],
)
def test_only_htmx_itself_gets_a_part(headers: dict[str, str], wants: bool) -> None:
    assert wants_fragment(asked(**headers)) is wants


def test_going_elsewhere_is_a_redirect_for_a_browser() -> None:
    answer = go_to(asked(), "help")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/hulp/")


def test_going_elsewhere_moves_the_whole_page_for_htmx() -> None:
    answer = go_to(asked(HX_Request="true"), "help")

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/hulp/")


def test_note_is_waiting_on_the_next_page() -> None:
    request = asked()
    go_to(request, "help", note="Gesprek vastgelegd.")

    assert [str(message) for message in get_messages(request)] == ["Gesprek vastgelegd."]


def test_live_region_is_filled_for_htmx_alone() -> None:
    with_htmx = render_live(asked(HX_Request="true"), HttpResponse("deel"), "12 gesprekken gevonden")
    without = render_live(asked(), HttpResponse("deel"), "12 gesprekken gevonden")

    assert (b"12 gesprekken gevonden" in with_htmx.content, without.content) == (True, b"deel")
