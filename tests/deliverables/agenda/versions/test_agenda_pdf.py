"""The PDF of a frozen agenda: what it says, and to which norms it keeps."""

from datetime import date
from functools import cache

import pytest

from deliverables.agenda.versions.pdf import agenda_html, make_agenda_pdf
from deliverables.agenda.versions.rules.snapshot import PointText
from novex_portal.toolkit.pdf.making import PdfFile
from tests.coalition.agreement.documents import pages_of
from tests.deliverables.agenda.versions.texts import make_agenda_text, make_measure_text
from tests.norms import faults_of

SHA = "ab" * 32


@cache
def pdf() -> PdfFile:
    measures = (
        make_measure_text(),
        make_measure_text("ZL-W02", status="vervallen", drop_reason="Geen geld"),
        make_measure_text("ZL-W03", start=date(2028, 9, 4), end=date(2028, 9, 4)),
    )
    points = (PointText(date(2027, 6, 9), "BO juni 2027"),)
    return make_agenda_pdf(make_agenda_text(*measures, reason="Voor het BO", points=points), sha256=SHA)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_file_keeps_to_the_norm(profile: str) -> None:
    assert faults_of(pdf().content, profile) == []


def test_file_tells_version_measures_and_what_was_dropped() -> None:
    words = " ".join(pages_of(pdf().content))
    for told in ("Uitvoeringsagenda 1.0", "Zuid-Limburg", "ZL-W03", "04-09-2028", "Geen geld", "BO juni 2027", SHA):
        assert told in words


def test_file_bears_the_fingerprint_where_a_machine_finds_it() -> None:
    assert f"kenmerk:{SHA}".encode() in pdf().content


def test_pages_lie_on_a3() -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf().content) as document:
        width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)


def test_same_agenda_gives_the_same_bytes() -> None:
    text = make_agenda_text(make_measure_text())
    assert make_agenda_pdf(text).sha256 == make_agenda_pdf(text).sha256


def test_strange_words_do_no_harm() -> None:
    text = make_agenda_text(make_measure_text(title='<b>"&' + "w" * 300, result="<script>alert(1)</script>"))
    assert "<script>" not in agenda_html(text)
    assert faults_of(make_agenda_pdf(text).content, "ua1") == []
