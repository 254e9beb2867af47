"""Reading proposals to change the akkoord: the list, one of them, and what else is proposed for the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from areas.access import may, own_organisations
from areas.enums import Permission
from areas.models import Area, Organisation, User
from coalition.agreement.amendments.enums import About, AmendmentStatus, Handling, Verb
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.rules import (
    ProposedChange,
    TakingOver,
    changes_of,
    conflicts,
    in_the_text,
    taking_over,
)
from coalition.agreement.amendments.subjects import NOTHING, Subject, Words
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.queries import Revision
from coalition.agreement.articles.rules.citing import Cited
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.models import Agreement
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
    subject: Subject
    sign: str
    clashes: int

    @property
    def place(self) -> str:
        """What it is about, in a line: "Artikel 3.2", "Nieuw begrip"."""
        return self.subject.place

    @property
    def title(self) -> str:
        """What stands or would stand above its text; empty where the place says it already."""
        if self.subject.about == About.ARTICLE:
            return self.subject.words[0] or self.amendment.title
        return self.amendment.title if self.subject.verb == Verb.ADD else ""


@dataclass(frozen=True)
class Compared:
    """A proposal beside the text as it is now."""

    amendment: Amendment
    title: list[Piece]
    text: list[Piece]
    is_stale: bool  # written on another text than the one of now


def with_subject(rows: QuerySet[Amendment]) -> QuerySet[Amendment]:
    """Read along what each proposal is about, so that `subject` asks nothing."""
    return rows.select_related(
        "agreement__area", "article__chapter__agreement__area", "term", "exhibit__chapter__agreement__area", "chapter", "after__chapter"
    )  # fmt: skip


def amendments_of(agreement: Agreement, *, only_open: bool) -> list[AmendmentRow]:
    """Return the proposals for the akkoord, in the order of its text and then newest first. One query."""
    rows = with_subject(Amendment.objects.filter(agreement=agreement)).select_related("organisation")
    if only_open:
        rows = rows.filter(status__in=OPEN)
    found = [(row, row.subject) for row in rows.order_by("-created_at")]
    touching = _clashes(found)
    listed = [
        AmendmentRow(row, subject, SIGNS[AmendmentStatus(row.status)], touching.get(row, 0)) for row, subject in found
    ]
    return sorted(listed, key=lambda row: row.subject.order)


def compared(amendment: Amendment, readable: Readable, text: str = "") -> Compared:
    """Return what a proposal would change in the text as it is now; what was taken over, in the text it was written on."""
    subject, on = amendment.subject, (amendment.on_title, amendment.on_text)
    is_done = amendment.status == AmendmentStatus.TAKEN_OVER or subject.is_gone
    old, new = on if is_done else subject.words, _words_of(amendment)
    return Compared(
        amendment,
        word_differences(old[0], new[0]),
        word_differences(subject.read(readable, old[1]), subject.read(readable, text or new[1])),
        not is_done and on != subject.words,
    )


def _words_of(amendment: Amendment) -> Words:
    """Return what would stand there: nothing of what would be struck."""
    return NOTHING if amendment.verb == Verb.STRIKE else (amendment.title, amendment.text)


@dataclass(frozen=True)
class Standing:
    """What a proposal changes, line by line, and what of that stands in the text of now."""

    finding: str
    changes: list[ProposedChange]


def standing_of(amendment: Amendment, readable: Readable) -> Standing:
    """Return the changes of a proposal with what came of each in the text as it is now; of one to change a text alone."""
    subject = amendment.subject
    if subject.verb != Verb.CHANGE or subject.is_gone:
        return Standing("", [])
    now = subject.words
    on = Cited(subject.placed(readable, amendment.on_text))
    title = Cited([("titel", amendment.on_title)])
    changes = [
        *changes_of(title, amendment.title, now[0]),
        *changes_of(on, subject.read(readable, amendment.new_text), subject.read(readable, now[1])),
    ]
    return Standing(in_the_text(changes), changes)


def taking_over_of(amendment: Amendment) -> TakingOver:
    """Return what a proposal and the text as it is now come to together."""
    on, now = (amendment.on_title, amendment.on_text), amendment.subject.words
    if amendment.verb == Verb.STRIKE:
        return taking_over(now, NOTHING, now)
    return taking_over(on, (amendment.title, amendment.new_text), now)


def rivals_of(amendment: Amendment, readable: Readable) -> list[tuple[Compared, bool]]:
    """Return the other open proposals for the same text or place, each with whether they clash. One query."""
    subject = amendment.subject
    if subject.is_gone:
        return []
    same = {name: getattr(amendment, name) for name in ("about", "article", "term", "exhibit", "chapter", "after")}
    others = Amendment.objects.filter(agreement=amendment.agreement_id, status__in=OPEN).exclude(pk=amendment.pk)
    if subject.verb == Verb.ADD:
        others = others.filter(verb=Verb.ADD)
    rows = list(with_subject(others.filter(**same)).select_related("organisation"))
    found = _clashing(subject, [amendment, *rows])
    return [(compared(row, readable, row.new_text), frozenset((row.pk, amendment.pk)) in found) for row in rows]


def _clashing(subject: Subject, rows: list[Amendment]) -> set[frozenset[Any]]:
    """Return the pairs of proposals for one text or place that get in each other's way.

    Two that change a text do when they touch the same words; who strikes it is in the way of all; of two that add
    something in the same place, those with the same heading.
    """
    changing = {row.pk: row.new_text for row in rows if row.verb == Verb.CHANGE}
    found = conflicts(subject.words[1], changing) if len(changing) > 1 else set()
    striking = {row.pk for row in rows if row.verb == Verb.STRIKE}
    found |= {frozenset((one.pk, other)) for one in rows for other in striking - {one.pk}}
    adding = [row for row in rows if row.verb == Verb.ADD]
    found |= {
        frozenset((one.pk, other.pk))
        for place, one in enumerate(adding)
        for other in adding[place + 1 :]
        if one.title.casefold() == other.title.casefold()
    }
    return found


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


def _clashes(rows: list[tuple[Amendment, Subject]]) -> dict[Amendment, int]:
    """Count for each open proposal with how many others it clashes."""
    together: dict[Any, list[tuple[Amendment, Subject]]] = defaultdict(list)
    for row, subject in rows:
        if row.status in OPEN:
            together[subject.key].append((row, subject))
    found: dict[Amendment, int] = Counter()
    for proposals in together.values():
        by_key = {row.pk: row for row, _ in proposals}
        for pair in _clashing(proposals[0][1], list(by_key.values())) if len(proposals) > 1 else ():
            for pk in pair:
                found[by_key[pk]] += 1
    return found
