"""Reading proposals to change articles: the list, one of them, and what else is proposed for the same words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from areas.access import may, own_organisations
from areas.enums import Permission
from areas.models import Area, Organisation, User
from coalition.agreement.amendments.enums import AmendmentStatus, Handling
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.rules import (
    ProposedChange,
    TakingOver,
    changes_of,
    conflicts,
    in_the_text,
    taking_over,
)
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.queries import Revision
from coalition.agreement.articles.rules.citing import Cited
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.rules.labels import article_number
from novex_portal.toolkit.text.differences import Piece, word_differences

OPEN = (AmendmentStatus.SUBMITTED, AmendmentStatus.HANDLED, AmendmentStatus.ACCEPTED, AmendmentStatus.MAINTAINED)
TAKES_OVER = (Handling.TAKE_OVER, Handling.ADAPTED)
SIGNS = {
    AmendmentStatus.SUBMITTED: "idle",
    AmendmentStatus.HANDLED: "busy",
    AmendmentStatus.ACCEPTED: "half",
    AmendmentStatus.MAINTAINED: "attention",
    AmendmentStatus.TAKEN_OVER: "good",
    AmendmentStatus.WITHDRAWN: "idle",
}


@dataclass(frozen=True)
class AmendmentRow:
    """A proposal in the list, with how many others touch the same words."""

    amendment: Amendment
    number: str
    sign: str
    clashes: int

    @property
    def place(self) -> str:
        """What it is about, in a line: artikel 3.2."""
        return f"Artikel {self.number}"


@dataclass(frozen=True)
class Compared:
    """A proposal beside the text as it is now."""

    amendment: Amendment
    title: list[Piece]
    text: list[Piece]
    is_stale: bool  # written on another text than the one of now


def amendments_of(agreement: Agreement, *, only_open: bool) -> list[AmendmentRow]:
    """Return the proposals for the akkoord, by article and then newest first. One query."""
    rows = Amendment.objects.filter(article__chapter__agreement=agreement).select_related(
        "article__chapter", "organisation"
    )
    if only_open:
        rows = rows.filter(status__in=OPEN)
    found = list(rows.order_by("article__chapter__number", "article__number", "-created_at"))
    touching = _clashes(found)
    return [
        AmendmentRow(
            row,
            article_number(row.article.chapter.label, row.article.label),
            SIGNS[AmendmentStatus(row.status)],
            touching.get(row, 0),
        )
        for row in found
    ]


def compared(amendment: Amendment, readable: Readable, text: str = "") -> Compared:
    """Return what a proposal would change in the article as it is now; what was taken over, in the text it was written on."""
    article = amendment.article
    is_done = amendment.status == AmendmentStatus.TAKEN_OVER
    old = (amendment.on_title, amendment.on_text) if is_done else (article.title, article.text)
    return Compared(
        amendment,
        word_differences(old[0], amendment.title),
        word_differences(readable.words(old[1]), readable.words(text or amendment.text)),
        not is_done and (amendment.on_title, amendment.on_text) != (article.title, article.text),
    )


@dataclass(frozen=True)
class Standing:
    """What a proposal changes, line by line, and what of that stands in the text of now."""

    finding: str
    changes: list[ProposedChange]


def standing_of(amendment: Amendment, readable: Readable) -> Standing:
    """Return the changes of a proposal with what came of each in the article as it is now."""
    on = Cited(readable.placed(amendment.on_text))
    article = amendment.article
    title = Cited([("titel", amendment.on_title)])
    changes = [
        *changes_of(title, amendment.title, article.title),
        *changes_of(on, readable.words(amendment.new_text), readable.words(article.text)),
    ]
    return Standing(in_the_text(changes), changes)


def taking_over_of(amendment: Amendment) -> TakingOver:
    """Return what a proposal and the article as it is now come to together."""
    article = amendment.article
    on, now = (amendment.on_title, amendment.on_text), (article.title, article.text)
    return taking_over(on, (amendment.title, amendment.new_text), now)


def rivals_of(amendment: Amendment, readable: Readable) -> list[tuple[Compared, bool]]:
    """Return the other open proposals for the article, each with whether it touches the same words. One query."""
    rows = list(
        Amendment.objects.filter(article=amendment.article_id, status__in=OPEN)
        .exclude(pk=amendment.pk)
        .select_related("article", "organisation")
    )
    found = conflicts(amendment.article.text, {row.pk: row.new_text for row in [amendment, *rows]})
    return [(compared(row, readable, row.new_text), frozenset((row.pk, amendment.pk)) in found) for row in rows]


def with_proposals(article: Article, revisions: Iterable[Revision]) -> list[tuple[Revision, Amendment | None]]:
    """Return the changes of an article, each with the proposal it came from, if it did. One query."""
    events: Any = Amendment.pgh_event_model  # type: ignore[attr-defined]
    taken = events.objects.filter(article=article.pk, status=AmendmentStatus.TAKEN_OVER)
    proposals = {row.pgh_created_at: row.pgh_obj for row in taken.select_related("pgh_obj__organisation")}
    return [(revision, proposals.get(revision.moment)) for revision in revisions]


def proposers_of(user: User, area: Area, agreement: Agreement) -> QuerySet[Organisation]:
    """Return the parties of the akkoord for which the user may propose: all for who drafts, else the own."""
    parties = Organisation.objects.filter(agreement_parties__agreement=agreement).order_by("name")
    if may(user, area, Permission.EDIT_AGREEMENT):
        return parties
    return parties.filter(pk__in={organisation.pk for organisation in own_organisations(user, area)})


def _clashes(rows: list[Amendment]) -> dict[Amendment, int]:
    per_article: dict[Article, list[Amendment]] = {}
    for row in rows:
        if row.status in OPEN:
            per_article.setdefault(row.article, []).append(row)
    found: dict[Amendment, int] = {}
    for article, proposals in per_article.items():
        for pair in conflicts(article.text, {row: row.new_text for row in proposals}) if len(proposals) > 1 else ():
            for row in pair:
                found[row] = found.get(row, 0) + 1
    return found
