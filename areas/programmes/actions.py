"""What the regieteam does with the list of national programmes."""

from django.db import IntegrityError, transaction

from areas.accounts.models.user import User
from areas.programmes.enums import ProgrammeStatus
from areas.programmes.models import NationalProgramme
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean


@action
def add_programme(
    *, actor: User, name: str, source: str, short_name: str = "", responsible: str = "", status: str = ""
) -> NationalProgramme:
    """Add a programme to the list. The very same again gives the one that is there.

    Raises Problem for a name that is taken, and for one without name or source.
    """
    values = _values(name, short_name, responsible, status or ProgrammeStatus.TO_CONFIRM, source)
    if existing := NationalProgramme.objects.filter(**values).first():
        return existing
    try:
        with transaction.atomic():
            return NationalProgramme.objects.create(**values)
    except IntegrityError as error:
        raise Problem(_taken(values["name"])) from error


@action
def change_programme(
    *,
    programme: NationalProgramme,
    actor: User,
    version: int,
    name: str,
    source: str,
    short_name: str,
    responsible: str,
    status: str,
) -> NationalProgramme:
    """Change a programme. Saving what is there already changes nothing.

    Raises Conflict when somebody else saved since `version` was read, and Problem as `add_programme` does.
    """
    values = _values(name, short_name, responsible, status, source)
    rows = NationalProgramme.objects.filter(pk=programme.pk)
    if same := rows.filter(**values).first():
        return same
    try:
        with transaction.atomic():
            programme.write_over(version, **values)
    except IntegrityError as error:
        raise Problem(_taken(values["name"])) from error
    return programme


def _values(name: str, short_name: str, responsible: str, status: str, source: str) -> dict[str, str]:
    words = {"name": name, "short_name": short_name, "responsible": responsible, "source": source}
    values = {key: " ".join(clean(value).split()) for key, value in words.items()}
    if not values["name"] or not values["source"]:
        raise Problem("Vul de naam en de bron van het programma in.")
    if status not in ProgrammeStatus.values:
        raise Problem("Kies een status.")
    return values | {"status": status}


def _taken(name: str) -> str:
    return f"“{name}” staat al in de lijst. Pas dat programma aan, of kies een andere naam."
