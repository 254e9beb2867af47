"""Reading an akkoord: the document with what each article rests on, its parties, and the text to freeze."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Count, QuerySet, When
from django.db.models.functions import Lower

from areas.access import active_memberships
from areas.enums import OrganisationKind, Role
from areas.models import Organisation, User
from coalition.chapters import CHAPTER_HELP
from coalition.enums import TRANSITIONS, PartyRole, PartyStatus
from coalition.models import Agreement, AgreementParty, AgreementVersion, Ambition, Article, ArticleAmbition, Chapter
from coalition.provenance import Provenance, Source, ambition_title, in_a_row, summarise
from coalition.queries.provenance import sources_of_articles
from coalition.snapshot import ArticleText, ChapterText, PartyText, SourceRow, VersionText, article_number


@dataclass(frozen=True)
class ArticleRow:
    """An article in the document, with its number and what it rests on."""

    article: Article
    number: str
    ambitions: list[Ambition]
    sources: list[Source]
    provenance: Provenance


@dataclass(frozen=True)
class ChapterRow:
    """A chapter in the document with its articles; `help` says what usually stands in a standard one."""

    chapter: Chapter
    articles: list[ArticleRow]
    help: str = ""


@dataclass(frozen=True)
class PartyRow:
    """A party of the akkoord; `own` when the user sits there for it."""

    party: AgreementParty
    kind: str
    status: str  # the sign and colour that go with it
    signs: bool
    agreed: bool  # its executives agree, but have not adopted the text yet
    decided: bool  # adopted or signed
    own: bool


# Sign and colour beside the word of a status.
_PARTY_SIGNS = {
    PartyStatus.DRAFT: "idle",
    PartyStatus.OFFICIALS_AGREE: "half",
    PartyStatus.EXECUTIVES_AGREE: "busy",
    PartyStatus.ADOPTED: "good",
    PartyStatus.SIGNED: "good",
}


def document(agreement: Agreement) -> list[ChapterRow]:
    """Return the whole text in order. Five queries, however long it is."""
    ambitions: dict[UUID, list[Ambition]] = defaultdict(list)
    links = ArticleAmbition.objects.filter(article__chapter__agreement=agreement).select_related("ambition")
    for link in links.order_by("ambition__number"):
        ambitions[link.article_id].append(link.ambition)
    sources = sources_of_articles(agreement)
    articles: dict[UUID, list[Article]] = defaultdict(list)
    for article in Article.objects.filter(chapter__agreement=agreement).order_by("number"):
        articles[article.chapter_id].append(article)
    return [
        ChapterRow(
            chapter,
            [
                ArticleRow(
                    article,
                    article_number(chapter.number, article.number),
                    ambitions[article.pk],
                    sources.get(article.pk, []),
                    summarise(sources.get(article.pk, [])),
                )
                for article in articles[chapter.pk]
            ],
            CHAPTER_HELP.get(chapter.title, ""),
        )
        for chapter in agreement.chapters.order_by("number")
    ]


def chapter_rows(agreement: Agreement) -> QuerySet[Chapter]:
    """Return the chapters in order, each with its number of articles as `article_count`."""
    return agreement.chapters.annotate(article_count=Count("articles")).order_by("number")


def parties_of(agreement: Agreement) -> QuerySet[AgreementParty]:
    """Return the parties: signatories first, then by name."""
    return agreement.parties.select_related("organisation").order_by(
        _role_order(), Lower("organisation__name"), "organisation_id"
    )


def _role_order() -> Case:
    return Case(*(When(role=role, then=place) for place, role in enumerate(PartyRole)), default=len(PartyRole))


def party_rows(agreement: Agreement, user: User) -> list[PartyRow]:
    """Return the parties as the user sees them. One query."""
    own = {membership.organisation_id for membership in active_memberships(user) if membership.organisation_id}
    return [
        PartyRow(
            party,
            str(OrganisationKind(party.organisation.kind).label),
            _PARTY_SIGNS[PartyStatus(party.status)],
            party.role == PartyRole.SIGNATORY,
            party.status == PartyStatus.EXECUTIVES_AGREE,
            party.status in {PartyStatus.ADOPTED, PartyStatus.SIGNED},
            party.organisation_id in own,
        )
        for party in parties_of(agreement)
    ]


def next_statuses(party: AgreementParty) -> list[PartyStatus]:
    """Return the statuses that may follow, in their own order."""
    allowed = TRANSITIONS[PartyStatus][party.status]
    return [status for status in PartyStatus if status in allowed]


def organisations_without_place(agreement: Agreement) -> QuerySet[Organisation]:
    """Return the organisations of the area that are no party of the akkoord yet."""
    return (
        Organisation.objects.filter(areas=agreement.area_id)
        .exclude(agreement_parties__agreement=agreement)
        .order_by(Lower("name"))
    )


def versions_of(agreement: Agreement) -> QuerySet[AgreementVersion]:
    """Return the frozen versions, newest first, without their texts."""
    return agreement.versions.select_related("frozen_by").defer("snapshot").order_by("-number")


def freezing_advice(agreement: Agreement) -> list[str]:
    """Return what is still missing from a text about to be frozen, in words; empty when all is there. Two queries."""
    advice = []
    if not Article.objects.filter(chapter__agreement=agreement).exists():
        advice.append("Er staan nog geen artikelen in het akkoord. Zonder artikel kunt u geen versie maken.")
    signatories = [party for party in parties_of(agreement) if party.role == PartyRole.SIGNATORY]
    if not signatories:
        advice.append("Er is nog geen partij die tekent. De PDF krijgt dan geen plaats voor handtekeningen.")
    if nameless := [party.organisation.name for party in signatories if not party.signatory_role]:
        advice.append(f"Nog niet ingevuld wie tekent voor: {in_a_row(nameless)}.")
    return advice


def acting_as(user: User, agreement: Agreement) -> str:
    """Return in which role, and for whom, somebody acts in the area: "Planningsgroep, provincie Limburg"."""
    ranks = [Role.AREA_ADMIN, Role.PLANNING_GROUP]
    seats = [seat for seat in active_memberships(user) if seat.area_id == agreement.area_id]
    seats.sort(key=lambda seat: ranks.index(Role(seat.role)) if seat.role in ranks else len(ranks))
    if not seats:
        return ""
    organisation = f", {seats[0].organisation}" if seats[0].organisation else ""
    return f"{seats[0].get_role_display()}{organisation}"


def frozen_text(agreement: Agreement, *, number: int, label: str, moment: datetime, actor: User) -> VersionText:
    """Return the text as it stands, to be kept. Holds no text of a conversation and no name of a person."""
    return VersionText(
        area=agreement.area.name,
        area_slug=agreement.area.slug,
        title=agreement.title,
        number=number,
        label=label,
        frozen_at=moment,
        frozen_by=acting_as(actor, agreement),
        chapters=tuple(_chapter_text(row) for row in document(agreement)),
        parties=tuple(_party_text(party) for party in parties_of(agreement)),
    )


def _chapter_text(row: ChapterRow) -> ChapterText:
    articles = tuple(_article_text(article) for article in row.articles)
    return ChapterText(str(row.chapter.pk), row.chapter.number, row.chapter.title, articles)


def _article_text(row: ArticleRow) -> ArticleText:
    sources = [SourceRow(source.ambition, source.party_kind, source.held_on) for source in row.sources]
    return ArticleText(
        id=str(row.article.pk),
        number=row.number,
        title=row.article.title,
        text=row.article.text,
        ambitions=tuple(ambition_title(ambition.number, ambition.title) for ambition in row.ambitions),
        provenance=row.provenance,
        sources=tuple(sources),
    )


def _party_text(party: AgreementParty) -> PartyText:
    return PartyText(
        name=party.organisation.name,
        kind=str(OrganisationKind(party.organisation.kind).label),
        role=party.get_role_display(),
        signs=party.role == PartyRole.SIGNATORY,
        status=party.get_status_display(),
        deciding_body=party.deciding_body,
        signatory_role=party.signatory_role,
        decided_on=party.decided_on,
        reservation=party.reservation,
    )
