"""Brings the akkoord of the practice area to its second version: terms, a point of no agreement, weights, comments."""

from collections.abc import Iterable
from uuid import UUID

from django.core.files.base import ContentFile

from areas.models import User
from coalition.agreement.annexes.actions import add_exhibit
from coalition.agreement.articles.actions import add_article, update_article
from coalition.agreement.comments.actions import add_comment
from coalition.agreement.document.actions.chapters import add_chapter
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.queries import readable_of
from coalition.agreement.open_points.actions import add_open_point, state_on_open_point
from coalition.agreement.packages.actions import weigh_articles
from coalition.agreement.terms.actions import define_term
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.enums import VersionKind
from coalition.models import Agreement, Article
from novex_portal.demo.content.agreement import AKKOORD, Clause
from novex_portal.demo.content.annex import EXHIBITS
from novex_portal.demo.seeds.speakers import speakers_of
from novex_portal.toolkit.files.keeping import take


def seed_first_articles(agreement: Agreement, actor: User) -> None:
    """Fill every chapter, and give terms a meaning."""
    for entry in AKKOORD.terms:
        define_term(agreement=agreement, actor=actor, term=entry.term, meaning=entry.meaning)
    _add(agreement, actor, AKKOORD.more_articles)


def seed_second_version(agreement: Agreement, actor: User) -> None:
    """Add what came later, change one article, say what is not agreed, give it an annex, and freeze that for consultation."""
    _add(agreement, actor, AKKOORD.later_articles)
    change = AKKOORD.since_first
    article = _called(agreement, change.article)
    update_article(
        article=article,
        actor=actor,
        version=article.version,
        title=article.title,
        text=article.text.replace(change.old, change.new),
        ambitions=(),
        statements=(),
    )
    _seed_point(agreement, actor)
    _seed_annex(agreement, actor)
    freeze_version(agreement=agreement, actor=actor, label=AKKOORD.second_version, kind=VersionKind.CONSULTATION)


def seed_weights_and_comments(agreement: Agreement, actor: User) -> None:
    """Let parties weigh what is contested, and people talk beside the articles."""
    parties = {row.organisation.name: row.organisation for row in agreement.parties.select_related("organisation")}
    for entry in AKKOORD.weights:
        worth: dict[UUID, int | None] = {_called(agreement, title).pk: weight for title, weight in entry.worth.items()}
        weigh_articles(agreement=agreement, organisation=parties[entry.organisation], actor=actor, weights=worth)
    for remark in AKKOORD.comments:
        article = _called(agreement, remark.article)
        comment = add_comment(article=article, actor=actor, text=remark.words)
        if remark.answer:
            add_comment(article=article, actor=actor, text=remark.answer, reply_to=comment)


def _add(agreement: Agreement, actor: User, articles: Iterable[Clause]) -> None:
    chapters = {chapter.number: chapter for chapter in agreement.chapters.all()}
    for clause in articles:
        stored = readable_of(agreement, clause.text).stored(clause.text)
        add_article(chapter=chapters[clause.chapter], actor=actor, title=clause.title, text=stored)


def _seed_point(agreement: Agreement, actor: User) -> None:
    entry = AKKOORD.point
    point = add_open_point(
        agreement=agreement,
        actor=actor,
        title=entry.title,
        text=entry.text,
        article=_called(agreement, entry.article),
    )
    parties = {row.organisation.name: row.organisation for row in agreement.parties.select_related("organisation")}
    speakers = speakers_of(agreement.area)
    for said in entry.positions:
        party, speaker = parties[said.organisation], speakers.get(said.organisation, actor)
        source = "Gezegd in het overleg"
        state_on_open_point(point=point, organisation=party, actor=speaker, version=0, words=said.words, source=source)


def _seed_annex(agreement: Agreement, actor: User) -> None:
    annex = add_chapter(agreement=agreement, actor=actor, title="Kaart en startnotitie", kind=ChapterKind.ANNEX)
    for caption, alt, drawn in EXHIBITS:
        add_exhibit(chapter=annex, actor=actor, caption=caption, alt=alt, taken=take(ContentFile(drawn())))


def _called(agreement: Agreement, title: str) -> Article:
    return Article.objects.select_related("chapter__agreement__area").get(chapter__agreement=agreement, title=title)
