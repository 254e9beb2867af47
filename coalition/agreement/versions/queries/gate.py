"""Reading what is open in an akkoord before parties decide on it or sign it."""

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse

from coalition.agreement.amendments.queries import AmendmentRow, amendments_of
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import Agreement
from coalition.agreement.open_points.queries import open_points_of
from coalition.agreement.positions.queries import Thermometer, thermometer_of
from coalition.agreement.positions.rules import Verdict
from coalition.agreement.provenance.queries import sources_of_articles
from coalition.agreement.versions.queries.texts import Text, texts_of
from coalition.agreement.versions.rules.gate import Found, Gate, Open, gate_of
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.pdf.making import unprintable

Numbered = list[tuple[str, Article]]


def gate_for(agreement: Agreement) -> Gate:
    """Return what is open in an akkoord, each with its way out. Twenty queries, however much there is."""
    slug = agreement.area.slug
    found = thermometer_of(agreement)
    articles = [(line.number, line.article) for line in found.lines]
    readable, texts = texts_of(agreement)
    return gate_of(
        [
            *_signs(texts),
            *_lost(texts, readable),
            *_amendments(slug, amendments_of(agreement, only_open=True)),
            *_positions(slug, found),
            *_points(slug, agreement),
            *_origin(slug, agreement, articles),
        ]
    )


def _edit(slug: str, article: Article) -> str:
    return reverse("article-edit", args=[slug, article.pk])


def _signs(texts: list[Text]) -> Iterator[Found]:
    missing = set(unprintable("".join(text.words for text in texts)))
    for text in texts:
        if signs := sorted(missing & set(text.words)):
            yield Found(Open.SIGNS, f"{text.place}: {' '.join(signs[:10])}", text.url)


def _lost(texts: list[Text], readable: Readable) -> Iterator[Found]:
    for text in texts:
        if lost := readable.lost(text.law):
            yield Found(Open.LOST, f"{text.place}: {', '.join(dict.fromkeys(lost))}", text.url)


def _amendments(slug: str, rows: list[AmendmentRow]) -> Iterator[Found]:
    for row in rows:
        url = reverse("amendment", args=[slug, row.amendment.pk])
        who = f"{row.place}: {row.amendment.organisation}"
        yield Found(Open.AMENDMENTS, f"{who}, {row.amendment.get_status_display().lower()}", url)
        if row.clashes:
            yield Found(Open.CLASHES, f"{who}, met {counted(row.clashes, 'ander', 'andere')}", url)


def _positions(slug: str, found: Thermometer) -> Iterator[Found]:
    for line in found.of(Verdict.BLOCKED):
        url = reverse("article", args=[slug, line.article.pk])
        yield Found(Open.REFUSED, f"Artikel {line.number}: {line.article.title}", url)
    signing = [party.organisation for party in found.parties if party.role == PartyRole.SIGNATORY]
    silent = Counter(
        cell.party.organisation_id for line in found.lines for cell in line.cells if not cell.position.counts
    )
    for party in signing:
        if silent[party.pk]:
            words = f"{party.name}: {counted(silent[party.pk], 'artikel', 'artikelen')}"
            yield Found(Open.SILENT, words, reverse("thermometer", args=[slug]))


def _points(slug: str, agreement: Agreement) -> Iterator[Found]:
    for point in open_points_of(agreement):
        yield Found(Open.POINTS, point.title, reverse("open-point-edit", args=[slug, point.pk]))


def _origin(slug: str, agreement: Agreement, articles: Numbered) -> Iterator[Found]:
    rooted = sources_of_articles(agreement)
    for number, article in articles:
        if not rooted.get(article.pk):
            yield Found(Open.ORIGIN, f"Artikel {number}: {article.title}", _edit(slug, article))
