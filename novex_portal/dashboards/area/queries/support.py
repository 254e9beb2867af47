"""Who was spoken, per kind of party, and what that led to: ambitions and articles, and who stands behind them."""

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from areas.models import Area, AreaOrganisation
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.rules import STANDS as AMBITION_STANDS
from coalition.agreement.ambitions.rules import heard as heard_stand
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.positions.rules import STANDS as ARTICLE_STANDS
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import (
    AgreementParty,
    Ambition,
    AmbitionStatement,
    AmbitionSupport,
    Article,
    ArticlePosition,
)
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.rules import Backing, Stand, stand, standing
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.few import Limits, told

BAR_WIDTH = 240
_WIDEST_PARTY = 40
SHOWN_TEXTS = 6


@dataclass(frozen=True)
class KindRow:
    """One kind of party. Conversations and statements are None where so few parties spoke that they could be recognised.

    That somebody was spoken with is told; how often, and how much was said, is not.
    """

    label: str
    parties: int
    spoken: int
    conversations: int | None
    statements: int | None
    bar_spoken: int
    bar_waiting: int
    bar_waiting_x: int


@dataclass(frozen=True)
class TextRow:
    """An ambition or article, and who stands behind it in the one definition of that."""

    label: str
    title: str
    url: str
    backing: Backing
    status: str = ""


def kind_rows(area: Area, limits: Limits) -> list[KindRow]:
    """Return the parties of an area per kind, in the fixed order of kinds. One query.

    A number that few parties are behind is left out.
    """
    found = {row[0]: _KindCounts(*row[1:]) for row in _ask_kinds(area=area.pk)}
    step = _bar_step(max((row.parties for row in found.values()), default=1))
    return [_kind_row(kind, found[kind], step, limits) for kind in OrganisationKind if kind in found]


class _KindCounts(NamedTuple):
    parties: int
    spoken: int
    speaking: int
    conversations: int
    statements: int


def _kinds(area: UUID) -> QuerySet[Any]:
    here = Q(organisation__party_contacts__area=area)
    return (
        AreaOrganisation.objects.filter(area=area)
        .annotate(contact=FilteredRelation("organisation__party_contacts", condition=here))
        .values_list("organisation__kind")
        .annotate(
            parties=Count("pk"),
            spoken=Count("pk", filter=Q(contact__conversation_count__gt=0)),
            speaking=Count("pk", filter=Q(contact__statement_count__gt=0)),
            conversations=Sum("contact__conversation_count", default=0),
            statements=Sum("contact__statement_count", default=0),
        )
    )


_ask_kinds = Compiled(_kinds, area=UUID)


def _bar_step(most: int) -> float:
    return min(_WIDEST_PARTY, BAR_WIDTH / most)


def _kind_row(kind: OrganisationKind, row: _KindCounts, step: float, limits: Limits) -> KindRow:
    waiting = row.parties - row.spoken
    end = round(row.spoken * step)
    return KindRow(
        label=str(kind.label),
        parties=row.parties,
        spoken=row.spoken,
        conversations=told(row.conversations, parties=row.spoken, limits=limits),
        statements=told(row.statements, parties=row.speaking, limits=limits),
        bar_spoken=max(end - 2, 2) if row.spoken else 0,
        bar_waiting=max(round(waiting * step) - 3, 2) if waiting else 0,
        bar_waiting_x=end + 1,
    )


def text_rows(area: Area, *, may_read: bool) -> tuple[list[TextRow], list[TextRow]]:
    """Return the first ambitions and the first articles, each with who stands behind it. One query.

    Of an ambition the parties of the area are asked, of an article those that sign. Who may not read what was heard gets
    "niet zichtbaar voor u" of whoever said nothing.
    """
    ambitions, articles = [], []
    for part, rank, shown, pk, title, status, asked, said, heard in _ask_texts(area=area.pk):
        known = _known(said)
        if part:
            stands = [known.get(party, Stand.NOT_YET) for party in asked]
            url = reverse("article", args=[area.slug, pk])
            articles.append(TextRow(shown, title, url, Backing.of(stands)))
        else:
            stances = _by_party(heard)
            stands = [
                stand(known.get(party), heard_stand(stances.get(party, ())), may_read=may_read) for party in asked
            ]
            url = reverse("ambition", args=[area.slug, pk])
            shown_status = str(AmbitionStatus(status).label)
            ambitions.append(TextRow(str(rank), title, url, Backing.of(stands), shown_status))
    return ambitions, articles


@dataclass(frozen=True)
class _Said:
    """What is known of a party in one way: "zelf", "akkoord", and whether it was said of the text as it is now."""

    word: str
    is_current: bool
    given_as: str
    answered_at: None = None


_WORDS: dict[str, Stand] = {
    **{str(word): found for word, found in AMBITION_STANDS.items()},
    **{str(word): found for word, found in ARTICLE_STANDS.items()},
}


def _known(said: list[str]) -> dict[str, Stand]:
    """Return where each party stands by what it said or was recorded for it; a party that says nothing that counts is not there."""
    rows: dict[str, list[_Said]] = {}
    for words in said:
        party, given_as, word, current = words.split("|")
        if word in _WORDS:
            rows.setdefault(party, []).append(_Said(word, current == "nu", given_as))
    first = {party: standing(known)[0] for party, known in rows.items()}
    return {party: _WORDS[row.word] if row.is_current else Stand.NOT_YET for party, row in first.items()}


def _by_party(heard: list[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for words in heard:
        party, stance = words.split("|")
        found.setdefault(party, set()).add(stance)
    return found


# A union takes columns by their place: both halves must name the same ones, in one order.
_COLUMNS = ("part", "rank", "shown", "id", "title", "state", "asked", "said", "heard")
_BAR = Value("|")
_NONE = Value([], ArrayField(TextField()))


def _words(rows: QuerySet[Any], *names: str, text: str = "") -> ArraySubquery:
    """Return rows as texts of which the parts stand between bars; `text` is what a position was said of."""
    parts: list[Any] = [part for name in names for part in (_BAR, Cast(name, TextField()))][1:]
    if text:
        now = When(on_title=F(f"{text}__title"), on_text=F(f"{text}__text"), then=Value("nu"))
        parts += [_BAR, Case(now, default=Value("toen"), output_field=TextField())]
    shown = Concat(*parts, output_field=TextField()) if len(parts) > 1 else parts[0]
    return ArraySubquery(rows.order_by().annotate(_words=shown).values("_words").distinct())


def _standing(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Leave out what its party answered since."""
    return rows.filter(Q(given_as=GivenAs.OWN) | Q(answered_at=None))


def _ambitions(area: UUID) -> QuerySet[Any]:
    parties = AreaOrganisation.objects.filter(area=area, organisation__merged_into=None)
    said = _standing(AmbitionSupport.objects.filter(ambition=OuterRef("pk")))
    heard = AmbitionStatement.objects.filter(ambition=OuterRef("pk")).exclude(
        statement__conversation__confidentiality=Confidentiality.CONFIDENTIAL
    )
    return (
        Ambition.objects.filter(area=area)
        .exclude(status=AmbitionStatus.DROPPED)
        .order_by("number")
        .annotate(
            part=Value(0, IntegerField()),
            rank=Cast("number", IntegerField()),
            shown=Cast("number", CharField()),
            state=Cast("status", CharField()),
            asked=_words(parties, "organisation_id"),
            said=_words(said, "organisation_id", "given_as", "support", text="ambition"),
            heard=_words(heard, "statement__organisation_id", "statement__stance"),
        )
        .values_list(*_COLUMNS)[:SHOWN_TEXTS]
    )


def _articles(area: UUID) -> QuerySet[Any]:
    signing = AgreementParty.objects.filter(agreement__area=area, role=PartyRole.SIGNATORY)
    said = _standing(ArticlePosition.objects.filter(article=OuterRef("pk")))
    return (
        Article.objects.filter(chapter__agreement__area=area)
        .order_by("chapter__number", "number")
        .annotate(
            part=Cast("chapter__number", IntegerField()),
            rank=Cast("number", IntegerField()),
            shown=Concat("chapter__label", Value("."), "label", output_field=CharField()),
            state=Value("", CharField()),
            asked=_words(signing, "organisation_id"),
            said=_words(said, "organisation_id", "given_as", "consent", text="article"),
            heard=_NONE,
        )
        .values_list(*_COLUMNS)[:SHOWN_TEXTS]
    )


def _texts(area: UUID) -> QuerySet[Any]:
    return _ambitions(area).union(_articles(area), all=True).order_by("part", "rank")


_ask_texts = Compiled(_texts, area=UUID)
