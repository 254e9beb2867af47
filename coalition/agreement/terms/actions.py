"""Giving terms a meaning in the akkoord."""

from django.db import IntegrityError, transaction

from areas.models import User
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.queries import referring_to
from coalition.agreement.terms.models import DefinedTerm
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem

TWICE = "Dit begrip staat al in de lijst."


@action(atomic=False)
def define_term(*, agreement: Agreement, actor: User, term: str, meaning: str) -> DefinedTerm:
    """Add a term; the same term with the same meaning twice is one. Raises Problem when it has another meaning."""
    there = agreement.terms.filter(term__iexact=term).first()
    if there and there.meaning == meaning:
        return there
    try:
        with transaction.atomic():
            return DefinedTerm.objects.create(agreement=agreement, term=term, meaning=meaning)
    except IntegrityError as error:
        raise Problem(TWICE) from error


@action(atomic=False)
def change_term(*, term: DefinedTerm, actor: User, version: int, name: str, meaning: str) -> None:
    """Give a term another name or meaning; every text that uses it follows. Raises Conflict and Problem."""
    try:
        with transaction.atomic():
            term.write_over(version, term=name, meaning=meaning)
    except IntegrityError as error:
        raise Problem(TWICE) from error


@action
def remove_term(*, term: DefinedTerm, actor: User) -> None:
    """Take a term out. Raises Problem when an article uses it."""
    used = [article.title for article in referring_to(term.agreement, term.pk)]
    if used:
        raise Problem(f"Dit begrip wordt gebruikt in: {', '.join(used)}. Haal het daar eerst weg.")
    term.delete()
