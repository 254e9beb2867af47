"""Brings the akkoord of the practice area to its second version: terms, a point of no agreement, weights, comments."""

from uuid import UUID

from areas.models import User
from coalition.agreement.articles.actions import add_article, update_article
from coalition.agreement.comments.actions import add_comment
from coalition.agreement.document.queries import readable_of
from coalition.agreement.open_points.actions import add_open_point, state_on_open_point
from coalition.agreement.packages.actions import weigh_articles
from coalition.agreement.terms.actions import define_term
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.enums import VersionKind
from coalition.models import Agreement, Article
from novex_portal.demo.zuid_limburg_articles import COMMENTS, FIRST, LATER, POINT, SINCE_FIRST, TERMS, WEIGHTS


def seed_first_articles(agreement: Agreement, actor: User) -> None:
    """Fill every chapter, and give terms a meaning."""
    for term, meaning in TERMS:
        define_term(agreement=agreement, actor=actor, term=term, meaning=meaning)
    _add(agreement, actor, FIRST)


def seed_second_version(agreement: Agreement, actor: User) -> None:
    """Add what came later, change one article, say what is not agreed, and freeze that for consultation."""
    _add(agreement, actor, LATER)
    title, old, new = SINCE_FIRST
    article = _called(agreement, title)
    update_article(
        article=article,
        actor=actor,
        version=article.version,
        title=article.title,
        text=article.text.replace(old, new),
        ambitions=(),
        statements=(),
    )
    _seed_point(agreement, actor)
    freeze_version(
        agreement=agreement, actor=actor, label="Om aan partijen voor te leggen", kind=VersionKind.CONSULTATION
    )


def seed_weights_and_comments(agreement: Agreement, actor: User) -> None:
    """Let parties weigh what is contested, and people talk beside the articles."""
    parties = {row.organisation.name: row.organisation for row in agreement.parties.select_related("organisation")}
    for name, weights in WEIGHTS:
        worth: dict[UUID, int | None] = {_called(agreement, title).pk: weight for title, weight in weights}
        weigh_articles(agreement=agreement, organisation=parties[name], actor=actor, weights=worth)
    for title, words, answer in COMMENTS:
        article = _called(agreement, title)
        comment = add_comment(article=article, actor=actor, text=words)
        if answer:
            add_comment(article=article, actor=actor, text=answer, reply_to=comment)


def _add(agreement: Agreement, actor: User, articles: tuple[tuple[int, str, str], ...]) -> None:
    chapters = {chapter.number: chapter for chapter in agreement.chapters.all()}
    for number, title, text in articles:
        stored = readable_of(agreement, text).stored(text)
        add_article(chapter=chapters[number], actor=actor, title=title, text=stored)


def _seed_point(agreement: Agreement, actor: User) -> None:
    title, text, article, stands = POINT
    point = add_open_point(
        agreement=agreement, actor=actor, title=title, text=text, article=_called(agreement, article)
    )
    parties = {row.organisation.name: row.organisation for row in agreement.parties.select_related("organisation")}
    for name, words in stands:
        state_on_open_point(point=point, organisation=parties[name], actor=actor, version=0, words=words)


def _called(agreement: Agreement, title: str) -> Article:
    return Article.objects.select_related("chapter__agreement__area").get(chapter__agreement=agreement, title=title)
