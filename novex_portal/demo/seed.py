"""Fills the practice environment, through the same actions that people use."""

from collections.abc import Iterable
from datetime import date, timedelta

import pghistory
from django.db import transaction
from django.utils.text import slugify

from areas.accounts.actions.personas import ensure_personas
from areas.enums import Role
from areas.models import Area, Challenge, Membership, Organisation, User
from coalition.agreement.ambitions.actions import change_ambition_status, create_ambition
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.articles.actions import add_article
from coalition.agreement.document.actions.agreements import open_agreement, rename_agreement
from coalition.agreement.document.actions.parties import add_party, change_party_status, group_parties
from coalition.agreement.document.enums import PartyStatus
from coalition.agreement.versions.actions import freeze_version
from coalition.conversations.recording.actions.parties import resolve_parties
from coalition.conversations.recording.actions.recording import record_conversation
from coalition.conversations.recording.data import (
    ActionItemData,
    ConversationData,
    ParticipantData,
    StatementData,
)
from coalition.conversations.statements.enums import Stance
from coalition.models import Agreement, Ambition, Conversation, ConversationRound
from coalition.planning_group.seats.actions import seat_newcomer
from coalition.planning_group.seats.enums import PlanningFunction
from deliverables.checkpoints.actions import create_checkpoint, set_requirement_status
from deliverables.checkpoints.models import Requirement
from novex_portal.demo.content import elsewhere
from novex_portal.demo.content.agreement import AKKOORD, Wish
from novex_portal.demo.content.elsewhere import ELSEWHERE
from novex_portal.demo.content.parties import PARTIES, Named
from novex_portal.demo.content.talks import TALKS, Talk
from novex_portal.demo.seeds.amendments import seed_amendments
from novex_portal.demo.seeds.answers import seed_answers, statement_called
from novex_portal.demo.seeds.article_positions import seed_positions, seed_rewritten
from novex_portal.demo.seeds.deliverables.agenda import seed_agendas
from novex_portal.demo.seeds.deliverables.arrangement import seed_arrangements
from novex_portal.demo.seeds.deliverables.board_meetings import seed_board_meetings
from novex_portal.demo.seeds.deliverables.money import seed_money
from novex_portal.demo.seeds.deliverables.perspective import seed_perspectives
from novex_portal.demo.seeds.drafting import seed_first_articles, seed_second_version, seed_weights_and_comments
from novex_portal.demo.seeds.factsheets import seed_factsheets
from novex_portal.demo.seeds.network import seed_network
from novex_portal.demo.seeds.people import Roles, seed_mandates, seed_paperwork, seed_people
from novex_portal.demo.seeds.planning_group import seed_planning_group
from novex_portal.demo.seeds.rounds import seed_rounds
from novex_portal.demo.seeds.scans import seed_scans
from novex_portal.demo.seeds.stakes import seed_stakes
from novex_portal.demo.seeds.support import seed_support
from novex_portal.toolkit.ids import uuid7

# Days to the first checkpoint: exactly one of the distances of a reminder, so that one arrives today.
FIRST = 14
SATURDAY = 5
# The road a party walks to its status; each step is an action of its own, so its history is true.
_ROAD = (PartyStatus.OFFICIALS_AGREE, PartyStatus.EXECUTIVES_AGREE)


@transaction.atomic
def seed(*, today: date) -> None:
    """Fill an empty database with the practice environment, seen from today."""
    for area in Area.objects.filter(slug__in=["zuid-limburg", "de-peel"]):
        here = PARTIES if area.slug == "zuid-limburg" else ELSEWHERE.de_peel
        _add_organisations(area, here.organisations)
    people = ensure_personas()
    roles = _seed_zuid_limburg(people, today)
    _seed_de_peel(people, today)
    for entry in ELSEWHERE.areas:
        _seed_elsewhere(entry, today)
    _seed_checkpoints(people, today)
    seed_factsheets(people, roles, today)
    writers = _writers(people, today)
    seed_agendas(writers, roles, today)
    seed_money(writers, today)
    seed_arrangements(writers, today)
    seed_board_meetings(writers, people["regieteam"], today)
    seed_perspectives(today)


def _writers(people: dict[str, User], today: date) -> dict[str, User]:
    """Return who writes the agenda of each area that has one."""
    peel = Area.objects.get(slug="de-peel")
    members = Membership.objects.filter(role=Role.PLANNING_GROUP).select_related("user").order_by("pk")
    return {
        "zuid-limburg": people["planningsgroep"],
        "de-peel": _add_member(peel, Role.PLANNING_GROUP, "Provincie Noord-Brabant", today),
        **{slug: members.filter(area__slug=slug)[0].user for slug in ("groene-hart", "lelylijn")},
    }


def _seed_zuid_limburg(people: dict[str, User], today: date) -> Roles:
    area = Area.objects.get(slug="zuid-limburg")
    accounts = {
        ("Waterschap Limburg", "Omgevingsmanager"): people["planningsgroep"],
        ("Provincie Limburg", "Programmamanager"): people["gebiedsbeheerder"],
        ("Gemeente Maastricht", "Wethouder leefomgeving"): people["bestuurder"],
        ("Landbouworganisatie", "Regiobestuurder"): people["deelnemer"],
    }
    for name, role in (("Natuurorganisatie", "Directeur"), ("Gemeente Heerlen", "Beleidsadviseur")):
        accounts[name, role] = _add_member(area, Role.PLANNING_GROUP, name, today)
    for name in (
        "Provincie Limburg",
        "Waterschap Limburg",
        "Ministerie van Infrastructuur en Waterstaat",
        "Landbouworganisatie",
    ):
        _add_member(area, Role.EXECUTIVE, name, today)
    with pghistory.context(user=str(people["planningsgroep"].pk)):
        roles = seed_people(area, people["planningsgroep"], accounts, today)
        seed_mandates(area, people["planningsgroep"], roles, today)
    for talk in TALKS.talks:
        _record(area, people["gespreksvoerder"], talk, today)
    seed_rounds(
        area,
        people["planningsgroep"],
        lambda talk, round: _record(area, people["gespreksvoerder"], talk, today, round),
        today,
    )
    ambitions = [_wish(area, people["planningsgroep"], wish) for wish in AKKOORD.ambitions]
    _seed_agreement(area, people["planningsgroep"], ambitions, today)
    with pghistory.context(user=str(people["planningsgroep"].pk)):
        seed_planning_group(area, people["planningsgroep"], roles, today)
        seed_network(area, people["planningsgroep"], roles, today)
        seed_support(area, people["planningsgroep"], today)
        seed_stakes(area, people["planningsgroep"], today)
        seed_answers(area)
        seed_scans(area, people["planningsgroep"], today)
        seed_paperwork(area, people["planningsgroep"])
    return roles


def _record(area: Area, author: User, talk: Talk, today: date, round: ConversationRound | None = None) -> Conversation:
    challenges = {challenge.title: challenge for challenge in area.challenges.all()}
    data = ConversationData(
        held_on=today - timedelta(days=talk.days_ago),
        round=round,
        place=talk.place,
        form=talk.form,
        report=talk.report,
        confidentiality=talk.confidentiality,
        participants=tuple(
            ParticipantData(organisation=entry.organisation, role=entry.role) for entry in talk.participants
        ),
        statements=tuple(
            StatementData(
                organisation=said.organisation,
                challenge=challenges[said.challenge],
                position=said.position,
                interest=said.interest,
                stance=said.stance,
                urgency=said.urgency,
            )
            for said in talk.said
        ),
        action_items=tuple(
            ActionItemData(what=agreed.what, owner=agreed.who, due_on=today + timedelta(days=agreed.due))
            for agreed in talk.agreed
        ),
    )
    return record_conversation(area=area, actor=author, token=uuid7(), data=data)


def _wish(area: Area, actor: User, wish: Wish) -> Ambition:
    statements = [statement_called(area, words) for words in wish.rests_on]
    ambition = create_ambition(
        area=area,
        actor=actor,
        title=wish.title,
        text=wish.text,
        statements=statements,
        challenges={row.challenge for row in statements},
    )
    if wish.status == AmbitionStatus.DROPPED:
        change_ambition_status(ambition=ambition, actor=actor, status=wish.status, reason=wish.drop_reason)
    elif wish.status != AmbitionStatus.PROPOSAL:
        change_ambition_status(ambition=ambition, actor=actor, status=AmbitionStatus.SHARED)
    return ambition


def _seed_agreement(area: Area, actor: User, ambitions: list[Ambition], today: date) -> None:
    agreement = open_agreement(area=area, actor=actor, title=AKKOORD.title)
    chapters = {chapter.number: chapter for chapter in agreement.chapters.all()}
    for clause in AKKOORD.articles:
        add_article(
            chapter=chapters[clause.chapter],
            actor=actor,
            title=clause.title,
            text=clause.text,
            ambitions=[ambitions[index] for index in clause.ambitions],
        )
    seed_first_articles(agreement, actor)
    _seed_parties(agreement, actor, today)
    freeze_version(agreement=agreement, actor=actor, label=AKKOORD.first_version)
    seed_positions(agreement, actor, today)
    seed_second_version(agreement, actor)
    seed_rewritten(agreement, actor)
    seed_amendments(agreement, actor)
    seed_weights_and_comments(agreement, actor)


def _seed_parties(agreement: Agreement, actor: User, today: date) -> None:
    """Say who agree and why: what stands before the first article."""
    organisations = {organisation.name: organisation for organisation in agreement.area.organisations.all()}
    for entry in AKKOORD.parties:
        party = add_party(
            agreement=agreement,
            actor=actor,
            organisation=organisations[entry.organisation],
            role=entry.role,
            deciding_body=entry.deciding_body,
            capacity=entry.capacity,
            signatories="\n".join(entry.signatories),
            mandate=entry.mandate,
            mandate_on=today - timedelta(days=entry.mandate_days_ago) if entry.mandate else None,
            short_name=entry.short_name,
            reservation=entry.reservation,
        )
        for step in _ROAD[: _ROAD.index(entry.status) + 1] if entry.status in _ROAD else ():
            party = change_party_status(party=party, actor=actor, status=step)
    for group in dict.fromkeys(entry.group for entry in AKKOORD.parties if entry.group):
        members = [organisations[entry.organisation] for entry in AKKOORD.parties if entry.group == group]
        chosen = agreement.parties.filter(organisation__in=members).values_list("pk", flat=True)
        group_parties(agreement=agreement, actor=actor, name=group, chosen=chosen)
    rename_agreement(
        agreement=agreement,
        actor=actor,
        version=agreement.version,
        title=AKKOORD.title,
        citation_title=AKKOORD.citation_title,
        preamble=AKKOORD.preamble,
    )


def _seed_de_peel(people: dict[str, User], today: date) -> None:
    area = Area.objects.get(slug="de-peel")
    for said in ELSEWHERE.de_peel.talks:
        _talk_once(
            area=area,
            author=people["gespreksvoerder-de-peel"],
            organisation=said.organisation,
            role=said.role,
            position=said.position,
            interest=said.interest,
            held_on=today - timedelta(days=said.days_ago),
        )


def _seed_elsewhere(entry: elsewhere.Area, today: date) -> None:
    area = Area.objects.get(slug=entry.slug)
    _add_organisations(area, entry.parties)
    author = _add_member(area, Role.INTERVIEWER, entry.parties[0].name, today)
    for party in entry.parties[: entry.planning_group]:
        member = _add_member(area, Role.PLANNING_GROUP, party.name, today)
        seat_newcomer(
            area=area,
            actor=author,
            organisation=Organisation.objects.get(name=party.name),
            role=ELSEWHERE.seat,
            functions=[PlanningFunction.PLANNING],
            valid_from=today - timedelta(days=90),
            user=member,
        )
    statements = []
    for rank, party in enumerate(entry.parties[: entry.spoken]):
        talk = _talk_once(
            area=area,
            author=author,
            organisation=party.name,
            role=ELSEWHERE.role,
            position=ELSEWHERE.position,
            interest=ELSEWHERE.interest,
            held_on=today - timedelta(days=25 - 3 * rank),
        )
        statements += list(talk.statements.all())
    if entry.ambition:
        create_ambition(
            area=area, actor=author, title=entry.ambition, text=f"{entry.ambition}.", statements=statements
        )


def _talk_once(
    *, area: Area, author: User, organisation: str, role: str, position: str, interest: str, held_on: date
) -> Conversation:
    challenge: Challenge = area.challenges.all()[0]
    data = ConversationData(
        held_on=held_on,
        report=f"{position} {interest}",
        participants=(ParticipantData(organisation=organisation, role=role),),
        statements=(
            StatementData(
                organisation=organisation,
                challenge=challenge,
                position=position,
                interest=interest,
                stance=Stance.CONDITIONAL,
            ),
        ),
    )
    return record_conversation(area=area, actor=author, token=uuid7(), data=data)


def _seed_checkpoints(people: dict[str, User], today: date) -> None:
    everywhere = list(Area.objects.all())
    zuid = Area.objects.get(slug="zuid-limburg")
    for moment in AKKOORD.checkpoints:
        day = today + timedelta(days=moment.days)
        checkpoint = create_checkpoint(
            actor=people["regieteam"],
            name=moment.name,
            kind=moment.kind,
            date=day if moment.days == FIRST else working_day(day),
            place=moment.place,
            areas=everywhere,
            requirements=[required.what for required in moment.required],
        )
        states = {required.what: required.status for required in moment.required}
        for requirement in Requirement.objects.filter(checkpoint=checkpoint, area=zuid):
            set_requirement_status(
                requirement=requirement, actor=people["gebiedsbeheerder"], status=states[requirement.text]
            )


def working_day(day: date) -> date:
    """Return the day, or the Monday after a weekend: nobody meets on a Sunday."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= SATURDAY else 0)


def _add_organisations(area: Area, entries: Iterable[Named]) -> None:
    participants = [ParticipantData(organisation=entry.name, kind=entry.kind) for entry in entries]
    resolve_parties(area=area, participants=participants)


def _add_member(area: Area, role: Role, organisation: str, today: date) -> User:
    """Make somebody without a persona: a role at an organisation, nobody's name."""
    address = slugify(f"{role} {organisation} {area.slug}")
    user = User.objects.create_user(email=f"{address}@oefenomgeving.example", name=f"{role.label}, {organisation}")
    Membership.objects.create(
        user=user,
        area=area,
        role=role,
        organisation=Organisation.objects.get(name=organisation),
        valid_from=today - timedelta(days=90),
    )
    return user
