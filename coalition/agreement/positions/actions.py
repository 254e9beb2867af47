"""Writing down where a party stands, once: the same words twice are one, an old form is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from areas.mandates.queries import mandates_holding
from areas.models import Area, Mandate, Organisation, User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.rules import NEEDS_WHY, declaration_problem
from coalition.planning_group.speaking.access import speaks_as, spoken_as
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.markup import clean

WRITTEN = (
    *("consent", "condition", "on_title", "on_text", "stated_by", "stated_on", "source", "mandate", "under"),
    *("answered_at", "given_at", "told_on", "version"),
)


class TextChanged(Conflict):
    """The article got another text after it was opened here."""


@dataclass(frozen=True)
class ToSay:
    """What a party says of one article, with the versions that were read of its text and of what was said before."""

    article: UUID
    consent: str
    condition: str = ""
    version: int = 0
    article_version: int | None = None


@action(atomic=False)
def state_position(
    *,
    article: Article,
    organisation: Organisation,
    actor: User,
    version: int,
    article_version: int | None,
    consent: str,
    stated_on: date | None,
    condition: str = "",
    source: str = "",
    under: Mandate | None = None,
) -> ArticlePosition:
    """Write down where a party stands on the text that was read; `version` is 0 when it said nothing before.

    Who speaks for the party speaks for it; what the planning group writes is recorded, with its source. The mandate is
    that of the register: `under`, or the only one that holds. Raises TextChanged when the text became another since
    `article_version`, Conflict when somebody wrote this position meanwhile, and Problem for what cannot be. The same
    position twice is one.
    """
    said = ToSay(article.pk, consent, condition, version, article_version)
    return state_positions(
        agreement=article.chapter.agreement,
        organisation=organisation,
        actor=actor,
        said=[said],
        stated_on=stated_on,
        source=source,
        under=under,
    )[0]


@action
def state_positions(
    *,
    agreement: Agreement,
    organisation: Organisation,
    actor: User,
    said: Iterable[ToSay],
    stated_on: date | None,
    source: str = "",
    under: Mandate | None = None,
) -> list[ArticlePosition]:
    """Write down where a party stands on many articles, all or none; further as `state_position`.

    The same number of queries for one article and for all.
    """
    source = clean(source).strip()
    given_as = spoken_as(actor, agreement.area, organisation.pk, source)
    mandate = _mandate_of(agreement.area, organisation, stated_on, actor=actor, chosen=under)
    values = {"stated_by": actor, "stated_on": stated_on, "source": source, **mandate}
    return _write_positions(agreement, organisation, given_as, said, values)


def _write_positions(
    agreement: Agreement, organisation: Organisation, given_as: str, said: Iterable[ToSay], values: dict[str, object]
) -> list[ArticlePosition]:
    """Write positions that are given in one way, in the transaction of the caller. Raises as `state_position`."""
    rows = {row.article: _checked(row, values) for row in said}
    if not rows:
        raise Problem("Kies bij ten minste één artikel waar de partij staat.")
    if not AgreementParty.objects.filter(agreement=agreement, organisation=organisation).exists():
        raise Problem("Deze partij staat niet bij het akkoord.")
    with transaction.atomic():
        held = Article.objects.select_for_update(no_key=True, of=("self",)).filter(chapter__agreement=agreement)
        articles = {row.pk: row for row in held.filter(pk__in=rows).order_by("pk")}
        if len(articles) != len(rows):
            raise Problem("Een van de artikelen staat niet meer in het akkoord.")
        changed = [row for row in rows.values() if row.article_version != articles[row.article].version]
        if changed:
            words = ", ".join(f"“{articles[row.article].title}”" for row in changed)
            raise TextChanged(
                "De tekst van dit artikel is intussen gewijzigd. Lees hem opnieuw."
                if len(rows) == 1
                else f"Intussen is gewijzigd: {words}. Lees dat eerst opnieuw."
            )
        return _write([(articles[row.article], row, values) for row in rows.values()], organisation, given_as)


def _write(
    said: list[tuple[Article, ToSay, dict[str, object]]], organisation: Organisation, given_as: str
) -> list[ArticlePosition]:
    """Write positions on articles that are held: nobody else writes there meanwhile."""
    about: dict[str, object] = {"article__in": [article.pk for article, _, _ in said], "organisation": organisation}
    there = {row.article_id: row for row in ArticlePosition.objects.filter(**about, given_as=given_as)}
    now = timezone.now()
    new: list[ArticlePosition] = []
    changed: list[ArticlePosition] = []
    for article, row, values in said:
        words = {
            "consent": row.consent,
            "condition": row.condition,
            "on_title": article.title,
            "on_text": article.text,
        }
        fresh: dict[str, object] = {**words, **values, "answered_at": None}
        old = there.get(article.pk)
        if old and all(getattr(old, name) == value for name, value in fresh.items()):
            continue
        if row.version != (old.version if old else 0):
            raise Conflict(ArticlePosition.CHANGED)
        position = old or ArticlePosition(article=article, organisation=organisation, given_as=given_as, version=0)
        for name, value in {**fresh, "given_at": now, "told_on": None, "version": position.version + 1}.items():
            setattr(position, name, value)
        (changed if old else new).append(position)
        there[article.pk] = position
    ArticlePosition.objects.bulk_create(new)
    if changed:
        ArticlePosition.objects.bulk_update(changed, WRITTEN)
    if given_as == GivenAs.OWN:
        ArticlePosition.waiting(about).update(answered_at=now)
    return [there[article.pk] for article, _, _ in said]


@dataclass(frozen=True)
class Saying:
    """What a party says of the text of an article as it stood in a version."""

    consent: str
    condition: str
    on_title: str
    on_text: str


@action(by=By.GUEST)
def say_in_consultation(
    *, agreement: Agreement, organisation: Organisation, actor: User | None, said: dict[UUID, Saying], source: str
) -> None:
    """Write down where a party says it stands in a consultation, in the transaction of its reply.

    A bestuurder of the party speaks for it. What anybody else sends, with the link or as a member, is said by the link
    until a bestuurder confirms it; what they take back is gone, where the party itself did not answer it yet.
    """
    own = actor is not None and speaks_as(actor, agreement.area, organisation.pk) == GivenAs.OWN
    given_as = GivenAs.OWN if own else GivenAs.LINK
    today = timezone.localdate()
    mandate = (
        _mandate_of(agreement.area, organisation, today, actor=actor, chosen=None) if actor and own else _NO_MANDATE
    )
    articles = Article.objects.select_for_update(no_key=True, of=("self",)).filter(chapter__agreement=agreement)
    there = {row.pk: row for row in articles.filter(pk__in=said).order_by("pk")}
    before = ArticlePosition.objects.filter(organisation=organisation, given_as=given_as, article__in=there)
    known = {row.article_id: row for row in before}
    values = {"stated_by": actor, "stated_on": today, "source": source, **mandate}
    fresh = [
        (
            there[pk],
            _checked(ToSay(pk, row.consent, row.condition, _version(known, pk)), values),
            {**values, **_on(row)},
        )
        for pk, row in said.items()
        if pk in there and not _same(known.get(pk), row)
    ]
    _write(fresh, organisation, given_as)
    if given_as == GivenAs.LINK:
        lapsed = ArticlePosition.waiting({"organisation": organisation, "article__chapter__agreement": agreement})
        lapsed.filter(given_as=GivenAs.LINK).exclude(article__in=said).delete()


_NO_MANDATE: dict[str, object] = {"under": None, "mandate": ""}


def _version(known: dict[UUID, ArticlePosition], article: UUID) -> int:
    return known[article].version if article in known else 0


def _on(row: Saying) -> dict[str, object]:
    return {"on_title": row.on_title, "on_text": row.on_text}


def _same(old: ArticlePosition | None, row: Saying) -> bool:
    """Tell whether a party said this already: sending it once more asks nobody again."""
    new = (row.consent, row.condition.strip(), row.on_title, row.on_text)
    return old is not None and (old.consent, old.condition, old.on_title, old.on_text) == new


def _mandate_of(
    area: Area, organisation: Organisation, day: date | None, *, actor: User, chosen: Mandate | None
) -> dict[str, object]:
    """Return the mandate in the register under which a party spoke on a day, as the fields of its position.

    The chosen one, else the only one, else that of who speaks; none when the register holds none. Raises Problem when
    the chosen one is of somebody else, or did not hold on that day.
    """
    there = mandates_holding(area, organisation.pk, day or timezone.localdate())
    if chosen and chosen not in there:
        raise Problem("Dit mandaat gold niet op die dag. Kies een ander, of zet het eerst in het mandatenregister.")
    own = [row for row in there if row.person.user_id == actor.pk]
    found = chosen or (there[0] if len(there) == 1 else own[0] if len(own) == 1 else None)
    return {"under": found, "mandate": found.level if found else ""}


@action
def confirm_positions(
    *, organisation: Organisation, area: Area, actor: User, seen: Mapping[UUID, int | None]
) -> list[ArticlePosition]:
    """Let the party say itself what was recorded for it, or said by the link; from here on it counts as its own word.

    `seen` is the version that was read of each position. Raises TextChanged when a text is no longer the one it was said
    of: then it is read again and said anew. Raises Conflict when somebody wrote one of them meanwhile.
    """
    if speaks_as(actor, area, organisation.pk) != GivenAs.OWN:
        raise Problem("Alleen de partij zelf kan dit bevestigen.")
    rows = ArticlePosition.objects.filter(
        pk__in=seen, organisation=organisation, article__chapter__agreement__area=area
    )
    asked = list(rows.values_list("article_id", flat=True))
    held = Article.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=asked).order_by("pk")
    articles = {row.pk: row for row in held}
    found = list(rows.order_by("given_as", "pk"))
    if len(found) != len(seen) or any(row.version != seen[row.pk] or not row.waits for row in found):
        raise Conflict("Dit is intussen gewijzigd of al bevestigd. Kijk wat er nu staat.")
    if len(articles) != len(found):
        raise Problem("Over één artikel staan hier twee dingen. Bevestig ze een voor een.")
    if any(row.is_stale(articles[row.article_id]) for row in found):
        raise TextChanged("De tekst is gewijzigd sinds dit is opgeschreven. Lees hem opnieuw, en zeg waar u staat.")
    own = ArticlePosition.objects.filter(organisation=organisation, article__in=asked, given_as=GivenAs.OWN)
    versions = dict(own.values_list("article_id", "version"))
    mandate = _mandate_of(area, organisation, timezone.localdate(), actor=actor, chosen=None)
    said = [
        (
            articles[row.article_id],
            ToSay(row.article_id, row.consent, row.condition, versions.get(row.article_id, 0)),
            {"stated_by": actor, "stated_on": row.stated_on, "source": row.source, **mandate},
        )
        for row in found
    ]
    return _write(said, organisation, GivenAs.OWN)


def _checked(row: ToSay, values: dict[str, object]) -> ToSay:
    condition = clean(row.condition).strip()
    if row.consent not in Consent.values:
        raise Problem("Kies waar de partij staat.")
    day = values["stated_on"]
    if problem := declaration_problem(
        why=NEEDS_WHY.get(Consent(row.consent), ""),
        condition=condition,
        source=str(values["source"]),
        day=day if isinstance(day, date) else None,
        today=timezone.localdate(),
    ):
        raise Problem(problem)
    return ToSay(row.article, row.consent, condition, row.version, row.article_version)
