"""Reading where the parties stand on the articles of the akkoord."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from areas.models import Organisation
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.queries import parties_of
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.rules import Position, Verdict, backing, finding, missing, movement, verdict
from coalition.agreement.versions.models import AgreementVersion
from coalition.planning_group.speaking.rules import Stand, given_short, standing
from novex_portal.toolkit.text.differences import Piece, word_differences

HEADINGS = (
    *("Artikel", "Titel", "Partij", "Rol", "Standpunt", "Hoe bekend", "Telt"),
    *("Voorwaarde of reden", "Mandaat", "Gezegd op", "Bron"),
)


@dataclass(frozen=True)
class Cell:
    """Where one party stands on one article, what counts of what is known of it, and what stands beside that."""

    party: AgreementParty
    position: Position
    said: ArticlePosition | None = None
    beside: tuple[ArticlePosition, ...] = ()

    @property
    def words(self) -> str:
        """What it said in one line: the position, its condition or reason, on whose mandate."""
        mandate = self.said.mandate_words.lower() if self.said else ""
        parts = (self.position.words.capitalize(), self.position.condition, mandate, *self.beside_words)
        return ", ".join(part for part in parts if part)

    @property
    def beside_words(self) -> list[str]:
        """What others wrote down of it beside that, in words."""
        return [f"daarnaast {row.get_consent_display().lower()}, {given_short(row.given_as)}" for row in self.beside]


@dataclass(frozen=True)
class ArticleLine:
    """One article with where every party stands; the verdict is of those that sign."""

    article: Article
    number: str
    cells: list[Cell]
    verdict: Verdict
    missing: list[str] = field(default_factory=list)
    movement: str = ""

    @property
    def score(self) -> str:
        """How far it is in two or three words, of those that sign."""
        signing = [cell.position for cell in self.cells if cell.party.role == PartyRole.SIGNATORY]
        found = backing(signing)
        if self.verdict == Verdict.BLOCKED:
            return f"Tegen: {found.counts[Stand.AGAINST]}"
        return "Iedereen" if self.verdict == Verdict.AGREED else found.short

    @property
    def is_silent(self) -> bool:
        """Whether nobody said anything of it yet."""
        return not any(cell.said for cell in self.cells)


@dataclass(frozen=True)
class Thermometer:
    """All of the page."""

    parties: list[AgreementParty]
    lines: list[ArticleLine]
    signing: int
    since: AgreementVersion | None
    finding: str

    def of(self, *verdicts: str) -> list[ArticleLine]:
        """Return the articles that are this far."""
        return [line for line in self.lines if line.verdict in verdicts]

    @property
    def discussed(self) -> list[ArticleLine]:
        """The articles of which somebody said something."""
        return [line for line in self.lines if not line.is_silent]

    @property
    def silent(self) -> list[ArticleLine]:
        """The articles of which nobody did."""
        return [line for line in self.lines if line.is_silent]

    @property
    def acceptable(self) -> list[ArticleLine]:
        """The articles everybody can live with today."""
        return self.of(Verdict.AGREED, Verdict.CONDITIONAL)

    @property
    def unfinished(self) -> list[ArticleLine]:
        """The articles something is missing for, those that are held back first."""
        return [*self.of(Verdict.BLOCKED), *self.of(Verdict.UNCONFIRMED), *self.of(Verdict.OPEN)]


def thermometer_of(agreement: Agreement) -> Thermometer:
    """Return how far the parties are with each article. Five queries, however many there are."""
    parties = list(parties_of(agreement))
    articles = Article.objects.filter(chapter__agreement=agreement).select_related("chapter")
    since = agreement.versions.defer("snapshot").order_by("-number").first()
    said = positions_of(articles)
    before = _before(agreement, since.frozen_at) if since else {}
    lines = [
        _line(article, parties, said, before.get(article.pk, {}) if since else None)
        for article in articles.order_by("chapter__number", "number")
    ]
    signing = sum(party.role == PartyRole.SIGNATORY for party in parties)
    return Thermometer(parties, lines, signing, since, finding([line.verdict for line in lines], signing))


def positions_of(articles: Any) -> dict[tuple[UUID, UUID], list[ArticlePosition]]:
    """Return what is known of parties, by (article, organisation): what counts first. One query."""
    found: dict[tuple[UUID, UUID], list[ArticlePosition]] = defaultdict(list)
    for row in ArticlePosition.objects.filter(article__in=articles).select_related("organisation"):
        found[row.article_id, row.organisation_id].append(row)
    return {key: standing(rows) for key, rows in found.items()}


def position_of(article: Article, organisation: Organisation) -> list[ArticlePosition]:
    """Return what is known of where a party stands on an article: what counts first. One query."""
    rows = ArticlePosition.objects.filter(article=article, organisation=organisation)
    return standing(rows.select_related("organisation", "under"))


def changed_since(position: ArticlePosition | None, article: Article, readable: Readable) -> list[Piece]:
    """Return what changed in the words since a party spoke of them; empty when nothing did, or it did not speak."""
    if position is None or not position.is_stale(article):
        return []
    then = f"{position.on_title}\n{readable.words(position.on_text)}"
    return word_differences(then, f"{article.title}\n{readable.words(article.text)}")


def thermometer_cells(found: Thermometer) -> Iterator[list[str]]:
    """Return the thermometer as cells: a line per article and party, and one for each other thing known of it."""
    for line in found.lines:
        for cell in line.cells:
            about = (line.number, line.article.title, cell.party.organisation.name, cell.party.get_role_display())
            if cell.said is None:
                yield [*about, cell.position.words, "", "", "", "", "", ""]
            for said in ([cell.said] if cell.said else []) + list(cell.beside):
                stale = ", op vorige tekst" if said.is_stale(line.article) else ""
                yield [
                    *(*about, f"{said.get_consent_display().lower()}{stale}", said.given_words),
                    *("ja" if said is cell.said and not stale else "nee", said.condition, said.mandate_words),
                    *(f"{said.stated_on:%d-%m-%Y}", said.source),
                ]


def _line(
    article: Article,
    parties: list[AgreementParty],
    said: dict[tuple[UUID, UUID], list[ArticlePosition]],
    before: dict[UUID, str] | None,
) -> ArticleLine:
    cells = [_cell(article, party, said.get((article.pk, party.organisation_id), [])) for party in parties]
    signing = [cell for cell in cells if cell.party.role == PartyRole.SIGNATORY]
    signers = {cell.party.organisation_id for cell in signing}
    then = [word for party, word in (before or {}).items() if party in signers]
    positions = {cell.party.organisation.name: cell.position for cell in signing}
    return ArticleLine(
        article,
        article_number(article.chapter.label, article.label),
        cells,
        verdict(positions.values()),
        missing(positions),
        movement(then, list(positions.values())) if before is not None else "",
    )


def _cell(article: Article, party: AgreementParty, rows: list[ArticlePosition]) -> Cell:
    if not rows:
        return Cell(party, Position())
    counts, *beside = rows
    stale = counts.is_stale(article)
    return Cell(party, Position(counts.consent, stale, counts.condition, counts.given_as), counts, tuple(beside))


def _before(agreement: Agreement, moment: datetime) -> dict[UUID, dict[UUID, str]]:
    """Return where every party stood on each article at a moment, from the history. One query."""
    events: Any = ArticlePosition.pgh_event_model  # type: ignore[attr-defined]
    rows = events.objects.filter(article__chapter__agreement=agreement, pgh_created_at__lte=moment)
    last = rows.order_by("id", "-pgh_created_at", "-pgh_id").distinct("id").only(*_BEFORE)
    found: dict[UUID, dict[UUID, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in last:
        found[row.article_id][row.organisation_id].append(row)
    return {
        article: {party: there[0].consent for party, known in parties.items() if (there := standing(known))}
        for article, parties in found.items()
    }


_BEFORE = ("id", "article_id", "organisation_id", "consent", "given_as", "answered_at")
