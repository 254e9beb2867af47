"""A file with parties: checked without writing, corrected, confirmed by one person, and written once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pghistory.models
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from areas.enums import Role
from areas.imports import running as importing
from areas.imports.actions import cancel_import, confirm_import, correct_rows, purge_imports, upload_file
from areas.imports.enums import ImportStatus
from areas.imports.party_kind import PARTIES
from areas.imports.rules.plan import Action
from areas.imports.running import claim_import, give_up_on_hopeless, run_import, waiting_imports
from areas.models import (
    Area,
    AreaOrganisation,
    Membership,
    Organisation,
    PartyImport,
    Person,
    UmbrellaMembership,
    User,
)
from novex_portal.dashboards.parties.queries import party_lines
from novex_portal.toolkit.files.uploads import UploadRefused
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_member, make_organisation

Check = Callable[..., PartyImport]
HEADER = "naam;soort;website;koepel;aantekeningen;functie;e-mail;telefoon"


def csv_file(*lines: str, header: str = HEADER) -> SimpleUploadedFile:
    return SimpleUploadedFile("partijen.csv", "\n".join([header, *lines]).encode())


@pytest.fixture
def checked(area: Area, planner: User) -> Check:
    """Give a file of these lines, brought and checked."""

    def make(*lines: str, header: str = HEADER, actor: User = planner) -> PartyImport:
        job = upload_file(
            model=PartyImport, area=area, actor=actor, upload=csv_file(*lines, header=header), token=uuid7()
        )
        run_import(PartyImport, job.pk)  # where the test commits, it was checked at once
        job.refresh_from_db()
        assert job.status == ImportStatus.CHECKED
        return job

    return make


def written(job: PartyImport, actor: User, *, skip_errors: bool = False) -> PartyImport:
    confirm_import(job=job, actor=actor, version=job.version, skip_errors=skip_errors)
    assert run_import(PartyImport, job.pk)
    job.refresh_from_db()
    return job


def actions(job: PartyImport) -> list[str]:
    return [line["action"] for line in job.outcome]


def faults(job: PartyImport, line: int = 0) -> list[tuple[str, str]]:
    return [(fault["column"], fault["text"]) for fault in job.outcome[line]["errors"]]


def told(job: PartyImport, line: int = 0) -> str:
    found = job.outcome[line]
    changes = [f"{change['what']}: {change['old']} > {change['new']}" for change in found["changes"]]
    return " ".join([*found["words"], *changes, *found.get("warnings", ())])


def sizes() -> dict[str, int]:
    """Count the rows of every table but that of the files themselves."""
    models = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    return {
        model._meta.label: model._default_manager.count() for model in models if "PartyImport" not in model._meta.label
    }


# --- checking


def test_checking_writes_nothing_but_what_it_found(checked: Check) -> None:
    make_organisation("Gemeente Kerkrade")
    before = sizes()
    job = checked(
        "Gemeente Heerlen;gemeente;;Vereniging;;Wethouder;w@example.org;", "Vereniging;maatschappelijk;;;;;;"
    )
    assert (job.status, actions(job)) == (ImportStatus.CHECKED, ["new", "new"])
    assert sizes() == before


def test_each_line_says_what_would_happen(checked: Check, area: Area, other_area: Area) -> None:
    make_organisation("Gemeente Kerkrade", area=area)
    make_organisation("Gemeente Deurne", area=other_area)
    make_organisation("LLTB", kind="bedrijf", area=area)
    job = checked(
        "Gemeente Heerlen;Gemeente", "gemeente  kerkrade;gemeente", "Gemeente Deurne;GEMEENTE",
        "LLTB;Maatschappelijke organisatie", ";gemeente", header="Naam; Soort ",
    )  # fmt: skip
    assert actions(job) == ["new", "same", "link", "change", "error"]
    assert job.counts == {"total": 5, "new": 1, "same": 1, "link": 1, "change": 1, "error": 1, "ignored": []}
    assert "soort: Bedrijf > Maatschappelijke organisatie" in told(job, 3)


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (";gemeente;;;;;;", "naam", "ontbreekt"),
        ("...;gemeente;;;;;;", "naam", "geen naam"),
        ("#N/B;gemeente;;;;;;", "naam", "foutmelding van Excel"),
        ("Nieuw;;;;;;;", "soort", "ontbreekt"),
        ("Nieuw;sportclub;;;;;;", "soort", "geen soort partij"),
        ("Nieuw;gemeente;javascript:alert(1);;;;;", "website", "geen webadres"),
        ("Nieuw;gemeente;ergens;;;;;", "website", "geen webadres"),
        ("Nieuw;gemeente;;Onbekend;;;;", "koepel", "geen partij van Zuid-Limburg"),
        ("Nieuw;gemeente;;Nieuw;;;;", "koepel", "geen lid van zichzelf"),
        ("Nieuw;gemeente;;;;Wethouder;geen adres;", "e-mail", "geen e-mailadres"),
        ("Nieuw;gemeente;;;;Wethouder;;bel maar", "telefoon", "geen telefoonnummer"),
        ("Nieuw;gemeente;;;;;w@example.org;", "functie", "Vul ook de functie in"),
        (f"{'n' * 201};gemeente;;;;;;", "naam", "langer dan 200 tekens"),
    ],
)
def test_fault_names_line_column_and_what_to_do(checked: Check, line: str, column: str, words: str) -> None:
    job = checked(line)
    assert job.outcome[0]["number"] == 2
    assert [found for found, text in faults(job) if words in text] == [column]


def test_second_line_about_one_organisation_is_a_fault(checked: Check) -> None:
    job = checked("Gemeente Heerlen;gemeente", "GEMEENTE heerlen;gemeente", header="naam;soort")
    assert actions(job) == ["new", "error"]
    assert "staat al op regel 2" in faults(job, 1)[0][1]


def test_name_of_a_merged_organisation_leads_to_what_it_became(checked: Check, area: Area) -> None:
    now = make_organisation("Gemeente Beekdaelen", area=area)
    Organisation.objects.create(name="Gemeente Nuth", kind="gemeente", merged_into=now)
    job = checked("Gemeente Nuth;gemeente", "Gemeente Beekdaelen;gemeente", header="naam;soort")
    assert actions(job) == ["same", "error"]
    assert "“Gemeente Nuth” heet nu “Gemeente Beekdaelen”." in told(job)


def test_new_name_that_resembles_another_gets_a_warning(checked: Check) -> None:
    make_organisation("Gemeente Maastricht")
    job = checked(
        "Gem. Maastricht;gemeente",
        "Waterschap Limburg;waterschap",
        "Waterschap Limbrug;waterschap",
        header="naam;soort",
    )
    assert "Lijkt op “Gemeente Maastricht”, die al in het portaal staat." in told(job)
    assert "Lijkt op “Waterschap Limbrug” op regel 4 van dit bestand." in told(job, 1)


def test_own_export_with_umbrellas_changes_nothing(checked: Check, area: Area) -> None:
    member = make_organisation("Natuurvereniging", area=area)
    umbrellas = [make_organisation(name) for name in ("Koepel van bonden", "Koepel, landelijk")]
    UmbrellaMembership.objects.bulk_create(UmbrellaMembership(member=member, umbrella=one) for one in umbrellas)
    lines = list(party_lines(area, {}, order="", with_contact=False, with_notes=False))
    line = ";".join(f'"{cell}"' for found in lines for cell in found if found[0] == member.name)
    job = checked(line, header="Naam;Soort partij;Overheid of samenleving;Lid van koepel;Website")
    assert actions(job) == [Action.SAME]


def test_columns_the_portal_does_not_know_are_told(checked: Check) -> None:
    job = checked("Gemeente Heerlen;gemeente;1;2", header="naam;soort;fax;telefon")
    assert "“fax” kent het portaal niet" in job.counts["ignored"][0]
    assert "Bedoelt u “telefoon”?" in job.counts["ignored"][1]


@pytest.mark.parametrize(
    ("header", "words"),
    [("organisatienaam;soort", "“naam” ontbreekt"), ("naam;soort;Soort", "“soort” staat er twee keer"), ("", "niets")],
)
def test_file_without_the_right_header_is_refused(area: Area, planner: User, header: str, words: str) -> None:
    with pytest.raises(UploadRefused, match=words):
        upload_file(
            model=PartyImport,
            area=area,
            actor=planner,
            upload=csv_file(header and "A;b", header=header),
            token=uuid7(),
        )
    assert not PartyImport.objects.exists()


def test_circle_of_umbrellas_is_a_fault_with_the_whole_chain(checked: Check) -> None:
    job = checked("A;bedrijf;B", "B;bedrijf;C", "C;bedrijf;A", header="naam;soort;koepel")
    assert actions(job) == ["error", "error", "error"]
    assert "C is lid van A, A is lid van B en B is lid van C" in faults(job, 2)[0][1]


def test_line_whose_umbrella_stands_on_a_line_at_fault_is_a_fault(checked: Check) -> None:
    job = checked("A;bedrijf;B", "B;onzin;", header="naam;soort;koepel")
    assert "De koepel staat op regel 3" in faults(job)[0][1]


# --- writing


def test_confirmed_lines_are_written_as_shown(checked: Check, area: Area, planner: User) -> None:
    job = written(
        checked("Koepel;maatschappelijk", "Lid;bedrijf;www.lid.nl;Koepel;Belt;Directeur;d@lid.nl;043 123 45 67"),
        planner,
    )
    link = AreaOrganisation.objects.select_related("organisation").get(area=area, organisation__name="Lid")
    person = Person.objects.get()
    assert (job.status, actions(job)) == (ImportStatus.DONE, ["new", "new"])
    assert (link.organisation.website, link.notes) == ("https://www.lid.nl", "Belt")
    assert UmbrellaMembership.objects.get().umbrella.name == "Koepel"
    assert (person.organisation, person.role, person.email) == (link.organisation, "Directeur", "d@lid.nl")


def test_changes_are_written_and_empty_cells_change_nothing(checked: Check, area: Area, planner: User) -> None:
    party = make_organisation("LLTB", kind="bedrijf", area=area)
    Person.objects.create(organisation=party, role="Voorzitter", email="oud@example.org", phone="043 123 45 67")
    written(checked("lltb;maatschappelijk;lltb.nl;;Nieuw;voorzitter;nieuw@example.org;"), planner)
    party.refresh_from_db()
    person = Person.objects.get()
    assert (party.name, party.kind, party.website, party.version) == ("LLTB", "maatschappelijk", "https://lltb.nl", 2)
    assert (person.email, person.phone, person.version) == ("nieuw@example.org", "043 123 45 67", 2)
    assert AreaOrganisation.objects.get(organisation=party).notes == "Nieuw"


def test_second_time_the_same_file_changes_nothing(checked: Check, planner: User) -> None:
    lines = ("Koepel;maatschappelijk", "Lid;bedrijf;www.lid.nl;Koepel;Belt;Directeur;d@lid.nl;043 123 45 67")
    written(checked(*lines), planner)
    before = sizes()
    again = checked(*lines)
    assert actions(again) == ["same", "same"]
    written(again, planner)
    assert sizes() == before


def test_facts_that_other_areas_share_stay(checked: Check, area: Area, other_area: Area, planner: User) -> None:
    party = make_organisation("Waterschap Limburg", kind="waterschap", area=other_area)
    job = written(checked("Waterschap Limburg;bedrijf;www.anders.nl;;Van ons"), planner)
    party.refresh_from_db()
    assert (party.kind, party.website) == ("waterschap", "")
    assert "Naam en soort blijven zoals ze zijn" in told(job)
    assert AreaOrganisation.objects.get(area=area, organisation=party).notes == "Van ons"


def test_who_works_in_both_areas_may_change_what_they_share(checked: Check, area: Area, other_area: Area) -> None:
    party = make_organisation("Waterschap Limburg", kind="bedrijf", area=other_area)
    both = make_member(Role.PLANNING_GROUP, area)
    Membership.objects.create(user=both, area=other_area, role=Role.PLANNING_GROUP, valid_from=timezone.localdate())
    written(checked("Waterschap Limburg;waterschap;;;", actor=both), both)
    party.refresh_from_db()
    assert party.kind == "waterschap"


def test_role_that_ended_is_filled_again_from_today(checked: Check, area: Area, planner: User) -> None:
    today = timezone.localdate()
    party = make_organisation("LLTB", area=area)
    Person.objects.create(organisation=party, role="Voorzitter", valid_until=today - timedelta(days=1))
    written(checked("LLTB;;;;;Voorzitter;;"), planner)
    assert list(Person.objects.order_by("pk").values_list("valid_from", flat=True)) == [None, today]


def test_history_says_it_was_an_import_and_whose(checked: Check, planner: User, admin: User) -> None:
    job = written(checked("Gemeente Heerlen;gemeente", header="naam;soort"), admin)
    event = pghistory.models.Events.objects.tracks(Organisation.objects.get()).get()
    assert event.pgh_context["action"] == "partijen invoeren uit een bestand"
    assert (event.pgh_context["user"], event.pgh_context["partyimport"]) == (str(admin.pk), str(job.pk))


# --- faults: correcting or leaving out


def test_faults_must_be_corrected_or_left_out(checked: Check, planner: User) -> None:
    job = checked("Gemeente Heerlen;gemeente", "Gemeente Kerkrade;onzin", header="naam;soort")
    with pytest.raises(Problem, match="regels met een fout"):
        confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    written(job, planner, skip_errors=True)
    assert actions(job) == ["new", "error"]
    assert [str(party) for party in Organisation.objects.all()] == ["Gemeente Heerlen"]


def test_corrected_line_is_checked_again(checked: Check, planner: User) -> None:
    job = checked("Gemeente Kerkrade;onzin", header="naam;soort")
    correct_rows(job=job, actor=planner, version=job.version, cells={2: {"soort": "gemeente"}, 9: {"naam": "X"}})
    run_import(PartyImport, job.pk)
    job.refresh_from_db()
    assert (actions(job), job.counts["total"]) == (["new"], 1)


def test_column_that_was_not_in_the_file_can_be_filled(checked: Check, planner: User) -> None:
    job = checked("Gemeente Kerkrade", header="naam")
    correct_rows(job=job, actor=planner, version=job.version, cells={2: {"soort": "gemeente"}})
    run_import(PartyImport, job.pk)
    assert actions(PartyImport.objects.get()) == ["new"]


def test_file_with_only_faults_cannot_be_confirmed(checked: Check, planner: User) -> None:
    job = checked(";gemeente", header="naam;soort")
    with pytest.raises(Problem, match="niets om in te voeren"):
        confirm_import(job=job, actor=planner, version=job.version, skip_errors=True)


# --- two people, and twice


def test_same_token_gives_the_first_file(area: Area, planner: User) -> None:
    token = uuid7()
    first, second = (
        upload_file(model=PartyImport, area=area, actor=planner, upload=csv_file("A;gemeente"), token=token)
        for _ in "ab"
    )
    assert first == second


def test_token_of_somebody_else_is_refused(area: Area, planner: User, admin: User) -> None:
    made = upload_file(model=PartyImport, area=area, actor=planner, upload=csv_file("A;gemeente"), token=uuid7())
    with pytest.raises(Problem, match="al gebruikt"):
        upload_file(
            model=PartyImport, area=area, actor=admin, upload=csv_file("A;gemeente"), token=made.submission_token
        )


def test_pressing_twice_confirms_once(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    for _ in range(2):
        again = confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    assert again.version == job.version + 1


def test_second_person_who_confirms_is_told(checked: Check, planner: User, admin: User) -> None:
    job = checked("A;gemeente")
    confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    with pytest.raises(Conflict):
        confirm_import(job=job, actor=admin, version=job.version, skip_errors=False)
    assert PartyImport.objects.get().confirmed_by == planner


def test_nobody_confirms_lines_they_did_not_see(checked: Check, planner: User, admin: User) -> None:
    job = checked("A;gemeente")
    correct_rows(job=job, actor=admin, version=job.version, cells={2: {"naam": "B"}})
    run_import(PartyImport, job.pk)
    with pytest.raises(Conflict):
        confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)


def test_file_that_was_confirmed_cannot_be_corrected_or_dropped(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    with pytest.raises(Conflict):
        correct_rows(job=job, actor=planner, version=job.version, cells={2: {"naam": "B"}})
    with pytest.raises(Conflict):
        cancel_import(job=job, actor=planner, version=job.version)


def test_dropped_file_keeps_no_lines(checked: Check, planner: User) -> None:
    job = cancel_import(job=(found := checked("A;gemeente")), actor=planner, version=found.version)
    assert (job.status, job.rows, job.outcome) == (ImportStatus.CANCELLED, [], [])
    assert not run_import(PartyImport, job.pk)


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_confirm_at_once_one_does(checked: Check, planner: User, admin: User) -> None:
    job = checked("A;gemeente")

    def confirm(actor: User) -> str:
        try:
            return str(confirm_import(job=job, actor=actor, version=job.version, skip_errors=False).status)
        except Conflict:
            return "te laat"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(confirm, (planner, admin))) == [ImportStatus.CONFIRMED, "te laat"]


# --- what changes in the meantime, and workers that die


def test_line_that_means_something_else_by_now_is_held_back_and_told(
    checked: Check, area: Area, other_area: Area, planner: User
) -> None:
    job = checked("Gemeente Heerlen;gemeente", "Gemeente Kerkrade;gemeente", header="naam;soort")
    make_organisation("Gemeente Heerlen", area=other_area)
    written(job, planner)
    assert actions(job) == ["held", "new"]
    assert "Nu zou dit gebeuren" in told(job)
    assert AreaOrganisation.objects.filter(area=area).count() == 1


def test_line_that_leans_on_a_line_held_back_is_held_back(checked: Check, other_area: Area, planner: User) -> None:
    job = checked("A;bedrijf;B", "B;bedrijf", header="naam;soort;koepel")
    make_organisation("B", area=other_area)
    written(job, planner)
    assert actions(job) == ["held", "held"]
    assert not UmbrellaMembership.objects.exists()


def test_import_another_worker_is_at_is_left_alone(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    assert claim_import(PartyImport, job.pk)
    assert not run_import(PartyImport, job.pk)
    assert not Organisation.objects.exists()


def test_import_of_a_killed_worker_is_written_once_by_the_next(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    claim_import(PartyImport, job.pk)
    PartyImport.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    assert list(waiting_imports(PartyImport)) == [job]
    assert run_import(PartyImport, job.pk)
    assert not run_import(PartyImport, job.pk)
    assert Organisation.objects.count() == 1


def test_worker_that_lost_its_claim_writes_nothing(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    late = claim_import(PartyImport, job.pk)
    assert late
    PartyImport.objects.update(attempts=2)
    with pytest.raises(importing.ClaimLost):
        importing.write(late)
    assert not Organisation.objects.exists()


def test_import_that_kills_every_worker_fails_in_the_end(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    past = timezone.now() - timedelta(seconds=1)
    PartyImport.objects.update(status=ImportStatus.WRITING, claimed_until=past, attempts=importing.MAX_ATTEMPTS)
    assert give_up_on_hopeless(PartyImport) == 1
    job.refresh_from_db()
    assert (job.status, job.error) == (ImportStatus.FAILED, importing.WENT_WRONG)


def test_who_may_no_longer_edit_parties_writes_nothing(checked: Check, planner: User) -> None:
    job = checked("A;gemeente")
    confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
    Membership.objects.filter(user=planner).update(valid_until=timezone.localdate() - timedelta(days=1))
    run_import(PartyImport, job.pk)
    job.refresh_from_db()
    assert (job.status, job.error) == (ImportStatus.FAILED, PARTIES.words.no_longer)
    assert not Organisation.objects.exists()


def test_lines_are_thrown_away_once_they_are_written(checked: Check, planner: User) -> None:
    assert written(checked("A;gemeente;;;;Wethouder;w@example.org;"), planner).rows == []


# --- size


def big_file(lines: int) -> SimpleUploadedFile:
    rows = (
        f"Organisatie {number};gemeente;www.org{number}.nl;{f'Organisatie {number - 1}' if number % 2 else ''};Notitie;"
        f"Functie {number};f{number}@example.org;"
        for number in range(lines)
    )
    return csv_file(*rows)


@pytest.mark.slow
@pytest.mark.parametrize("known", [False, True])
def test_queries_do_not_grow_with_the_file(
    area: Area, other_area: Area, planner: User, django_assert_max_num_queries: Any, known: bool
) -> None:
    used: list[tuple[int, int]] = []
    for lines in (50, 400):
        if known:
            parties = Organisation.objects.bulk_create(
                Organisation(name=f"ORGANISATIE {number}", kind="bedrijf") for number in range(lines)
                if not Organisation.objects.filter(name=f"ORGANISATIE {number}").exists()
            )  # fmt: skip
            AreaOrganisation.objects.bulk_create(AreaOrganisation(area=area, organisation=party) for party in parties)
        job = upload_file(model=PartyImport, area=area, actor=planner, upload=big_file(lines), token=uuid7())
        with django_assert_max_num_queries(60) as checking:
            run_import(PartyImport, job.pk)
        job.refresh_from_db()
        confirm_import(job=job, actor=planner, version=job.version, skip_errors=False)
        with django_assert_max_num_queries(60) as writing:
            run_import(PartyImport, job.pk)
        job.refresh_from_db()
        assert job.status == ImportStatus.DONE
        assert Action.ERROR not in actions(job)
        used.append((len(checking), len(writing)))
        PartyImport.objects.all().delete()
        UmbrellaMembership.objects.all().delete()
        Person.objects.all().delete()
        Organisation.objects.all().delete()
    assert used[0] == used[1]


@pytest.mark.django_db
def test_file_nobody_said_yes_to_is_emptied_after_a_month(checked: Check) -> None:
    job = checked("Gemeente Stein;gemeente")
    assert purge_imports(now=timezone.now() + timedelta(days=29)) == 0
    assert purge_imports(now=timezone.now() + timedelta(days=31)) == 1
    job.refresh_from_db()
    assert (job.status, job.rows, job.outcome) == (ImportStatus.CANCELLED, [], [])


@pytest.mark.django_db
def test_faulty_lines_of_a_file_that_was_taken_in_do_not_stay_forever(checked: Check, planner: User) -> None:
    job = written(checked("Gemeente Stein;gemeente", ";gemeente"), planner, skip_errors=True)
    purge_imports(now=timezone.now() + timedelta(days=31))
    job.refresh_from_db()
    assert (job.status, job.rows) == (ImportStatus.DONE, [])
