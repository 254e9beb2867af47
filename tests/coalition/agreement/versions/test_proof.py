"""Proof that a text is the one that was frozen: the chain of fingerprints, files, and the command."""

import io
from collections.abc import Callable
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
from coalition.agreement.document.actions.agreements import rename_agreement
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.queries.proof import FileVerdict, chain_faults, check_file
from coalition.agreement.versions.rendering import render_version
from coalition.agreement.versions.rules.proof import SAVED_AGAIN, canonical, differences, fingerprint, mark, named_in
from coalition.models import AgreementVersion, Article
from novex_portal.toolkit.pdf.reading import Page, Paper, read_pdf
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.documents import plain_pdf


def test_fingerprint_is_of_the_text_and_of_what_came_before() -> None:
    assert fingerprint({"a": 1, "b": 2}, "") == fingerprint({"b": 2, "a": 1}, "")
    assert fingerprint({"a": 1}, "") != fingerprint({"a": 2}, "")
    assert fingerprint({"a": 1}, "") != fingerprint({"a": 1}, "0" * 64)


def test_canonical_form_keeps_letters_as_they_are() -> None:
    assert canonical({"tekst": "één שלום"}) == '{"tekst":"één שלום"}'.encode()


NOTHING = Paper(())


def paper(*pages: str) -> Paper:
    return Paper(tuple(Page(tuple(words.split())) for words in pages))


def test_fingerprint_a_file_names_is_found_wherever_it_stands() -> None:
    assert named_in(b"%PDF " + mark("a" * 64).encode() + b" ...", NOTHING) == ["a" * 64]
    assert named_in(b"%PDF", Paper((), keywords=f"NOVEX, {mark('b' * 64)}")) == ["b" * 64]
    assert named_in(b"%PDF", paper(f"Kenmerk: {'c' * 64}")) == ["c" * 64]
    assert named_in(b"%PDF kenmerk:abc", paper("abc")) == []


def test_what_differs_is_told_in_words() -> None:
    assert differences(paper("a b", "c"), paper("a b", "c")) == [SAVED_AGAIN]
    assert differences(paper("a", "b"), paper("a", "x")) == ["Er staan andere woorden, voor het eerst op bladzijde 2."]
    assert differences(paper("a"), paper("a", "b")) == ["Er zijn 2 bladzijden. Het bevroren bestand heeft er 1."]


def test_pages_are_named_but_never_a_hundred_of_them() -> None:
    turned = Paper(tuple(Page((), shape=(90,)) for _ in range(12)))
    words = "De bladzijde is gedraaid of bijgesneden, op bladzijden 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 en 2 andere."
    assert differences(paper(*[""] * 12), turned) == [words]


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


def saved_again(content: bytes, change: Callable[[pikepdf.Pdf], object] = id, **options: Any) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(target, **options)
    return target.getvalue()


def put_a_note(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[50, 700, 70, 720], Contents="!"
    )
    page = pdf.pages[1]
    page.Annots = pikepdf.Array([*page.get("/Annots", []), pdf.make_indirect(note)])


def take_links_away(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/Annots"]


def draw_over(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].contents_add(b"q 1 1 1 rg 40 600 500 90 re f Q")


def draw_beneath(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].contents_add(b"q 1 0 0 rg 40 600 500 90 re f Q", prepend=True)


def change_words(pdf: pikepdf.Pdf) -> None:
    """Leave out what is written first on the last page."""
    page = pdf.pages[-1]
    parts = list(pikepdf.parse_content_stream(page))
    parts.remove(next(part for part in parts if str(part.operator) in {"Tj", "TJ"}))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(parts))


def remove_the_last(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def remove_the_first(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]


def add_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def crop(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].cropbox = [0, 400, 595, 842]


def attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["geheim.txt"] = b"iets"


def forget_who_made_it(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata
    del pdf.docinfo


def changed(change: Callable[[pikepdf.Pdf], object]) -> list[str]:
    """Return what is told of a file that was changed, beside the file it was."""
    return differences(read_pdf(plain_pdf().content), read_pdf(saved_again(plain_pdf().content, change)))


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
    assert chain_faults(version) == ["Wat versie 1 zegt, past niet bij haar kenmerk."]
    assert check_file(content_of(version)).verdict == FileVerdict.BROKEN


def test_replaced_first_version_breaks_the_chain(version: AgreementVersion) -> None:
    tamper("UPDATE coalition_agreementversion SET sha256 = repeat('0', 64) WHERE number = 1")
    assert "Versie 2 hangt niet aan het kenmerk van de versie ervoor." in chain_faults(version)


def test_file_of_the_portal_is_known_to_the_byte(version: AgreementVersion) -> None:
    assert check_file(content_of(version)).verdict == FileVerdict.SAME_FILE


def test_file_saved_again_is_not_the_same_file(version: AgreementVersion) -> None:
    found = check_file(saved_again(content_of(version)))
    assert (found.verdict, found.version, found.differences) == (FileVerdict.OTHER_FILE, version, (SAVED_AGAIN,))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (put_a_note, "aantekeningen of koppelingen bij gezet, op bladzijde 2."),
        (take_links_away, "aantekeningen of koppelingen weg, op bladzijde 2."),
        (draw_over, "iets op getekend of geplakt"),
        (draw_beneath, "iets op getekend of geplakt"),
        (change_words, "andere woorden, voor het eerst op bladzijde"),
        (remove_the_last, "Het bevroren bestand heeft er"),
        (remove_the_first, "andere woorden, voor het eerst op bladzijde 1."),
        (add_a_page, "Het bevroren bestand heeft er"),
        (crop, "gedraaid of bijgesneden, op bladzijde 1."),
        (attach, "bestanden aan toegevoegd"),
        (forget_who_made_it, SAVED_AGAIN),
    ],
)
def test_changed_file_is_told_what_changed(change: Any, words: str) -> None:
    assert words in " ".join(changed(change))


@pytest.mark.parametrize("change", [put_a_note, draw_over, crop, attach])
def test_change_beside_the_words_does_not_say_the_words_changed(change: Any) -> None:
    (only,) = changed(change)
    assert "woorden" not in only


@pytest.mark.parametrize("change", [put_a_note, draw_over, change_words, remove_the_last, forget_who_made_it])
def test_changed_file_is_not_the_same_file(version: AgreementVersion, change: Any) -> None:
    found = check_file(saved_again(content_of(version), change))
    assert (found.verdict, found.version) == (FileVerdict.OTHER_FILE, version)
    assert found.differences


def test_file_locked_against_changes_is_read_with_an_empty_password(version: AgreementVersion) -> None:
    locked = saved_again(content_of(version), encryption=pikepdf.Encryption(owner="geheim", user=""))
    found = check_file(locked)
    assert (found.verdict, found.version) == (FileVerdict.OTHER_FILE, version)
    assert found.differences == ("Het is daarna beveiligd met een wachtwoord.",)


def test_file_that_needs_a_password_is_told_so(version: AgreementVersion) -> None:
    with pytest.raises(Problem, match="alleen open met een wachtwoord"):
        check_file(saved_again(content_of(version), encryption=pikepdf.Encryption(owner="geheim", user="geheim")))


def test_stored_file_that_became_another_proves_nothing(version: AgreementVersion) -> None:
    content = content_of(version)
    Path(version.pdf.path).write_bytes(saved_again(content, draw_over))
    assert check_file(saved_again(content)).verdict == FileVerdict.BROKEN
    assert check_file(content).verdict == FileVerdict.SAME_FILE


def test_title_shown_is_the_one_that_was_frozen(version: AgreementVersion, client: Client) -> None:
    frozen = version.snapshot["title"]
    rename_agreement(agreement=version.agreement, actor=version.frozen_by, version=1, title="Een heel andere titel")
    page = client.post(reverse("verify-agreement"), {"file": SimpleUploadedFile("a.pdf", content_of(version))})
    assert frozen in page.content.decode()
    assert "Een heel andere titel" not in page.content.decode()


def test_page_of_another_file_never_says_the_text_is_the_frozen_one(version: AgreementVersion, client: Client) -> None:
    file = SimpleUploadedFile("a.pdf", saved_again(content_of(version)))
    page = client.post(reverse("verify-agreement"), {"file": file}).content.decode()
    assert FileVerdict.OTHER_FILE in page
    assert SAVED_AGAIN in page
    assert "precies het bestand dat het portaal maakte" not in page


def test_file_of_somebody_else_is_unknown(db: None) -> None:
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    assert check_file(target.getvalue()).verdict == FileVerdict.UNKNOWN


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


def test_command_says_how_another_file_differs(version: AgreementVersion, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(saved_again(content_of(version), put_a_note))
    with pytest.raises(CommandError, match=r"niet hetzelfde bestand.*Versie 2.*aantekeningen"):
        call_command("verifieer_akkoord", str(tmp_path / "a.pdf"))


@pytest.mark.parametrize("what", ["nergens/1", "zuid-limburg/x", "geen-bestand.pdf"])
def test_command_says_what_it_does_not_know(db: None, what: str) -> None:
    with pytest.raises(CommandError, match="geen bestand"):
        call_command("verifieer_akkoord", what)


def test_frozen_text_holds_readable_references(area: Area, planner: User) -> None:
    article = make_article(area, planner)
    Article.objects.filter(pk=article.pk).update(text=f"Zie [[artikel {article.pk}]].")
    version = freeze_version(agreement=article.chapter.agreement, actor=planner)
    assert version.snapshot["chapters"][2]["articles"][0]["text"] == "Zie [[artikel 3.1]]."
