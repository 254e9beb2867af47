"""Doors to amendments: to make and to read one, to speak as its party, and to record what that party answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from areas.access import door, may, own_organisations
from areas.enums import Permission
from areas.models import Area, User
from coalition.agreement.amendments.enums import About, Verb
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import with_subject
from coalition.agreement.amendments.subjects import Subject
from coalition.agreement.annexes.access import exhibit_for
from coalition.agreement.articles.access import article_for
from coalition.agreement.articles.models import Article
from coalition.agreement.comments.models import ArticleComment
from coalition.agreement.consultations.models import ConsultationReply
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.document.models import Agreement
from coalition.agreement.terms.models import DefinedTerm
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.rules import may_speak_as
from novex_portal.toolkit.ids import uuid_or_none

amendment_for = door(
    with_subject(Amendment.objects.all()).select_related(
        "organisation", "handled_by", "from_comment__author", "from_reply__consultation__version"
    ),
    area="agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit wijzigingsvoorstel is er niet.",
)
"""Return a proposal to change the area's akkoord, with what it is about."""


def own_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal of the user's own organisation: only the party takes its proposal back."""
    amendment = amendment_for(user, slug, pk)
    if answers_as(user, amendment) != GivenAs.OWN:
        raise PermissionDenied("Alleen de partij die dit voorstelde, kan het intrekken.")
    return amendment


def answerable_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal to which the user may give the answer of its party, or record it."""
    amendment = amendment_for(user, slug, pk)
    if answers_as(user, amendment) is None:
        raise PermissionDenied("Alleen wie voor deze partij spreekt, kan dit.")
    return amendment


def answers_as(user: User, amendment: Amendment) -> GivenAs | None:
    """Tell how the user may answer: as a member of the party, recorded by who drafts, or None for not at all."""
    return proposes_as(user, amendment.agreement.area, amendment.organisation_id)


def proposes_as(user: User, area: Area, organisation: UUID) -> GivenAs | None:
    """Tell how the user may propose and answer for a party: as a member of it, recorded by who drafts, or None."""
    return may_speak_as(
        organisation,
        works_in_planning_group=may(user, area, Permission.EDIT_AGREEMENT),
        states_own_position=True,
        own={organisation.pk for organisation in own_organisations(user, area)},
    )


def subject_for(user: User, slug: str, asked: Mapping[str, str]) -> Subject:
    """Return what a proposal may be made about, for who may read it.

    `over` names the kind, `van` the text, `wat` what would be done; of a new article `hoofdstuk` and `na` say where it
    comes, though who proposes can still choose. Raises Http404 for what is not there or cannot be.
    """
    about, verb = asked.get("over", ""), asked.get("wat", Verb.CHANGE)
    agreement = existing_agreement_for(user, slug, Permission.VIEW_AGREEMENT)
    if (about, verb) not in POSSIBLE:
        raise Http404("Zo’n voorstel bestaat niet.")
    if verb == Verb.ADD:
        return _place_for(agreement, About(about), asked)
    key = uuid_or_none(asked.get("van", ""))
    row: Any = agreement
    if about == About.ARTICLE:
        row = article_for(user, slug, key or agreement.pk)
    elif about == About.EXHIBIT:
        row = exhibit_for(user, slug, key or agreement.pk)
    elif about == About.TERM:
        row = get_object_or_404(DefinedTerm, agreement=agreement, pk=key or agreement.pk)
    return Subject(agreement, About(about), Verb(verb), row)


def _place_for(agreement: Agreement, about: About, asked: Mapping[str, str]) -> Subject:
    after, chapter = uuid_or_none(asked.get("na", "")), uuid_or_none(asked.get("hoofdstuk", ""))
    rows = Article.objects.filter(chapter__agreement=agreement).select_related("chapter")
    behind = rows.filter(pk=after).first() if after else None
    if about == About.ARTICLE:
        place = behind.chapter if behind else agreement.chapters.filter(pk=chapter or agreement.pk).first()
        return Subject(agreement, about, Verb.ADD, chapter=place, after=behind)
    return Subject(agreement, about, Verb.ADD)


POSSIBLE = {
    (About.ARTICLE, Verb.CHANGE), (About.ARTICLE, Verb.ADD), (About.ARTICLE, Verb.STRIKE),
    (About.TERM, Verb.CHANGE), (About.TERM, Verb.ADD), (About.TERM, Verb.STRIKE),
    (About.PREAMBLE, Verb.CHANGE),
    (About.EXHIBIT, Verb.CHANGE), (About.EXHIBIT, Verb.STRIKE),
}  # fmt: skip
"""What a proposal may be about; the database refuses the rest too."""


@dataclass(frozen=True)
class Reaction:
    """What somebody said of an article, of which a proposal is made: its words, and whose they are."""

    words: str = ""
    organisation: UUID | None = None
    comment: ArticleComment | None = None
    reply: ConsultationReply | None = None

    @property
    def source(self) -> str:
        """Where one knows it from, as far as the reaction says it."""
        return f"Reactie op versie {self.reply.consultation.version.number}" if self.reply else ""

    @property
    def origin(self) -> dict[str, Any]:
        """The fields of the proposal that lead back to it."""
        return {"from_comment": self.comment, "from_reply": self.reply}


def reaction_for(user: User, subject: Subject, asked: Mapping[str, str]) -> Reaction:
    """Return the comment (`opmerking`) or the reaction in a consultation (`reactie`) that is asked for, for who may read it.

    What is of another article, or of a party whose reactions the user may not read, is no reaction at all.
    """
    article = subject.row
    if not isinstance(article, Article):
        return Reaction()
    comment, reply = uuid_or_none(asked.get("opmerking", "")), uuid_or_none(asked.get("reactie", ""))
    if comment and (found := ArticleComment.objects.filter(pk=comment, article=article).first()):
        return Reaction(found.text, comment=found)
    area = article.chapter.agreement.area
    own = {organisation.pk for organisation in own_organisations(user, area)}
    rows = ConsultationReply.objects.select_related("consultation__version").filter(
        consultation__version__agreement=article.chapter.agreement_id
    )
    said = rows.filter(pk=reply).first() if reply else None
    if said and (said.organisation_id in own or may(user, area, Permission.EDIT_AGREEMENT)):
        return Reaction(said.remarks.get(str(article.pk), ""), said.organisation_id, reply=said)
    return Reaction()
