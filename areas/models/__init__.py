from areas.models.area import Area, AreaProvince, AttentionPoint, Challenge, Milestone, Province
from areas.models.membership import Invitation, Membership
from areas.models.party import AreaOrganisation, Organisation, Person
from areas.models.user import User

__all__ = [
    "Area",
    "AreaOrganisation",
    "AreaProvince",
    "AttentionPoint",
    "Challenge",
    "Invitation",
    "Membership",
    "Milestone",
    "Organisation",
    "Person",
    "Province",
    "User",
]
