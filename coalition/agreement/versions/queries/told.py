"""What there is to tell of the whole text of an akkoord before it is frozen, place by place."""

from dataclasses import dataclass

from coalition.agreement.document.models import Agreement
from coalition.agreement.versions.queries.texts import texts_of
from novex_portal.toolkit.pdf.paper import told_of_signs


@dataclass(frozen=True)
class Told:
    """A place in the akkoord, and what the writer should know of its text."""

    place: str
    sentences: list[str]


def told_of(agreement: Agreement) -> list[Told]:
    """Return what is not understood, lost, or not to be printed, in the order of the document. Queries as `texts_of`."""
    readable, texts = texts_of(agreement)
    found = [Told(text.place, [*readable.told(text.law), *told_of_signs(text.words)]) for text in texts]
    return [told for told in found if told.sentences]
