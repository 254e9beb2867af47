"""The pages of taking in a file with parties: what they say, to whom, and what they cost."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from areas.imports.enums import ImportStatus
from areas.imports.running import run_import
from areas.models import Area, Organisation, PartyImport, User
from novex_portal.middleware import MOST_UPLOADED
from novex_portal.toolkit.files.sheets import read_rows
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_party_import

SignIn = Callable[[User], Client]
ADDRESS = "/gebieden/zuid-limburg/partijen/invoer/"
MULTIPART = {"CONTENT_TYPE": "multipart/form-data; boundary=x"}
WRONG = "naam;soort\nGemeente Heerlen;gemeente\nGemeente Kerkrade;onzin\n"


@pytest.fixture
def brought(
    area: Area, planner: User, signed_in: SignIn, django_capture_on_commit_callbacks: Any
) -> tuple[Client, str]:
    """Give a client and the address of a file with one fault, as it is after it was chosen."""
    client = signed_in(planner)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ADDRESS, {"file": SimpleUploadedFile("lijst.csv", WRONG.encode()), "token": str(uuid7())})
    return client, answer["Location"]


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def at(address: str, what: str) -> str:
    return f"{address}{what}/"


def outcome(action: str, lines: int) -> list[dict[str, Any]]:
    extra = {"errors": [{"column": "soort", "text": "Fout."}], "values": {"naam": "A", "soort": "x"}}
    return [
        {"number": n + 2, "name": f"Partij {n}", "action": action, "words": ["Zo."], **extra} for n in range(lines)
    ]


def test_short_file_is_checked_at_once_and_tells_its_counts(brought: tuple[Client, str]) -> None:
    client, address = brought
    page = text_of(client.get(address))
    assert "2 regels: 1 nieuw, 1 fout" in page
    assert "“onzin” is geen soort partij." in page
    assert not Organisation.objects.exists()


def test_fault_is_corrected_in_the_page_and_the_rest_is_written(
    brought: tuple[Client, str], django_capture_on_commit_callbacks: Any
) -> None:
    client, address = brought
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            at(address, "verbeteren"), {"version": "2", "r3-naam": "Gemeente Kerkrade", "r3-soort": "gemeente"}
        )
    assert "2 regels: 2 nieuw" in text_of(client.get(address))
    assert client.post(at(address, "invoeren"), {"version": "4"}).status_code == 302
    run_import(PartyImport, PartyImport.objects.get().pk)
    assert Organisation.objects.count() == 2
    assert "Ingevoerd op" in text_of(client.get(address))


def test_file_with_faults_is_not_confirmed_without_a_choice(brought: tuple[Client, str]) -> None:
    client, address = brought
    answer = client.post(at(address, "invoeren"), {"version": "2"})
    assert answer.status_code == 422
    assert "Er zijn nog regels met een fout" in text_of(answer)
    assert client.post(at(address, "invoeren"), {"version": "2", "skip_errors": "on"}).status_code == 302


def test_who_corrects_too_late_sees_both_texts(brought: tuple[Client, str]) -> None:
    client, address = brought
    answer = client.post(at(address, "verbeteren"), {"version": "1", "r3-naam": "Mijn naam", "r3-soort": "gemeente"})
    assert answer.status_code == 409
    assert "Regel 3: naam: Gemeente Kerkrade, soort: onzin" in text_of(answer)
    assert "Mijn naam" in text_of(answer)


def test_who_confirms_too_late_is_told(brought: tuple[Client, str]) -> None:
    client, address = brought
    answer = client.post(at(address, "invoeren"), {"version": "1", "skip_errors": "on"})
    assert answer.status_code == 409
    assert "Iemand anders heeft dit bestand" in text_of(answer)


def test_colleague_finds_the_file_and_may_drop_it(
    brought: tuple[Client, str], interviewer: User, signed_in: SignIn
) -> None:
    _client, address = brought
    colleague = signed_in(interviewer)
    assert "lijst.csv" in text_of(colleague.get(ADDRESS))
    assert colleague.post(at(address, "weggooien"), {"version": "2"}).status_code == 302
    assert PartyImport.objects.get().status == ImportStatus.CANCELLED


def test_file_of_another_area_is_not_there(other_area: Area, planner: User, stranger: User, signed_in: SignIn) -> None:
    theirs = make_party_import(stranger, other_area)
    for name in ("party-import-one", "party-import-status"):
        assert signed_in(planner).get(reverse(name, args=["zuid-limburg", theirs.pk])).status_code == 404


def test_wrong_file_is_told_beside_the_field(area: Area, planner: User, signed_in: SignIn) -> None:
    answer = signed_in(planner).post(ADDRESS, {"file": SimpleUploadedFile("lijst.pdf", b"%PDF")})
    assert answer.status_code == 422
    assert "Dit is een PDF." in text_of(answer)


@pytest.mark.parametrize("size", [MOST_UPLOADED + 1, 100_000_000])
def test_form_that_is_too_large_is_refused_before_it_is_read(planner: User, signed_in: SignIn, size: int) -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, count: int = -1) -> bytes:
            self.taken += (given := min(count, size - self.taken))
            return b"x" * given

    body = Endless()
    answer = signed_in(planner).post(ADDRESS, **MULTIPART, **{"wsgi.input": body, "CONTENT_LENGTH": str(size)})
    assert (answer.status_code, body.taken) == (413, size)
    assert "Dit bestand is te groot" in text_of(answer)


def test_stranger_with_a_large_form_is_refused_at_once(client: Client, db: None) -> None:
    assert client.post(ADDRESS, **MULTIPART, CONTENT_LENGTH="100000000").status_code == 413


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_example_can_be_taken_in_as_it_is(
    planner: User, signed_in: SignIn, kind: str, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(planner)
    answer = client.get(reverse("party-import-example", args=["zuid-limburg", kind]))
    example = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert len(read_rows(kind, example)) == 4
    with django_capture_on_commit_callbacks(execute=True):
        client.post(ADDRESS, {"file": SimpleUploadedFile(f"voorbeeld.{kind}", example)})
    assert PartyImport.objects.get().counts == {"total": 3, "new": 3, "ignored": []}


def test_example_holds_no_formula(planner: User, signed_in: SignIn) -> None:
    answer = signed_in(planner).get(reverse("party-import-example", args=["zuid-limburg", "xlsx"]))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    assert "f" not in {cell.data_type for row in book.active for cell in row}


def test_progress_is_told_while_the_worker_is_at_it(area: Area, planner: User, signed_in: SignIn) -> None:
    job = make_party_import(planner, status=ImportStatus.WRITING, counts={"total": 5_000}, done_rows=1_250)
    address = reverse("party-import-status", args=[area.slug, job.pk])
    assert "1.250 van 5.000 regels" in text_of(signed_in(planner).get(address, headers={"HX-Request": "true"}))


def test_page_that_waits_is_loaded_anew_when_it_is_done(area: Area, planner: User, signed_in: SignIn) -> None:
    job = make_party_import(planner)
    answer = signed_in(planner).get(
        reverse("party-import-status", args=[area.slug, job.pk]), headers={"HX-Request": "true"}
    )
    assert answer["HX-Redirect"] == reverse("party-import-one", args=[area.slug, job.pk])


@pytest.mark.parametrize("status", [ImportStatus.CHECKED, ImportStatus.DONE])
@pytest.mark.parametrize("action", ["new", "error"])
@pytest.mark.parametrize("lines", [1, 300])
def test_page_costs_as_many_queries_for_one_line_as_for_many(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any, status: str, action: str, lines: int
) -> None:
    counts = {"total": lines, action: lines}
    job = make_party_import(
        planner, status=status, outcome=outcome(action, lines), counts=counts, confirmed_by=planner, rows=[]
    )
    client = signed_in(planner)
    with django_assert_num_queries(5):
        client.get(reverse("party-import-one", args=[area.slug, job.pk]))


@pytest.mark.parametrize("files", [1, 3])
def test_list_costs_as_many_queries_for_one_file_as_for_three(
    area: Area, planner: User, admin: User, signed_in: SignIn, django_assert_num_queries: Any, files: int
) -> None:
    for number in range(files):
        make_party_import(planner if number else admin)
    client = signed_in(planner)
    with django_assert_num_queries(4):
        client.get(ADDRESS)


def test_lines_are_shown_by_page_and_by_kind(area: Area, planner: User, signed_in: SignIn) -> None:
    lines = [*outcome("new", 60), {"number": 99, "name": "Anders", "action": "same", "words": []}]
    job = make_party_import(planner, outcome=lines, counts={"total": 61, "new": 60, "same": 1})
    client, address = signed_in(planner), reverse("party-import-one", args=[area.slug, job.pk])
    assert "Bladzijde 2 van 2" in text_of(client.get(address, {"page": "2"}))
    found = text_of(client.get(address, {"toon": "same"}))
    assert "Anders" in found
    assert "Partij 1<" not in found


def test_words_of_a_file_are_never_markup(area: Area, planner: User, signed_in: SignIn) -> None:
    lines = [{"number": 2, "name": "<script>x</script>", "action": "new", "words": ["<b>"], "changes": []}]
    job = make_party_import(planner, outcome=lines, file_name="<img src=x>.csv")
    page = text_of(signed_in(planner).get(reverse("party-import-one", args=[area.slug, job.pk])))
    assert "<script>x" not in page
    assert "<img" not in page
