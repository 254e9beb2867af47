"""What there is to tell of the whole text of an akkoord before it is frozen, place by place."""

from dataclasses import dataclass

from coalition.agreement.document.models import Agreement
from coalition.agreement.document.queries import readable_of
from coalition.agreement.open_points.queries import open_points_of
from novex_portal.toolkit.pdf.paper import told_of_signs


@dataclass(frozen=True)
class Told:
    """A place in the akkoord, and what the writer should know of its text."""

    place: str
    sentences: list[str]


def told_of(agreement: Agreement) -> list[Told]:
    """Return what is not understood, lost, or not to be printed, in the order of the document. Four queries."""
    readable = readable_of(agreement)
    articles = [
        (f"Artikel {number}", [*readable.told(readable.texts[key]), *told_of_signs(readable.texts[key])])
        for key, number in readable.numbers.items()
    ]
    terms = [(f"Begrip {row.term}", told_of_signs(row.meaning)) for row in agreement.terms.all()]
    points = [(f"Punt {row.title}", told_of_signs(row.text)) for row in open_points_of(agreement)]
    return [Told(place, sentences) for place, sentences in [*articles, *terms, *points] if sentences]
