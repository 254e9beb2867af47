"""Lets parties of the practice area propose other words for articles of the akkoord."""

from areas.models import User
from coalition.agreement.amendments.actions import (
    answer_handling,
    handle_amendment,
    propose_amendment,
    take_over_amendment,
    withdraw_amendment,
)
from coalition.agreement.amendments.enums import Handling
from coalition.models import Agreement, Amendment, Article
from novex_portal.demo.zuid_limburg_agreement import AMENDMENTS


def seed_amendments(agreement: Agreement, actor: User) -> None:
    """Propose amendments that are in every state; two of them touch the same words."""
    articles = {
        row.title: row for row in Article.objects.filter(chapter__agreement=agreement).select_related("chapter")
    }
    parties = {row.organisation.name: row.organisation for row in agreement.parties.select_related("organisation")}
    for title, name, old, new, why, handling, reason, verdict, words in AMENDMENTS:
        article = articles[title]
        row = propose_amendment(
            article=article,
            organisation=parties[name],
            actor=actor,
            title=article.title,
            text=article.text.replace(old, new),
            reason=why,
            article_version=article.version,
        )
        if handling:
            adapted = article.text.replace(old, "om het jaar") if handling == Handling.ADAPTED else ""
            row = handle_amendment(
                amendment=row, actor=actor, version=row.version, handling=handling, reason=reason, text=adapted
            )
        if verdict == "ingetrokken":
            withdraw_amendment(amendment=row, actor=actor, version=row.version)
        elif verdict == "overgenomen":
            _take_over(row, article, actor)
        elif verdict:
            answer_handling(amendment=row, actor=actor, version=row.version, accepts=verdict == "ja", answer=words)


def _take_over(row: Amendment, article: Article, actor: User) -> None:
    accepted = answer_handling(amendment=row, actor=actor, version=row.version, accepts=True)
    take_over_amendment(amendment=accepted, actor=actor, version=accepted.version, article_version=article.version)
