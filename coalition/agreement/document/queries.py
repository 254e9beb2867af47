"""Reading an akkoord: the document with what each article rests on, and its parties."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Case, Count, JSONField, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Lower
from django.urls import reverse

from areas.access import active_memberships, areas_where
from areas.enums import Permission
from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.annexes.queries import ExhibitRow, exhibits_of
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable, refers_to
from coalition.agreement.document.enums import ChapterKind, PartyRole, PartyStatus
from coalition.agreement.document.models import Agreement, AgreementParty, Chapter
from coalition.agreement.document.rules.chapters import help_for
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.document.rules.parties import NamedParty, OpeningLine, opening_lines
from coalition.agreement.provenance.queries import roots_of_articles
from coalition.agreement.provenance.rules import Provenance, Source, rule_faults, summarise
from coalition.agreement.terms.models import DefinedTerm
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text.markup import Html


def parties_of_the_agreement(area: Area) -> set[UUID]:
    """Return the organisations of the area that have a place in its akkoord."""
    places = AgreementParty.objects.filter(agreement__area=area, organisation__areas=area)
    return set(places.values_list("organisation_id", flat=True))


@dataclass(frozen=True)
class ArticleRow:
    """An article in the document, with its number and what it rests on."""

    article: Article
    number: str
    text: Html  # with links to articles and terms
    ambitions: list[Ambition]
    sources: list[Source]
    provenance: Provenance
    marks: list[str] = field(default_factory=list)  # where it falls short of the rules: see `marked`

    @property
    def confirmed(self) -> int:
        """How many of the statements under it their own party confirmed, each counted once."""
        return len({source.statement for source in self.sources if source.confirmed})


@dataclass(frozen=True)
class ChapterRow:
    """A chapter in the document with its articles; `help` says what usually stands in a standard one."""

    chapter: Chapter
    articles: list[ArticleRow]
    help: str = ""
    exhibits: list[ExhibitRow] = field(default_factory=list)


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
    number: int = 0  # in the document; 0 for who does not sign
    is_first: bool = False  # of its role
    is_last: bool = False


# Sign and colour beside the word of a status.
_PARTY_SIGNS = {
    PartyStatus.DRAFT: "idle",
    PartyStatus.OFFICIALS_AGREE: "half",
    PartyStatus.EXECUTIVES_AGREE: "busy",
    PartyStatus.ADOPTED: "good",
    PartyStatus.SIGNED: "good",
}


def readable_of(agreement: Agreement, *texts: str) -> Readable:
    """Return what is needed to read references and terms in the texts of an akkoord. One query.

    With `texts`: for these alone, and without a query when none of them refers to anything.
    """
    if texts and not any("[[" in text for text in texts):
        return Readable(grammar=agreement.grammar)
    articles = Article.objects.filter(chapter__agreement=agreement).order_by()
    terms = agreement.terms.order_by()
    nothing = Value(None, output_field=JSONField())  # where an article has what moved in it: this is a term
    rows = articles.values_list("pk", "text", "moves", "chapter__number", "number", "chapter__label", "label").union(
        terms.values_list("pk", "term", nothing, Value(0), Value(0), Value(""), Value("")), all=True
    )
    found = list(rows)
    stand = sorted((row for row in found if row[2] is not None), key=lambda row: (row[3], row[4]))
    return Readable(
        {str(key): article_number(chapter, label) for key, *_, chapter, label in stand},
        {str(key): term for key, term, moves, *_ in found if moves is None},
        {str(key): text for key, text, *_ in stand},
        agreement.grammar,
        {str(key): moves for key, _, moves, *_ in stand},
    )


def _readable(agreement: Agreement, articles: Sequence[Article], terms: Iterable[DefinedTerm]) -> Readable:
    return Readable(
        {str(row.pk): article_number(row.chapter.label, row.label) for row in articles},
        {str(term.pk): term.term for term in terms},
        {str(row.pk): row.text for row in articles},
        agreement.grammar,
        {str(row.pk): row.moves for row in articles},
    )


@dataclass(frozen=True)
class LostReference:
    """A reference that leads nowhere any more: in which article, and what it reads as."""

    article: Article
    number: str
    words: str


def lost_references(agreement: Agreement, readable: Readable | None = None) -> list[LostReference]:
    """Return the references that lost their article, member, part or term, in the order of the text. At most three queries."""
    readable = readable or readable_of(agreement)
    articles = Article.objects.filter(chapter__agreement=agreement, text__contains="[[").select_related("chapter")
    return [
        LostReference(row, article_number(row.chapter.label, row.label), words)
        for row in articles.order_by("chapter__number", "number")
        for words in readable.lost(row.text)
    ]


def referring_to(agreement: Agreement, key: UUID) -> list[Article]:
    """Return the articles whose text refers to this article or term, in the order of the text. One query."""
    rows = Article.objects.filter(chapter__agreement=agreement, text__contains=str(key)).select_related("chapter")
    return [row for row in rows.order_by("chapter__number", "number") if refers_to(row.text, str(key))]


def document(agreement: Agreement, terms: Iterable[DefinedTerm] = ()) -> list[ChapterRow]:
    """Return the whole text in order, with the defined terms as `terms` names them. Three queries, one more with annexes, however long it is."""
    ambitions, sources = roots_of_articles(agreement)
    articles: dict[UUID, list[Article]] = defaultdict(list)
    for article in Article.objects.filter(chapter__agreement=agreement).select_related("chapter").order_by("number"):
        articles[article.chapter_id].append(article)
    chapters = list(agreement.chapters.order_by("number"))
    has_annexes = any(chapter.kind == ChapterKind.ANNEX for chapter in chapters)
    exhibits = exhibits_of(agreement) if has_annexes else {}
    readable = _readable(agreement, [article for rows in articles.values() for article in rows], terms)
    return [
        ChapterRow(
            chapter,
            [
                ArticleRow(
                    article,
                    article_number(chapter.label, article.label),
                    _shown(readable, article, chapter),
                    ambitions.get(article.pk, []),
                    sources.get(article.pk, []),
                    summarise(sources.get(article.pk, [])),
                )
                for article in articles[chapter.pk]
            ],
            help_for(chapter.title),
            exhibits.get(chapter.pk, []),
        )
        for chapter in chapters
    ]


def readable_in(agreement: Agreement, chapters: Iterable[ChapterRow], terms: Iterable[DefinedTerm]) -> Readable:
    """Return what `readable_of` does, of a document and terms that were read already. No query."""
    return _readable(agreement, [row.article for chapter in chapters for row in chapter.articles], terms)


def _shown(readable: Readable, article: Article, chapter: Chapter) -> Html:
    return readable.html(article.text, anchor=f"artikel-{article_number(chapter.label, article.label)}")


def chapter_rows(agreement: Agreement) -> QuerySet[Chapter]:
    """Return the chapters in order, each with its number of articles as `article_count`, and those articles. Two queries.

    `exhibit_count` is how many figures and documents stand in an annex.
    """
    articles = Prefetch("articles", Article.objects.defer("text").order_by("number"))
    there = Count("articles", filter=Q(articles__removed_at=None), distinct=True)
    rows = agreement.chapters.annotate(article_count=there, exhibit_count=Count("exhibits", distinct=True)).order_by(
        "number"
    )
    return rows.prefetch_related(articles)


def agreements_to_begin_with(user: User, area: Area) -> QuerySet[Agreement]:
    """Return the akkoorden of other areas whose chapters the user may take over. One query."""
    places = areas_where(user, Permission.VIEW_AGREEMENT)
    return Agreement.objects.filter(area__in=places).exclude(area=area).select_related("area").order_by("area__name")


def parties_of(agreement: Agreement) -> QuerySet[AgreementParty]:
    """Return the parties: signatories first, those of a role in their own order."""
    return agreement.parties.select_related("organisation").order_by(
        _role_order(), "number", Lower("organisation__name"), "organisation_id"
    )


def named(party: AgreementParty) -> NamedParty:
    """Return what the document says of a party."""
    return NamedParty(
        name=party.organisation.name,
        body=party.deciding_body,
        capacity=party.capacity,
        functions=party.functions,
        mandate=party.mandate,
        mandate_on=party.mandate_on,
        short_name=party.short_name,
        own_formula=party.own_formula,
        group=party.group,
    )


def opening_of(parties: Iterable[AgreementParty]) -> tuple[OpeningLine, ...]:
    """Return the list of who signs, as it stands before the first article. No query."""
    return opening_lines([named(party) for party in parties if party.role == PartyRole.SIGNATORY])


def _role_order() -> Case:
    return Case(*(When(role=role, then=place) for place, role in enumerate(PartyRole)), default=len(PartyRole))


def party_rows(agreement: Agreement, user: User) -> list[PartyRow]:
    """Return the parties as the user sees them. One query."""
    own = {membership.organisation_id for membership in active_memberships(user) if membership.organisation_id}
    parties = list(parties_of(agreement))
    counts = Counter(party.role for party in parties)
    places: Counter[str] = Counter()
    rows = []
    for party in parties:
        places[party.role] += 1
        place, signs = places[party.role], party.role == PartyRole.SIGNATORY
        rows.append(
            PartyRow(
                party,
                str(OrganisationKind(party.organisation.kind).label),
                _PARTY_SIGNS[PartyStatus(party.status)],
                signs,
                party.status == PartyStatus.EXECUTIVES_AGREE,
                party.status in {PartyStatus.ADOPTED, PartyStatus.SIGNED},
                party.organisation_id in own,
                place if signs else 0,
                place == 1,
                place == counts[party.role],
            )
        )
    return rows


def next_statuses(party: AgreementParty) -> list[PartyStatus]:
    """Return the statuses that may follow, in their own order."""
    allowed = followers(PartyStatus, party.status)
    return [status for status in PartyStatus if status in allowed]


def organisations_without_place(agreement: Agreement) -> QuerySet[Organisation]:
    """Return the organisations of the area that are no party of the akkoord yet."""
    return (
        Organisation.objects.filter(areas=agreement.area_id)
        .exclude(agreement_parties__agreement=agreement)
        .order_by(Lower("name"))
    )


def marked(
    agreement: Agreement, chapters: Iterable[ChapterRow], parties: Iterable[AgreementParty]
) -> list[ChapterRow]:
    """Return the chapters with, per article, where it falls short of the rules that are switched on. No query."""
    signing = {row.organisation_id: row.organisation.name for row in parties if row.role == PartyRole.SIGNATORY}
    rules = {"asks_confirmed": agreement.asks_confirmed, "asks_provenance": agreement.asks_provenance}
    return [
        replace(
            chapter,
            articles=[replace(row, marks=rule_faults(row.sources, signing, **rules)) for row in chapter.articles],
        )
        for chapter in chapters
    ]


def agreement_links(area: Area, pks: Collection[UUID]) -> dict[UUID, str]:
    """Return where the parties of the akkoord stand, when its id is among these and it has any. One query."""
    with_parties = Agreement.objects.filter(area=area, pk__in=pks, parties__isnull=False).distinct()
    return {pk: reverse("agreement-parties", args=[area.slug]) for pk in with_parties.values_list("pk", flat=True)}
