"""What changed between two frozen versions of an akkoord."""

from collections.abc import Callable
from dataclasses import replace

from django.test import Client

from areas.models import Area, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.document.actions.parties import add_party, change_party_status
from coalition.agreement.document.enums import PartyStatus
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.rules.differences import ArticleDifference, compare
from coalition.agreement.versions.rules.snapshot import ArticleText, ChapterText, VersionText
from tests.coalition.agreement.ambitions.test_ambitions import make_article as add_article_to
from tests.coalition.agreement.documents import make_article, make_text
from tests.factories import make_organisation

SignIn = Callable[[User], Client]


def article(key: str, number: str, text: str = "Tekst.", title: str = "Kop") -> ArticleText:
    return replace(make_article(number, text, title=title), id=key)


def version(*articles: ArticleText) -> VersionText:
    return replace(make_text(), chapters=(ChapterText("c", 2, "Ambities", articles),))


def words(old: VersionText, new: VersionText) -> list[tuple[str, str]]:
    return [(row.number, row.words) for row in compare(old, new).articles]


def test_same_version_differs_in_nothing() -> None:
    found = compare(version(article("a", "2.1")), version(article("a", "2.1")))
    assert (found.changed, found.finding) == ((), "Geen artikel is gewijzigd; 1 bleef gelijk.")


def test_article_is_the_same_one_by_its_id() -> None:
    old = version(article("a", "2.1"), article("b", "2.2", "Water."), article("c", "2.3"))
    new = version(article("b", "2.1", "Water en bodem."), article("d", "2.2"), article("c", "2.3"))
    assert words(old, new) == [
        ("2.1", "vervallen"),
        ("2.1", "gewijzigd, was 2.2"),
        ("2.2", "nieuw"),
        ("2.3", "niet gewijzigd"),
    ]
    assert compare(old, new).finding == "1 artikel gewijzigd, 1 nieuw, 1 vervallen; 1 bleef gelijk."


def test_what_is_gone_stands_after_what_came_before_it() -> None:
    old = version(article("a", "2.1"), article("b", "2.2"), article("c", "2.3"))
    assert words(old, version(article("a", "2.1"), article("c", "2.2"))) == [
        ("2.1", "niet gewijzigd"),
        ("2.2", "vervallen"),
        ("2.2", "was 2.3"),
    ]


def test_pieces_give_both_texts_back() -> None:
    (row,) = compare(
        version(article("a", "2.1", "Water eerst.")), version(article("a", "2.1", "Bodem eerst."))
    ).articles
    assert isinstance(row, ArticleDifference)
    assert "".join(piece.text for piece in row.text if piece.kind != "new") == "Water eerst."
    assert "".join(piece.text for piece in row.text if piece.kind != "gone") == "Bodem eerst."


def test_page_shows_words_and_parties_in_either_order(signed_in: SignIn, area: Area, planner: User) -> None:
    made = add_article_to(area, planner, text="Partijen beginnen bij water.")
    agreement = made.chapter.agreement
    party = add_party(agreement=agreement, actor=planner, organisation=make_organisation("Waterschap", area=area))
    freeze_version(agreement=agreement, actor=planner, label="Eerste")
    text = "Partijen beginnen bij <b>bodem</b>."
    update_article(article=made, actor=planner, version=1, title="Kop", text=text, ambitions=(), statements=())
    change_party_status(party=party, actor=planner, status=PartyStatus.OFFICIALS_AGREE)
    freeze_version(agreement=agreement, actor=planner, label="Tweede")
    client, root = signed_in(planner), "/gebieden/zuid-limburg/akkoord/versies/"
    pages = [client.get(f"{root}{way}").text for way in ("1/verschil/2/", "2/verschil/1/", "1/verschil/2/?naast")]
    assert all("[vervalt:] </span>water" in page for page in pages)
    assert all("ondertekenaar, ambtelijk akkoord" in page.lower() for page in pages)
    assert not any("<b>bodem</b>" in page for page in pages)
    assert client.get(f"{root}1/verschil/9/").status_code == 404
