"""Lets parties of the practice area say where they stand on the articles of the akkoord."""

from datetime import date, timedelta

from areas.models import User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.positions.actions import state_position
from coalition.models import Agreement, Article
from novex_portal.demo.content.agreement import AKKOORD
from novex_portal.demo.seeds.speakers import speakers_of


def seed_positions(agreement: Agreement, actor: User, today: date) -> None:
    """Let parties say where they stand; of who has no bestuurder here, and once beside, it is recorded."""
    articles = {article.title: article for article in Article.objects.filter(chapter__agreement=agreement)}
    parties = {
        party.organisation.name: party.organisation for party in agreement.parties.select_related("organisation")
    }
    speakers = speakers_of(agreement.area)
    for position in AKKOORD.positions:
        article = articles[position.article]
        state_position(
            article=article,
            organisation=parties[position.organisation],
            actor=actor if position.recorded else speakers.get(position.organisation, actor),
            version=0,
            article_version=article.version,
            consent=position.consent,
            condition=position.condition,
            source=position.source,
            stated_on=today - timedelta(days=position.days_ago),
        )


def seed_rewritten(agreement: Agreement, actor: User) -> None:
    """Give one article another text than parties spoke of."""
    change = AKKOORD.rewritten
    article = Article.objects.get(chapter__agreement=agreement, title=change.article)
    update_article(
        article=article,
        actor=actor,
        version=article.version,
        title=article.title,
        text=article.text.replace(change.old, change.new),
        ambitions=list(article.ambitions.all()),
        statements=list(article.statements.all()),
    )
