"""What changed between two frozen versions of an akkoord."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client

from areas.models import Area, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.document.actions.parties import add_party, change_party_status
from coalition.agreement.document.enums import PartyStatus
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.rules.differences import ArticleDifference, compare, in_short
from coalition.agreement.versions.rules.snapshot import (
    AmendmentText,
    ArticleText,
    ChapterText,
    ExhibitText,
    PointPositionText,
    PointText,
    PositionText,
    TermText,
    VersionText,
)
from tests.coalition.agreement.ambitions.test_ambitions import make_article as add_article_to
from tests.coalition.agreement.documents import make_article, make_rooted_article, make_text
from tests.factories import DAY, make_organisation

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
    assert all("Ambtelijk akkoord</ins>" in page for page in pages)
    assert not any("<b>bodem</b>" in page for page in pages)
    assert client.get(f"{root}1/verschil/9/").status_code == 404


def test_title_annex_term_and_point_that_read_otherwise_are_told() -> None:
    old = make_text(terms=(TermText("Dal", "Laag."),), points=(PointText("Geld", "Wie?", ()),))
    annex = ChapterText("x", 3, "Kaart", (), "B1", is_annex=True)
    new = replace(old, title="Ander", chapters=(*old.chapters, annex), terms=(TermText("Dal", "Diep."),), points=())
    found = compare(old, new)
    assert [section.title for section in found.sections] == [
        "Titel", "Hoofdstukken en bijlagen", "Begrippen", "Punten zonder overeenstemming",
    ]  # fmt: skip
    assert "Ook anders: titel, hoofdstukken en bijlagen, begrippen en punten zonder overeenstemming." in found.finding
    assert in_short(old, new).startswith("titel, hoofdstukken en bijlagen")


def full() -> VersionText:
    """A text with something of everything that can be frozen."""
    said = PositionText("Waterschap", "Akkoord", "Mits", "Mag binden", DAY, is_stale=False)
    other = AmendmentText("Waterschap", "Ingediend", "Kop", "Anders.", "Daarom.")
    point = PointText("Geld", "Wie betaalt?", (PointPositionText("Waterschap", "Wij niet."),))
    rooted = replace(make_rooted_article(), positions=(said,), amendments=(other,))
    text = make_text(rooted, terms=(TermText("Dal", "Laag."),), points=(point,))
    return replace(text, chapters=(*text.chapters, annexed(FIGURE, PAPER)))


FIGURE = ExhibitText("Figuur B1.1", "Kaart van de dalen", "Een kaart.", "a" * 64, 1234)
PAPER = ExhibitText("Figuur B1.2", "Startnotitie", "Het besluit.", "b" * 64, 99, ("c" * 64, "d" * 64))


def annexed(*exhibits: ExhibitText) -> ChapterText:
    return ChapterText("x", 3, "Kaart", (), "B1", is_annex=True, exhibits=exhibits)


def test_figures_of_annexes_are_told_with_how_they_looked() -> None:
    one, text = make_text(), make_text().chapters
    before = replace(one, chapters=(*text, annexed(FIGURE, PAPER)))
    other = replace(FIGURE, sha256="e" * 64)
    now = replace(one, chapters=(*text, annexed(other, replace(PAPER, caption="De startnotitie"))))
    (section,) = compare(before, now).sections
    assert (section.title, [row.name for row in section.rows]) == (
        "Figuren en stukken", ["Figuur B1.1", "Figuur B1.2", "Figuur B1.1"],
    )  # fmt: skip
    assert [(row.was, row.now) for row in section.rows] == [(None, other), (PAPER, [*now.exhibits][1]), (FIGURE, None)]
    assert "De" in "".join(piece.text for piece in section.rows[1].words if piece.kind == "new")


_OF_THE_MOMENT = {"area", "area_slug", "number", "label", "frozen_at", "frozen_by", "grammar", "id", "provenance"}
"""What names a version, and what is counted from other fields."""


def others(value: Any, name: str = "") -> Iterator[Any]:
    """Yield this value with one of its words changed, for each there is."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in _OF_THE_MOMENT:
                yield from (
                    replace(value, **{field.name: it}) for it in others(getattr(value, field.name), field.name)
                )
    elif isinstance(value, tuple):
        for place, row in enumerate(value):
            yield from ((*value[:place], it, *value[place + 1 :]) for it in others(row, name))
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, str) and value and name != "kind":
        yield value + " en meer"
    elif isinstance(value, date) and not isinstance(value, datetime):
        yield value + timedelta(days=1)


def test_nothing_that_is_frozen_changes_without_being_told() -> None:
    text = full()
    for other in others(text):
        found = compare(text, other)
        assert found.changed or found.sections, other
        assert in_short(text, other) != "geen verschil", other
