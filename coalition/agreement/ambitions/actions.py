"""What may be done with shared ambitions, and declaring what a party says of one."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from areas.enums import Permission
from areas.models import Area, AreaOrganisation, Challenge, Organisation, User
from areas.resting.queries import words_for
from coalition.agreement.ambitions.enums import AmbitionStatus, Support
from coalition.agreement.ambitions.models import Ambition, AmbitionChallenge, AmbitionStatement, AmbitionSupport
from coalition.agreement.ambitions.rules import MAX_CONDITION, NEEDS_WHY
from coalition.agreement.articles.models import ArticleAmbition
from coalition.agreement.positions.rules import declaration_problem
from coalition.conversations.statements.models import Statement
from coalition.planning_group.speaking.access import require_own, spoken_as
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import require_transition
from novex_portal.toolkit.text.markup import clean


@action
def create_ambition(
    *,
    area: Area,
    actor: User,
    title: str,
    text: str,
    statements: Iterable[Statement] = (),
    challenges: Iterable[Challenge] = (),
    token: UUID | None = None,
) -> Ambition:
    """Add an ambition, as proposal, with the statements it rests on.

    The same token gives the ambition it gave before: pressing twice makes one. Raises Problem when a
    statement is of another area.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if made := Ambition.made_with(token, area=area, created_by=actor):
        return made
    number = (area.ambitions.aggregate(last=Max("number"))["last"] or 0) + 1
    ambition = Ambition.objects.create(
        area=area, created_by=actor, number=number, title=title, text=text, submission_token=token or uuid7()
    )
    _link(ambition, statements)
    _set_challenges(ambition, challenges)
    return ambition


@action
def update_ambition(
    *,
    ambition: Ambition,
    actor: User,
    version: int,
    title: str,
    text: str,
    statements: Iterable[Statement],
    challenges: Iterable[Challenge] | None = None,
) -> Ambition:
    """Change text and sources; `statements` and `challenges` are the whole lists after the change.

    Raises Conflict when somebody else saved since `version` was read, and Problem when a statement
    is of another area.
    """
    ambition.write_over(version, title=title, text=text)
    _link(ambition, statements)
    if challenges is not None:
        _set_challenges(ambition, challenges)
    return ambition


@action
def change_ambition_status(*, ambition: Ambition, actor: User, status: str, reason: str = "") -> Ambition:
    """Take the ambition a step further, or back.

    Raises TransitionRefused for a step the table does not know, and Problem when a dropped ambition
    has no reason or something still rests on it, or one "in het akkoord" has no article.
    """
    ambition = Ambition.objects.select_for_update(no_key=True).get(pk=ambition.pk)
    require_transition(AmbitionStatus, ambition.status, status)
    carries_articles = ArticleAmbition.objects.filter(ambition=ambition).exists()
    if status == AmbitionStatus.DROPPED and not reason.strip():
        raise Problem("Vul in waarom deze ambitie afvalt. Wie eraan meewerkte, leest dat terug.")
    if status == AmbitionStatus.DROPPED and carries_articles:
        raise Problem("Deze ambitie staat nog onder een artikel. Haal haar daar eerst weg.")
    if status == AmbitionStatus.DROPPED and (resting := words_for(actor, ambition)):
        raise Problem(f"Op deze ambitie steunt nog: {resting}. Haal de ambitie daar eerst weg.")
    if status == AmbitionStatus.IN_AGREEMENT and not carries_articles:
        raise Problem("Er is nog geen artikel dat op deze ambitie steunt. Koppel haar eerst aan een artikel.")
    ambition.status = status
    ambition.drop_reason = reason.strip() if status == AmbitionStatus.DROPPED else ""
    ambition.save(update_fields=["status", "drop_reason", "updated_at"])
    return ambition


def _link(ambition: Ambition, statements: Iterable[Statement]) -> None:
    wanted = dict.fromkeys(statement.pk for statement in statements)
    at_home = Statement.objects.filter(pk__in=wanted, conversation__area_id=ambition.area_id).count()
    if at_home != len(wanted):
        raise Problem("Een van de uitspraken is er niet meer, of hoort bij een ander gebied.")
    link_exactly(AmbitionStatement, {"ambition": ambition}, statement=wanted)


def _set_challenges(ambition: Ambition, challenges: Iterable[Challenge]) -> None:
    wanted = list(challenges)
    if any(challenge.area_id != ambition.area_id for challenge in wanted):
        raise Problem("Een van de opgaven hoort niet bij dit gebied.")
    link_exactly(AmbitionChallenge, {"ambition": ambition}, challenge=wanted)


@action
def state_on_ambition(
    *,
    ambition: Ambition,
    organisation: Organisation,
    actor: User,
    version: int,
    support: str,
    condition: str = "",
    source: str = "",
    declared_on: date | None = None,
    ambition_version: int | None = None,
) -> AmbitionSupport:
    """Write down what a party says of an ambition; `version` is 0 when nothing was known in this way before.

    Who speaks for the party speaks for it; what the planning group writes is recorded, with its source. Raises
    Conflict when somebody wrote it since `version` was read or the ambition got another text, and Problem for a party of
    another area, a condition or source that is missing, or a day in the future. The same declaration twice is one.
    """
    values = _checked(ambition, organisation, support=support, condition=condition, source=source, day=declared_on)
    given_as = spoken_as(actor, ambition.area, organisation.pk, str(values["source"]), Permission.EDIT_AMBITIONS)
    held = Ambition.objects.select_for_update(no_key=True).get(pk=ambition.pk)
    if ambition_version is not None and held.version != ambition_version:
        raise Conflict("De tekst van deze ambitie is intussen gewijzigd. Lees haar opnieuw.")
    return _say(held, organisation, given_as, version, {**values, "declared_by": actor})


@action
def confirm_support(*, support: AmbitionSupport, actor: User, version: int | None) -> AmbitionSupport:
    """Let the party say itself what was recorded for it; raises Conflict when the ambition got another text since."""
    ambition = Ambition.objects.select_for_update(no_key=True).select_related("area").get(pk=support.ambition_id)
    held = support.held_at(version)
    require_own(actor, ambition.area, held)
    if held.is_stale(ambition):
        raise Conflict("De tekst is gewijzigd sinds dit is opgeschreven. Lees hem opnieuw, en zeg waar u staat.")
    own = AmbitionSupport.objects.filter(
        ambition=ambition, organisation=held.organisation, given_as=GivenAs.OWN
    ).first()
    names = ("support", "condition", "source", "declared_on")
    values = {name: getattr(held, name) for name in names}
    return _say(ambition, held.organisation, GivenAs.OWN, own.version if own else 0, {**values, "declared_by": actor})


def _say(
    ambition: Ambition, organisation: Organisation, given_as: str, version: int, values: dict[str, object]
) -> AmbitionSupport:
    about = {"ambition": ambition, "organisation": organisation}
    return AmbitionSupport.say(version, about, given_as, on_title=ambition.title, on_text=ambition.text, **values)


def _checked(
    ambition: Ambition, organisation: Organisation, *, support: str, condition: str, source: str, day: date | None
) -> dict[str, object]:
    condition, source = clean(condition).strip(), clean(source).strip()
    if support not in Support.values:
        raise Problem("Kies of de partij de ambitie steunt.")
    today, why = timezone.localdate(), NEEDS_WHY.get(Support(support), "")
    if problem := declaration_problem(
        why=why, condition=condition, source=source, day=day or today, today=today, most=MAX_CONDITION
    ):
        raise Problem(problem)
    if not AreaOrganisation.objects.filter(area=ambition.area_id, organisation=organisation).exists():
        raise Problem("Deze partij hoort niet bij dit gebied.")
    return {
        "support": support,
        "condition": condition,
        "source": source,
        "declared_on": day or today,
    }
