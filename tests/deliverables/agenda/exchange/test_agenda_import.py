"""The agenda as a file: out and in again without a change, and what a changed file does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from areas.imports.actions import confirm_import, upload_file
from areas.imports.enums import ImportStatus
from areas.imports.running import run_import
from areas.models import Area, User
from deliverables.agenda.exchange.models import AgendaImport
from deliverables.agenda.measures.models import Measure, MeasureChallenge, MeasureParty
from deliverables.agenda.moving.models import PlanBatch, PlanChange
from deliverables.agenda.plan.models import Dependency, MeasureDeadline
from novex_portal.toolkit.files.sheets import read_rows
from novex_portal.toolkit.files.uploads import UploadRefused
from novex_portal.toolkit.problems import Conflict
from tests.deliverables.agenda.factories import (
    make_chapter,
    make_deadline,
    make_dependency,
    make_example,
    make_measure,
)
from tests.factories import make_challenge, make_organisation

SignIn = Callable[[User], Client]
Check = Callable[..., AgendaImport]


def csv_file(*lines: str, header: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("agenda.csv", "\n".join([header, *lines]).encode())


@pytest.fixture
def checked(area: Area, planner: User) -> Check:
    """Give a file of these lines, brought and checked."""

    def make(*lines: str, header: str) -> AgendaImport:
        upload = csv_file(*lines, header=header)
        return brought(area, planner, upload)

    return make


def brought(area: Area, actor: User, upload: SimpleUploadedFile) -> AgendaImport:
    job = upload_file(model=AgendaImport, area=area, actor=actor, upload=upload, token=None)
    run_import(AgendaImport, job.pk)  # where the test commits, it was checked at once
    job.refresh_from_db()
    assert job.status == ImportStatus.CHECKED
    return job


def written(job: AgendaImport, actor: User) -> AgendaImport:
    confirm_import(job=job, actor=actor, version=job.version, skip_errors=False)
    assert run_import(AgendaImport, job.pk)
    job.refresh_from_db()
    assert job.status == ImportStatus.DONE
    return job


def actions(job: AgendaImport) -> list[str]:
    return [line["action"] for line in job.outcome]


def faults(job: AgendaImport) -> dict[str, str]:
    return {fault["column"]: fault["text"] for line in job.outcome for fault in line.get("errors", ())}


def exported(client: Client, kind: str) -> bytes:
    address = "uitvoeringsagenda.xlsx" if kind == "xlsx" else "uitvoeringsagenda/invoer/nu.csv"
    return b"".join(client.get(f"/gebieden/zuid-limburg/{address}").streaming_content)  # type: ignore[attr-defined]


@pytest.fixture
def full(area: Area, other_area: Area, planner: User) -> dict[str, Measure]:
    """An agenda in which every cell holds something, also what could go wrong in a file."""
    made = make_example(area, other_area)
    party, other = (make_organisation(name, area=area) for name in ("Waterschap Limburg", "Gemeente Vaals"))
    for measure in made.values():
        MeasureParty.objects.create(measure=measure, organisation=party, part="trekker")
    MeasureParty.objects.create(measure=made["W03"], organisation=other, part="partner")
    MeasureChallenge.objects.create(measure=made["W03"], challenge=make_challenge(area, title="Beken; en dalen"))
    make_deadline(made["W03"], date(2030, 11, 30), why="Eerst dit; dan dat")
    Measure.objects.filter(pk=made["W02"].pk).update(
        title="=SOM(A1) <b>vet</b>", result="- eerste\n- tweede", end=date(2028, 4, 1), end_precision="kwartaal"
    )
    return made


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_exported_comes_in_again_without_a_change(
    full: dict[str, Measure], area: Area, planner: User, signed_in: SignIn, kind: str
) -> None:
    content = exported(signed_in(planner), kind)
    job = brought(area, planner, SimpleUploadedFile(f"agenda.{kind}", content))

    assert job.counts == {"total": 6, "same": 6, "ignored": []}


def test_export_holds_no_formula(full: dict[str, Measure], planner: User, signed_in: SignIn) -> None:
    assert b"'=SOM(A1)" in exported(signed_in(planner), "csv")


def test_export_writes_what_a_measure_waits_for_as_people_do(
    full: dict[str, Measure], planner: User, signed_in: SignIn
) -> None:
    header, *lines = read_rows("xlsx", exported(signed_in(planner), "xlsx"))
    waits = {line.cells[0]: line.cells[header.cells.index("wacht op")] for line in lines if len(line.cells) > 14}

    assert waits["ZL-W03"] == "ZL-W02 FS +20 werkdagen"
    assert waits["ZL-N01"] == "ZL-L01 SS; ZL-W02 SS +3 maanden"


def test_new_line_gets_a_code_and_all_it_says(checked: Check, area: Area, planner: User) -> None:
    make_chapter(area, "W", title="Beekdalen")
    make_organisation("Waterschap Limburg", area=area)
    job = checked(
        "Beekdalen;Nieuwe berging;Q1 2028;2029;loopt;Waterschap Limburg;31-12-2029: de subsidie loopt af",
        header="hoofdstuk;titel;begin;eind;stand;trekker;uiterste datum",
    )
    written(job, planner)

    measure = Measure.objects.get()
    assert (measure.code, measure.span, measure.status) == ("ZL-W01", "Q1 2028 – 2029", "loopt")
    assert MeasureDeadline.objects.get().day == date(2029, 12, 31)


def test_changed_dates_are_told_and_remembered_with_the_file_as_their_reason(
    checked: Check, area: Area, planner: User
) -> None:
    make_measure(area, "W01", lead=make_organisation(area=area))
    job = written(checked("ZL-W01;W;Q3 2028", header="code;titel;eind"), planner)

    assert {"what": "eind", "old": "31-12-2027", "new": "Q3 2028"} in job.outcome[0]["changes"]
    assert PlanBatch.objects.get().reason == "Ingevoerd uit bestand agenda.csv"
    assert PlanChange.objects.get().new_end_precision == "kwartaal"


@pytest.mark.parametrize(
    ("header", "line", "column", "words"),
    [
        ("code;titel", "ZL-W99;Iets", "code", "geen maatregel van deze agenda"),
        ("code;titel;eind", "ZL-W01;Iets;morgen", "eind", "geen datum"),
        ("code;titel;eind", "ZL-W01;Iets;0022", "eind", "tussen 2000 en 2100"),
        ("code;titel;eind", "ZL-W01;Iets;2020", "eind", "ligt voor het begin"),
        ("code;titel;trekker", "ZL-W01;Iets;Onbekend BV", "trekker", "geen partij van Zuid-Limburg"),
        ("code;titel;trekker", "ZL-W01;Iets;geen", "trekker", "zonder trekker"),
        ("code;titel;stand", "ZL-W01;Iets;vervallen", "stand", "eigen bladzijde"),
        ("code;titel;stand", "ZL-W01;Iets;afgerond", "stand", "kan niet naar"),
        ("code;titel;stand", "ZL-W01;Iets;bijna", "stand", "kent het portaal hier niet"),
        ("code;titel;wacht op", "ZL-W01;Iets;ZL-W02 SF", "wacht-op", "leest dat verkeerd om"),
        ("code;titel;wacht op", "ZL-W01;Iets;ZL-W02 FS +100000 dagen", "wacht-op", "hoogstens 2.000"),
        ("code;titel;wacht op", "ZL-W01;Iets;ZL-W01", "wacht-op", "kring rond: ZL-W01 → ZL-W01"),
        ("code;titel;wacht op", "ZL-W01;Iets;XX-A01", "wacht-op", "geen code"),
        ("code;titel;uiterste datum", "ZL-W01;Iets;31-12-2030", "uiterste-datum", "schrijf ook waarom"),
        ("titel;begin;eind", "Nieuw;2027;2028", "hoofdstuk", "heeft ook een hoofdstuk"),
        ("titel;hoofdstuk;begin;eind", "Nieuw;Zweefvliegen;2027;2028", "hoofdstuk", "geen hoofdstuk"),
    ],
)
def test_fault_names_its_column_and_what_to_do(
    checked: Check, area: Area, header: str, line: str, column: str, words: str
) -> None:
    party = make_organisation("Waterschap Limburg", area=area)
    for code in ("W01", "W02"):
        make_measure(area, code, lead=party)

    assert words in faults(checked(line, header=header)).get(column, "")


def test_ring_over_lines_of_one_file_is_refused_with_the_chain(checked: Check, area: Area) -> None:
    party = make_organisation(area=area)
    for code in ("W01", "W02"):
        make_measure(area, code, lead=party)
    job = checked("ZL-W01;A;ZL-W02", "ZL-W02;B;ZL-W01", header="code;titel;wacht op")

    assert (
        "ZL-W01 → ZL-W02 → ZL-W01" in faults(job)["wacht-op"] or "ZL-W02 → ZL-W01 → ZL-W02" in faults(job)["wacht-op"]
    )


def test_relations_come_change_and_go(checked: Check, area: Area, planner: User) -> None:
    party = make_organisation(area=area)
    one, two, three = (make_measure(area, code, lead=party) for code in ("W01", "W02", "W03"))
    make_dependency(one, three, lag=2, unit="week")
    make_dependency(two, three)
    written(checked('ZL-W03;C;"ZL-W01 FS +3 weken; ZL-W02 SS"', header="code;titel;wacht op"), planner)

    found = {(row.before.code, row.kind, row.lag) for row in Dependency.objects.select_related("before")}
    assert found == {("ZL-W01", "FS", 3), ("ZL-W02", "SS", 0)}


def test_clash_that_a_file_would_make_is_told_before_it_is_written(checked: Check, area: Area) -> None:
    party = make_organisation(area=area)
    one = make_measure(area, "W01", start=date(2027, 1, 4), end=date(2027, 6, 30), lead=party)
    make_dependency(one, make_measure(area, "W02", start=date(2027, 7, 1), end=date(2027, 12, 31), lead=party))
    job = checked("ZL-W01;A;31-08-2027", header="code;titel;eind")

    assert job.outcome[0]["warnings"] == ["Hierna botst ZL-W02 met ZL-W01, waarop die wacht."]


def test_file_of_ten_thousand_lines_is_refused_with_what_to_do(area: Area, planner: User) -> None:
    upload = csv_file(*(f"Maatregel {number}" for number in range(10_000)), header="titel")
    with pytest.raises(UploadRefused, match=r"10\.000 regels\. Meer dan 500"):
        upload_file(model=AgendaImport, area=area, actor=planner, upload=upload, token=None)


def test_line_that_somebody_changed_meanwhile_is_held_back(checked: Check, area: Area, planner: User) -> None:
    measure = make_measure(area, "W01", lead=make_organisation(area=area))
    job = checked("ZL-W01;Andere titel", header="code;titel")
    measure.write_over(measure.version, title="Van een collega")

    assert actions(written(job, planner)) == ["held"]
    assert Measure.objects.get().title == "Van een collega"


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_confirm_at_once_one_does(checked: Check, area: Area, planner: User, admin: User) -> None:
    make_measure(area, "W01", lead=make_organisation(area=area))
    job = checked("ZL-W01;Andere titel", header="code;titel")

    def confirm(actor: User) -> str:
        try:
            return str(confirm_import(job=job, actor=actor, version=job.version, skip_errors=False).status)
        except Conflict:
            return "te laat"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(confirm, (planner, admin))) == [ImportStatus.CONFIRMED, "te laat"]


def test_page_explains_the_file_and_shows_a_fault_beside_its_cell(
    area: Area, planner: User, signed_in: SignIn, django_capture_on_commit_callbacks: Any
) -> None:
    client, address = signed_in(planner), "/gebieden/zuid-limburg/uitvoeringsagenda/invoer/"
    assert "ZL-W02 FS +20 werkdagen" in client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address, {"file": csv_file("ZL-W99;Iets", header="code;titel")})
    page = client.get(answer["Location"]).content.decode()
    assert "ZL-W99 is geen maatregel van deze agenda" in page
    assert 'name="r2-titel"' in page


def test_who_may_only_read_exports_but_brings_no_file(area: Area, executive: User, signed_in: SignIn) -> None:
    client = signed_in(executive)
    assert client.get("/gebieden/zuid-limburg/uitvoeringsagenda.xlsx").status_code == 200
    assert client.get("/gebieden/zuid-limburg/uitvoeringsagenda/invoer/").status_code == 403


@pytest.mark.parametrize("measures", [1, 3])
def test_export_costs_as_many_queries_for_one_measure_as_for_three(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any, measures: int
) -> None:
    party = make_organisation(area=area)
    for number in range(measures):
        make_measure(area, f"W0{number + 1}", lead=party)
    client = signed_in(planner)
    with django_assert_num_queries(12):
        exported(client, "xlsx")
