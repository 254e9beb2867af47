"""Making the people of the practice environment, and finding the one a button stands for."""

from allauth.account.models import EmailAddress
from django.utils import timezone

from areas.access import memberships_on
from areas.accounts.models.membership import Membership
from areas.accounts.models.user import User
from areas.accounts.rules import PERSONAS, Persona
from areas.area.models import Area
from areas.parties.models import AreaOrganisation, Organisation
from areas.parties.queries import province_by_name
from novex_portal.toolkit.actions import By, action


@action(by=By.PORTAL)
def ensure_personas() -> dict[str, User]:
    """Make the practice people that are missing, each with its role; return all of them by key.

    Running it again changes nothing. Raises Area.DoesNotExist when the areas are not loaded.
    """
    return {persona.key: _ensure(persona) for persona in PERSONAS}


def _ensure(persona: Persona) -> User:
    user = User.objects.filter(persona=persona.key).first()
    if user is None:
        user = User.objects.create_user(persona.email, None, name=persona.name, persona=persona.key)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    today = timezone.localdate()
    area = Area.objects.get(slug=persona.area_slug) if persona.area_slug else None
    if not memberships_on(today).filter(user=user, area=area, role=persona.role).exists():
        organisation = _organisation(persona, area)
        Membership.objects.create(user=user, area=area, role=persona.role, organisation=organisation, valid_from=today)
    return user


def _organisation(persona: Persona, area: Area | None) -> Organisation | None:
    if not persona.organisation or persona.kind is None or area is None:
        return None
    organisation = Organisation.objects.filter(name__iexact=persona.organisation).first()
    if organisation is None:
        province = province_by_name(persona.kind, persona.organisation)
        organisation = Organisation.objects.create(name=persona.organisation, kind=persona.kind, province=province)
    AreaOrganisation.objects.get_or_create(area=area, organisation=organisation)
    return organisation
