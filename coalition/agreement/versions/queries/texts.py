"""Every text that a version of an akkoord prints, with where it stands and where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from coalition.agreement.annexes.queries import exhibits_of
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.queries import opening_of, parties_of, readable_of
from coalition.agreement.open_points.queries import open_points_of


@dataclass(frozen=True)
class Text:
    """A text of the akkoord: where it stands, its words as they are printed, and where it is mended.

    `law` is the text as it is kept, where it is law text.
    """

    place: str
    words: str
    url: str
    law: str = ""


def texts_of(agreement: Agreement) -> tuple[Readable, list[Text]]:
    """Return all that is printed, in the order of the document, with what reads it. Twelve queries."""
    readable = readable_of(agreement)
    parts = (_opening, _chapters, _articles, _terms, _points, _exhibits)
    return readable, [text for part in parts for text in part(agreement, readable)]


def _opening(agreement: Agreement, readable: Readable) -> Iterator[Text]:
    titles = reverse("agreement-rename", args=[agreement.area.slug])
    yield Text("De titel", f"{agreement.title}\n{agreement.citation_title}", titles)
    yield Text("De overwegingen", readable.words(agreement.preamble), titles, agreement.preamble)
    parties = parties_of(agreement)
    words = [line.words for line in opening_of(parties)]
    words += [f"{party.organisation}\n{party.deciding_body}\n{party.reservation}" for party in parties]
    yield Text("De partijen", "\n".join(words), reverse("agreement-parties", args=[agreement.area.slug]))


def _chapters(agreement: Agreement, readable: Readable) -> Iterator[Text]:
    titles = agreement.chapters.order_by("number").values_list("title", flat=True)
    yield Text("De hoofdstukken", "\n".join(titles), reverse("agreement-chapters", args=[agreement.area.slug]))


def _articles(agreement: Agreement, readable: Readable) -> Iterator[Text]:
    rows = Article.objects.filter(chapter__agreement=agreement).order_by("chapter__number", "number")
    for row in rows.only("title", "text"):
        url = reverse("article-edit", args=[agreement.area.slug, row.pk])
        number = readable.numbers[str(row.pk)]
        yield Text(f"Artikel {number}", f"{row.title}\n{readable.words(row.text)}", url, row.text)


def _terms(agreement: Agreement, readable: Readable) -> Iterator[Text]:
    for row in agreement.terms.all():
        url = reverse("term-edit", args=[agreement.area.slug, row.pk])
        yield Text(f"Begrip {row.term}", f"{row.term}\n{row.meaning}", url)


def _points(agreement: Agreement, readable: Readable) -> Iterator[Text]:
    for row in open_points_of(agreement):
        said = "\n".join(stand.words for stand in row.stands.all())
        url = reverse("open-point-edit", args=[agreement.area.slug, row.pk])
        yield Text(f"Punt {row.title}", f"{row.title}\n{row.text}\n{said}", url)


def _exhibits(agreement: Agreement, readable: Readable) -> Iterator[Text]:
    for rows in exhibits_of(agreement).values():
        for row in rows:
            url = reverse("exhibit-edit", args=[agreement.area.slug, row.exhibit.pk])
            yield Text(row.label, f"{row.exhibit.caption}\n{row.exhibit.alt}", url)
