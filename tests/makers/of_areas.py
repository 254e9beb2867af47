"""Makers for the actions of `areas`."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from areas.access import Permission
from areas.accounts.actions.invitations import accept_as_user, invite, revoke_invitation
from areas.accounts.actions.memberships import end_membership
from areas.accounts.queries import INVITATIONS
from areas.enums import Role
from areas.factsheet.actions.duos import change_duo, correct_duo
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.actions.prints import print_factsheet, print_factsheets
from areas.factsheet.enums import DuoKind, FactsheetHeading
from areas.factsheet.queries.duos import duo_mark
from areas.imports.actions import cancel_import, confirm_import, correct_rows, upload_file
from areas.mandates.actions import change_mandate, end_mandate, give_mandate
from areas.mandates.enums import MandateLevel
from areas.models import (
    AreaOrganisation,
    Duo,
    Invitation,
    Mandate,
    Membership,
    NationalProgramme,
    PartyImport,
    Person,
    Printout,
    UmbrellaMembership,
)
from areas.parties.actions import (
    add_party,
    change_party,
    join_umbrella,
    leave_umbrella,
    link_party,
    save_party,
    write_notes,
)
from areas.parties.enums import OrganisationKind
from areas.people.actions import add_person, change_person, end_role
from areas.printouts.actions import request_printout, retry_printout
from areas.programmes.actions import add_programme, change_programme
from areas.programmes.enums import ProgrammeStatus
from tests.factories import make_area, make_organisation, make_person
from tests.makers.ground import Ground, Makers

_DUO = {"national_side": "Secretaris", "regional_side": "Wethouder"}
_FACTS = {"name": "Bond van boeren", "kind": OrganisationKind.COMPANY, "website": ""}
_PROGRAMME = {"name": "Ruimte voor water", "source": "Kamerbrief"}
_FILE = "naam;soort\nGemeente Nieuw;gemeente\n"
_PRINT = {"title": "Stuk", "file_name": "stuk.pdf", "html": "", "stylesheet": "css/print-document.css"}


def _accepting(ground: Ground) -> dict[str, Any]:
    link = INVITATIONS.new_link()
    hold = {"token_hash": link.mark, "email": ground.actor.email, "role": Role.PARTICIPANT}
    Invitation.objects.create(area=ground.area, invited_by=ground.author, expires_at=ground.moment(days=7), **hold)
    return {"token": link.address.rstrip("/").rsplit("/", 1)[-1]}


PEOPLE: Makers = {
    invite: lambda g: {"area": g.area, "email": "nieuw@example.org", "role": Role.PARTICIPANT},
    accept_as_user: _accepting,
    revoke_invitation: lambda g: {"invitation": g.the(Invitation)},
    end_membership: lambda g: {"membership": g.the(Membership)},
    add_person: lambda g: {"area": g.area, "organisation": g.signer, "role": "Dijkgraaf"},
    change_person: lambda g: {"area": g.area, "person": g.the(Person, "known"), "version": 1, "role": "Heemraad"},
    end_role: lambda g: {"person": g.the(Person, "known"), "last_day": g.today},
    give_mandate: lambda g: {
        "area": g.area,
        "person": make_person(g.signer),
        "level": MandateLevel.TALK,
        "subject": "Water",
        "valid_from": g.today,
    },
    change_mandate: lambda g: {
        "mandate": g.the(Mandate),
        "version": 1,
        "level": MandateLevel.RESERVE,
        "subject": "Grond",
        "valid_from": g.today,
    },
    end_mandate: lambda g: {"mandate": g.the(Mandate), "last_day": g.today},
}
PARTIES: Makers = {
    add_party: lambda g: {"area": g.area, "name": "Bond", "kind": OrganisationKind.COMPANY},
    link_party: lambda g: {"area": g.area, "organisation": make_organisation(area=make_area("de-peel"))},
    save_party: lambda g: {
        "link": AreaOrganisation.objects.get(organisation=g.signer),
        "version": 1,
        "facts": _FACTS,
        "notes": "Belt liever.",
        "notes_seen": "",
    },
    change_party: lambda g: {"organisation": g.signer, "version": 1, **_FACTS},
    write_notes: lambda g: {"area": g.area, "organisation": g.signer, "notes": "Belt liever."},
    join_umbrella: lambda g: {"area": g.area, "member": g.signer, "umbrella": g.party()},
    leave_umbrella: lambda g: {"membership": g.the(UmbrellaMembership, "umbrella_link")},
    upload_file: lambda g: {
        "model": PartyImport,
        "area": g.area,
        "upload": SimpleUploadedFile("partijen.csv", _FILE.encode()),
        "token": None,
    },
    correct_rows: lambda g: {"job": g.the(PartyImport, "import"), "version": 1, "cells": {}},
    confirm_import: lambda g: {"job": g.the(PartyImport, "import"), "version": 1, "skip_errors": False},
    cancel_import: lambda g: {"job": g.the(PartyImport, "import"), "version": 1},
}
FACTSHEET: Makers = {
    change_duo: lambda g: {"area": g.area, "kind": DuoKind.EXECUTIVE, "valid_from": g.today, **_DUO},
    correct_duo: lambda g: {
        "duo": g.the(Duo),
        "seen": duo_mark(g.the(Duo)),
        "valid_from": g.the(Duo).valid_from,
        **_DUO,
    },
    save_heading: lambda g: {
        "area": g.area,
        "heading": FactsheetHeading.STATE,
        "version": 0,
        "text": "De opgave loopt.",
        "source": "Brief",
    },
    add_programme: lambda g: _PROGRAMME,
    change_programme: lambda g: {
        "programme": g.the(NationalProgramme, "programme"),
        "version": 1,
        "short_name": "",
        "responsible": "",
        "status": ProgrammeStatus.TO_CONFIRM,
        **_PROGRAMME,
    },
}
PRINTS: Makers = {
    print_factsheet: lambda g: {"area": g.area, "moment": g.moment(), "token": None},
    print_factsheets: lambda g: {"areas": [g.area], "moment": g.moment(), "token": None},
    request_printout: lambda g: {"area": g.area, "need": Permission.VIEW_FACTSHEET, "token": None, **_PRINT},
    retry_printout: lambda g: {"printout": g.the(Printout)},
}
MAKERS: Makers = PEOPLE | PARTIES | FACTSHEET | PRINTS
