"""Whose an action item is: of a person in a role, by link, by account, or by the words of the role."""

from django.db.models import F, Q, QuerySet

from areas.models import Area, Person
from coalition.conversations.recording.models import ActionItem


def action_items_of(person: Person, area: Area) -> QuerySet[ActionItem]:
    """Return the action items of this area that hang on somebody's role.

    Those tied to the person, those of their account that are tied to no other person, and those
    where the owner stands in words that say this role and no other.
    """
    owned = Q(owner_person=person)
    if person.user_id:
        owned |= Q(owner_person=None, owner_user=person.user_id)
    for words in owner_words(person, area):
        owned |= Q(owner_person=None, owner_user=None, owner__iexact=words)
    return ActionItem.objects.filter(owned, area=area)


def owner_words(person: Person, area: Area) -> list[str]:
    """Return the words that mean this person as owner of an action item; none for an earlier holder of the role.

    “Wethouder, Gemeente Heuveldorp” says it all; “Wethouder” alone does where no other organisation
    of the area has one.
    """
    newest = (
        _same_role(Person.objects.filter(organisation=person.organisation_id), person).order_by(*NEWEST_FIRST).first()
    )
    if newest is None or newest.pk != person.pk:
        return []
    words = [str(person), *([person.name] if person.name else [])]
    others = _same_role(Person.objects.filter(organisation__areas=area), person)
    elsewhere = others.exclude(organisation=person.organisation_id)
    return words if elsewhere.exists() else [*words, person.role]


NEWEST_FIRST = (F("valid_until").desc(nulls_first=True), F("valid_from").desc(nulls_last=True), "pk")
"""Who holds a role, or held it last, comes first."""


def _same_role(persons: QuerySet[Person], person: Person) -> QuerySet[Person]:
    return persons.filter(role__iexact=person.role, name__iexact=person.name, merged_into=None)
