"""How figures and documents of an annex are called. Pure."""


def exhibit_label(chapter: str, place: int, *, is_document: bool) -> str:
    """Figuur B1.1, Stuk B1.2: one row of numbers in each annex."""
    return f"{'Stuk' if is_document else 'Figuur'} {chapter}.{place}"


def page_alt(alt: str, page: int, pages: int) -> str:
    """Return what a page of a document shows, in words: those of the document, and which page it is."""
    return f"{alt.rstrip('.')}, bladzijde {page} van {pages}"
