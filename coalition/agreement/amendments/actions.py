"""Proposing other words for a text, a new one or one less, handling that, answering, and taking it over."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from areas.models import Organisation, User
from coalition.agreement.amendments.access import answers_as, proposes_as
from coalition.agreement.amendments.enums import AmendmentStatus, Handling, Verb
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import TAKES_OVER, taking_over_of, with_subject
from coalition.agreement.amendments.subjects import IN_LAW, Subject, Words
from coalition.agreement.amendments.writing import add, as_it_is, change, of_subject, strike
from coalition.agreement.articles.models import Article
from coalition.agreement.comments.models import ArticleComment
from coalition.agreement.consultations.models import ConsultationReply
from coalition.agreement.document.models import AgreementParty
from coalition.agreement.document.numbering import GONE, lock
from coalition.agreement.document.queries import readable_of
from coalition.agreement.terms.models import DefinedTerm
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.rules import source_problem
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import require_transition
from novex_portal.toolkit.text.markup import clean

MAX_REASON = 4_000
WAS_REMOVED = "Dit staat niet meer in de tekst: het is er intussen uit gehaald. Zet het eerst terug."
_NO_ANSWER = {
    "answer": "",
    "answered_as": "",
    "answer_source": "",
    "answered_by": None,
    "answered_at": None,
    "answer_told_on": None,
}


@action
def propose_amendment(
    *,
    subject: Subject,
    organisation: Organisation,
    actor: User,
    reason: str,
    text_version: int | None,
    title: str = "",
    text: str = "",
    source: str = "",
    token: UUID | None = None,
    from_comment: ArticleComment | None = None,
    from_reply: ConsultationReply | None = None,
) -> Amendment:
    """Propose another title or text, a new one, or to strike one, perhaps made of a reaction.

    A member of the party proposes for it; what the planning group writes is recorded, with its source, until the party
    confirms it.
    A second call with the token gives the first one's. Raises Conflict when the text changed since `text_version` was
    read, and Problem when nothing is other than it was, a reason lacks, or the organisation is no party of the akkoord.
    """
    if made := Amendment.made_with(token, agreement=subject.agreement, proposed_by=actor):
        return made
    lock(subject.agreement.pk)
    subject = as_it_is(subject)
    if subject.is_gone:
        raise Conflict(GONE)
    if subject.verb != Verb.ADD and subject.version != text_version:
        raise Conflict("Deze tekst is intussen gewijzigd. Lees hem opnieuw.")
    if not AgreementParty.objects.filter(agreement=subject.agreement, organisation=organisation).exists():
        raise Problem("Deze partij staat niet bij het akkoord.")
    title, text = _proposed(subject, clean(title).strip(), clean(text).strip())
    reason = clean(reason).strip()
    if not reason or len(reason) > MAX_REASON:
        raise Problem("Schrijf op waarom u dit voorstelt, in ten hoogste 4.000 tekens.")
    on_title, on_text = subject.words
    return Amendment.objects.create(
        **of_subject(subject),
        **_given(actor, subject, organisation, source),
        organisation=organisation,
        proposed_by=actor,
        title=title,
        text=text,
        reason=reason,
        on_title=on_title,
        on_text=on_text,
        from_comment=from_comment,
        from_reply=from_reply,
        submission_token=token or uuid7(),
    )


def _given(actor: User, subject: Subject, organisation: Organisation, source: str) -> dict[str, str]:
    """Return by whom and from where a proposal comes; raises Problem when the actor may not make it, or no source is said."""
    given_as, source = proposes_as(actor, subject.agreement.area, organisation.pk), clean(source).strip()
    if given_as is None:
        raise Problem("U kunt alleen voor uw eigen organisatie iets voorstellen.")
    if problem := source_problem(given_as, source):
        raise Problem(problem)
    return {"given_as": given_as, "source": source if given_as == GivenAs.RECORDED else ""}


@action
def confirm_proposal(*, amendment: Amendment, actor: User, version: int | None) -> Amendment:
    """Let the party say itself that it proposes what was recorded for it. Raises Problem unless the actor speaks for it."""
    held = amendment.held_at(version)
    if not held.waits:
        raise Problem("De partij heeft hier zelf al iets over gezegd.")
    if answers_as(actor, held) != GivenAs.OWN:
        raise Problem("Alleen de partij zelf kan dit bevestigen.")
    held.write_over(version, given_as=GivenAs.OWN)
    return held


def _proposed(subject: Subject, title: str, text: str) -> Words:
    """Return the words that would stand there; raises Problem when they cannot be, or are those of now."""
    if subject.verb == Verb.STRIKE:
        return subject.words[0], ""
    title = title if subject.has_heading else ""
    if not text or (subject.has_heading and not title):
        raise Problem(
            "Schrijf op hoe de tekst moet zijn, met een titel." if subject.has_heading else "Schrijf de tekst."
        )
    if wrong := subject.too_long((title, text)):
        raise Problem(wrong)
    if (title, text) == tuple(words.strip() for words in subject.words):
        raise Problem("Er is nog niets anders dan er nu staat. Wijzig de titel of de tekst.")
    return title, text


@action
def handle_amendment(
    *, amendment: Amendment, actor: User, version: int | None, handling: str, reason: str, text: str = ""
) -> Amendment:
    """Say what the planning group would do with a proposal, and why; `text` when it takes over in adapted form."""
    reason, text = clean(reason).strip(), clean(text).strip()
    if handling not in Handling.values or (amendment.verb == Verb.STRIKE and handling == Handling.ADAPTED):
        raise Problem("Kies wat de planningsgroep voorstelt.")
    if not reason or len(reason) > MAX_REASON:
        raise Problem("Schrijf op waarom, in ten hoogste 4.000 tekens.")
    if handling == Handling.ADAPTED and not text:
        raise Problem("Schrijf op hoe de tekst dan wordt.")
    adapted = text if handling == Handling.ADAPTED else ""
    if wrong := amendment.subject.too_long(("", adapted)):
        raise Problem(wrong)
    values = {
        "handling": handling,
        "handling_reason": reason,
        "handled_text": adapted,
        "handled_by": actor,
        **_NO_ANSWER,
    }
    return _step(amendment, version, AmendmentStatus.HANDLED, **values)


@action
def answer_handling(
    *, amendment: Amendment, actor: User, version: int | None, accepts: bool, answer: str = "", source: str = ""
) -> Amendment:
    """Let the party that proposed accept what the planning group would do, or maintain its proposal.

    The planning group may record that answer, with its source: it stands as recorded until the party confirms it
    or says something else. Raises Problem when it may not speak here, and Conflict as every step does.
    """
    answer, source = clean(answer).strip(), clean(source).strip()
    if not accepts and not answer:
        raise Problem("Schrijf op waarom u uw voorstel handhaaft.")
    given_as = answers_as(actor, amendment)
    if given_as is None:
        raise Problem("Alleen wie voor deze partij spreekt, kan dit.")
    if problem := source_problem(given_as, source):
        raise Problem(problem)
    held = amendment.held_at(version)
    if given_as == GivenAs.OWN and held.is_unconfirmed:
        held.status = AmendmentStatus.HANDLED  # the party's own word comes instead of what was recorded for it
    if given_as == GivenAs.OWN and held.waits:
        held.given_as = GivenAs.OWN  # who answers for the party knows what it proposed
    return _taken_to(
        held,
        AmendmentStatus.ACCEPTED if accepts else AmendmentStatus.MAINTAINED,
        answer=answer[:MAX_REASON],
        answered_as=given_as,
        answer_source=source,
        answered_by=actor,
        answered_at=timezone.now(),
        answer_told_on=None,
    )


@action
def withdraw_amendment(*, amendment: Amendment, actor: User, version: int | None) -> Amendment:
    """Let the party that proposed take its proposal back."""
    return _step(amendment, version, AmendmentStatus.WITHDRAWN)


@action
def take_over_amendment(
    *,
    amendment: Amendment,
    actor: User,
    version: int | None,
    text_version: int | None,
    choices: Sequence[str] = (),
) -> Amendment:
    """Bring what a proposal changes into the text as it is now, add what it adds, or strike it; its trail stays.

    Where somebody else changed the same words, `choices` say whose stay, in the order of `taking_over_of`. Raises
    Problem when one lacks, and Conflict when the text or the proposal changed since they were read: of two who
    take over at once, the second reads the new text first.
    """
    agreement = lock(amendment.agreement_id)
    held = with_subject(Amendment.objects.select_for_update(of=("self",))).get(pk=amendment.pk)
    if held.handling not in TAKES_OVER:
        raise Problem("De planningsgroep stelde niet voor dit over te nemen.")
    taken = _step(held, version, AmendmentStatus.TAKEN_OVER)
    subject = held.subject
    if subject.is_gone:
        raise Problem(WAS_REMOVED)
    if subject.version != text_version:
        raise Conflict("De tekst is intussen gewijzigd. Lees eerst wat er nu staat.")
    match subject.verb:
        case Verb.STRIKE:
            strike(subject, actor, held.reason)
        case Verb.ADD:
            _keep_made(taken, add(subject, actor, (held.title, held.new_text)))
        case _:
            words = _with(held, choices)
            if wrong := subject.too_long(words):
                raise Problem(wrong)
            if subject.about in IN_LAW and (stops := readable_of(agreement).stops(words[1])):
                raise Problem(" ".join(stops))
            change(subject, actor, words, held.reason)
    return taken


def _keep_made(taken: Amendment, made: Article | DefinedTerm) -> None:
    """Keep on a proposal what came of it, so that one can walk from the one to the other."""
    if isinstance(made, Article):
        taken.article = made
    else:
        taken.term = made
    taken.save(update_fields=["article", "term"])


def _with(held: Amendment, choices: Sequence[str]) -> tuple[str, str]:
    try:
        return taking_over_of(held).result(choices)
    except ValueError as error:
        raise Problem("Iemand anders wijzigde dezelfde woorden al. Kies per plek welke woorden blijven.") from error


def _step(amendment: Amendment, version: int | None, status: str, **values: object) -> Amendment:
    """Take a proposal a step further for who read its newest version; staying where it is, is no step."""
    return _taken_to(amendment.held_at(version), status, **values)


def _taken_to(held: Amendment, status: str, **values: object) -> Amendment:
    require_transition(AmendmentStatus, held.status, status)
    for name, value in {**values, "status": status, "version": held.version + 1}.items():
        setattr(held, name, value)
    held.save()
    return held
