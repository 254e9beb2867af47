"""Proposals for what is no article that stands there: new ones, terms, considerations, words in annexes, and to strike one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from areas.models import Area, Organisation, User
from coalition.agreement.amendments.actions import handle_amendment, propose_amendment, take_over_amendment
from coalition.agreement.amendments.enums import About, AmendmentStatus, Handling, Verb
from coalition.agreement.amendments.queries import amendments_of, compared
from coalition.agreement.amendments.subjects import Subject
from coalition.agreement.articles.actions import remove_article
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.actions.agreements import rename_agreement
from coalition.agreement.document.actions.chapters import add_chapter, remove_chapter
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.terms.actions import change_term, define_term, remove_term
from coalition.agreement.versions.actions import freeze_version, print_working_copy
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Agreement, Amendment, DefinedTerm
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.amendments.test_amendments import accepted
from tests.factories import make_exhibit, make_organisation

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/akkoord/"


@dataclass
class Ground:
    """An akkoord with an article, a term, considerations and a figure, and a party that proposes."""

    agreement: Agreement
    article: Article
    party: Organisation
    actor: User

    def subject(self, about: str, verb: str) -> Subject:
        """Return what a proposal of a kind is about here."""
        if verb == Verb.ADD:
            is_article = about == About.ARTICLE
            return Subject(
                self.agreement, About(about), Verb.ADD, chapter=self.article.chapter if is_article else None
            )
        rows: dict[str, Any] = {
            About.ARTICLE: Article.objects.select_related("chapter").first(),
            About.TERM: DefinedTerm.objects.first(),
            About.PREAMBLE: Agreement.objects.get(),
            About.EXHIBIT: self.agreement.chapters.get(kind=ChapterKind.ANNEX).exhibits.first(),
        }
        return Subject(self.agreement, About(about), Verb(verb), rows[about])

    def propose(self, subject: Subject, **fields: Any) -> Amendment:
        values = {
            "title": "Grondbank",
            "text": "Een bank voor grond.",
            "reason": "Dit ontbreekt.",
            "source": "Brief",
            **fields,
        }
        version = subject.version
        return propose_amendment(
            subject=subject, organisation=self.party, actor=self.actor, text_version=version, **values
        )

    def take_over(self, row: Amendment, handling: str = Handling.TAKE_OVER, text: str = "") -> Amendment:
        done = accepted(row, self.actor, handling, text)
        return self.finish(done)

    def finish(self, done: Amendment) -> Amendment:
        version = Amendment.objects.get(pk=done.pk).subject.version
        return take_over_amendment(amendment=done, actor=self.actor, version=done.version, text_version=version)


@pytest.fixture
def ground(area: Area, planner: User) -> Ground:
    article = make_article(area, planner, text="Partijen beginnen elk plan bij water.")
    agreement, party = article.chapter.agreement, make_organisation("Waterschap", area=area)
    add_party(agreement=agreement, actor=planner, organisation=party)
    define_term(agreement=agreement, actor=planner, term="beekdal", meaning="Het dal van een beek.")
    rename_agreement(
        agreement=agreement, actor=planner, version=1, title="Akkoord", preamble="Overwegende dat het kan."
    )
    make_exhibit(planner, add_chapter(agreement=agreement, actor=planner, title="Kaart", kind=ChapterKind.ANNEX))
    return Ground(Agreement.objects.get(), article, party, planner)


CHANGES = [About.ARTICLE, About.TERM, About.PREAMBLE, About.EXHIBIT]
STRIKES = [About.ARTICLE, About.TERM, About.EXHIBIT]
EVERY = [
    *((about, Verb.CHANGE) for about in CHANGES),
    *((about, Verb.STRIKE) for about in STRIKES),
    (About.ARTICLE, Verb.ADD),
    (About.TERM, Verb.ADD),
]


@pytest.mark.parametrize("about", CHANGES)
def test_changed_words_come_into_the_text_they_are_about(ground: Ground, about: str) -> None:
    subject = ground.subject(about, Verb.CHANGE)
    row = ground.take_over(ground.propose(subject))
    title = subject.words[0] and "Grondbank"
    assert ground.subject(about, Verb.CHANGE).words == (title, "Een bank voor grond.")
    assert row.status == AmendmentStatus.TAKEN_OVER


@pytest.mark.parametrize("about", STRIKES)
def test_what_is_struck_is_gone_from_the_text_and_its_proposal_stays(ground: Ground, about: str) -> None:
    row = ground.propose(ground.subject(about, Verb.STRIKE))
    ground.take_over(row)
    kept = Amendment.objects.get(pk=row.pk)
    assert kept.subject.is_gone
    assert (kept.text, bool(kept.on_text)) == ("", True)
    assert {piece.kind for piece in compared(kept, Readable()).text} == {"gone"}


def test_struck_article_says_by_whom_and_why(ground: Ground) -> None:
    ground.take_over(ground.propose(ground.subject(About.ARTICLE, Verb.STRIKE)))
    article = Article.everything.get(pk=ground.article.pk)
    assert (article.removed_by, article.why) == (ground.actor, "Dit ontbreekt.")


def test_new_article_stands_behind_the_one_that_was_named(ground: Ground, area: Area) -> None:
    last = make_article(area, ground.actor, title="Laatste")
    subject = Subject(ground.agreement, About.ARTICLE, Verb.ADD, chapter=ground.article.chapter, after=ground.article)
    row = ground.take_over(ground.propose(subject))
    titles = Article.objects.filter(chapter=ground.article.chapter).order_by("number").values_list("title", flat=True)
    assert list(titles) == [ground.article.title, "Grondbank", last.title]
    assert row.article
    assert row.article.title == "Grondbank"


def test_new_term_can_be_used_and_its_proposal_leads_to_it(ground: Ground) -> None:
    row = ground.take_over(
        ground.propose(ground.subject(About.TERM, Verb.ADD)), Handling.ADAPTED, "Grond om te ruilen."
    )
    assert row.term
    assert (row.term.term, row.term.meaning) == ("Grondbank", "Grond om te ruilen.")


@pytest.mark.parametrize(("about", "verb"), EVERY)
def test_every_proposal_stands_in_the_list_on_its_page_and_in_what_is_frozen(
    ground: Ground, signed_in: SignIn, about: str, verb: str
) -> None:
    row = ground.propose(ground.subject(about, verb))
    (listed,) = amendments_of(ground.agreement, only_open=True)
    client = signed_in(ground.actor)
    assert listed.place in client.get(f"{ROOT}wijzigingen/").text.replace("&quot;", '"')
    assert "Dit ontbreekt." in client.get(f"{ROOT}wijzigingen/{row.pk}/").text
    version = freeze_version(agreement=ground.agreement, actor=ground.actor)
    text = from_json(version.snapshot)
    frozen = [*text.amendments, *(one for article in text.articles for one in article.amendments)]
    assert [(one.party, one.verb) for one in frozen] == [("Waterschap", verb)]
    printed = print_working_copy(version=version, actor=ground.actor, moment=timezone.now(), token=None).html
    assert "Dit ontbreekt." in printed
    assert client.get(version.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("about", "verb"), EVERY)
def test_every_proposal_can_be_made_handled_and_taken_over_by_hand(
    ground: Ground, signed_in: SignIn, about: str, verb: str
) -> None:
    client, subject = signed_in(ground.actor), ground.subject(about, verb)
    asked = f"?over={about}&wat={verb}" + (f"&van={subject.row.pk}" if subject.row else "")
    form = client.get(f"{ROOT}wijzigingen/nieuw/{asked}").context["form"]
    posted = {
        "organisation": ground.party.pk, "text_version": subject.version, "title": "Grondbank", "text": "Grond.",
        "reason": "Dit ontbreekt.", "source": "Brief", "place": f"hoofdstuk:{ground.article.chapter_id}",
    }  # fmt: skip
    assert set(posted) - {"title", "text", "place"} <= set(form.fields)
    answer = client.post(f"{ROOT}wijzigingen/nieuw/{asked}", posted)
    assert answer.status_code == 302, answer.context["form"].errors
    row = Amendment.objects.get()
    page = f"{ROOT}wijzigingen/{row.pk}/"
    handling = {"version": 1, "handling": "overnemen", "reason": "Goed.", "text": ""}
    assert client.post(f"{page}behandelen/", handling).status_code == 302
    said = {"version": 2, "verdict": "ja", "source": "Brief"}
    assert client.post(f"{page}antwoord/", said).status_code == 302
    assert client.get(f"{page}overnemen/").status_code == 200
    taken = {"version": 3, "text_version": subject.version}
    assert client.post(f"{page}overnemen/", taken).status_code == 302
    assert Amendment.objects.get().status == AmendmentStatus.TAKEN_OVER
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    ("about", "verb"), [(About.PREAMBLE, Verb.ADD), (About.PREAMBLE, Verb.STRIKE), (About.EXHIBIT, Verb.ADD)]
)
def test_what_cannot_be_proposed_is_no_page_and_no_row(
    ground: Ground, signed_in: SignIn, about: str, verb: str
) -> None:
    assert signed_in(ground.actor).get(f"{ROOT}wijzigingen/nieuw/?over={about}&wat={verb}").status_code == 404
    row = ground.propose(ground.subject(About.ARTICLE, Verb.CHANGE))
    with pytest.raises(IntegrityError), transaction.atomic():
        Amendment.objects.filter(pk=row.pk).update(about=about, verb=verb)


@pytest.mark.parametrize("van", ["", "0", "01a23003-20a2-7271-b204-a6de4cd70524", "x' or 1=1"])
@pytest.mark.parametrize("about", STRIKES)
def test_proposal_about_what_is_not_there_is_no_page(ground: Ground, signed_in: SignIn, about: str, van: str) -> None:
    answer = signed_in(ground.actor).get(f"{ROOT}wijzigingen/nieuw/", {"over": about, "van": van})
    assert answer.status_code == 404


def test_term_of_another_area_cannot_be_named(ground: Ground, other_area: Area, signed_in: SignIn) -> None:
    other = Agreement.objects.create(area=other_area, title="Ander")
    term = DefinedTerm.objects.create(agreement=other, term="peel", meaning="Veen.")
    answer = signed_in(ground.actor).get(f"{ROOT}wijzigingen/nieuw/", {"over": "begrip", "van": str(term.pk)})
    assert answer.status_code == 404


def test_who_strikes_is_in_the_way_of_who_changes_and_two_of_one_name_of_each_other(ground: Ground) -> None:
    change = ground.propose(ground.subject(About.ARTICLE, Verb.CHANGE))
    strike = ground.propose(ground.subject(About.ARTICLE, Verb.STRIKE))
    one, two = (ground.propose(ground.subject(About.TERM, Verb.ADD)) for _ in range(2))
    other = ground.propose(ground.subject(About.TERM, Verb.ADD), title="Iets anders")
    clashes = {row.amendment: row.clashes for row in amendments_of(ground.agreement, only_open=True)}
    assert clashes == {change: 1, strike: 1, one: 1, two: 1, other: 0}


def test_text_that_changed_is_read_first(ground: Ground) -> None:
    subject = ground.subject(About.TERM, Verb.CHANGE)
    term = DefinedTerm.objects.get()
    change_term(term=term, actor=ground.actor, version=1, name="beekdal", meaning="Iets anders.")
    with pytest.raises(Conflict):
        ground.propose(subject)


def test_words_of_others_in_a_term_stay(ground: Ground) -> None:
    row = accepted(
        ground.propose(ground.subject(About.TERM, Verb.CHANGE), title="beekdal", text="Het brede dal van een beek."),
        ground.actor,
    )
    change_term(
        term=DefinedTerm.objects.get(), actor=ground.actor, version=1, name="beekdal", meaning="Het dal van een beek en zijn bron."
    )  # fmt: skip
    ground.finish(row)
    assert DefinedTerm.objects.get().meaning == "Het brede dal van een beek en zijn bron."


def test_what_is_gone_meanwhile_is_told_and_not_taken_over(ground: Ground, signed_in: SignIn) -> None:
    row = accepted(ground.propose(ground.subject(About.TERM, Verb.CHANGE)), ground.actor)
    remove_term(term=DefinedTerm.objects.get(), actor=ground.actor)
    with pytest.raises(Problem, match="staat niet meer"):
        take_over_amendment(amendment=row, actor=ground.actor, version=row.version, text_version=1)
    client = signed_in(ground.actor)
    assert "niet meer in het akkoord" in client.get(f"{ROOT}wijzigingen/{row.pk}/").text
    assert client.get(f"{ROOT}wijzigingen/").status_code == 200


def test_chapter_or_article_that_went_meanwhile_leaves_a_place_or_says_so(ground: Ground) -> None:
    chapter = add_chapter(agreement=ground.agreement, actor=ground.actor, title="Nieuw")
    lost = accepted(ground.propose(Subject(ground.agreement, About.ARTICLE, Verb.ADD, chapter=chapter)), ground.actor)
    behind = Subject(ground.agreement, About.ARTICLE, Verb.ADD, chapter=ground.article.chapter, after=ground.article)
    kept = accepted(ground.propose(behind), ground.actor)
    remove_chapter(chapter=chapter, actor=ground.actor)
    remove_article(article=ground.article, actor=ground.actor, version=1, why="Dubbel.")
    with pytest.raises(Problem, match="staat niet meer"):
        ground.finish(Amendment.objects.get(pk=lost.pk))
    assert ground.finish(Amendment.objects.get(pk=kept.pk)).article


def test_striking_is_not_adapted(ground: Ground) -> None:
    row = ground.propose(ground.subject(About.ARTICLE, Verb.STRIKE))
    with pytest.raises(Problem, match="Kies wat"):
        handle_amendment(
            amendment=row, actor=ground.actor, version=1, handling=Handling.ADAPTED, reason="Nee.", text="Half."
        )


def test_term_that_is_used_is_not_struck_by_name_of_who_uses_it(ground: Ground) -> None:
    term = DefinedTerm.objects.get()
    Article.objects.filter(pk=ground.article.pk).update(text=f"Zie [[begrip {term.pk}]].")
    row = accepted(ground.propose(ground.subject(About.TERM, Verb.STRIKE)), ground.actor)
    with pytest.raises(Problem, match="wordt gebruikt in"):
        ground.finish(row)
    assert Amendment.objects.get().status == AmendmentStatus.ACCEPTED


def test_what_stands_out_in_a_proposal_is_told_before_it_is_sent(ground: Ground, signed_in: SignIn) -> None:
    client, page = signed_in(ground.actor), f"{ROOT}artikelen/{ground.article.pk}/wijziging/"
    posted = {
        "organisation": ground.party.pk, "text_version": 1, "title": "Kop", "text": "Dit ＊ staat ☃ er.", "reason": "Zo.",
        "source": "Brief",
    }  # fmt: skip
    first = client.post(page, posted)
    assert (first.status_code, Amendment.objects.count()) == (422, 0)
    assert "Let op bij deze tekst" in first.text
    client.post(page, posted | {"told_seen": first.context["told_mark"]})
    assert Amendment.objects.count() == 1


def test_words_that_do_not_fit_are_told_and_never_reach_the_text(ground: Ground) -> None:
    subject = ground.subject(About.EXHIBIT, Verb.CHANGE)
    with pytest.raises(Problem, match="te lang"):
        ground.propose(subject, text="x" * 1_001)
    row = ground.propose(subject)
    with pytest.raises(Problem, match="te lang"):
        handle_amendment(
            amendment=row, actor=ground.actor, version=1, handling=Handling.ADAPTED, reason="Ja.", text="x" * 1_001
        )
