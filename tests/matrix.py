"""The machine behind the access matrix: the people, one of everything in two areas, and one request at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, cast

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from areas.accounts.actions.invitations import invite
from areas.accounts.actions.personas import ensure_personas
from areas.accounts.middleware import HAS_SECOND_FACTOR, SEEN_AT, SIGNED_IN_AT
from areas.enums import Role
from areas.models import (
    Area,
    Duo,
    Mandate,
    NationalProgramme,
    Person,
    UmbrellaMembership,
    User,
)
from coalition.agreement.annexes.queries import files_of
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.versions.queries.versions import frozen_text
from coalition.analysis.scan.actions.questionnaires import begin_questionnaire
from coalition.merging.enums import MergeKind
from coalition.models import (
    ActionItem,
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    Article,
    ArticleComment,
    Chapter,
    Consultation,
    ConsultationReply,
    ConversationDraft,
    DefinedTerm,
    Exhibit,
    Merge,
    OpenPoint,
    VersionFile,
)
from coalition.planning_group.meetings.actions import plan_meeting
from coalition.planning_group.meetings.rules import AgendaPoint
from coalition.planning_group.seats.enums import PlanningFunction
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.actions.moves import move_measure
from deliverables.agenda.moving.actions.proposals import propose_dates
from deliverables.agenda.moving.queries.preview import reckon
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.versions.actions import freeze_agenda
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from deliverables.perspective.template.models import SectionTemplate
from deliverables.photos.actions import take_photo
from deliverables.reminders.models import Reminder
from novex_portal.records.enums import RecordKind
from novex_portal.records.models import Anonymisation, Destruction
from novex_portal.toolkit.files.keeping import keep_original
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from tests.deliverables.agenda.factories import (
    make_agenda_import,
    make_condition,
    make_deadline,
    make_dependency,
    make_measure,
)
from tests.deliverables.arrangement.factories import make_agreement, make_commitment, make_province, make_stance
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome
from tests.deliverables.money.factories import make_fund, make_line, make_price_series, make_process_money
from tests.deliverables.perspective.factories import make_perspective
from tests.factories import (
    DAY,
    make_amendment,
    make_area,
    make_conversation,
    make_decision,
    make_exhibit,
    make_feedback_letter,
    make_organisation,
    make_party_import,
    make_passage,
    make_person,
    make_printout,
    make_relation,
    make_right_of_reply,
    make_round,
    make_scan,
    make_scan_invitation,
    make_seat,
    make_stake,
    make_statement,
)
from tests.toolkit.files.brought import A_DOCUMENT

OWN, OTHER = "zuid-limburg", "de-peel"
NATIONAL = ("regieteam", "auditor")
# The columns of the table, in this order. The eighth persona is an interviewer whose own area is the other one.
COLUMNS = (
    "deelnemer",
    "gespreksvoerder",
    "planningsgroep",
    "bestuurder",
    "gebiedsbeheerder",
    "regieteam",
    "auditor",
)
ELSEWHERE = "gespreksvoerder-de-peel"
PERSONAS = (*COLUMNS, ELSEWHERE)
_READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET ", "SHOW", "DECLARE", "FETCH", "CLOSE")
# What a GET may write: that somebody is there, and that they are about to read something confidential.
_MAY_WRITE = ('"django_session"', '"coalition_readevent"')


@dataclass(frozen=True)
class Row:
    """One method of one route: what each persona gets in an area of their own.

    `thing` names the object the address ends in; `data` is posted. A route `in_area` is tried in
    both areas: elsewhere everybody without a role across areas gets 404.
    """

    route: str
    method: str
    statuses: tuple[int, ...]
    thing: str = ""
    data: tuple[tuple[str, str], ...] = ()
    in_area: bool = True

    @property
    def name(self) -> str:
        return f"{self.method} {self.route}"

    def expected(self, persona: str, place: str) -> int:
        """Return the status this persona gets in this place."""
        column = "gespreksvoerder" if persona == ELSEWHERE else persona
        home = OTHER if persona == ELSEWHERE else OWN
        if self.in_area and persona not in NATIONAL and place != home:
            return 404
        return self.statuses[COLUMNS.index(column)]


def routes() -> dict[str, URLPattern]:
    """Return every route that can be reached, by name; one without a name gives its address."""
    return dict(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, above: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        address = above + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, address)
        else:
            yield pattern.name or address, pattern


class World:
    """The eight people, and one of everything in each of two areas."""

    def __init__(self) -> None:
        places = {slug: make_area(slug) for slug in (OWN, OTHER)}
        self.people: dict[str, User] = ensure_personas()
        authors = {OWN: self.people["gespreksvoerder"], OTHER: self.people[ELSEWHERE]}
        self.things = {slug: _one_of_everything(area, authors[slug]) for slug, area in places.items()}
        self.clients = {key: _signed_in(self.people[key]) for key in PERSONAS}

    def address(self, row: Row, place: str) -> str:
        """Return the address of a row's route in an area."""
        names = get_resolver().reverse_dict.getlist(row.route)[0][0][0][1]
        things = self.things[place]
        values = {
            "slug": place,
            "pk": things.get(row.thing),
            "number": 1,
            "other": 1,
            "party": things.get(
                "signer"
                if row.route
                in {
                    "positions-in-bulk",
                    "article-position",
                    "open-point-stand",
                    "consultation-reply",
                    "consultation-link-new",
                }
                else "organisation"
            ),
            "kind": "rijk-regio" if row.route == "duo-change" else "csv",
            "token": things.get(row.thing),
            "province": things["own_province"] if row.route in {"province", "province-print"} else "limburg",
        }
        return reverse(row.route, kwargs={name: values.get(name) or things[name] for name in names})


def _signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    session = client.session
    now = timezone.now().timestamp()
    session.update({SIGNED_IN_AT: now, SEEN_AT: now + 3600, HAS_SECOND_FACTOR: True})
    session.save()
    return client


def _one_of_everything(area: Area, author: User) -> dict[str, Any]:
    party = make_organisation(area=area)
    conversation = make_conversation(author, area)
    statement = make_statement(conversation, party)
    ambition = Ambition.objects.create(area=area, number=1, title="Water", text="Vasthouden.", created_by=author)
    agreement = Agreement.objects.create(area=area, title="Akkoord")
    chapter = Chapter.objects.create(agreement=agreement, number=1, label="1", title="Ambities")
    article = Article.objects.create(chapter=chapter, number=1, label="1", title="Water", text="Tekst.")
    annex, exhibit = _annex(agreement, author)
    return {
        "annex": annex.pk,
        "exhibit": exhibit.pk,
        "document": make_exhibit(author, annex, taken=A_DOCUMENT).pk,
        "sha256": exhibit.file.sha256,
        "conversation": conversation.pk,
        "statement": statement.pk,
        "right_of_reply": make_right_of_reply(conversation, party).reply.pk,
        "passage": make_passage(conversation, "Water").pk,
        "feedback_letter": make_feedback_letter(statement).pk,
        "draft": ConversationDraft.objects.create(area=area, author=author).pk,
        "ambition": ambition.pk,
        "chapter": chapter.pk,
        "article": article.pk,
        "amendment": make_amendment(author, article, party).pk,
        "signer": party.pk,
        "comment": ArticleComment.objects.create(article=article, author=author, text="Let op.").pk,
        "open_point": OpenPoint.objects.create(agreement=agreement, title="Geld", text="Wie betaalt?").pk,
        "term": DefinedTerm.objects.create(agreement=agreement, term="Beekdal", meaning="Dal van een beek.").pk,
        "party": AgreementParty.objects.create(agreement=agreement, organisation=party).pk,
        "version": _version(agreement, author, party),
        "printout": make_printout(author, area).pk,
        "heading": "hoofdopgave",
        "duo": Duo.objects.create(
            area=area, kind="ambtelijk", national_side="Directeur", regional_side="Directeur", valid_from="2022-01-10"
        ).pk,
        "template_row": SectionTemplate.objects.create(heading=f"Onderdeel {area}").pk,
        "programme": NationalProgramme.objects.create(name=f"Programma {area}", source="Brief").pk,
        "import": make_party_import(author, area).pk,
        **_checkpoint(area, author),
        **_agenda(area, author, party),
        **make_perspective(area, author, party),
        **_member(area, author),
        **_umbrella(area),
        **_planning_group(area, author),
        **_merged_and_met(area, author),
        **_round(area, author, party),
        **_privacy(area, author),
        "stake": make_stake(author, party, statement.challenge).pk,
        **_scan(area, author),
        "relation": make_relation(author, party, make_organisation(area=area), area=area).pk,
    }


def _annex(agreement: Agreement, author: User) -> tuple[Chapter, Exhibit]:
    annex = Chapter.objects.create(agreement=agreement, number=2, label="B1", title="Kaarten", kind=ChapterKind.ANNEX)
    return annex, make_exhibit(author, annex)


def _privacy(area: Area, author: User) -> dict[str, Any]:
    person = make_person(make_organisation(area=area), name="Beheerder Voorbeeld")
    report = Anonymisation.objects.create(area=area, person=person, done_by=author)
    destruction = Destruction.objects.create(
        area=area, kind=RecordKind.DRAFT, first_on=DAY, last_on=DAY, term="180 dagen", proposed_by=author
    )
    return {"known": person.pk, "member": author.pk, "anonymisation": report.pk, "destruction": destruction.pk}


def _round(area: Area, author: User, party: Any) -> dict[str, Any]:
    made = make_round(author, area, party)
    return {"round": made.pk, "target": made.targets.get().pk}


def _version(agreement: Agreement, author: User, party: Any) -> Any:
    now = timezone.now()
    text = frozen_text(agreement, number=1, kind="concept", label="", moment=now, actor=author)
    version = AgreementVersion.objects.create(
        agreement=agreement, number=1, frozen_by=author, frozen_at=now, snapshot=text.to_json()
    )
    VersionFile.objects.bulk_create(VersionFile(version=version, file=file) for file in files_of(agreement))
    consultation = Consultation.objects.create(
        version=version, question="Wat vindt u?", deadline=now, opened_by=author
    )
    ConsultationReply.objects.create(consultation=consultation, organisation=party)
    return version.pk


def _checkpoint(area: Area, author: User) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=60)
    checkpoint = Checkpoint.objects.create(name=f"IJkmoment {area}", date=day, created_by=author)
    CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
    requirement = Requirement.objects.create(checkpoint=checkpoint, area=area, text="Ontwikkelperspectief")
    mail = OutgoingMail.objects.create(
        dedupe_key=f"herinnering {area}", to=author.email, text="Dag", status=MailStatus.DEAD
    )
    reminder = Reminder.objects.create(
        checkpoint=checkpoint, recipient=author, offset_days=7, due_at=timezone.now(), status="in-outbox", mail=mail
    )
    take_photo(area=area, actor=author, label="Voorjaar", moment=timezone.now())
    return {
        **_board_meeting(area, author),
        "checkpoint": checkpoint.pk,
        "requirement": requirement.pk,
        "reminder": reminder.pk,
    }


def _board_meeting(area: Area, author: User) -> dict[str, Any]:
    """An overleg of both areas with something agreed for this one, that a party has the lead in nobody speaks for."""
    meeting = make_meeting(area, make_area(OTHER if area.slug == OWN else OWN))
    return {"board_meeting": meeting.pk, "outcome": make_outcome(meeting, area, created_by=author).pk}


def _agenda(area: Area, author: User, party: Any) -> dict[str, Any]:
    """A chapter with a measure in it that a party has the lead in, which the author does not speak for."""
    measure = make_measure(area, "W01", lead=party, created_by=author)
    version = freeze_agenda(area=area, actor=author)
    return {
        "measure": measure.pk,
        "agendachapter": measure.chapter_id,
        "agenda_version": version.pk,
        "agenda_import": make_agenda_import(author, area).pk,
        **_plan(area, author, measure),
        **_money(area, author, measure),
        **_arrangement(area, author),
    }


def _arrangement(area: Area, author: User) -> dict[str, Any]:
    """An agreement in the arrangement of a province of this area alone, with a letter of a party."""
    province = make_province(area, name=f"Provincie {area}")
    agreement = make_agreement(area, created_by=author)
    letter = keep_original(A_DOCUMENT)
    stance = make_stance(agreement, reservation="Als er geld is", letter=letter)
    return {
        "agreement": agreement.pk,
        "arrangement": agreement.arrangement_id,
        "own_province": province.slug,
        "commitment": make_commitment(agreement).pk,
        "stance": stance.pk,
    }


def _plan(area: Area, author: User, measure: Measure) -> dict[str, Any]:
    """What the measure waits for here and elsewhere, when it must be ready, how it moved and who asks it to move."""
    elsewhere = make_area(OTHER if area.slug == OWN else OWN)
    foreign, after = make_measure(elsewhere, "V01", created_by=author), make_measure(area, "W02", created_by=author)
    asked = make_dependency(foreign, measure, state="voorgesteld", proposed_in=elsewhere)
    to = Dates(read_date("2029"), read_date("2030"))
    batch = move_measure(
        measure=after, actor=author, dates=to, reason="Later", seen=reckon(after, to).mark, push=False
    )
    return {
        "dependency": make_dependency(measure, after).pk,
        "asked_dependency": asked.pk,
        "condition": make_condition(area, measure, created_by=author).pk,
        "deadline": make_deadline(measure, DAY).pk,
        "batch": batch.pk,
        "date_proposal": propose_dates(measure=measure, actor=author, dates=to, reason="Later").pk,
    }


def _money(area: Area, author: User, measure: Measure) -> dict[str, Any]:
    fund = make_fund(area, created_by=author)
    return {
        "fund": fund.pk,
        "contribution": make_line(measure, fund=make_fund(area, created_by=author)).pk,
        "price_series": make_price_series(created_by=author).pk,
        "process_money": make_process_money(area, fund=make_fund(area, created_by=author), created_by=author).pk,
    }


def _umbrella(area: Area) -> dict[str, Any]:
    member, umbrella = make_organisation(area=area), make_organisation(area=area)
    link = UmbrellaMembership.objects.create(member=member, umbrella=umbrella)
    return {"organisation": member.pk, "umbrella_link": link.pk}


def _member(area: Area, author: User) -> dict[str, Any]:
    invitation = invite(area=area, actor=author, email=f"gast@{area.slug}.example", role=Role.PARTICIPANT)
    return {"membership": author.memberships.get().pk, "invitation": invitation.pk}


def _merged_and_met(area: Area, author: User) -> dict[str, Any]:
    kept, gone = make_organisation(area=area), make_organisation(area=area)
    person = Person.objects.create(organisation=kept, role="Wethouder")
    merge = Merge.objects.create(
        area=area,
        kind=MergeKind.ORGANISATION,
        kept_id=kept.pk,
        gone_id=gone.pk,
        kept_name=kept.name,
        gone_name=gone.name,
        record={"steps": [], "areas": [str(area.pk)], "contacts": []},
        merged_by=author,
    )
    mandate = Mandate.objects.create(
        area=area, person=person, organisation=kept, level="meepraten", subject="Water", valid_from=DAY
    )
    meeting = plan_meeting(
        area=area, actor=author, title="Weekstart", held_on=timezone.localdate(), agenda=[AgendaPoint("Water")]
    )
    return {"meeting": meeting.pk, "merge": merge.pk, "twin": kept.pk, "twin_person": person.pk, "mandate": mandate.pk}


def _scan(area: Area, author: User) -> dict[str, Any]:
    scan = make_scan(author, area)
    return {
        "scan": scan.pk,
        "scan_invitation": make_scan_invitation(scan).pk,
        "scan_questionnaire": begin_questionnaire(area=area, actor=author).pk,
        "part": 1,
    }


def _planning_group(area: Area, author: User) -> dict[str, Any]:
    """A seat, an action item the interviewer must do, and a decision on which a party said nothing."""
    decision = make_decision(author, make_organisation(area=area), area=area)
    item = ActionItem.objects.create(area=area, what="Kaart delen", owner=str(author), owner_user=author)
    return {
        "seat": make_seat(area, PlanningFunction.PLANNING).pk,
        "action_item": item.pk,
        "decision": decision.pk,
        "position": decision.positions.get().pk,
    }


@dataclass
class Tried:
    """What happened when everybody sent one row's request in both areas."""

    statuses: dict[tuple[str, str], int]
    writes: list[str]


def everybody_tries(world: World, row: Row) -> Tried:
    """Try a row as everybody in both areas, each signed in once for all rows; nothing that happens stays."""
    tried = Tried({}, [])
    for place in (OWN, OTHER) if row.in_area else (OWN,):
        address = world.address(row, place)
        for persona in PERSONAS:
            with undone(), connection.execute_wrapper(partial(_noting, tried.writes)):
                tried.statuses[persona, place] = send(world.clients[persona], row, address).status_code
    return tried


def wanted(row: Row) -> dict[tuple[str, str], int]:
    """Return what the table says a row gives to everybody in both areas."""
    places = (OWN, OTHER) if row.in_area else (OWN,)
    return {(persona, place): row.expected(persona, place) for place in places for persona in PERSONAS}


def somebody_who_may(world: World, allowed: Row, row: Row) -> int:
    """Send a row's request as the first persona whom the table allows another one, in their own area."""
    may = [key for key in COLUMNS if allowed.expected(key, OWN) not in {403, 404}]
    persona = may[0] if may else "gebiedsbeheerder"
    with undone():
        return send(world.clients[persona], row, world.address(row, OWN)).status_code


def anonymous(world: World, row: Row) -> HttpResponse:
    """Try a row without signing in."""
    with undone():
        return send(Client(), row, world.address(row, OWN))


def _noting(writes: list[str], execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
    """Note a statement that changes something, and let it be carried out."""
    if _changes(str(sql)):
        writes.append(str(sql))
    return execute(sql, *rest)


def _changes(sql: str) -> bool:
    reads = sql[:20].lstrip("( ").upper().startswith(_READS) and "FOR UPDATE" not in sql
    return not reads and not any(table in sql for table in _MAY_WRITE)


def send(client: Client, row: Row, address: str) -> HttpResponse:
    """Ask for an address by the method of a row, with what the row posts."""
    response = client.post(address, dict(row.data)) if row.method == "POST" else client.get(address)
    return cast(HttpResponse, response)


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever happens in the database meanwhile."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
