"""Reading versions: the list, what a text lacks before it is frozen, and the text to freeze."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.core.cache import cache
from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, QuerySet

from areas.access import acting_as
from areas.models import User
from areas.parties.enums import OrganisationKind
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import OPEN, with_subject
from coalition.agreement.annexes.queries import ExhibitRow, pages_by_exhibit
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import ChapterKind, PartyRole
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.queries import (
    ArticleRow,
    ChapterRow,
    document,
    opening_of,
    parties_of,
    readable_of,
)
from coalition.agreement.open_points.models import OpenPoint
from coalition.agreement.open_points.queries import open_points_of, stands_of
from coalition.agreement.positions.queries import positions_of
from coalition.agreement.provenance.rules import ambition_title, in_a_row
from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules.differences import in_short
from coalition.agreement.versions.rules.snapshot import (
    AmendmentText,
    ArticleText,
    ChapterText,
    ExhibitText,
    PartyText,
    PointPositionText,
    PointText,
    PositionText,
    SourceRow,
    TermText,
    VersionText,
    from_json,
    without_provenance,
)
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.law_text.light import AS_TYPED
from novex_portal.toolkit.nested import made_of, nested

A_PAGE = 10


@dataclass(frozen=True)
class VersionRow:
    """A version in the list, with in a line how it differs from the one before; empty for the first."""

    version: AgreementVersion
    since: str


def versions_of(agreement: Agreement) -> QuerySet[AgreementVersion]:
    """Return the frozen versions, newest first, without their texts."""
    return agreement.versions.select_related("frozen_by", "voided").defer("snapshot").order_by("-number")


def with_latest(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Add to akkoorden their latest version, for `latest_of`."""
    rows = AgreementVersion.objects.filter(agreement=OuterRef("pk")).order_by("-number")[:1]
    return agreements.annotate(found_latest=nested(rows, id="id", number="number", status="status"))


def latest_of(agreement: Agreement) -> AgreementVersion | None:
    """Return the number and state of the latest version of an akkoord from `with_latest`. No query."""
    found: list[dict[str, object]] = agreement.found_latest  # type: ignore[attr-defined]
    return next(iter(made_of(AgreementVersion, found)), None)


def version_page(agreement: Agreement, number: str | None) -> tuple[Page[AgreementVersion], list[VersionRow]]:
    """Return a page of the versions, newest first, each with how it differs from the one before. At most three queries.

    Two frozen texts always differ in the same way, and reading them takes long: what was found is remembered.
    """
    page = Paginator(versions_of(agreement), A_PAGE).get_page(number)
    rows = list(page.object_list)
    keys = {row.number: f"version-since:{row.pk}" for row in rows if row.number > 1}
    known = cache.get_many(keys.values())
    unknown = [number for number, key in keys.items() if key not in known]
    if unknown:
        wanted = {*unknown, *(number - 1 for number in unknown)}
        texts = dict(agreement.versions.filter(number__in=wanted).values_list("number", "snapshot"))
        found = {keys[number]: in_short(from_json(texts[number - 1]), from_json(texts[number])) for number in unknown}
        cache.set_many(found, timeout=None)
        known |= found
    return page, [VersionRow(row, known.get(keys.get(row.number, ""), "")) for row in rows]


def files_by_checksum(version: AgreementVersion) -> dict[str, StoredFile]:
    """Return all files that a version shows. One query."""
    return {link.file.sha256: link.file for link in version.files.select_related("file")}


def freezing_advice(agreement: Agreement) -> list[str]:
    """Return what is still missing from a text about to be frozen, in words; empty when all is there. Two queries."""
    advice = []
    if not Article.objects.filter(chapter__agreement=agreement).exists():
        advice.append("Er staan nog geen artikelen in het akkoord. Zonder artikel kunt u geen versie maken.")
    signatories = [party for party in parties_of(agreement) if party.role == PartyRole.SIGNATORY]
    if not signatories:
        advice.append("Er is nog geen partij die tekent. De PDF krijgt dan geen plaats voor handtekeningen.")
    if nameless := [party.organisation.name for party in signatories if not party.functions]:
        advice.append(f"Nog niet ingevuld wie tekent voor: {in_a_row(nameless)}.")
    return advice


def frozen_text(
    agreement: Agreement,
    *,
    number: int,
    kind: str,
    label: str,
    moment: datetime,
    actor: User,
    with_provenance: bool = True,
) -> VersionText:
    """Return the text as it stands, with positions, open amendments and points of no agreement, to be kept.

    Holds no text of a conversation and no name of a person, and without `with_provenance` nothing of where articles
    come from. Fourteen queries, however long it is.
    """
    terms = list(agreement.terms.all())
    readable = readable_of(agreement)
    positions, amendments = _positions(agreement), _amendments(agreement, readable)
    rows = document(agreement, terms)
    exhibits = _exhibits(rows)
    chapters = [
        replace(_chapter_text(row, readable, positions, amendments), exhibits=exhibits[row.chapter.pk]) for row in rows
    ]
    parties = list(parties_of(agreement))
    return VersionText(
        area=agreement.area.name,
        area_slug=agreement.area.slug,
        title=agreement.title,
        number=number,
        label=label,
        frozen_at=moment,
        chapters=tuple(chapters if with_provenance else map(without_provenance, chapters)),
        grammar=agreement.grammar,
        light_grammar=AS_TYPED,
        frozen_by=acting_as(actor, agreement.area),
        parties=tuple(_party_text(party) for party in parties),
        kind=kind,
        points=tuple(_point_text(point) for point in open_points_of(agreement)),
        terms=tuple(TermText(term.term, term.meaning) for term in terms),
        citation_title=agreement.citation_title,
        opening=opening_of(parties),
        preamble=readable.frozen(agreement.preamble),
        amendments=tuple(amendments[None]),
        with_provenance=with_provenance,
    )


def _chapter_text(
    row: ChapterRow,
    readable: Readable,
    positions: dict[UUID, list[PositionText]],
    amendments: dict[UUID | None, list[AmendmentText]],
) -> ChapterText:
    articles = tuple(
        _article_text(article, readable, positions[article.article.pk], amendments[article.article.pk])
        for article in row.articles
    )
    chapter = row.chapter
    is_annex = chapter.kind == ChapterKind.ANNEX
    return ChapterText(
        str(chapter.pk),
        chapter.number,
        chapter.title,
        articles,
        chapter.label,
        is_annex,
        is_landscape=chapter.is_landscape,
    )


def _exhibits(chapters: list[ChapterRow]) -> dict[UUID, tuple[ExhibitText, ...]]:
    """Return what stands in each annex, with the checksums of its files. One query."""
    pages = pages_by_exhibit(row for chapter in chapters for row in chapter.exhibits)

    def text(row: ExhibitRow) -> ExhibitText:
        exhibit, checksums = row.exhibit, tuple(page.sha256 for page in pages[row.exhibit.pk])
        return ExhibitText(row.label, exhibit.caption, exhibit.alt, exhibit.file.sha256, exhibit.file.size, checksums)

    return {chapter.chapter.pk: tuple(text(row) for row in chapter.exhibits) for chapter in chapters}


def _article_text(
    row: ArticleRow, readable: Readable, positions: list[PositionText], amendments: list[AmendmentText]
) -> ArticleText:
    sources = [SourceRow(source.ambition, source.party_kind, source.held_on) for source in row.sources]
    return ArticleText(
        id=str(row.article.pk),
        number=row.number,
        title=row.article.title,
        text=readable.frozen(row.article.text),
        ambitions=tuple(ambition_title(ambition.number, ambition.title) for ambition in row.ambitions),
        provenance=row.provenance,
        sources=tuple(sources),
        positions=tuple(positions),
        amendments=tuple(amendments),
    )


def _positions(agreement: Agreement) -> dict[UUID, list[PositionText]]:
    """Return what is known of every party, by article: what counts first, and what stood beside it after that."""
    articles = Article.objects.filter(chapter__agreement=agreement)
    texts = {row.pk: row for row in articles}
    known = positions_of(articles)
    found: dict[UUID, list[PositionText]] = defaultdict(list)
    for (article, _), rows in sorted(known.items(), key=lambda item: item[1][0].organisation.name if item[1] else ""):
        for row in rows:
            found[article].append(
                PositionText(
                    row.organisation.name,
                    row.get_consent_display(),
                    row.condition,
                    row.mandate_words,
                    row.stated_on,
                    row.is_stale(texts[article]),
                    row.given_words,
                    row.source,
                )
            )
    return found


def _amendments(agreement: Agreement, readable: Readable) -> dict[UUID | None, list[AmendmentText]]:
    """Return the open proposals by the article they are about; under None those about something else."""
    found: dict[UUID | None, list[AmendmentText]] = defaultdict(list)
    rows = with_subject(Amendment.objects.filter(agreement=agreement, status__in=OPEN)).select_related("organisation")
    for row in rows.order_by("created_at"):
        subject = row.subject
        text = AmendmentText(
            row.organisation.name,
            row.get_status_display(),
            row.title,
            subject.read(readable, row.new_text),
            row.reason,
            row.verb,
            "" if row.article_id else subject.place,
            "" if row.article_id else subject.read(readable, subject.words[1]),
            row.given_words,
        )
        found[row.article_id].append(text)
    return found


def _point_text(point: OpenPoint) -> PointText:
    known = sorted({row.organisation_id: row.organisation.name for row in point.stands.all()}.items(), key=_by_name)
    rows = [row for organisation, _ in known for row in stands_of(point, organisation)]
    words = [
        PointPositionText(row.organisation.name, row.words, "" if row.is_own else row.given_words) for row in rows
    ]
    return PointText(point.title, point.text, tuple(words), point.number)


def _by_name(pair: tuple[UUID, str]) -> str:
    return pair[1].lower()


def _party_text(party: AgreementParty) -> PartyText:
    return PartyText(
        name=party.organisation.name,
        kind=str(OrganisationKind(party.organisation.kind).label),
        role=party.get_role_display(),
        signs=party.role == PartyRole.SIGNATORY,
        status=party.get_status_display(),
        deciding_body=party.deciding_body,
        signatories=party.functions,
        decided_on=party.decided_on,
        reservation=party.reservation,
        short_name=party.short_name,
    )
