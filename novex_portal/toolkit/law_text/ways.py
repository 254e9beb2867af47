"""Ways to members and parts: the labels one passes from the outside in, without their signs. Pure."""

from collections.abc import Iterator, Sequence

from novex_portal.toolkit.law_text.tree import Block, Item

type Way = tuple[str, ...]


def core(label: str) -> str:
    """Return a label as references name it: `a.` and `a)` are a, `1°.` and `1º` are 1°."""
    return label.replace("º", "°").rstrip(".)")


def ways(blocks: Sequence[Block], above: Way = ()) -> Iterator[tuple[Way, Item]]:
    """Yield every item with the way to it, what stands in it after it; two may have the same way."""
    for block in blocks:
        if isinstance(block, Item):
            way = (*above, core(block.label))
            yield way, block
            yield from ways(block.children, way)
