"""Small honest makers of test data: each makes one thing, with defaults one can read."""

import itertools
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from areas.enums import NATIONAL_ROLES, Role
from areas.imports.enums import ImportStatus
from areas.models import (
    Area,
    AreaOrganisation,
    Challenge,
    Membership,
    Organisation,
    PartyImport,
    Person,
    Printout,
    User,
)
from areas.parties.enums import OrganisationKind
from areas.parties.queries import province_by_name
from coalition.agreement.annexes.actions import add_exhibit
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.scan.enums import QuestionnaireStatus
from coalition.conversations.feedback.actions import write_letter
from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.conversations.right_of_reply.actions import Sent, send_right_of_reply
from coalition.conversations.statements.enums import Stance
from coalition.models import (
    Amendment,
    Article,
    Chapter,
    Conversation,
    ConversationRound,
    CooperationScan,
    Decision,
    DecisionPosition,
    Exhibit,
    Feedback,
    FeedbackLetter,
    Participant,
    Passage,
    Relation,
    RoundTarget,
    ScanAnswer,
    ScanDimension,
    ScanInvitation,
    ScanQuestion,
    ScanQuestionnaire,
    Seat,
    SeatFunction,
    StakeScore,
    Statement,
)
from novex_portal.toolkit.files.keeping import Taken
from tests.toolkit.files.brought import A_PICTURE

_counter = itertools.count(1)
DAY = date(2026, 3, 2)


def make_area(slug: str = "zuid-limburg", **fields: Any) -> Area:
    number = fields.pop("number", next(_counter) + 100)
    values = {
        "code": {"zuid-limburg": "ZL", "de-peel": "PL"}.get(slug, f"G{number}"),
        "name": slug.replace("-", " ").title(),
        "latitude": "50.88",
        "longitude": "5.90",
        "main_challenge": "Water",
        **fields,
    }
    return Area.objects.get_or_create(slug=slug, defaults={"number": number, **values})[0]


def make_user(**fields: Any) -> User:
    values = {"email": f"gebruiker{next(_counter)}@example.org", **fields}
    return User.objects.create_user(**values)


def make_member(role: str, area: Area | None = None, organisation: Organisation | None = None, **fields: Any) -> User:
    """Make a user with one membership; a national role takes no area."""
    user = make_user(name=fields.pop("name", str(Role(role).label)), **fields)
    place = None if role in NATIONAL_ROLES else area or make_area()
    Membership.objects.create(user=user, area=place, role=role, organisation=organisation, valid_from=date(2020, 1, 1))
    return user


def make_organisation(
    name: str = "", kind: str = OrganisationKind.MUNICIPALITY, area: Area | None = None
) -> Organisation:
    name = name or f"Organisatie {next(_counter)}"
    organisation = Organisation.objects.create(name=name, kind=kind, province=province_by_name(kind, name))
    AreaOrganisation.objects.create(area=area or make_area(), organisation=organisation)
    return organisation


def make_person(organisation: Organisation | None = None, role: str = "", **fields: Any) -> Person:
    """Make somebody in a role for an organisation of the area."""
    return Person.objects.create(
        organisation=organisation or make_organisation(), role=role or f"Rol {next(_counter)}", **fields
    )


def make_seat(
    area: Area | None = None,
    *functions: str,
    kind: str = OrganisationKind.MUNICIPALITY,
    person: Person | None = None,
    **fields: Any,
) -> Seat:
    """Give somebody of an organisation of this kind a seat in the planning group."""
    area = area or make_area()
    person = person or make_person(make_organisation(kind=kind, area=area))
    values = {"valid_from": date(2020, 1, 1), **fields}
    seat = Seat.objects.create(area=area, person=person, **values)
    SeatFunction.objects.bulk_create(SeatFunction(seat=seat, function=function) for function in functions)
    return seat


def make_decision(author: User, *organisations: Organisation, area: Area | None = None, **fields: Any) -> Decision:
    """Make a decision on which these organisations have said nothing yet."""
    area = area or make_area()
    values = {
        "number": Decision.objects.filter(area=area).count() + 1,
        "title": "Water vasthouden",
        "text": "Partijen houden water vast op de helling.",
        "body": "Stuurgroep",
        "decided_on": DAY,
        **fields,
    }
    decision = Decision.objects.create(area=area, created_by=author, **values)
    DecisionPosition.objects.bulk_create(
        DecisionPosition(decision=decision, organisation=organisation) for organisation in organisations
    )
    return decision


def make_challenge(area: Area | None = None, title: str = "") -> Challenge:
    return Challenge.objects.create(area=area or make_area(), title=title or f"Opgave {next(_counter)}")


def make_scan(author: User, area: Area | None = None, **fields: Any) -> CooperationScan:
    """Open a measurement from today on, with two dimensions of one question each."""
    questionnaire = ScanQuestionnaire.objects.create(
        area=area or make_area(), title="Scan", number=next(_counter), status=QuestionnaireStatus.REPLACED
    )
    for rank, name in enumerate(("Ambitie", "Proces")):
        dimension = ScanDimension.objects.create(questionnaire=questionnaire, name=name, rank=rank)
        ScanQuestion.objects.create(dimension=dimension, text=f"Het gaat goed met {name.lower()}.", rank=0)
    today = timezone.localdate()
    values = {"title": "Meting", "opened_on": today, "closes_on": today + timedelta(days=14), **fields}
    return CooperationScan.objects.create(
        area=area or make_area(), questionnaire=questionnaire, created_by=author, **values
    )


def make_scan_invitation(scan: CooperationScan, *scores: int | None, **fields: Any) -> ScanInvitation:
    """Ask a party to fill in a measurement; with scores it has done so, one for each question in order."""
    values = {"organisation": fields.pop("organisation", None) or make_organisation(area=scan.area), **fields}
    if scores:
        values.setdefault("answered_at", timezone.now())
    invitation = ScanInvitation.objects.create(scan=scan, **values)
    questions = ScanQuestion.objects.filter(dimension__questionnaire=scan.questionnaire).order_by("dimension__rank")
    ScanAnswer.objects.bulk_create(
        ScanAnswer(invitation=invitation, question=question, score=score)
        for question, score in zip(questions, scores, strict=False)
    )
    return invitation


def make_printout(user: User, area: Area | None = None, **fields: Any) -> Printout:
    values = {"need": "view_factsheet", "title": "Factsheet", "file_name": "factsheet.pdf", "html": "", **fields}
    return Printout.objects.create(requested_by=user, area=area, stylesheet="css/print-document.css", **values)


def make_conversation(author: User, area: Area | None = None, **fields: Any) -> Conversation:
    """Make a bare conversation, past the action: without participants, statements or summary."""
    values = {
        "held_on": DAY,
        "form": ConversationForm.INDIVIDUAL,
        "report": "Water langer vasthouden op de helling.",
        "confidentiality": Confidentiality.PLANNING_GROUP,
        **fields,
    }
    return Conversation.objects.create(author=author, area=area or make_area(), **values)


def make_statement(conversation: Conversation, organisation: Organisation | None = None, **fields: Any) -> Statement:
    party = organisation or make_organisation(area=conversation.area)
    Participant.objects.get_or_create(conversation=conversation, organisation=party, person=None)
    values = {
        "challenge": fields.pop("challenge", None) or make_challenge(conversation.area),
        "position": "Water vasthouden kan, als de grond bruikbaar blijft.",
        "interest": "Zekerheid over grond.",
        "stance": Stance.CONDITIONAL,
        **fields,
    }
    return Statement.objects.create(conversation=conversation, organisation=party, **values)


def make_right_of_reply(conversation: Conversation, organisation: Organisation, **fields: Any) -> Sent:
    """Ask a participant for wederhoor, by the action: a link cannot be had otherwise."""
    values = {"summary": "Wij spraken over water.", "actor": conversation.author, **fields}
    return send_right_of_reply(conversation=conversation, organisation=organisation, **values)


def make_amendment(author: User, article: Article, organisation: Organisation, **fields: Any) -> Amendment:
    """Let a party propose other words for an article, past the action."""
    values = {"title": article.title, "text": "Andere tekst.", "reason": "Het kan scherper.", **fields}
    on = {"on_title": article.title, "on_text": article.text, "agreement": article.chapter.agreement}
    return Amendment.objects.create(article=article, organisation=organisation, proposed_by=author, **values, **on)


def make_exhibit(author: User, annex: Chapter, taken: Taken = A_PICTURE, **fields: Any) -> Exhibit:
    """Put a figure, or with a document `taken` a document, in an annex."""
    words = {"caption": "Kaart van de beekdalen", "alt": "Een kaart met drie beekdalen.", **fields}
    return add_exhibit(chapter=annex, actor=author, taken=taken, **words)


def make_passage(conversation: Conversation, quote: str, **fields: Any) -> Passage:
    """Mark words of a report, past the action."""
    values = {"mark": PassageMark.FACT, "author": conversation.author, **fields}
    return Passage.objects.create(conversation=conversation, quote=quote, **values)


def make_feedback(statement: Statement, **fields: Any) -> Feedback:
    """Say what was done with a statement, past the action."""
    values = {"outcome": FeedbackOutcome.TAKEN_OVER, "given_by": statement.conversation.author, **fields}
    return Feedback.objects.create(statement=statement, **values)


def make_feedback_letter(statement: Statement, **fields: Any) -> FeedbackLetter:
    """Tell the party of a statement what was done with it, by the action: the letter is frozen there."""
    make_feedback(statement)
    values = {"actor": statement.conversation.author, "organisation": statement.organisation, **fields}
    return write_letter(conversation=statement.conversation, **values)


def make_round(author: User, area: Area | None = None, *parties: Organisation, **fields: Any) -> ConversationRound:
    """Begin a round with these parties to speak with, past the action."""
    values = {"title": "Eerste ronde", "aim": "Horen wat speelt.", "starts_on": DAY, **fields}
    made = ConversationRound.objects.create(area=area or make_area(), created_by=author, **values)
    RoundTarget.objects.bulk_create(RoundTarget(round=made, organisation=party) for party in parties)
    return made


def make_stake(author: User, organisation: Organisation, challenge: Challenge, **fields: Any) -> StakeScore:
    """Give an organisation a score on an opgave, past the action."""
    values = {"influence": 4, "interest": 3, "scored_on": DAY, "reasoning": "Beheert de beken.", **fields}
    return StakeScore.objects.create(author=author, organisation=organisation, challenge=challenge, **values)


def make_party_import(author: User, area: Area | None = None, **fields: Any) -> PartyImport:
    """Make a file with parties as it is once its one line was checked, past the action."""
    line = {"number": 2, "name": "Gemeente Voorbeeld", "action": "new", "words": ["Komt erbij."], "changes": []}
    values = {
        "file_name": "partijen.csv",
        "rows": [{"number": 2, "values": {"naam": "Gemeente Voorbeeld", "soort": "gemeente"}}],
        "outcome": [line],
        "counts": {"total": 1, "new": 1},
        "status": ImportStatus.CHECKED,
        **fields,
    }
    return PartyImport.objects.create(area=area or make_area(), uploaded_by=author, **values)


def make_relation(
    author: User, first: Organisation, second: Organisation, *, area: Area | None = None, **fields: Any
) -> Relation:
    """Make a relation as it stands, past the action: the two in the order they are given."""
    values = {"kind": RelationKind.COOPERATES, "valid_from": date(2020, 1, 1), **fields}
    return Relation.objects.create(area=area or make_area(), first=first, second=second, created_by=author, **values)
