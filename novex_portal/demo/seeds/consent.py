"""Lets parties of the practice area say where they stand on the articles of the akkoord."""

from datetime import date, timedelta

from areas.models import User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.consent.actions import state_position
from coalition.models import Agreement, Article
from novex_portal.demo.zuid_limburg_agreement import POSITIONS, REWRITTEN


def seed_positions(agreement: Agreement, actor: User, today: date) -> None:
    """Let parties say where they stand."""
    articles = {article.title: article for article in Article.objects.filter(chapter__agreement=agreement)}
    parties = {
        party.organisation.name: party.organisation for party in agreement.parties.select_related("organisation")
    }
    for title, name, consent, condition, mandate, source, days_ago in POSITIONS:
        state_position(
            article=articles[title],
            organisation=parties[name],
            actor=actor,
            version=0,
            article_version=articles[title].version,
            consent=consent,
            condition=condition,
            mandate=mandate,
            source=source,
            stated_on=today - timedelta(days=days_ago),
        )


def seed_rewritten(agreement: Agreement, actor: User) -> None:
    """Give one article another text than parties spoke of."""
    title, old, new = REWRITTEN
    article = Article.objects.get(chapter__agreement=agreement, title=title)
    update_article(
        article=article,
        actor=actor,
        version=article.version,
        title=article.title,
        text=article.text.replace(old, new),
        ambitions=list(article.ambitions.all()),
        statements=list(article.statements.all()),
    )
