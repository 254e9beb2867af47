"""Taking a proposal over into a text that others changed since: what comes together, what is chosen, what is told."""

import random
from typing import Any

import pytest

from areas.models import Area, Organisation, User
from coalition.agreement.amendments.actions import take_over_amendment
from coalition.agreement.amendments.queries import standing_of
from coalition.agreement.amendments.rules import Stands, changes_of, in_the_text, taking_over
from coalition.agreement.articles.actions import update_article
from coalition.agreement.articles.rules.citing import Cited
from coalition.agreement.articles.rules.merging import joined, weave
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.actions.parties import add_party
from coalition.models import Amendment, Article
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.amendments.test_amendments import accepted, propose
from tests.factories import make_organisation

TEXT = "1. Partijen beginnen elk plan bij water.\n2. Zij meten samen:\na. het peil; en\nb. de kwaliteit."


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner, text=TEXT)


@pytest.fixture
def party(article: Article, area: Area, planner: User) -> Organisation:
    organisation = make_organisation(area=area)
    return add_party(agreement=article.chapter.agreement, actor=planner, organisation=organisation).organisation


def ready(article: Article, party: Organisation, planner: User, old: str, new: str) -> Amendment:
    """A proposal its party and the planning group agree on."""
    return accepted(propose(article, party, planner, text=article.text.replace(old, new)), planner)


def write(article: Article, planner: User, old: str, new: str) -> None:
    words = {"title": article.title, "text": article.text.replace(old, new), "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=article.version, **words)


def take(row: Amendment, planner: User, *choices: str) -> Article:
    version = Article.objects.get(pk=row.article_id).version
    versions = {"version": row.version, "text_version": version}
    take_over_amendment(amendment=row, actor=planner, choices=choices, **versions)
    return Article.objects.get(pk=row.article_id)


def test_stretches_are_each_of_the_three_texts_to_the_letter() -> None:
    chance, words = random.Random(4), ["een", "twee", "3.", "a.", "\n", "\n\n", "  ", "."]  # noqa: S311 - the same texts every time
    for _ in range(500):
        texts = [" ".join(chance.choices(words, k=chance.randint(0, 9))) for _ in range(3)]
        found = weave(*texts)
        sides = [joined(getattr(row, side) for row in found) for side in ("base", "mine", "theirs")]
        assert sides == texts


def test_what_two_wrote_alike_is_no_clash_and_both_sides_count_the_same() -> None:
    assert not any(row.is_clash for row in weave("Een.", "Twee.", "Twee."))
    for mine, theirs in [("Twee.", "Drie."), ("", "Drie."), ("Een. Twee.", "Nul. Een.")]:
        ways = [[row.is_clash for row in weave("Een.", *sides)] for sides in ((mine, theirs), (theirs, mine))]
        assert ways[0] == ways[1]


def test_words_another_changed_elsewhere_stay(article: Article, party: Organisation, planner: User) -> None:
    row = ready(article, party, planner, "water", "bodem")
    write(article, planner, "de kwaliteit", "de kwaliteit en het gebruik")
    assert take(row, planner).text == TEXT.replace("water", "bodem").replace("kwaliteit", "kwaliteit en het gebruik")


def test_other_words_of_the_same_line_both_stand(article: Article, party: Organisation, planner: User) -> None:
    first, second = (ready(article, party, planner, *words) for words in (("water", "bodem"), ("elk", "ieder")))
    take(first, planner)
    assert "ieder plan bij bodem" in take(second, planner).text


def test_words_another_changed_too_are_refused_until_chosen(
    article: Article, party: Organisation, planner: User
) -> None:
    row = ready(article, party, planner, "water", "bodem")
    write(article, planner, "water", "lucht")
    for choices in ((), ("nu", "nu"), ("iets",)):
        with pytest.raises(Problem, match="Kies per plek"):
            take(row, planner, *choices)
    assert "bij lucht" in Article.objects.get().text
    assert "bij bodem" in take(row, planner, "voorstel").text


def test_words_that_stay_are_told_at_the_proposal(article: Article, party: Organisation, planner: User) -> None:
    wanted = {"text": TEXT.replace("water", "bodem").replace("peil", "grondwaterpeil")}
    row = accepted(propose(article, party, planner, **wanted), planner)
    write(article, planner, "water", "lucht")
    take(row, planner, "nu")
    standing = standing_of(Amendment.objects.get(pk=row.pk), Readable())
    assert standing.finding == "Dit voorstel staat voor een deel in de tekst van nu."
    assert [(change.stands, change.now) for change in standing.changes] == [
        (Stands.OTHERWISE, "lucht"), (Stands.THERE, "grondwaterpeil"),
    ]  # fmt: skip


def test_rival_says_what_of_it_stands_after_the_other_was_taken_over(
    article: Article, party: Organisation, planner: User
) -> None:
    first, rival = (ready(article, party, planner, "water", word) for word in ("bodem", "lucht"))
    take(first, planner)
    standing = standing_of(Amendment.objects.get(pk=rival.pk), Readable())
    assert standing.finding == "Dit voorstel staat niet in de tekst van nu."
    assert [(change.where, change.stands, change.now) for change in standing.changes] == [
        ("eerste lid, regel 1", Stands.OTHERWISE, "bodem")
    ]


def test_two_titles_are_a_choice_too() -> None:
    found = taking_over(("Kop", "Tekst."), ("Kop van mij", "Tekst."), ("Andere kop", "Tekst."))
    assert len(found.clashes) == 1
    assert found.result(["voorstel"]) == ("Kop van mij", "Tekst.")
    assert found.kept == ("Andere kop", "Tekst.")


def test_change_is_cited_by_member_part_and_line() -> None:
    long = TEXT.replace("Zij meten", f"Zij {'steeds ' * 20}meten")
    changes = changes_of(Cited(Readable().placed(long)), Readable().words(long).replace("de kwal", "alle kwal"), "")
    assert [change.where for change in changes] == ["tweede lid, onder b, regel 5"]


def test_nothing_proposed_is_nothing_to_tell() -> None:
    assert in_the_text([]) == ""


@pytest.fixture
def clashing(article: Article, party: Organisation, planner: User) -> Amendment:
    row = ready(article, party, planner, "water", "bodem")
    write(article, planner, "water", "lucht")
    return row


def page_of(row: Amendment) -> str:
    return f"/gebieden/zuid-limburg/akkoord/wijzigingen/{row.pk}/overnemen/"


def test_page_shows_both_words_and_asks(clashing: Amendment, planner: User, signed_in: Any) -> None:
    client, data = signed_in(planner), {"version": clashing.version, "text_version": 2}
    page = client.get(page_of(clashing)).text
    assert "Houd wat er nu staat: “lucht”" in page
    assert "Neem het voorstel: “bodem”" in page
    refused = client.post(page_of(clashing), data)
    assert (refused.status_code, "Kies welke woorden blijven." in refused.text) == (422, True)
    assert client.post(page_of(clashing), data | {"keuze-1": "voorstel"}).status_code == 302
    assert "bij bodem" in Article.objects.get().text


def test_old_tab_is_shown_the_text_of_now(clashing: Amendment, planner: User, signed_in: Any) -> None:
    data = {"version": clashing.version, "text_version": 1, "keuze-1": "voorstel"}
    answer = signed_in(planner).post(page_of(clashing), data)
    assert (answer.status_code, "intussen gewijzigd" in answer.text) == (409, True)
    assert "bij lucht" in Article.objects.get().text


def test_what_is_not_accepted_has_no_page_to_take_it_over(
    article: Article, party: Organisation, planner: User, signed_in: Any
) -> None:
    row = propose(article, party, planner, text="Anders.")
    assert signed_in(planner).get(page_of(row)).status_code == 302
    with pytest.raises(Problem, match="stelde niet voor"):
        take(row, planner)


def test_taking_over_twice_is_refused_the_second_time(article: Article, party: Organisation, planner: User) -> None:
    row = ready(article, party, planner, "water", "bodem")
    take(row, planner)
    with pytest.raises(Conflict):
        take(row, planner)
