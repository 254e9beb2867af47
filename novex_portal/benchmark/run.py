"""One benchmark: grow the data, ask for the pages, grow again."""

from collections.abc import Callable, Iterable
from datetime import date

from django.core.wsgi import get_wsgi_application

from novex_portal.benchmark.factsheets import grow_photos
from novex_portal.benchmark.floor import FLOOR
from novex_portal.benchmark.measuring import Measurement, Visitor, measure
from novex_portal.benchmark.pages import pages
from novex_portal.benchmark.seeding import BASE, PLACE, People, grow_to


def run(
    people: People,
    scales: Iterable[int],
    wanted: set[str],
    *,
    rounds: int,
    today: date,
    tell: Callable[[str], object],
) -> list[Measurement]:
    """Return the measurements by page and then by scale; `wanted` names pages, empty is all."""
    application = get_wsgi_application()
    found = []
    for scale in scales:
        grow_to(BASE * scale, people, today)
        grow_photos(scale)
        tell(f"{BASE * scale} gesprekken")
        for page in pages():
            if wanted and page.name not in wanted:
                continue
            visitor = Visitor.sign_in(application, getattr(people, page.visitor))
            found.append(
                measure(
                    visitor,
                    page=page.name,
                    address=page.address,
                    floor=f"{FLOOR}?gebied={PLACE}",
                    scale=scale,
                    rounds=rounds,
                )
            )
    order = [page.name for page in pages()]
    return sorted(found, key=lambda row: (order.index(row.page), row.scale))
