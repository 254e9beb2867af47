"""What taking a proposal over does with the text it is about: each kind by the action that everybody uses for it."""

from dataclasses import replace
from typing import Any, cast

from areas.models import User
from coalition.agreement.amendments.enums import About
from coalition.agreement.amendments.subjects import Subject, Words
from coalition.agreement.annexes.actions import change_exhibit, remove_exhibit
from coalition.agreement.annexes.models import Exhibit
from coalition.agreement.articles.actions import add_article, move_article, remove_article
from coalition.agreement.articles.models import Article
from coalition.agreement.document.actions.agreements import rename_agreement
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.terms.actions import change_term, define_term, remove_term
from coalition.agreement.terms.models import DefinedTerm

_MODELS: dict[About, Any] = {
    About.ARTICLE: Article.objects.select_related("chapter"),
    About.TERM: DefinedTerm.objects,
    About.PREAMBLE: Agreement.objects,
    About.EXHIBIT: Exhibit.objects.select_related("chapter"),
}


def as_it_is(subject: Subject) -> Subject:
    """Return it as it stands now, read anew behind the lock of the akkoord; without a row when that is gone."""
    row = _MODELS[subject.about].filter(pk=subject.row.pk).first() if subject.row else None
    chapter = Chapter.objects.filter(pk=subject.chapter.pk).first() if subject.chapter else None
    after = Article.objects.filter(pk=subject.after.pk, chapter=chapter).first() if subject.after else None
    return replace(subject, row=row, chapter=chapter, after=after)


def of_subject(subject: Subject) -> dict[str, Any]:
    """Return the fields of a proposal that say what it is about."""
    rows = {About.ARTICLE: "article", About.TERM: "term", About.EXHIBIT: "exhibit"}
    named = {rows[subject.about]: subject.row} if subject.about in rows and subject.row else {}
    places = {"chapter": subject.chapter, "after": subject.after}
    return {"agreement": subject.agreement, "about": subject.about, "verb": subject.verb, **places, **named}


def change(subject: Subject, actor: User, words: Words, why: str) -> None:
    """Give a text other words; `why` is kept where the text has a history people read."""
    title, text = words
    match subject.row:
        case Article() as article:
            article.write_over(article.version, title=title, text=text, why=why)
        case DefinedTerm() as term:
            change_term(term=term, actor=actor, version=term.version, name=title, meaning=text)
        case Exhibit() as exhibit:
            change_exhibit(exhibit=exhibit, actor=actor, version=exhibit.version, caption=title, alt=text)
        case Agreement() as agreement:
            names = {"title": agreement.title, "citation_title": agreement.citation_title}
            rename_agreement(agreement=agreement, actor=actor, version=agreement.version, preamble=text, **names)


def add(subject: Subject, actor: User, words: Words) -> Article | DefinedTerm:
    """Add what is proposed: a term, or an article in its place. Returns what was made."""
    title, text = words
    if subject.about == About.TERM:
        return define_term(agreement=subject.agreement, actor=actor, term=title, meaning=text)
    chapter = cast(Chapter, subject.chapter)  # else it is gone, and refused before
    made = add_article(chapter=chapter, actor=actor, title=title, text=text)
    if subject.after and subject.after.removed_at is None:
        behind = Article.objects.filter(chapter=chapter, number__gt=subject.after.number).exclude(pk=made.pk)
        move_article(article=made, actor=actor, places=-behind.count())
        made.refresh_from_db()
    return made


def strike(subject: Subject, actor: User, why: str) -> None:
    """Take a text out. Raises Problem, by name, when something rests on it."""
    match subject.row:
        case Article() as article:
            remove_article(article=article, actor=actor, version=article.version, why=why)
        case DefinedTerm() as term:
            remove_term(term=term, actor=actor)
        case Exhibit() as exhibit:
            remove_exhibit(exhibit=exhibit, actor=actor)
