"""Figures and documents in an annex: added, shown, frozen to the byte, and let go."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import ProgrammingError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, User
from coalition.agreement.annexes import actions
from coalition.agreement.annexes.actions import add_exhibit, change_exhibit, move_exhibit, remove_exhibit
from coalition.agreement.annexes.queries import exhibits_in
from coalition.agreement.consultations.actions import make_link, open_consultation
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.chapters import add_chapter, remove_chapter
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.versions.actions import freeze_version, print_comparison, print_working_copy
from coalition.agreement.versions.rendering import render_version
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import AgreementVersion, Chapter, Exhibit, VersionFile
from novex_portal.toolkit.files import keeping
from novex_portal.toolkit.files.keeping import LOOSE_FOR, throw_away_loose
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.documents import opened, pages_of
from tests.factories import make_exhibit, make_organisation
from tests.norms import faults_of
from tests.toolkit.files.brought import A_DOCUMENT, A_PICTURE, paper, picture, upload

SignIn = Callable[[User], Client]
FUTURE = timedelta(minutes=1) + LOOSE_FOR


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def annex(area: Area, planner: User) -> Chapter:
    agreement = make_article(area, planner).chapter.agreement
    return add_chapter(agreement=agreement, actor=planner, title="Kaarten", kind=ChapterKind.ANNEX)


def freeze(annex: Chapter, planner: User) -> AgreementVersion:
    return freeze_version(agreement=annex.agreement, actor=planner)


def labels(annex: Chapter) -> list[str]:
    return [f"{row.label} {row.exhibit.caption}" for row in exhibits_in(annex)]


def test_figures_and_documents_are_numbered_in_one_row(annex: Chapter, planner: User) -> None:
    make_exhibit(planner, annex, caption="Kaart")
    make_exhibit(planner, annex, A_DOCUMENT, caption="Startpakket")
    assert labels(annex) == ["Figuur B1.1 Kaart", "Stuk B1.2 Startpakket"]


def test_document_has_a_picture_of_every_page(annex: Chapter, planner: User) -> None:
    made = make_exhibit(planner, annex, A_DOCUMENT, alt="Het startpakket.")
    assert made.pages.count() == 2
    assert exhibits_in(annex)[0].page_alts[1] == (2, "Het startpakket, bladzijde 2 van 2")


def test_same_token_adds_one(annex: Chapter, planner: User) -> None:
    token = uuid7()
    assert make_exhibit(planner, annex, token=token) == make_exhibit(planner, annex, token=token)
    assert StoredFile.objects.count() == 1


def test_only_an_annex_takes_figures(annex: Chapter, planner: User) -> None:
    body = annex.agreement.chapters.filter(kind=ChapterKind.BODY).first()
    with pytest.raises(Problem, match="horen in een bijlage"):
        make_exhibit(planner, body)
    assert StoredFile.objects.count() == 0


def test_annexes_together_stay_small_enough_to_check_the_pdf(
    annex: Chapter, planner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_exhibit(planner, annex, A_DOCUMENT)
    monkeypatch.setattr(keeping, "MOST_TOGETHER", A_DOCUMENT.size + A_PICTURE.size - 1)
    with pytest.raises(Problem, match="15 MB"):
        make_exhibit(planner, annex)


def test_annex_takes_no_more_than_sixty(annex: Chapter, planner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_EXHIBITS", 1)
    make_exhibit(planner, annex)
    with pytest.raises(Problem, match="ten hoogste"):
        make_exhibit(planner, annex)


def test_moving_goes_no_further_than_the_edge(annex: Chapter, planner: User) -> None:
    first, second = (make_exhibit(planner, annex, caption=name) for name in "ab")
    move_exhibit(exhibit=first, actor=planner, places=-1)
    move_exhibit(exhibit=second, actor=planner, places=-1)
    assert labels(annex) == ["Figuur B1.1 b", "Figuur B1.2 a"]


def test_what_is_gone_is_not_moved(annex: Chapter, planner: User) -> None:
    made = make_exhibit(planner, annex)
    remove_exhibit(exhibit=Exhibit.objects.get(pk=made.pk), actor=planner)
    with pytest.raises(Conflict):
        move_exhibit(exhibit=made, actor=planner, places=1)


def test_second_to_change_a_caption_is_told(annex: Chapter, planner: User) -> None:
    made = make_exhibit(planner, annex)
    change_exhibit(exhibit=made, actor=planner, version=1, caption="Plaat", alt="Een plaat.")
    with pytest.raises(Conflict, match="bijschrift"):
        change_exhibit(exhibit=made, actor=planner, version=1, caption="Anders", alt="Anders.")


def test_annex_with_figures_is_not_removed(annex: Chapter, planner: User) -> None:
    make_exhibit(planner, annex)
    with pytest.raises(Problem, match="figuren of stukken"):
        remove_chapter(chapter=annex, actor=planner)


def test_what_was_removed_goes_from_the_disk_with_its_pages(annex: Chapter, planner: User) -> None:
    remove_exhibit(exhibit=make_exhibit(planner, annex, A_DOCUMENT), actor=planner)
    assert throw_away_loose(now=timezone.now() + FUTURE) == 3


def test_frozen_version_keeps_what_was_removed_since(annex: Chapter, planner: User) -> None:
    made = make_exhibit(planner, annex, A_DOCUMENT)
    version = freeze(annex, planner)
    remove_exhibit(exhibit=made, actor=planner)
    assert throw_away_loose(now=timezone.now() + FUTURE) == 0
    assert all(default_storage.exists(link.file.file.name) for link in version.files.select_related("file"))


def test_database_lets_no_file_of_a_version_go(annex: Chapter, planner: User) -> None:
    make_exhibit(planner, annex)
    freeze(annex, planner)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        VersionFile.objects.all().delete()


def test_version_says_the_checksums_of_its_files(annex: Chapter, planner: User) -> None:
    make_exhibit(planner, annex, A_DOCUMENT)
    frozen = next(from_json(AgreementVersion.objects.get(pk=freeze(annex, planner).pk).snapshot).exhibits)
    assert frozen.sha256 == hashlib.sha256(paper()).hexdigest()
    assert frozen.pages == tuple(hashlib.sha256(one.content).hexdigest() for one in A_DOCUMENT.pictures)


def test_other_figure_gives_the_text_another_fingerprint(annex: Chapter, planner: User) -> None:
    make_exhibit(planner, annex)
    snapshots = [freeze(annex, planner).snapshot for _ in range(1)]
    remove_exhibit(exhibit=Exhibit.objects.get(), actor=planner)
    add_exhibit(
        chapter=annex,
        actor=planner,
        caption="Kaart van de beekdalen",
        alt="Een kaart met drie beekdalen.",
        taken=A_DOCUMENT,
    )
    assert snapshots[0]["chapters"] != freeze(annex, planner).snapshot["chapters"]


@pytest.mark.django_db(transaction=True)
def test_pdf_shows_the_pictures_and_carries_the_document_to_the_byte(annex: Chapter, planner: User) -> None:
    make_exhibit(planner, annex)
    make_exhibit(planner, annex, A_DOCUMENT, caption="Startpakket")
    version = freeze(annex, planner)
    render_version(version.pk)
    version.refresh_from_db()
    content = version.pdf.read()
    assert {profile: faults_of(content, profile) for profile in ("ua1", "3a")} == {
        "ua1": [],
        "3a": [],
    }
    with opened(content) as pdf:
        assert pdf.attachments["stuk-b1-2.pdf"].get_file().read_bytes() == paper()
        assert [str(file.AFRelationship) for file in pdf.Root.AF] == ["/Source"]
    assert hashlib.sha256(paper()).hexdigest() in "".join(pages_of(content)).replace(" ", "")


@pytest.mark.django_db(transaction=True)
def test_no_pdf_is_made_of_bytes_that_changed(annex: Chapter, planner: User) -> None:
    made = make_exhibit(planner, annex)
    version = freeze(annex, planner)
    Path(made.file.file.path).write_bytes(picture(size=(9, 9)))
    assert not render_version(version.pk)


# --- Pages


def send(client: Client, annex: Chapter, content: bytes, **fields: Any) -> Any:
    values = {"caption": "Kaart", "alt": "Een kaart.", "file": upload(content), **fields}
    return client.post(reverse("exhibit-new", args=[annex.agreement.area.slug, annex.pk]), values)


def test_figure_is_added_by_its_form(annex: Chapter, planner: User, signed_in: SignIn) -> None:
    answer = send(signed_in(planner), annex, picture())
    assert answer.status_code == 302
    assert Exhibit.objects.get().alt == "Een kaart."


@pytest.mark.parametrize(
    ("content", "fields", "says"),
    [
        (b"<svg xmlns='x'/>", {}, "een tekening (SVG)"),
        (b"", {}, "Dit bestand is leeg"),
        (picture(), {"alt": ""}, "Kies ook het bestand opnieuw"),
        (picture(), {"file": ""}, "Kies een bestand."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    annex: Chapter, planner: User, signed_in: SignIn, content: bytes, fields: dict[str, Any], says: str
) -> None:
    answer = send(signed_in(planner), annex, content, caption="Mijn bijschrift", **fields)
    words = answer.content.decode()
    assert (answer.status_code, Exhibit.objects.count()) == (422, 0)
    assert says in words
    assert 'value="Mijn bijschrift"' in words


def test_version_shows_its_files_and_no_other(annex: Chapter, planner: User, signed_in: SignIn) -> None:
    old = make_exhibit(planner, annex)
    version = freeze(annex, planner)
    new = make_exhibit(planner, annex, A_DOCUMENT)
    client, slug = signed_in(planner), annex.agreement.area.slug
    shown, other = (reverse("version-file", args=[slug, 1, row.file.sha256]) for row in (old, new))
    assert shown in client.get(version.get_absolute_url()).content.decode()
    answer = client.get(shown)
    assert b"".join(answer.streaming_content) == A_PICTURE.pictures[0].content  # type: ignore[attr-defined]
    assert client.get(other).status_code == 404


def test_who_reads_by_a_link_sees_the_figures_of_that_version(annex: Chapter, planner: User, client: Client) -> None:
    made, party = make_exhibit(planner, annex), make_organisation(area=annex.agreement.area)
    add_party(agreement=annex.agreement, actor=planner, organisation=party)
    asked = open_consultation(
        version=freeze(annex, planner),
        actor=planner,
        question="?",
        deadline=timezone.localdate(),
        organisations=[party],
    )
    link = make_link(reply=asked.replies.get(), actor=planner, email="")
    token = link.rstrip("/").rsplit("/", 1)[-1]
    shown = reverse("consultation-link-file", args=[token, made.file.sha256])
    assert shown in client.get(reverse("consultation-link", args=[token])).content.decode()
    assert client.get(shown).status_code == 200
    for wrong in ([token, "0" * 64], [token[:-2] + "xx", made.file.sha256]):
        assert client.get(reverse("consultation-link-file", args=wrong)).status_code == 404


def test_figures_are_seen_in_the_comparison_and_named_in_the_working_copy(
    annex: Chapter, planner: User, signed_in: SignIn
) -> None:
    made = make_exhibit(planner, annex)
    paper_of = make_exhibit(planner, annex, A_DOCUMENT)
    first = freeze(annex, planner)
    change_exhibit(exhibit=made, actor=planner, version=made.version, caption="Kaart van alles", alt=made.alt)
    remove_exhibit(exhibit=paper_of, actor=planner)
    second = freeze(annex, planner)
    page = signed_in(planner).get(
        reverse("version-compare", args=[annex.agreement.area.slug, first.number, second.number])
    )
    shown = [reverse("version-file", args=[annex.agreement.area.slug, version.number, row.pictures[0][0]])
             for version, row in zip((second, first), from_json(first.snapshot).exhibits, strict=True)]  # fmt: skip
    assert all(f'src="{address}"' in page.text for address in shown)
    assert paper_of.file.sha256 in page.text
    printed = print_working_copy(version=first, actor=planner, moment=timezone.now(), token=None).html
    assert all(
        words in printed for words in ("Kaart van de beekdalen", made.alt, made.file.sha256, "hier niet afgedrukt")
    )
    both = print_comparison(old=first, new=second, actor=planner, moment=timezone.now(), token=None).html
    assert all(words in both for words in ("Figuren en stukken", made.file.sha256, paper_of.file.sha256))


@pytest.mark.parametrize("figures", [1, 3])
@pytest.mark.parametrize(("name", "count"), [("agreement", 11), ("annex", 7)])
def test_pages_ask_the_same_number_of_queries(
    annex: Chapter,
    planner: User,
    signed_in: SignIn,
    django_assert_num_queries: Any,
    name: str,
    count: int,
    figures: int,
) -> None:
    for _ in range(figures):
        make_exhibit(planner, annex, A_DOCUMENT)
    client, keys = signed_in(planner), [annex.pk] if name == "annex" else []
    with django_assert_num_queries(count):
        assert client.get(reverse(name, args=[annex.agreement.area.slug, *keys])).status_code == 200


def test_document_without_that_page_has_none(annex: Chapter, planner: User, signed_in: SignIn) -> None:
    made = make_exhibit(planner, annex, A_DOCUMENT)
    addresses = [reverse("exhibit-page", args=[annex.agreement.area.slug, made.pk, number]) for number in (2, 3)]
    assert [signed_in(planner).get(address).status_code for address in addresses] == [200, 404]


def test_agreement_without_annexes_opens(area: Area, planner: User, signed_in: SignIn) -> None:
    open_agreement(area=area, actor=planner)
    assert signed_in(planner).get(reverse("agreement", args=[area.slug])).status_code == 200
