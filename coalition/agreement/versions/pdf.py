"""The PDF of a frozen akkoord: from its text to a document one can sign. No ORM, no clock.

It reads the snapshot alone, so it can print nothing that is not in there: of a conversation only
the kind of party and the date.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.rules.parties import AGREES, opening_html, signs_as
from coalition.agreement.versions.rules.proof import mark
from coalition.agreement.versions.rules.snapshot import ArticleText, ChapterText, ExhibitText, PartyText, VersionText
from novex_portal.toolkit.law_text.light import AS_BEFORE
from novex_portal.toolkit.pdf.making import KEPT, Enclosed, Kept, PdfFile, make_pdf
from novex_portal.toolkit.pdf.paper import printed_text, unbroken, without_targets
from novex_portal.toolkit.pdf.progress import OnProgress
from novex_portal.toolkit.text import dutch

STYLESHEET = "css/print-agreement.css"


@dataclass(frozen=True)
class PrintedArticle:
    """An article with its text as HTML and its source in words."""

    anchor: str
    number: str
    title: SafeString
    html: SafeString
    provenance: str
    has_sources: bool


@dataclass(frozen=True)
class PrintedChapter:
    anchor: str
    number: str
    title: SafeString
    articles: list[PrintedArticle]
    exhibits: tuple[ExhibitText, ...]
    is_landscape: bool


@dataclass(frozen=True)
class PrintedParty:
    """A party with the stand of its decision in words."""

    name: str
    kind: str
    role: str
    status: str
    decision: str
    reservation: str


@dataclass(frozen=True)
class Signature:
    """Where one person signs for a party."""

    party: str
    formula: str
    function: str


@dataclass(frozen=True)
class SourceLine:
    """One line of the annex: what an article rests on, equal sources taken together."""

    anchor: str
    number: str
    repeated: bool  # the line above is about the same article
    ambition: str
    party_kind: str
    held_on: str
    statements: int


def make_agreement_pdf(
    version: VersionText,
    *,
    sha256: str = "",
    files: Mapping[str, Kept] | None = None,
    on_progress: OnProgress | None = None,
) -> PdfFile:
    """Make the PDF of a frozen text; the same text gives the same bytes. It bears `sha256`, the fingerprint of the text.

    `files` are those its annexes show, by checksum; documents go along inside it as they were brought.
    """
    files = files or {}
    documents = [exhibit for exhibit in version.exhibits if exhibit.pages]
    return make_pdf(
        agreement_html(version, sha256=sha256),
        stylesheet=STYLESHEET,
        base_url=settings.BASE_URL,
        pictures=files,
        enclosed=[
            Enclosed(f"{row.name}.pdf", f"{row.label}. {row.caption}", files[row.sha256].content, version.frozen_at)
            for row in documents
        ],
        on_progress=on_progress,
    )


def agreement_html(version: VersionText, *, sha256: str = "") -> str:
    """Return the document as HTML, ready for the printer. Chapters in which nothing stands are left out."""
    moment = timezone.localtime(version.frozen_at)
    readable = version.readable
    chapters = [chapter for chapter in version.chapters if chapter.articles or chapter.exhibits]
    signatures = _signatures(version)
    behind = [chapter for chapter in chapters if chapter.is_annex and version.is_convenant]
    return render_to_string(
        "coalition/agreement/versions/pdf/agreement.html",
        {
            "version": version,
            "kept": KEPT,
            "mark": mark(sha256) if sha256 else "",
            "sha256": sha256,
            "points": [(point, _light(point.text, version, 4)) for point in version.points],
            "terms": [(term.term, _light(term.meaning, version, 3)) for term in version.terms],
            "title": unbroken(version.title),
            "area": unbroken(version.area),
            "frozen_on": dutch.long_date(moment.date()),
            "frozen_time": dutch.clock(moment),
            "created": moment.isoformat(timespec="seconds"),
            "opening": opening_html(version.opening, "marker"),
            "preamble": without_targets(readable.html(version.preamble, anchor="noten-vooraf", labels="marker")),
            "agrees": AGREES,
            "chapters": [_chapter(chapter, version, readable) for chapter in chapters if chapter not in behind],
            "annexes": [_chapter(chapter, version, readable) for chapter in behind],
            "basis": _basis(version),
            "parties": [_party(party) for party in version.parties],
            "signatures": kept_together(signatures),
            "has_one_signature": len(signatures) == 1 and version.is_convenant,
            "sources": source_lines(version),
            "without_source": [article.number for article in version.articles if not article.sources],
        },
    )


def source_lines(version: VersionText) -> list[SourceLine]:
    """Return the lines of the annex, in the order of the text; equal sources of an article become one."""
    lines: list[SourceLine] = []
    for article in version.articles:
        grouped = Counter((not row.ambition, row.ambition, row.held_on, row.party_kind) for row in article.sources)
        for nth, ((_, ambition, held_on, kind), count) in enumerate(sorted(grouped.items())):
            line = SourceLine(
                anchor=_anchor(article.number),
                number=article.number,
                repeated=nth > 0,
                ambition=ambition,
                party_kind=kind,
                held_on=dutch.short_date(held_on),
                statements=count,
            )
            lines.append(line)
    return lines


def _chapter(chapter: ChapterText, version: VersionText, readable: Readable) -> PrintedChapter:
    return PrintedChapter(
        anchor=f"Hoofdstuk-{chapter.shown_number}",
        number=chapter.shown_number,
        title=unbroken(chapter.title),
        articles=[_article(article, version, readable) for article in chapter.articles],
        exhibits=chapter.exhibits,
        is_landscape=chapter.is_landscape,
    )


def _article(article: ArticleText, version: VersionText, readable: Readable) -> PrintedArticle:
    return PrintedArticle(
        anchor=_anchor(article.number),
        number=article.number,
        title=unbroken(article.title),
        html=_printed(article, readable),
        provenance=_provenance(article, version),
        has_sources=bool(article.sources),
    )


def _printed(article: ArticleText, readable: Readable) -> SafeString:
    """Return the text of an article for the printer: labels as those of their list items, references as words."""
    if readable.grammar == Grammar.MARKDOWN:
        return printed_text(article.text, level=4, grammar=AS_BEFORE)
    return without_targets(readable.html(article.text, anchor=f"noten-{article.number}", labels="marker"))


def _light(text: str, version: VersionText, level: int) -> SafeString:
    return printed_text(text, level=level, grammar=version.light_grammar)


def _anchor(number: str) -> str:
    """The name of an article's place; a screen reader says it aloud for a link to it."""
    return f"Artikel-{number}"


def _provenance(article: ArticleText, version: VersionText) -> str:
    """3 uitspraken uit 2 gesprekken, gemeente en waterschap, maart 2026; ambitie 1: Water als begin."""
    if not version.with_provenance:
        return ""
    ambitions = [title[:1].lower() + title[1:] for title in article.ambitions]
    missing = "" if version.is_settled else "nog niet vastgelegd"
    return "; ".join(part for part in (article.provenance.sentence, *ambitions) if part) or missing


def _party(party: PartyText) -> PrintedParty:
    decided = f"besluit van {dutch.long_date(party.decided_on)}" if party.decided_on else ""
    return PrintedParty(
        name=party.name,
        kind=party.kind,
        role=party.role,
        status=party.status,
        decision=", ".join(part for part in (party.deciding_body, decided) if part),
        reservation=party.reservation,
    )


def _signatures(version: VersionText) -> list[Signature]:
    """Return the places to sign, one for each function; a party of whom none is known yet has one as well."""
    if not version.is_convenant:
        return [Signature(row.name, row.plain_formula, "".join(row.signatories[:1])) for row in version.signatories]
    return [
        Signature(f"{number}. {party.name}", signs_as(party.deciding_body, function), function)
        for number, party in enumerate(version.signatories, start=1)
        for function in party.signatories or ("",)
    ]


def kept_together[Block](blocks: Sequence[Block]) -> list[list[list[Block]]]:
    """Put signature blocks two by two in rows, and rows in groups that a page does not break.

    The last row goes with the one before, so that no block stands alone on a page.
    """
    rows = [list(blocks[start : start + 2]) for start in range(0, len(blocks), 2)]
    return [*([row] for row in rows[:-2]), rows[-2:]] if rows else []


def _basis(version: VersionText) -> str:
    """Say in one sentence how much of the text has a recorded source."""
    articles = list(version.articles)
    rooted = sum(1 for article in articles if article.sources)
    if not rooted:
        return "Van geen enkel artikel is al vastgelegd uit welke gesprekken het komt."
    if rooted == len(articles):
        return "Van elk artikel is vastgelegd uit welke gesprekken het komt."
    return f"Van {rooted} van de {len(articles)} artikelen is vastgelegd uit welke gesprekken ze komen."
