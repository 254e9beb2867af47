"""What may be done with an akkoord: begin it, write its articles, name its parties, freeze a version."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Organisation, User
from coalition.chapters import STANDARD_CHAPTERS
from coalition.enums import AmbitionStatus, PartyRole, PartyStatus, require_transition
from coalition.models import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    Article,
    ArticleAmbition,
    ArticleStatement,
    Chapter,
    Statement,
)
from coalition.numbering import GONE, lock, move, number_rows
from coalition.queries.agreements import frozen_text
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.printing import wait_again, wake
from novex_portal.toolkit.problems import Conflict, Problem

MAX_ARTICLES = 1_000
RENDER_TASK = "coalition.tasks.render_version"


@transaction.atomic
def open_agreement(*, area: Area, actor: User, title: str = "") -> Agreement:
    """Begin the akkoord of an area with the standard chapters; the second time gives the first one's."""
    agreement, made = Agreement.objects.get_or_create(
        area=area, defaults={"title": title.strip() or f"Coalitieakkoord {area.name}"}
    )
    if made:
        Chapter.objects.bulk_create(
            Chapter(agreement=agreement, number=number, title=name)
            for number, name in enumerate(STANDARD_CHAPTERS, start=1)
        )
    return agreement


@transaction.atomic
def rename_agreement(*, agreement: Agreement, actor: User, title: str) -> Agreement:
    """Give the akkoord another title."""
    agreement = lock(agreement.pk)
    agreement.title = title
    agreement.save(update_fields=["title"])
    return agreement


@transaction.atomic
def add_article(
    *,
    chapter: Chapter,
    actor: User,
    title: str,
    text: str,
    ambitions: Iterable[Ambition] = (),
    statements: Iterable[Statement] = (),
    token: UUID | None = None,
) -> Article:
    """Add an article at the end of a chapter, with what it rests on.

    The same token gives the article it gave before: pressing twice makes one. Raises Problem when an
    ambition or statement is of another area, or an ambition was dropped.
    """
    agreement = lock(chapter.agreement_id)
    existing = Article.objects.filter(submission_token=token).select_related("chapter").first() if token else None
    if existing:
        if existing.chapter.agreement_id != agreement.pk:
            raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
        return existing
    if Article.objects.filter(chapter__agreement=agreement).count() >= MAX_ARTICLES:
        raise Problem(f"Een akkoord heeft ten hoogste {MAX_ARTICLES} artikelen. Voeg artikelen samen.")
    _require_there(chapter)
    article = Article.objects.create(
        chapter=chapter, number=_next_number(chapter), title=title, text=text, submission_token=token or uuid7()
    )
    _link(article, agreement.area_id, ambitions, statements)
    return article


@transaction.atomic
def update_article(
    *,
    article: Article,
    actor: User,
    version: int,
    title: str,
    text: str,
    ambitions: Iterable[Ambition],
    statements: Iterable[Statement],
    chapter: Chapter | None = None,
) -> Article:
    """Change an article; `ambitions` and `statements` are the whole lists after the change.

    With another `chapter` it moves to the end of that one. Raises Conflict when somebody else saved
    since `version` was read, and Problem as `add_article` does.
    """
    agreement = lock(article.chapter.agreement_id)
    changed = Article.objects.filter(pk=article.pk, version=version).update(
        title=title, text=text, version=F("version") + 1, updated_at=timezone.now()
    )
    if not changed:
        raise Conflict("Iemand anders heeft dit artikel intussen gewijzigd.")
    _link(article, agreement.area_id, ambitions, statements)
    article.refresh_from_db()
    if chapter and chapter.pk != article.chapter_id:
        _change_chapter(article, chapter, agreement)
    return article


@transaction.atomic
def move_article(*, article: Article, actor: User, places: int) -> None:
    """Move an article up (-1) or down (1) inside its chapter. At the edge nothing happens."""
    lock(article.chapter.agreement_id)
    move(list(Article.objects.filter(chapter=article.chapter_id).order_by("number")), article, places)


@transaction.atomic
def remove_article(*, article: Article, actor: User) -> None:
    """Take an article out of the text; frozen versions and the history keep it."""
    agreement = lock(article.chapter.agreement_id)
    chapter = article.chapter_id
    article.delete()
    number_rows(list(Article.objects.filter(chapter=chapter).order_by("number")))
    _follow_articles(agreement.area_id)


@transaction.atomic
def add_party(
    *,
    agreement: Agreement,
    actor: User,
    organisation: Organisation,
    role: str = PartyRole.SIGNATORY,
    deciding_body: str = "",
    signatory_role: str = "",
    reservation: str = "",
) -> AgreementParty:
    """Give an organisation of the area a place in the akkoord. Raises Problem when it has one, or is not of the area."""
    lock(agreement.pk)
    if not AreaOrganisation.objects.filter(area=agreement.area_id, organisation=organisation).exists():
        raise Problem("Deze organisatie hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
    if AgreementParty.objects.filter(agreement=agreement, organisation=organisation).exists():
        raise Problem("Deze organisatie staat al in de lijst van het akkoord.")
    return AgreementParty.objects.create(
        agreement=agreement,
        organisation=organisation,
        role=role,
        deciding_body=deciding_body,
        signatory_role=signatory_role,
        reservation=reservation,
    )


@transaction.atomic
def change_party(
    *,
    party: AgreementParty,
    actor: User,
    version: int,
    role: str,
    deciding_body: str,
    signatory_role: str,
    reservation: str,
) -> AgreementParty:
    """Change what is written about a party. Raises Conflict when somebody else saved since `version` was read."""
    changed = AgreementParty.objects.filter(pk=party.pk, version=version).update(
        role=role,
        deciding_body=deciding_body,
        signatory_role=signatory_role,
        reservation=reservation,
        version=F("version") + 1,
        updated_at=timezone.now(),
    )
    if not changed:
        raise Conflict("Iemand anders heeft deze partij intussen gewijzigd.")
    party.refresh_from_db()
    return party


@transaction.atomic
def change_party_status(
    *, party: AgreementParty, actor: User, status: str, decided_on: date | None = None
) -> AgreementParty:
    """Take a party a step further, or back, with the day of its decision.

    Raises TransitionRefused for a step the table does not know, and Problem when the day of the
    decision is missing where the body decided or signed, or only a signatory may sign.
    """
    party = _locked(party)
    require_transition(PartyStatus, party.status, status)
    decided = status in {PartyStatus.ADOPTED, PartyStatus.SIGNED}
    if decided and not (decided_on or party.decided_on):
        raise Problem("Vul de datum van het besluit in, bijvoorbeeld 31-10-2022.")
    if status == PartyStatus.SIGNED and party.role != PartyRole.SIGNATORY:
        raise Problem("Alleen een ondertekenaar kan tekenen. Wijzig eerst de rol van deze partij.")
    party.status = status
    party.decided_on = (decided_on or party.decided_on) if decided else None
    party.version += 1
    party.save(update_fields=["status", "decided_on", "version", "updated_at"])
    return party


def _locked(party: AgreementParty) -> AgreementParty:
    """Return the party with its row locked until the transaction ends. Raises Conflict when it is gone."""
    found = AgreementParty.objects.select_for_update(no_key=True).filter(pk=party.pk).first()
    if found is None:
        raise Conflict(GONE)
    return found


@transaction.atomic
def remove_party(*, party: AgreementParty, actor: User) -> None:
    """Take a party out of the akkoord. Raises Problem once it has agreed in any way."""
    party = _locked(party)
    if party.status != PartyStatus.DRAFT:
        raise Problem("Deze partij heeft al een besluit genomen. Zet haar status eerst terug op concept.")
    party.delete()


@transaction.atomic
def freeze_version(
    *, agreement: Agreement, actor: User, label: str = "", token: UUID | None = None
) -> AgreementVersion:
    """Freeze the text as the next version, and ask for its PDF once the transaction is in.

    The same token gives the version it gave before: pressing twice makes one. Raises Problem when
    there are no articles, or a signing party has no name.
    """
    agreement = lock(agreement.pk)
    existing = AgreementVersion.objects.filter(submission_token=token).first() if token else None
    if existing:
        if existing.agreement_id != agreement.pk:
            raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
        return existing
    number = (agreement.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    now = timezone.now()
    text = frozen_text(agreement, number=number, label=label, moment=timezone.localtime(now), actor=actor)
    if not any(text.articles):
        raise Problem("Er staan nog geen artikelen in het akkoord. Schrijf eerst een artikel.")
    if any(not party.name.strip() for party in text.signatories):
        raise Problem("Een van de ondertekenaars heeft geen naam. Vul die eerst in bij de partijen van het gebied.")
    version = AgreementVersion.objects.create(
        agreement=agreement,
        number=number,
        label=label,
        frozen_by=actor,
        frozen_at=now,
        snapshot=text.to_json(),
        submission_token=token or uuid7(),
    )
    wake(RENDER_TASK, version)
    return version


@transaction.atomic
def retry_version(*, version: AgreementVersion, actor: User) -> AgreementVersion:
    """Try the PDF of a version again after it failed; one under way is left alone.

    Raises TransitionRefused when the PDF is there already.
    """
    version = AgreementVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    if version.status in {PdfStatus.WAITING, PdfStatus.RENDERING}:
        return version
    require_transition(PdfStatus, version.status, PdfStatus.WAITING)
    wait_again(version)
    wake(RENDER_TASK, version)
    version.refresh_from_db()
    return version


def _next_number(chapter: Chapter) -> int:
    return (chapter.articles.aggregate(last=Max("number"))["last"] or 0) + 1


def _require_there(chapter: Chapter) -> None:
    if not Chapter.objects.filter(pk=chapter.pk).exists():
        raise Problem("Dit hoofdstuk is intussen verwijderd. Kies een ander hoofdstuk.")


def _change_chapter(article: Article, chapter: Chapter, agreement: Agreement) -> None:
    if chapter.agreement_id != agreement.pk:
        raise Problem("Dit hoofdstuk hoort bij een ander akkoord.")
    _require_there(chapter)
    old = article.chapter_id
    article.chapter, article.number = chapter, _next_number(chapter)
    article.save(update_fields=["chapter", "number"])
    number_rows(list(Article.objects.filter(chapter=old).order_by("number")))


def _link(article: Article, area: UUID, ambitions: Iterable[Ambition], statements: Iterable[Statement]) -> None:
    wanted_ambitions = {ambition.pk for ambition in ambitions}
    wanted_statements = {statement.pk for statement in statements}
    _require_at_home(area, wanted_ambitions, wanted_statements)
    ambition_links = ArticleAmbition.objects.filter(article=article)
    statement_links = ArticleStatement.objects.filter(article=article)
    ambition_links.exclude(ambition__in=wanted_ambitions).delete()
    statement_links.exclude(statement__in=wanted_statements).delete()
    present_ambitions = set(ambition_links.values_list("ambition_id", flat=True))
    present_statements = set(statement_links.values_list("statement_id", flat=True))
    ArticleAmbition.objects.bulk_create(
        ArticleAmbition(article=article, ambition_id=pk) for pk in wanted_ambitions - present_ambitions
    )
    ArticleStatement.objects.bulk_create(
        ArticleStatement(article=article, statement_id=pk) for pk in wanted_statements - present_statements
    )
    _follow_articles(area)


def _require_at_home(area: UUID, ambitions: set[UUID], statements: set[UUID]) -> None:
    usable = Ambition.objects.filter(pk__in=ambitions, area=area).exclude(status=AmbitionStatus.DROPPED)
    if usable.count() != len(ambitions):
        raise Problem("Een van de ambities is afgevallen, of hoort bij een ander gebied.")
    if Statement.objects.filter(pk__in=statements, conversation__area=area).count() != len(statements):
        raise Problem("Een van de uitspraken is er niet meer, of hoort bij een ander gebied.")


def _follow_articles(area: UUID) -> None:
    """Keep "in het akkoord" true: a shared ambition with an article has it, one without has not."""
    ambitions = Ambition.objects.filter(area=area)
    ambitions.filter(status=AmbitionStatus.SHARED, article_links__isnull=False).update(
        status=AmbitionStatus.IN_AGREEMENT, updated_at=timezone.now()
    )
    ambitions.filter(status=AmbitionStatus.IN_AGREEMENT, article_links__isnull=True).update(
        status=AmbitionStatus.SHARED, updated_at=timezone.now()
    )
