"""The thermometer as somebody asks for it: a chapter, where it rubs, one party, on paper."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.rules import Position
from coalition.agreement.thermometer.actions import A3, A4, print_thermometer
from coalition.agreement.thermometer.rules import MOST_ON_A3, MOST_ON_A4, sheets, short_words
from coalition.models import Agreement, Article, ArticlePosition
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import DAY, make_member, make_organisation

SignIn = Callable[[User], Client]
PAGE = "/gebieden/zuid-limburg/akkoord/thermometer/"


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


def take_part(agreement: Agreement, planner: User, *names: str) -> list[Organisation]:
    parties = [make_organisation(name, area=agreement.area) for name in names]
    for party in parties:
        add_party(agreement=agreement, actor=planner, organisation=party)
    return parties


def say(article: Article, party: Organisation, planner: User, consent: str = Consent.AGREES) -> None:
    """Write down a position, past the action."""
    ArticlePosition.objects.create(
        article=article,
        organisation=party,
        consent=consent,
        condition="" if consent == Consent.AGREES else "Als er geld is.",
        stated_on=DAY,
        on_title=article.title,
        on_text=article.text,
        stated_by=planner,
        given_as=GivenAs.OWN,
    )


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position(), "–"),
        (Position(Consent.AGREES), "ja"),
        (Position(Consent.CONDITIONAL), "mits"),
        (Position(Consent.NOT_YET), "nog niet"),
        (Position(Consent.REFUSES), "nee"),
        (Position(Consent.AGREES, is_stale=True), "vorige tekst"),
        (Position(Consent.AGREES, given_as=GivenAs.RECORDED), "ja (v)"),
        (Position(Consent.AGREES, given_as=GivenAs.LINK), "ja (l)"),
    ],
)
def test_narrow_column_says_it_in_a_word_or_two(position: Position, words: str) -> None:
    assert short_words(position) == words


@pytest.mark.parametrize(
    ("number", "widths"), [(0, []), (1, [1]), (MOST_ON_A3, [20]), (21, [11, 10]), (60, [20, 20, 20])]
)
def test_parties_are_divided_over_as_few_tables_as_fit(number: int, widths: list[int]) -> None:
    assert [len(table) for table in sheets(range(number))] == widths


def test_only_where_it_rubs_leaves_out_what_is_agreed_and_what_is_silent(
    agreement: Agreement, area: Area, planner: User, signed_in: SignIn
) -> None:
    one, other = take_part(agreement, planner, "Waterschap", "Gemeente")
    agreed, rubbing, silent = (make_article(area, planner, title=name) for name in ("Eens", "Oneens", "Stil"))
    say(agreed, one, planner)
    say(rubbing, one, planner)
    say(rubbing, other, planner, Consent.CONDITIONAL)
    words = signed_in(planner).get(f"{PAGE}?schuurt=on").text
    assert [article.title in words for article in (agreed, rubbing, silent)] == [False, True, False]
    assert "1 artikel." in words


def test_what_was_said_of_another_text_rubs(
    agreement: Agreement, area: Area, planner: User, signed_in: SignIn
) -> None:
    (party,) = take_part(agreement, planner, "Waterschap")
    article = make_article(area, planner, title="Veranderd")
    say(article, party, planner)
    assert "Veranderd" not in signed_in(planner).get(f"{PAGE}?schuurt=on").text
    Article.objects.update(text="Anders.")
    assert "Veranderd" in signed_in(planner).get(f"{PAGE}?schuurt=on").text


def test_chapter_shows_its_own_articles(agreement: Agreement, area: Area, planner: User, signed_in: SignIn) -> None:
    take_part(agreement, planner, "Waterschap")
    here = make_article(area, planner, title="Hier")
    there = make_article(area, planner, title="Elders")
    Article.objects.filter(pk=there.pk).update(chapter=agreement.chapters.last(), number=9, label="9")
    words = signed_in(planner).get(f"{PAGE}?hoofdstuk={here.chapter_id}").text
    assert "Hier</a>" in words
    assert "Elders</a>" not in words


@pytest.mark.parametrize("asked", ["hoofdstuk=onzin", "partij=0", "hoofdstuk=&partij=&schuurt="])
def test_nonsense_in_the_address_asks_for_everything(
    agreement: Agreement, area: Area, planner: User, signed_in: SignIn, asked: str
) -> None:
    take_part(agreement, planner, "Waterschap")
    make_article(area, planner, title="Hier")
    answer = signed_in(planner).get(f"{PAGE}?{asked}")
    assert answer.status_code == 200
    assert "Hier" in answer.text


def test_own_party_comes_first_and_another_can_be_chosen(
    agreement: Agreement, area: Area, planner: User, signed_in: SignIn
) -> None:
    first, own = take_part(agreement, planner, "Aannemers", "Waterschap")
    make_article(area, planner)
    client = signed_in(make_member(Role.EXECUTIVE, area, own))
    assert "Waterschap (mijn partij)" in client.get(PAGE).text
    chosen = client.get(f"{PAGE}?partij={first.pk}")
    assert "(mijn partij)" not in chosen.text
    assert "<table" not in chosen.text


def on_paper(
    agreement: Agreement, planner: User, chapter: UUID | None = None, *, only_rubs: bool = False
) -> tuple[str, str]:
    asked = {"chapter": chapter, "only_rubs": only_rubs}
    made = print_thermometer(agreement=agreement, actor=planner, moment=timezone.localtime(), token=None, **asked)  # type: ignore[arg-type]
    return made.stylesheet, made.html


@pytest.mark.parametrize(("parties", "sheet"), [(MOST_ON_A4, A4), (MOST_ON_A4 + 1, A3)])
def test_few_parties_fit_on_a4(agreement: Agreement, area: Area, planner: User, parties: int, sheet: str) -> None:
    names = [f"Partij {number}" for number in range(parties)]
    take_part(agreement, planner, *names)
    make_article(area, planner)
    used, html = on_paper(agreement, planner)
    assert used == sheet
    assert all(f">{name}</th>" in html for name in names)


def test_paper_says_what_rubs_as_it_was_filtered(agreement: Agreement, area: Area, planner: User) -> None:
    (party,) = take_part(agreement, planner, "Waterschap")
    agreed, rubbing = make_article(area, planner, title="Eens"), make_article(area, planner, title="Oneens")
    say(agreed, party, planner)
    say(rubbing, party, planner, Consent.REFUSES)
    _, html = on_paper(agreement, planner, rubbing.chapter_id, only_rubs=True)
    assert "<td>nee</td>" in html
    assert "Waterschap is niet akkoord: Als er geld is." in html
    assert "Eens</th>" not in html.replace("Oneens</th>", "")


def test_nothing_to_print_is_said(agreement: Agreement, area: Area, planner: User) -> None:
    take_part(agreement, planner, "Waterschap")
    make_article(area, planner)
    with pytest.raises(Problem, match="niets af te drukken"):
        on_paper(agreement, planner, only_rubs=True)
