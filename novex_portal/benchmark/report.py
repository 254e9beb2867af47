"""The measurements as a table people can read. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from novex_portal.benchmark.measuring import Measurement

MOST_QUERIES = 12
MOST_GROWTH = 1.5


def table(measurements: Sequence[Measurement], targets: Iterable[str]) -> Iterator[str]:
    """Yield the lines: one per page and scale, with its growth since the smallest scale."""
    aimed = set(targets)
    yield f"{'page':<20} {'scale':>6} {'queries':>8} {'ratio':>7} {'cpu':>7} {'ms':>8} {'bytes gz':>9} {'growth':>7}  target"
    for row in measurements:
        first = next(other for other in measurements if other.page == row.page)
        growth = row.ratio / first.ratio  # of the ratio: the floor carries the mood of the machine
        met = row.queries <= MOST_QUERIES and growth <= MOST_GROWTH
        verdict = ("met" if met else "MISSED") if row.page in aimed else ""
        yield (
            f"{row.page:<20} {row.scale:>5}x {row.queries:>8} {row.ratio:>7.2f} {row.cpu_ratio:>7.2f} "
            f"{row.milliseconds:>8.2f} {row.bytes_compressed:>9} {growth:>7.2f}  {verdict}"
        ).rstrip()
