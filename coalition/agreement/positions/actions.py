"""Writing down where a party stands, once: the same words twice are one, an old form is told."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from areas.mandates.enums import MandateLevel
from areas.models import Organisation, User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import AgreementParty
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.rules import NEEDS_WHY, declaration_problem
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.markup import clean


class TextChanged(Conflict):
    """The article got another text after it was opened here."""


@action(atomic=False)
def state_position(
    *,
    article: Article,
    organisation: Organisation,
    actor: User,
    version: int,
    article_version: int | None,
    consent: str,
    mandate: str,
    stated_on: date | None,
    condition: str = "",
    source: str = "",
) -> ArticlePosition:
    """Write down where a party stands on the text that was read; `version` is 0 when it said nothing before.

    Raises TextChanged when the text became another since `article_version`, Conflict when somebody
    wrote this position meanwhile, and Problem for what cannot be. The same position twice is one.
    """
    values = _checked(consent=consent, mandate=mandate, condition=condition, source=source, day=stated_on)
    with transaction.atomic():
        held = Article.objects.select_for_update(no_key=True, of=("self",)).select_related("chapter")
        current = held.get(pk=article.pk)
        parties = AgreementParty.objects.filter(agreement=current.chapter.agreement_id, organisation=organisation)
        if not parties.exists():
            raise Problem("Deze partij staat niet bij het akkoord.")
        if current.version != article_version:
            raise TextChanged("De tekst van dit artikel is intussen gewijzigd. Lees hem opnieuw.")
        on = {"on_title": current.title, "on_text": current.text, "stated_by": actor}
        of = {"article": current, "organisation": organisation}
        return ArticlePosition.declare(version, of, **values, **on)


def _checked(*, consent: str, mandate: str, condition: str, source: str, day: date | None) -> dict[str, object]:
    condition, source = clean(condition).strip(), clean(source).strip()
    if consent not in Consent.values:
        raise Problem("Kies waar de partij staat.")
    if mandate not in MandateLevel.values:
        raise Problem("Kies met welk mandaat de partij dit zegt.")
    why = NEEDS_WHY.get(Consent(consent), "")
    if problem := declaration_problem(
        why=why, condition=condition, source=source, day=day, today=timezone.localdate()
    ):
        raise Problem(problem)
    return {"consent": consent, "mandate": mandate, "condition": condition, "source": source, "stated_on": day}
