from areas.accounts.models.membership import Invitation, Membership
from areas.accounts.models.user import User
from areas.area.models import Area, AreaProvince, AttentionPoint, Challenge, Milestone, Province
from areas.factsheet.models import ContactPerson, Duo, FactsheetSection, Friction
from areas.imports.models import PartyImport
from areas.mandates.models import Mandate
from areas.parties.models import AreaOrganisation, Organisation, UmbrellaMembership
from areas.people.models import Person
from areas.printouts.models import Printout
from areas.programmes.models import NationalProgramme, ProgrammeContribution

__all__ = [
    "Area",
    "AreaOrganisation",
    "AreaProvince",
    "AttentionPoint",
    "Challenge",
    "ContactPerson",
    "Duo",
    "FactsheetSection",
    "Friction",
    "Invitation",
    "Mandate",
    "Membership",
    "Milestone",
    "NationalProgramme",
    "Organisation",
    "PartyImport",
    "Person",
    "Printout",
    "ProgrammeContribution",
    "Province",
    "UmbrellaMembership",
    "User",
]
