from areas.models.area import Area, AreaProvince, AttentionPoint, Challenge, Milestone, Province
from areas.models.factsheet import (
    ContactPerson,
    Duo,
    FactsheetSection,
    Friction,
    NationalProgramme,
    ProgrammeContribution,
)
from areas.models.membership import Invitation, Membership
from areas.models.party import AreaOrganisation, Mandate, Organisation, Person, UmbrellaMembership
from areas.models.party_import import PartyImport
from areas.models.printout import Printout
from areas.models.privacy import Anonymisation, Destruction
from areas.models.user import User

__all__ = [
    "Anonymisation",
    "Area",
    "AreaOrganisation",
    "AreaProvince",
    "AttentionPoint",
    "Challenge",
    "ContactPerson",
    "Destruction",
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
