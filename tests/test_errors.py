"""Error pages: in our own look, in plain words, and without losing what somebody typed."""

import logging
from collections.abc import Callable

import pytest
from django.test import Client

from areas.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.error_urls")]

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
TEXT = "Water vasthouden op de helling kan, als de grond bruikbaar blijft."


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def strict() -> Client:
    """A browser whose forms need their token, as in real life."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@pytest.mark.parametrize(
    ("name", "status", "heading"),
    [
        ("bad", 400, "Deze opdracht is niet te lezen"),
        ("forbidden", 403, "U mag deze pagina niet openen"),
        ("problem", 422, "Dit kan zo niet"),
        ("conflict", 409, "Dit kan zo niet"),
        ("crash", 500, "Er ging iets mis"),
        ("down", 503, "Het portaal is even niet bereikbaar"),
        ("broker", 503, "Het portaal is even niet bereikbaar"),
        ("full", 507, "De schijf van het portaal is vol"),
    ],
)
def test_failure_gets_its_own_page(client: Client, name: str, status: int, heading: str) -> None:
    answer = client.get(f"/test/fail/{name}/")

    assert (answer.status_code, f'<h1 class="utrecht-heading-1">{heading}</h1>' in answer.content.decode()) == (
        status,
        True,
    )


def test_unknown_address_gets_our_404_page(client: Client) -> None:
    answer = client.get("/bestaat/niet/")

    assert (answer.status_code, "Deze pagina is er niet" in answer.content.decode()) == (404, True)


@pytest.mark.parametrize("name", ["bad", "forbidden", "problem", "conflict", "crash", "down"])
def test_failed_form_gives_the_typed_text_back(client: Client, name: str) -> None:
    answer = client.post(f"/test/fail/{name}/", {"standpunt": TEXT}, headers=FROM_HERE)

    assert f"{TEXT}</textarea>" in answer.content.decode()


@pytest.mark.parametrize("name", ["crash", "down", "problem"])
def test_typed_text_can_be_sent_again_to_the_same_address(client: Client, name: str) -> None:
    page = client.post(f"/test/fail/{name}/?deel=2", {"standpunt": TEXT}, headers=FROM_HERE).content.decode()

    assert (f'action="/test/fail/{name}/?deel=2"' in page, "Verstuur opnieuw" in page) == (True, True)


def test_short_values_travel_along_unseen(client: Client) -> None:
    page = client.post("/test/fail/crash/", {"opgave": "water", "tekst": TEXT}, headers=FROM_HERE).content.decode()

    assert '<input type="hidden" name="opgave" value="water">' in page


def test_markup_in_the_typed_text_is_harmless(client: Client) -> None:
    page = client.post(
        "/test/fail/crash/", {"t": "</textarea><script>alert(1)</script> x"}, headers=FROM_HERE
    ).content.decode()

    assert ("<script>alert" in page, "&lt;script&gt;alert(1)" in page) == (False, True)


@pytest.mark.parametrize(
    "field", ["password", "wachtwoord", "new_password1", "otp_code", "token", "csrfmiddlewaretoken"]
)
def test_secret_is_never_given_back(client: Client, field: str) -> None:
    page = client.post("/test/fail/crash/", {field: "zeer geheime zin", "t": TEXT}, headers=FROM_HERE)

    assert "zeer geheime zin" not in page.content.decode()


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elders.nl"}])
def test_nothing_is_given_back_to_another_site(client: Client, headers: dict[str, str]) -> None:
    page = client.post("/test/fail/crash/", {"t": TEXT}, headers=headers).content.decode()

    assert (TEXT in page, "csrfmiddlewaretoken" in page) == (False, False)


def test_nul_and_lone_surrogates_in_a_failed_form_do_no_harm(client: Client) -> None:
    body = "tekst=een+%00+twee+%ED%A0%80+drie"
    answer = client.post(
        "/test/fail/crash/?q=%00%ED%A0%80", body, content_type="application/x-www-form-urlencoded", headers=FROM_HERE
    )

    assert (answer.status_code, "\x00" in answer.content.decode()) == (500, False)


def test_nul_never_reaches_a_view(client: Client) -> None:
    answer = client.post("/test/echo/?q=a%00b", {"text": "c\x00d"})

    assert answer.content.decode() == repr(("ab", "cd"))


@pytest.mark.parametrize(
    "path", ["/hulp/?q=%00", "/bestaat%00niet/", "/hulp/?%ED%A0%80=%00", "/accounts/login/?next=%00"]
)
def test_strange_characters_in_an_address_never_crash(client: Client, path: str) -> None:
    assert client.get(path).status_code in {200, 404}


def test_expired_form_keeps_its_text_and_gets_a_fresh_token(strict: Client) -> None:
    answer = strict.post("/test/echo/", {"text": TEXT, "csrfmiddlewaretoken": "x" * 64}, headers=FROM_HERE)
    page = answer.content.decode()

    assert (answer.status_code, f"{TEXT}</textarea>" in page, page.count('name="csrfmiddlewaretoken"')) == (
        403,
        True,
        1,
    )


def test_expired_form_can_be_sent_again_as_it_stands(strict: Client) -> None:
    page = strict.post("/test/echo/", {"text": TEXT}, headers=FROM_HERE).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    answer = strict.post("/test/echo/", {"text": TEXT, "csrfmiddlewaretoken": token}, headers=FROM_HERE)

    assert answer.content.decode() == repr((None, TEXT))


def test_form_without_a_token_from_elsewhere_gets_none(strict: Client) -> None:
    answer = strict.post("/test/echo/", {"text": TEXT})

    assert (answer.status_code, TEXT in answer.content.decode()) == (403, False)


def test_form_after_the_session_ended_keeps_its_text(client: Client) -> None:
    answer = client.post("/test/private/", {"text": TEXT}, headers=FROM_HERE)
    page = answer.content.decode()

    assert (answer.status_code, f"{TEXT}</textarea>" in page, "Log opnieuw in" in page) == (401, True, True)


def test_htmx_form_after_the_session_ended_changes_nothing_on_the_page(client: Client) -> None:
    answer = client.post("/test/private/", {"text": TEXT}, headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Reswap"]) == (401, "none")


def test_htmx_form_with_an_old_token_gets_a_fresh_one(strict: Client) -> None:
    answer = strict.post("/test/echo/", {"text": TEXT}, headers={**FROM_HERE, "HX-Request": "true"})
    again = strict.post("/test/echo/", {"text": TEXT}, headers={"X-CSRFToken": answer["X-CSRFToken"]})

    assert (answer.status_code, again.content.decode()) == (403, repr((None, TEXT)))


def test_htmx_form_of_another_site_gets_no_token(strict: Client) -> None:
    answer = strict.post("/test/echo/", {"text": TEXT}, headers={"HX-Request": "true"})

    assert "X-CSRFToken" not in answer.headers


def test_htmx_read_after_the_session_ended_moves_the_whole_page_to_sign_in(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/gebieden/x/?deel=2"}
    answer = client.get("/test/private/", headers=headers)

    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/accounts/login/?next=/gebieden/x/")


def test_page_after_the_session_ended_asks_to_sign_in(client: Client) -> None:
    assert client.get("/test/private/").headers["Location"] == "/accounts/login/?next=/test/private/"


def test_form_that_is_too_large_keeps_its_text(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000  # type: ignore[attr-defined]
    body = "tekst=" + "+".join(["water"] * 400)
    answer = client.post("/test/echo/", body, content_type="application/x-www-form-urlencoded", headers=FROM_HERE)

    assert (answer.status_code, "water water water" in answer.content.decode()) == (413, True)


def test_form_with_too_many_fields_keeps_its_text(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3  # type: ignore[attr-defined]
    body = "&".join(f"veld{number}=dit+is+tekst" for number in range(6))
    answer = client.post("/test/echo/", body, content_type="application/x-www-form-urlencoded", headers=FROM_HERE)

    assert (answer.status_code, answer.content.decode().count("dit is tekst</textarea>")) == (413, 6)


def test_pages_for_500_and_503_need_no_database(client: Client, django_assert_num_queries: Callable) -> None:
    with django_assert_num_queries(0):
        client.get("/test/fail/crash/")
        client.get("/test/fail/down/")


def test_page_for_503_says_when_to_come_back(client: Client) -> None:
    assert client.get("/test/fail/down/")["Retry-After"] == "30"


def test_error_page_does_not_log_what_was_typed(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/test/fail/crash/", {"text": TEXT}, headers=FROM_HERE)

    assert TEXT not in caplog.text


def test_error_page_is_never_kept(client: Client) -> None:
    assert client.get("/bestaat/niet/")["Cache-Control"] == "no-store"


def test_request_of_another_site_is_refused(client: Client) -> None:
    assert client.post("/test/echo/", {}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_link_from_another_site_is_followed(client: Client) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert client.get("/test/echo/", headers=headers).status_code == 200


def test_picture_of_another_site_cannot_be_one_of_our_pages(client: Client) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}

    assert client.get("/test/echo/", headers=headers).status_code == 403


def test_page_of_somebody_signed_in_is_never_kept(signed_in: Callable[[User], Client], planner: User) -> None:
    assert "no-store" in signed_in(planner).get("/test/private/")["Cache-Control"]


def test_signing_out_clears_what_the_browser_kept(signed_in: Callable[[User], Client], planner: User) -> None:
    assert signed_in(planner).post("/accounts/logout/")["Clear-Site-Data"] == '"cache", "storage"'


def test_strict_headers_stand_on_every_page(client: Client) -> None:
    answer = client.get("/hulp/")
    policy = answer["Content-Security-Policy"]

    assert ("default-src 'none'" in policy, "unsafe" in policy, "camera=()" in answer["Permissions-Policy"]) == (
        True,
        False,
        True,
    )
