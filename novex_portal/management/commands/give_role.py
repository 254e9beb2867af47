"""Giving somebody a role from the command line: the first gebiedsbeheerder, the regieteam, an auditor."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from areas.accounts.actions.invitations import give_role
from areas.enums import Role
from areas.models import Area, Organisation
from novex_portal.toolkit.problems import Problem


class Command(BaseCommand):
    """Who has an account has the role at once; for somebody new a link is printed that works once."""

    help = "Geeft iemand een rol. Wie nog geen account heeft, krijgt een link die één keer werkt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="e-mailadres van deze persoon")
        parser.add_argument("role", choices=Role.values, help="rol")
        parser.add_argument(
            "--area", default="", help="gebied, zoals in het adres: zuid-limburg (niet bij regieteam en auditor)"
        )
        parser.add_argument("--organisation", default="", help="naam van een organisatie die het portaal al kent")
        parser.add_argument("--name", default="", help="functie of naam, zoals anderen die zien")

    def handle(self, *args: Any, **options: Any) -> None:
        """Give the role and say what happened; every mistake is named in plain words."""
        try:
            validate_email(options["email"])
            given = give_role(
                email=options["email"],
                role=options["role"],
                area=_area(options["area"]),
                organisation=_organisation(options["organisation"]),
                name=options["name"],
            )
        except ValidationError as error:
            raise CommandError(f"{options['email']} is geen geldig e-mailadres.") from error
        except Problem as problem:
            raise CommandError(str(problem)) from problem
        if given.membership:
            self.stdout.write(f"{options['email']} heeft nu de rol {options['role']}.")
        else:
            self.stdout.write(
                f"Geef deze link aan {options['email']}; hij werkt één keer, {settings.INVITATION_DAYS} dagen lang:"
            )
            self.stdout.write(given.link)


def _area(slug: str) -> Area | None:
    if not slug:
        return None
    area = Area.objects.filter(slug=slug).first()
    if area is None:
        raise CommandError(
            f"Het gebied {slug!r} is er niet. Kies uit: {', '.join(Area.objects.values_list('slug', flat=True))}."
        )
    return area


def _organisation(name: str) -> Organisation | None:
    if not name:
        return None
    organisation = Organisation.objects.filter(name__iexact=name).first()
    if organisation is None:
        raise CommandError(f"De organisatie {name!r} is er niet.")
    return organisation
