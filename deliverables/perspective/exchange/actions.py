"""Writing down the wisselwerking: building blocks and frames, moments, who is involved, and how far the voorstel is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import Area, Organisation, Province, User
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.exchange.enums import Degree, MomentState
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.exchange.queries import parties_of, provinces_of
from deliverables.perspective.sections.actions import lock_perspective
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem, require_past
from novex_portal.toolkit.text.markup import clean


@dataclass(frozen=True)
class ExchangeFacts:
    """What is filled in of a subject: what goes to the province, and what comes back."""

    province: Province
    subject: str
    block: str = ""
    delivered_on: date | None = None
    frame: str = ""
    frame_on: date | None = None
    frame_source: str = ""
    choice: MainChoice | None = None


@dataclass(frozen=True)
class MomentFacts:
    """What is filled in of an agreed moment."""

    province: Province
    date: date
    about: str
    state: str = MomentState.AGREED
    outcome: str = ""


@dataclass(frozen=True)
class InvolvementFacts:
    """What is filled in of who is involved in what; without a party the area itself."""

    province: Province
    subject: str
    degree: str
    organisation: Organisation | None = None
    note: str = ""


@action
def state_proposal(
    *, area: Area, actor: User, province: Province, version: int, stand: str, as_of: date, source: str = ""
) -> ProvincialProposal:
    """Say how far the voorstel of a province is; `version` is the one that was read, 0 for none.

    Raises Conflict when somebody said it since, Problem for a province of elsewhere, without words and for a day ahead.
    """
    lock_perspective(area=area)
    _require_province(area, province)
    stand = _line(stand)
    if not stand:
        raise Problem("Schrijf op hoe ver het voorstel is, bijvoorbeeld: concept 2.")
    require_past(as_of, "De peildatum ligt in de toekomst. Kies vandaag of een dag daarvoor.")
    of = {"area": area, "province": province}
    return ProvincialProposal.declare(version, of, stand=stand, as_of=as_of, source=_line(source))


@action
def add_exchange(*, area: Area, actor: User, facts: ExchangeFacts, token: UUID | None = None) -> Exchange:
    """Write down a building block or frame. The same token twice makes one; Problem as `change_exchange`."""
    lock_perspective(area=area)
    if made := Exchange.made_with(token, area=area):
        return made
    return Exchange.objects.create(area=area, submission_token=token or uuid7(), **_exchange(area, facts))


@action
def change_exchange(*, row: Exchange, actor: User, version: int, facts: ExchangeFacts) -> Exchange:
    """Change a building block or frame.

    Raises Conflict when somebody saved since `version` was read; Problem for a province or hoofdkeuze of elsewhere, with
    neither block nor frame, for a day without what it is of, and for a day ahead.
    """
    lock_perspective(area=row.area)
    row.write_over(version, **_exchange(row.area, facts))
    return row


@action
def remove_exchange(*, row: Exchange, actor: User, version: int) -> None:
    """Take it away. Raises Conflict when somebody changed it since."""
    row.held_at(version).delete()


@action
def add_moment(*, area: Area, actor: User, facts: MomentFacts, token: UUID | None = None) -> ExchangeMoment:
    """Write down an agreed moment. The same token twice makes one; Problem as `change_moment`."""
    lock_perspective(area=area)
    if made := ExchangeMoment.made_with(token, area=area):
        return made
    return ExchangeMoment.objects.create(area=area, submission_token=token or uuid7(), **_moment(area, facts))


@action
def change_moment(*, row: ExchangeMoment, actor: User, version: int, facts: MomentFacts) -> ExchangeMoment:
    """Change an agreed moment, or say that it was held or fell away.

    Raises Conflict when somebody saved since `version` was read; Problem for a province of elsewhere, one that was held
    ahead of today, and one that fell away without a reason.
    """
    lock_perspective(area=row.area)
    row.write_over(version, **_moment(row.area, facts))
    return row


@action
def remove_moment(*, row: ExchangeMoment, actor: User, version: int) -> None:
    """Take it away. Raises Conflict when somebody changed it since."""
    row.held_at(version).delete()


@action
def add_involvement(*, area: Area, actor: User, facts: InvolvementFacts, token: UUID | None = None) -> Involvement:
    """Write down who is involved in what. The same token twice makes one; Problem as `change_involvement`."""
    lock_perspective(area=area)
    if made := Involvement.made_with(token, area=area):
        return made
    values = _involvement(area, facts)
    return Involvement.objects.create(area=area, submission_token=token or uuid7(), **values)


@action
def change_involvement(*, row: Involvement, actor: User, version: int, facts: InvolvementFacts) -> Involvement:
    """Change who is involved in what.

    Raises Conflict when somebody saved since `version` was read; Problem for a province or party of elsewhere, without a
    subject, and when it is written down already.
    """
    lock_perspective(area=row.area)
    row.write_over(version, **_involvement(row.area, facts, besides=row))
    return row


@action
def remove_involvement(*, row: Involvement, actor: User, version: int) -> None:
    """Take it away. Raises Conflict when somebody changed it since."""
    row.held_at(version).delete()


def _exchange(area: Area, facts: ExchangeFacts) -> Mapping[str, object]:
    _require_province(area, facts.province)
    values = {name: _line(getattr(facts, name)) for name in ("subject", "block", "frame", "frame_source")}
    if not values["subject"]:
        raise Problem("Vul in waarover het gaat, bijvoorbeeld: beekdalzone.")
    if not values["block"] and not values["frame"]:
        raise Problem("Vul in wat het gebied levert of wat de provincie teruggeeft. Een van de twee is genoeg.")
    if facts.delivered_on and not values["block"]:
        raise Problem("Er staat wel wanneer er is geleverd, maar niet wat. Vul de bouwsteen in.")
    if (facts.frame_on or values["frame_source"]) and not values["frame"]:
        raise Problem("Er staat wel waar het kader staat, maar niet wat het zegt. Vul het kader in.")
    for day in filter(None, (facts.delivered_on, facts.frame_on)):
        require_past(day, "Wat geleverd of teruggegeven is, ligt niet in de toekomst. Laat de datum anders leeg.")
    if facts.choice and facts.choice.area_id != area.pk:
        raise Problem("Deze hoofdkeuze hoort niet bij dit gebied. Kies opnieuw.")
    days = {"delivered_on": facts.delivered_on, "frame_on": facts.frame_on}
    return {**values, **days, "province": facts.province, "choice": facts.choice}


def _moment(area: Area, facts: MomentFacts) -> Mapping[str, object]:
    _require_province(area, facts.province)
    about, outcome, state = _line(facts.about), _line(facts.outcome), MomentState(facts.state)
    if not about:
        raise Problem("Vul in waarover het gesprek gaat, bijvoorbeeld: concept 3 van het voorstel.")
    if state == MomentState.HELD:
        require_past(facts.date, "Dit gesprek is nog niet geweest. Kies een eerdere dag, of laat het op afgesproken.")
    if state == MomentState.DROPPED and not outcome:
        raise Problem("Schrijf op waarom het gesprek vervalt.")
    return {"province": facts.province, "date": facts.date, "about": about, "state": state, "outcome": outcome}


def _involvement(area: Area, facts: InvolvementFacts, besides: Involvement | None = None) -> Mapping[str, object]:
    _require_province(area, facts.province)
    subject, party = _line(facts.subject), facts.organisation
    if not subject:
        raise Problem("Vul in waarin, bijvoorbeeld: wonen.")
    if party and not parties_of(area).filter(pk=party.pk).exists():
        raise Problem("Kies een partij van dit gebied.")
    same = Involvement.objects.filter(area=area, province=facts.province, organisation=party, subject__iexact=subject)
    if besides:
        same = same.exclude(pk=besides.pk)
    if same.exists():
        raise Problem(
            f"Van {party or 'het gebied zelf'} staat al hoe het bij “{subject}” betrokken is. Wijzig die regel."
        )
    note = _line(facts.note)
    return {"province": facts.province, "organisation": party, "subject": subject, "degree": Degree(facts.degree), "note": note}  # fmt: skip


def _require_province(area: Area, province: Province) -> None:
    if not provinces_of(area).filter(pk=province.pk).exists():
        raise Problem("Kies een provincie waarin dit gebied ligt.")


def _line(words: str) -> str:
    return " ".join(clean(words).split())
