"""Proof that a text is the one that was frozen: the chain of fingerprints, files, and the command."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.queries.proof import FileVerdict, chain_faults, check_file
from coalition.agreement.versions.rendering import render_version
from coalition.agreement.versions.rules.proof import canonical, fingerprint, mark, mark_in, same_words
from coalition.models import AgreementVersion, Article
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article


def test_fingerprint_is_of_the_text_and_of_what_came_before() -> None:
    assert fingerprint({"a": 1, "b": 2}, "") == fingerprint({"b": 2, "a": 1}, "")
    assert fingerprint({"a": 1}, "") != fingerprint({"a": 2}, "")
    assert fingerprint({"a": 1}, "") != fingerprint({"a": 1}, "0" * 64)


def test_canonical_form_keeps_letters_as_they_are() -> None:
    assert canonical({"tekst": "één שלום"}) == '{"tekst":"één שלום"}'.encode()


def test_mark_is_found_in_a_file() -> None:
    assert mark_in(b"%PDF " + mark("a" * 64).encode() + b" ...") == "a" * 64
    assert mark_in(b"%PDF kenmerk:abc") == ""


def test_first_page_with_other_words() -> None:
    assert same_words(["a  b", "c"], ["a b", "c "]) == 0
    assert same_words(["a", "b"], ["a", "x"]) == 2
    assert same_words(["a"], ["a", "b"]) == 2


@pytest.fixture
def version(area: Area, planner: User, settings: Any, tmp_path: Path) -> AgreementVersion:
    """The second version of an akkoord, with its PDF."""
    settings.MEDIA_ROOT = tmp_path
    article = make_article(area, planner)
    first = freeze_version(agreement=article.chapter.agreement, actor=planner)
    values = {"title": article.title, "text": "Nieuwe tekst.", "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=article.version, **values)
    second = freeze_version(agreement=article.chapter.agreement, actor=planner)
    assert second.previous_sha256 == first.sha256
    render_version(second.pk)
    second.refresh_from_db()
    return second


def content_of(version: AgreementVersion) -> bytes:
    with version.pdf.open("rb") as file:
        content: bytes = file.read()
    return content


def saved_again(content: bytes, **options: Any) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if options.get("fewer"):
            del pdf.pages[-1]
        pdf.save(target)
    return target.getvalue()


def test_version_as_frozen_has_no_faults(version: AgreementVersion) -> None:
    assert chain_faults(version) == []


def tamper(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE coalition_agreementversion DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE coalition_agreementversion ENABLE TRIGGER USER")


def test_text_changed_behind_the_portal_is_seen(version: AgreementVersion) -> None:
    tamper(
        "UPDATE coalition_agreementversion SET snapshot = jsonb_set(snapshot, '{title}', '\"Anders\"') WHERE number = 1"
    )
    assert chain_faults(version) == ["De tekst van versie 1 past niet bij haar kenmerk."]
    assert check_file(content_of(version)).verdict == FileVerdict.BROKEN


def test_replaced_first_version_breaks_the_chain(version: AgreementVersion) -> None:
    tamper("UPDATE coalition_agreementversion SET sha256 = repeat('0', 64) WHERE number = 1")
    assert "Versie 2 hangt niet aan het kenmerk van de versie ervoor." in chain_faults(version)


def test_file_of_the_portal_is_known_to_the_byte(version: AgreementVersion) -> None:
    assert check_file(content_of(version)).verdict == FileVerdict.SAME_FILE


def test_file_saved_again_has_the_same_text(version: AgreementVersion) -> None:
    found = check_file(saved_again(content_of(version)))
    assert (found.verdict, found.version) == (FileVerdict.SAME_TEXT, version)


def test_file_that_misses_a_page_is_not_the_text(version: AgreementVersion) -> None:
    found = check_file(saved_again(content_of(version), fewer=True))
    assert found.verdict == FileVerdict.OTHER_TEXT
    assert found.page


def test_file_of_somebody_else_is_unknown(version: AgreementVersion) -> None:
    assert check_file(b"%PDF-1.7 iets anders").verdict == FileVerdict.UNKNOWN


def test_broken_file_with_our_mark_is_told(version: AgreementVersion) -> None:
    with pytest.raises(Problem, match="niet te lezen"):
        check_file(b"%PDF-1.7 " + mark(version.sha256).encode())


def test_anybody_checks_a_file_on_a_public_page(version: AgreementVersion, client: Client) -> None:
    file = SimpleUploadedFile("akkoord.pdf", content_of(version))
    page = client.post(reverse("verify-agreement"), {"file": file})
    assert FileVerdict.SAME_FILE in page.content.decode()
    assert version.sha256 in page.content.decode()


@pytest.mark.parametrize(("content", "words"), [(b"PK hallo", "geen PDF"), (b"", "leeg")])
def test_wrong_file_gets_a_clear_message(db: None, client: Client, content: bytes, words: str) -> None:
    page = client.post(reverse("verify-agreement"), {"file": SimpleUploadedFile("a.pdf", content)})
    assert page.status_code == 422
    assert words in page.content.decode()


def test_command_checks_a_version_and_a_file(version: AgreementVersion, tmp_path: Path, capsys: Any) -> None:
    call_command("verifieer_akkoord", f"{version.agreement.area.slug}/2")
    (tmp_path / "a.pdf").write_bytes(content_of(version))
    call_command("verifieer_akkoord", str(tmp_path / "a.pdf"))
    assert version.sha256 in capsys.readouterr().out


@pytest.mark.parametrize("what", ["nergens/1", "zuid-limburg/x", "geen-bestand.pdf"])
def test_command_says_what_it_does_not_know(db: None, what: str) -> None:
    with pytest.raises(CommandError, match="geen bestand"):
        call_command("verifieer_akkoord", what)


def test_frozen_text_holds_readable_references(area: Area, planner: User) -> None:
    article = make_article(area, planner)
    Article.objects.filter(pk=article.pk).update(text=f"Zie [[artikel {article.pk}]].")
    version = freeze_version(agreement=article.chapter.agreement, actor=planner)
    assert version.snapshot["chapters"][2]["articles"][0]["text"] == "Zie [[artikel 3.1]]."
