"""References and defined terms: kept by id, typed and read by number and name."""

from dataclasses import replace
from typing import Any

import pytest

from areas.models import Area, User
from coalition.agreement.articles.actions import add_article, move_article
from coalition.agreement.articles.rules.text import GONE_ARTICLE, GONE_TERM, Readable, UnknownReference, refers_to
from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.queries import document, readable_of
from coalition.agreement.terms.actions import change_term, define_term, remove_term
from coalition.models import Agreement, Article
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article

ARTICLE, TERM = "01a2b3c4-0000-7000-8000-000000000001", "01a2b3c4-0000-7000-8000-000000000002"
READABLE = Readable({ARTICLE: "3.2a"}, {TERM: "natte natuur"})


@pytest.mark.parametrize("typed", ["[[artikel 3.2a]]", "[[ artikel  3.2A ]]", "[[artikel\n3.2a]]"])
def test_typed_reference_is_kept_by_id(typed: str) -> None:
    assert READABLE.stored(f"Zie {typed}.") == f"Zie [[artikel {ARTICLE}]]."


def test_what_is_kept_is_typed_again_the_same() -> None:
    typed = "Zie [[artikel 3.2a]] over [[begrip natte natuur]]."
    assert READABLE.typed(READABLE.stored(typed)) == typed


def test_capital_at_the_start_of_a_sentence_stays() -> None:
    typed = "[[Artikel 3.2a]] geldt. [[begrip Natte natuur]] groeit."
    assert READABLE.typed(READABLE.stored(typed)) == typed
    assert READABLE.words(READABLE.stored(typed)) == "Artikel 3.2a geldt. Natte natuur groeit."


def test_reader_gets_links_and_words() -> None:
    stored = READABLE.stored("Zie [[artikel 3.2a]] over [[begrip natte natuur]].")
    assert READABLE.html(stored, "/akkoord/") == (
        '<div class="law"><p>Zie <a class="law__ref" href="/akkoord/#artikel-3.2a">artikel 3.2a</a> over '
        '<a class="law__ref" href="/akkoord/#begrippen">natte natuur</a>.</p></div>'
    )
    assert READABLE.words(stored) == "Zie artikel 3.2a over natte natuur."


def test_text_of_before_is_read_as_before() -> None:
    readable = replace(READABLE, grammar=Grammar.MARKDOWN)
    stored = readable.stored("Zie [[artikel 3.2a]].\n\n- een\n- twee")
    assert '<a href="/akkoord/#artikel-3.2a"' in readable.html(stored, "/akkoord/")
    assert "<ul>" in readable.html(stored)
    assert readable.told("b) los") == readable.stops("[[artikel 9]]") == []


LAW_TEXT = "1. Eerste lid.\n2. Tweede lid:\na. water;\nb. natuur."


def test_reference_to_a_part_leads_there_in_the_words_of_jurists() -> None:
    readable = replace(READABLE, texts={ARTICLE: LAW_TEXT})
    stored = readable.stored("Zie [[artikel 3.2a lid 2 sub b]].")
    assert stored == f"Zie [[artikel {ARTICLE} lid 2 sub b]]."
    assert readable.typed(stored) == "Zie [[artikel 3.2a lid 2 sub b]]."
    assert readable.words(stored) == "Zie artikel 3.2a, tweede lid, onder b."
    assert 'href="#artikel-3.2a-2-b"' in readable.html(stored)
    assert 'id="artikel-3.2a-2-b"' in readable.html(LAW_TEXT, anchor="artikel-3.2a")


@pytest.mark.parametrize(
    "typed", ["[[artikel 3.2a, vijfde lid]]", "[[artikel 3.2a, tweede lid, onder z]]", "[[derde lid]]"]
)
def test_reference_to_a_part_that_is_not_there_stops_saving(typed: str) -> None:
    readable = replace(READABLE, texts={ARTICLE: LAW_TEXT})
    assert readable.stops(f"Zie {typed}.") == [
        f"“{typed[2:-2]}” staat niet in dit akkoord, of twee keer. Kijk de verwijzing na."
    ]


def test_reference_inside_its_own_article_needs_no_number() -> None:
    text = f"{LAW_TEXT}\n3. Zie [[tweede lid, onder a]]."
    assert READABLE.stops(text) == []
    assert READABLE.words(text).endswith("3. Zie tweede lid, onder a.")


@pytest.mark.parametrize("typed", ["[[artikel 9.9]]", "[[begrip droog]]"])
def test_reference_to_nothing_is_told(typed: str) -> None:
    with pytest.raises(UnknownReference, match="Kijk de verwijzing na"):
        READABLE.stored(typed)


def test_what_is_gone_says_so_and_can_be_saved_again() -> None:
    stored = f"[[artikel {TERM}]] en [[begrip {ARTICLE}]]"
    assert READABLE.words(stored) == f"{GONE_ARTICLE} en {GONE_TERM}"
    assert READABLE.stored(READABLE.typed(stored)) == stored


def test_term_with_signs_of_markup_stays_words() -> None:
    readable = Readable({}, {TERM: "<b>*dal*</b>](javascript:alert(1))"})
    html = readable.html(f"[[begrip {TERM}]]")
    assert "<b>" not in html
    assert "<em>" not in html
    assert "javascript:" not in html.split("</a>")[0].split(">")[0]


def test_other_brackets_stay_as_they_are() -> None:
    text = "[[iets anders]], [[artikel]], [[artikel " + "3" * 200 + "]] en [x]"
    assert READABLE.stored(text) == text


def test_refers_to_finds_only_its_own() -> None:
    assert refers_to(f"[[artikel {ARTICLE}]]", ARTICLE)
    assert not refers_to(f"[[artikel {ARTICLE}]]", TERM)


@pytest.fixture
def referring(area: Area, planner: User) -> Agreement:
    first = make_article(area, planner, title="A")
    agreement: Agreement = first.chapter.agreement
    text = readable_of(agreement).stored("Zie [[artikel 3.1]].")
    add_article(chapter=first.chapter, actor=planner, title="B", text=text)
    return agreement


def test_reference_follows_an_article_that_moves(referring: Agreement, planner: User) -> None:
    move_article(article=Article.objects.get(title="A"), actor=planner, places=1)
    texts = [row.text for chapter in document(referring) for row in chapter.articles]
    assert 'href="#artikel-3.2">artikel 3.2</a>' in texts[0]


def test_removing_warns_of_what_refers_to_it(referring: Agreement, planner: User, signed_in: Any) -> None:
    article = Article.objects.get(title="A")
    page = signed_in(planner).get(f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/verwijderen/")
    assert "3.2 B" in page.content.decode()


def test_term_that_is_used_is_not_removed(referring: Agreement, planner: User) -> None:
    term = define_term(agreement=referring, actor=planner, term="Beekdal", meaning="Dal van een beek.")
    text = readable_of(referring).stored("In het [[begrip beekdal]].")
    Article.objects.filter(title="A").update(text=text)
    change_term(term=term, actor=planner, version=1, name="Beekvallei", meaning="Dal.")
    assert readable_of(referring).words(text) == "In het Beekvallei."
    with pytest.raises(Problem, match="gebruikt in: A"):
        remove_term(term=term, actor=planner)


def test_term_is_defined_once_and_changed_by_who_read_it(referring: Agreement, planner: User) -> None:
    term = define_term(agreement=referring, actor=planner, term="Beekdal", meaning="Dal.")
    assert define_term(agreement=referring, actor=planner, term="beekdal", meaning="Dal.") == term
    with pytest.raises(Problem, match="al in de lijst"):
        define_term(agreement=referring, actor=planner, term="BEEKDAL", meaning="Anders.")
    with pytest.raises(Conflict):
        change_term(term=term, actor=planner, version=9, name="Dal", meaning="Dal.")
