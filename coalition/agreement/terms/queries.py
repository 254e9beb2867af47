"""Reading the defined terms of an akkoord."""

from django.db.models import OuterRef, QuerySet

from coalition.agreement.document.models import Agreement
from coalition.agreement.terms.models import DefinedTerm
from novex_portal.toolkit.nested import made_of, nested


def with_terms() -> QuerySet[Agreement]:
    """Return akkoorden with their terms in order, for `terms_of`."""
    rows = DefinedTerm.objects.filter(agreement=OuterRef("pk"))
    return Agreement.objects.annotate(found_terms=nested(rows, id="id", term="term", meaning="meaning"))


def terms_of(agreement: Agreement) -> list[DefinedTerm]:
    """Return the terms of an akkoord from `with_terms`, to read. No query."""
    return made_of(DefinedTerm, agreement.found_terms)  # type: ignore[attr-defined]
