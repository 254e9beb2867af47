"""Mandates: who may commit which party to what, from when until when, on what basis."""

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.mandates.models import Mandate
from areas.mandates.rules import Terms, mandate_faults
from areas.parties.models import AreaOrganisation, Organisation
from areas.people.models import Person
from areas.people.queries import umbrellas_above
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem


class MandateProblem(Problem):
    """A mandate cannot be given like this; `faults` tells per field why."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = faults


@action
def give_mandate(
    *,
    area: Area,
    actor: User,
    person: Person,
    level: str,
    subject: str,
    valid_from: date,
    organisation: Organisation | None = None,
    basis: str = "",
    valid_until: date | None = None,
    token: UUID | None = None,
) -> Mandate:
    """Let a person commit an organisation (their own when none is given) in this area.

    Without an end it lasts as long as the role. The same token gives the first one's result. Raises
    MandateProblem when the rules of areas/mandates.py refuse it, or for what belongs to another area.
    """
    person = _locked(person)
    if made := Mandate.made_with(token, area=area, person=person):
        return made
    organisation = organisation or person.organisation
    _at_home(area, person, organisation)
    mandate = Mandate(
        area=area,
        person=person,
        organisation=organisation,
        level=level,
        subject=subject.strip(),
        basis=basis.strip(),
        valid_from=valid_from,
        valid_until=valid_until or person.valid_until,
        submission_token=token or uuid7(),
    )
    _check(mandate)
    mandate.save()
    return mandate


@action
def change_mandate(
    *,
    mandate: Mandate,
    actor: User,
    version: int,
    level: str,
    subject: str,
    valid_from: date,
    basis: str = "",
    valid_until: date | None = None,
) -> Mandate:
    """Change a mandate as it was at `version`; who holds it and for whom stay as they are.

    Raises Conflict when somebody changed it since, MandateProblem when the rules refuse it.
    """
    person = _locked(mandate.person)
    held = mandate.held_at(version)
    held.person = person
    held.level, held.subject, held.basis = level, subject.strip(), basis.strip()
    held.valid_from = valid_from
    held.valid_until = valid_until or person.valid_until
    _check(held)
    held.version += 1
    held.save()
    return held


@action
def end_mandate(*, mandate: Mandate, actor: User, last_day: date, version: int | None = None) -> bool:
    """End a mandate on a day; one that ended sooner stays. Tell whether anything changed.

    One that would begin after that day is taken back altogether. Raises Conflict when `version` is
    given and no longer holds.
    """
    if version is not None:
        mandate.held_at(version)
    return bool(_end(Mandate.objects.filter(pk=mandate.pk), last_day))


def end_mandates_of(*, person: Person, last_day: date) -> int:
    """End all mandates of a person on the last day of the role, in every area; return how many.

    Must run in the transaction that ends the role.
    """
    return _end(Mandate.objects.filter(person=person), last_day)


def _end(mandates: QuerySet[Mandate], last_day: date) -> int:
    taken_back, _ = mandates.filter(valid_from__gt=last_day).delete()
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gt=last_day)
    return taken_back + mandates.filter(lasting).update(valid_until=last_day, version=F("version") + 1)


def _locked(person: Person) -> Person:
    """Hold the role while a mandate is tied to it, so that it does not end meanwhile."""
    return Person.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=person.pk)


def _at_home(area: Area, person: Person, organisation: Organisation) -> None:
    here = set(
        AreaOrganisation.objects.filter(
            area=area, organisation__in=[person.organisation_id, organisation.pk]
        ).values_list("organisation_id", flat=True)
    )
    if person.organisation_id not in here or person.merged_into_id:
        raise MandateProblem({"person": "Deze persoon hoort niet bij een partij van dit gebied. Kies een ander."})
    if organisation.pk not in here:
        raise MandateProblem({"organisation": "Deze organisatie is geen partij van dit gebied. Kies een andere."})


def _check(mandate: Mandate) -> None:
    person = mandate.person
    terms = Terms(
        level=mandate.level,
        basis=mandate.basis,
        valid_from=mandate.valid_from,
        valid_until=mandate.valid_until,
        role_from=person.valid_from,
        role_until=person.valid_until,
        for_own=mandate.organisation_id == person.organisation_id,
        through_umbrella=(mandate.organisation_id, person.organisation_id)
        in umbrellas_above([mandate.organisation_id]),
    )
    faults = mandate_faults(terms)
    if not mandate.subject:
        faults["subject"] = "Vul in waarover het mandaat gaat, bijvoorbeeld “Grond voor waterberging”."
    if faults:
        raise MandateProblem(faults)
