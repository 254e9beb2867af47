"""Frozen versions of the perspective: what they hold, that they never change, and their PDF."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, User
from deliverables.perspective.choices.actions import ChoiceFacts, change_choice
from deliverables.perspective.figures.actions import remove_figure
from deliverables.perspective.sections.actions import change_section, remove_section
from deliverables.perspective.versions.actions import freeze_perspective, retry_perspective_version
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.pdf import make_perspective_pdf, perspective_html
from deliverables.perspective.versions.queries.freezing import perspective_text
from deliverables.perspective.versions.queries.versions import chain_faults, text_of
from deliverables.perspective.versions.rules.differences import changed_sections, compare
from deliverables.perspective.versions.rules.snapshot import PerspectiveText, SectionText, from_json
from deliverables.perspective.versions.tasks import render_perspective_version, render_waiting_perspectives
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition
from tests.coalition.agreement.documents import pages_of
from tests.deliverables.perspective.factories import make_choice, make_duo, make_figure, make_section, make_version
from tests.norms import faults_of

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def now(area: Area, user: User) -> PerspectiveText:
    return perspective_text(area, moment=timezone.localtime(), actor=user)


def test_version_holds_parts_choices_figures_and_who_answered(area: Area, planner: User) -> None:
    make_duo(area, national_side="Minister van Water")
    choice = make_choice(area, ambitions=[make_ambition(area, planner)])
    make_figure(area)
    make_figure(area, place=choice)
    section = make_section(area, "Waar we staan")
    make_figure(area, place=section)
    text = text_of(make_version(area, planner))
    assert [row.heading for row in text.sections] == ["Waar we staan"]
    assert text.choices[0].ties[0][0] == "Ambities"
    assert [figure.label for figure in text.all_figures] == ["Figuur 1", "Figuur 2", "Figuur 3"]
    assert text.duo[0] == "Minister van Water"


def test_version_reads_back_as_it_was_written(area: Area, planner: User) -> None:
    make_choice(area)
    make_figure(area)
    text = now(area, planner)
    assert from_json(text.to_json()) == text


def test_version_of_an_unknown_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="Onbekende vorm"):
        from_json({"format": 99})


def test_there_is_nothing_to_freeze_without_a_word(area: Area, planner: User) -> None:
    make_section(area, text="")
    with pytest.raises(Problem, match="nog geen tekst"):
        freeze_perspective(area=area, actor=planner)


def test_same_form_sent_twice_makes_one_version(area: Area, planner: User) -> None:
    token = uuid7()
    assert make_version(area, planner, token=token) == make_version(area, planner, token=token)
    assert PerspectiveVersion.objects.count() == 1


def test_version_keeps_what_was(area: Area, planner: User) -> None:
    section, figure = make_section(area, "Waar we staan", "Toen."), make_figure(area)
    version = make_version(area, planner)
    change_section(section=section, actor=planner, version=1, heading="Anders", text="Nu.")
    remove_figure(figure=figure, actor=planner)
    assert text_of(PerspectiveVersion.objects.get()).sections[0].text == "Toen."
    assert version.files.get().file == figure.file


def test_database_refuses_to_change_or_delete_a_version(area: Area, planner: User) -> None:
    version = make_version(area, planner)
    rows = PerspectiveVersion.objects.filter(pk=version.pk)
    for does in (lambda: rows.update(reason="Anders"), lambda: rows.update(snapshot={}), rows.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            does()


def test_versions_hang_together(area: Area, planner: User) -> None:
    first, second = make_version(area, planner), make_version(area, planner)
    assert second.previous_sha256 == first.sha256
    assert chain_faults(second) == []
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute('ALTER TABLE "deliverables_perspectiveversion" DISABLE TRIGGER USER')
        cursor.execute("UPDATE \"deliverables_perspectiveversion\" SET snapshot = '{}' WHERE number = 1")
        cursor.execute('ALTER TABLE "deliverables_perspectiveversion" ENABLE TRIGGER USER')
    assert chain_faults(second) == ["Wat versie 1 zegt, past niet bij haar kenmerk."]


def test_differences_are_told_part_by_part(area: Area, planner: User) -> None:
    changed, gone = make_section(area, "Blijft", "Oud."), make_section(area, "Gaat")
    choice = make_choice(area)
    before = now(area, planner)
    change_section(section=changed, actor=planner, version=1, heading="Blijft heten", text="Nieuw.")
    remove_section(section=gone, actor=planner, version=1)
    make_section(area, "Erbij", rank=9)
    ambition = make_ambition(area, planner)
    change_choice(choice=choice, actor=planner, version=1, facts=ChoiceFacts("Het dal", ambitions=[ambition]))
    make_choice(area, "Nog een keuze")
    make_figure(area)
    after = now(area, planner)
    found = compare(before, after)
    assert [(row.title, row.kind) for row in found.rows] == [
        ("Blijft heten", "Gewijzigd"),
        ("Erbij", "Nieuw"),
        ("Gaat", "Vervallen"),
        ("HK1 Het dal", "Gewijzigd"),
        ("HK2 Nog een keuze", "Nieuw"),
        ("Figuren bij de hoofdkeuzes", "Gewijzigd"),
    ]
    assert found.finding == "Op 6 punten anders."
    assert str(changed.pk) in changed_sections(before, after)


def test_nothing_changed_says_so(area: Area, planner: User) -> None:
    make_section(area)
    assert compare(now(area, planner), now(area, planner)).finding == "Er is niets anders."


def test_task_makes_the_pdf_once_with_its_figures(area: Area, planner: User) -> None:
    make_figure(area, alt="Vier vlakken.")
    version = make_version(area, planner)
    render_perspective_version(str(version.pk))
    version.refresh_from_db()
    assert (version.status, version.error) == (PdfStatus.READY, "")
    content = version.pdf.read()
    assert f"kenmerk:{version.sha256}".encode() in content
    assert not faults_of(content, "ua1")
    with pytest.raises(TransitionRefused):
        retry_perspective_version(version=version, actor=planner)


def test_sweep_gives_up_on_a_version_that_took_every_attempt(area: Area, planner: User) -> None:
    version = make_version(area, planner)
    PerspectiveVersion.objects.filter(pk=version.pk).update(attempts=3)
    render_waiting_perspectives()
    version.refresh_from_db()
    assert version.status == PdfStatus.FAILED
    assert retry_perspective_version(version=version, actor=planner).status == PdfStatus.WAITING


def frozen(**fields: Any) -> PerspectiveText:
    values: dict[str, Any] = {
        "area": "Zuid-Limburg",
        "area_slug": "zuid-limburg",
        "number": 2,
        "reason": "Voor het duo",
        "checkpoint": "",
        "frozen_at": timezone.now(),
        "frozen_by": "Planningsgroep",
        "sections": (SectionText("a", "Waar we staan", "Water **blijft**.", ("Eerste ijkmoment",)),),
        "place": (50.88, 5.9),
        **fields,
    }
    return PerspectiveText(**values)


def test_paper_tells_the_parts_and_what_was_empty() -> None:
    text = frozen(sections=(*frozen().sections, SectionText("b", "Kaarten", "")))
    words = " ".join(pages_of(make_perspective_pdf(text).content))
    for told in ("Ontwikkelperspectief", "Waar we staan", "Gevraagd voor Eerste ijkmoment", "nog leeg toen"):
        assert told in words


def test_same_perspective_gives_the_same_bytes() -> None:
    text = frozen()
    assert make_perspective_pdf(text).sha256 == make_perspective_pdf(text).sha256


def test_strange_words_do_no_harm() -> None:
    text = frozen(sections=(SectionText("a", '<b>"&' + "w" * 140, "<script>alert(1)</script>"),))
    assert "<script>" not in perspective_html(text)
    assert faults_of(make_perspective_pdf(text).content, "ua1") == []


def test_figure_of_a_version_is_given_to_members_alone(area: Area, participant: User, signed_in: SignIn) -> None:
    figure = make_figure(area)
    version = make_version(area)
    client = signed_in(participant)
    address = reverse("perspective-version-file", args=[area.slug, version.number, figure.file.sha256])
    assert client.get(address).status_code == 200
    assert client.get(address.replace(figure.file.sha256, "ab" * 32)).status_code == 404


def test_version_that_is_not_there_is_not_found(area: Area, planner: User, signed_in: SignIn) -> None:
    assert signed_in(planner).get(reverse("perspective-version", args=[area.slug, 99])).status_code == 404


def test_list_and_differences_are_pages(area: Area, planner: User, signed_in: SignIn) -> None:
    section = make_section(area, "Waar we staan", "Oud.")
    make_version(area, planner)
    change_section(section=section, actor=planner, version=1, heading="Waar we staan", text="Nieuw.")
    client = signed_in(planner)
    assert client.post(reverse("perspective-version-new", args=[area.slug]), {"reason": "Duo"}).status_code == 302
    difference = client.get(reverse("perspective-version-difference", args=[area.slug, 2, 1])).content.decode()
    assert "Op 1 punt anders." in difference
    assert "Versie 2" in client.get(reverse("perspective-versions", args=[area.slug])).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_who_freeze_at_once_get_two_versions_in_one_chain(area: Area, planner: User) -> None:
    make_section(area)
    barrier = Barrier(2)

    def freeze() -> None:
        barrier.wait()
        try:
            freeze_perspective(area=area, actor=planner)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for result in [pool.submit(freeze) for _ in range(2)]:
            result.result()
    first, second = PerspectiveVersion.objects.order_by("number")
    assert second.previous_sha256 == first.sha256
