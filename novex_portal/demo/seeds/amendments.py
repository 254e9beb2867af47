"""Lets parties of the practice area propose other words for articles of the akkoord."""

from areas.models import Organisation, User
from coalition.agreement.amendments.actions import (
    answer_handling,
    handle_amendment,
    propose_amendment,
    take_over_amendment,
    withdraw_amendment,
)
from coalition.agreement.amendments.enums import About, Verb
from coalition.agreement.amendments.subjects import Subject, of_article
from coalition.models import Agreement, Amendment, Article
from novex_portal.demo.content.agreement import AKKOORD, Addition
from novex_portal.demo.seeds.speakers import speakers_of


def seed_amendments(agreement: Agreement, actor: User) -> None:
    """Propose amendments that are in every state; two of them touch the same words."""
    articles = {
        row.title: row for row in Article.objects.filter(chapter__agreement=agreement).select_related("chapter")
    }
    parties = {row.organisation.name: row.organisation for row in agreement.parties.select_related("organisation")}
    speakers = speakers_of(agreement.area)
    for entry in AKKOORD.amendments:
        speaker = speakers.get(entry.organisation, actor)
        article = articles[entry.article]
        row = propose_amendment(
            subject=of_article(article),
            organisation=parties[entry.organisation],
            actor=actor,
            source="Gezegd in het overleg",
            title=article.title,
            text=article.text.replace(entry.old, entry.new),
            reason=entry.why,
            text_version=article.version,
        )
        if entry.handling:
            row = handle_amendment(
                amendment=row,
                actor=actor,
                version=row.version,
                handling=entry.handling,
                reason=entry.reason,
                text=article.text.replace(entry.old, entry.adapted) if entry.adapted else "",
            )
        if entry.verdict == "ingetrokken":
            withdraw_amendment(amendment=row, actor=speaker, version=row.version)
        elif entry.verdict == "overgenomen":
            _take_over(row, article, actor, speaker)
        elif entry.verdict:
            accepts = entry.verdict == "ja"
            answer_handling(amendment=row, actor=speaker, version=row.version, accepts=accepts, answer=entry.answer)
    for addition in AKKOORD.additions:
        _add(agreement, addition, parties[addition.organisation], speakers.get(addition.organisation, actor))


def _add(agreement: Agreement, entry: Addition, party: Organisation, speaker: User) -> None:
    chapter = agreement.chapters.filter(title=entry.chapter).first()
    about = About.ARTICLE if chapter else About.TERM
    propose_amendment(
        subject=Subject(agreement, about, Verb.ADD, chapter=chapter),
        organisation=party,
        actor=speaker,
        source="Gezegd in het overleg",
        title=entry.title,
        text=entry.text.strip(),
        reason=entry.why,
        text_version=None,
    )


def _take_over(row: Amendment, article: Article, actor: User, speaker: User) -> None:
    accepted = answer_handling(amendment=row, actor=speaker, version=row.version, accepts=True)
    take_over_amendment(amendment=accepted, actor=actor, version=accepted.version, text_version=article.version)
