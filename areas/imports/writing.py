"""Writing the lines of a file, all together: the same few statements for ten lines as for twenty thousand."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

from areas.area.models import Area
from areas.imports.queries.ground import Ground
from areas.imports.rules.party_plan import PartyPlan
from areas.parties.enums import OrganisationKind
from areas.parties.models import AreaOrganisation, Organisation, UmbrellaMembership
from areas.parties.queries import province_by_name
from areas.people.models import Person

BATCH = 5_000


def write_plans(ground: Ground, plans: Sequence[PartyPlan], progress: Callable[[float], None]) -> None:
    """Write what the plans say; call it in a transaction that holds the locks of `load_ground` and of umbrellas.

    Raises IntegrityError when somebody made one of the new names at this very moment: nothing is
    written then, and trying again finds the name.
    """
    made = _new_organisations(plans)
    progress(0.4)
    organisations = {**ground.known, **made}
    _shared_facts(plans)
    progress(0.5)
    _links(ground.area, plans, organisations)
    progress(0.7)
    _persons(plans, organisations)
    progress(0.9)
    UmbrellaMembership.objects.bulk_create(
        (
            UmbrellaMembership(member=organisations[plan.key], umbrella=organisations[key])
            for plan in plans
            for key in plan.new_umbrellas
        ),
        batch_size=BATCH,
    )
    progress(1.0)


def _new_organisations(plans: Sequence[PartyPlan]) -> dict[str, Organisation]:
    made = [
        Organisation(
            name=plan.name, kind=plan.kind, website=plan.website, province=province_by_name(plan.kind, plan.name)
        )
        for plan in plans
        if plan.known is None
    ]
    Organisation.objects.bulk_create(made, batch_size=BATCH)
    return {organisation.name.lower(): organisation for organisation in made}


def _shared_facts(plans: Sequence[PartyPlan]) -> None:
    changed = [plan for plan in plans if plan.new_kind or plan.new_website]
    other = [plan.known.pk for plan in changed if plan.known and plan.new_kind not in ("", OrganisationKind.PROVINCE)]
    if other:  # what turns out to be no province is of none
        Organisation.objects.filter(pk__in=other).exclude(province=None).update(province=None)
    _update(
        Organisation,
        ("kind", "website"),
        [
            (plan.known.pk, plan.new_kind or plan.known.kind, plan.new_website or plan.known.website)
            for plan in changed
        ],
    )


def _links(area: Area, plans: Sequence[PartyPlan], organisations: dict[str, Organisation]) -> None:
    AreaOrganisation.objects.bulk_create(
        (
            AreaOrganisation(area=area, organisation=organisations[plan.key], notes=plan.notes)
            for plan in plans
            if plan.joins_area
        ),
        batch_size=BATCH,
    )
    noted = {plan.known.pk: plan.new_notes for plan in plans if plan.new_notes and not plan.joins_area}
    links = AreaOrganisation.objects.filter(area=area, organisation__in=noted).values_list("pk", "organisation_id")
    _update(AreaOrganisation, ("notes",), [(pk, noted[organisation]) for pk, organisation in links])


def _persons(plans: Sequence[PartyPlan], organisations: dict[str, Organisation]) -> None:
    new = [plan for plan in plans if plan.new_person]
    for plan in new:
        plan.new_person.organisation = organisations[plan.key]
    Person.objects.bulk_create((plan.new_person for plan in new), batch_size=BATCH)
    known = [plan.changed_person for plan in plans if plan.changed_person]
    _update(Person, ("email", "phone"), [(person.pk, person.email, person.phone) for person in known])


def _update(model: type[Any], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Change many rows in one statement, each to its own values; `version` goes up where there is one."""
    if not rows:
        return
    sets = [f"{column} = new.{column}" for column in columns]
    if any(part.name == "version" for part in model._meta.fields):
        sets.append("version = old.version + 1")
    kind = model._meta.pk.db_type(connection)
    arrays = ", ".join([f"%s::{kind}[]", *("%s::text[]" for _ in columns)])
    with connection.cursor() as cursor:
        # Only names of our own models and columns are put into the statement; values are parameters.
        cursor.execute(
            f"UPDATE {model._meta.db_table} AS old SET {', '.join(sets)} "  # noqa: S608
            f"FROM unnest({arrays}) AS new(id, {', '.join(columns)}) WHERE old.id = new.id",
            [list(column) for column in zip(*rows, strict=True)],
        )
