"""Light texts: ambities, besluiten, verslagen, toelichtingen; all that people write in lines and that is no law text. Pure.

They are read by the same grammar, without footnotes and references, with headings (`# Kop`) and links besides: the law
of visible signs holds for them as well. What was frozen before that is read as Markdown for ever, as it was then.
"""

from functools import lru_cache

from novex_portal.toolkit.law_text.html import Labels, html
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.text.markup import Html, render

AS_BEFORE, AS_TYPED = 1, 2
"""How a light text is read; what is frozen carries the number, and without one it is the first."""
LIGHT_HELP = (
    "Elke regel en elk nummer blijft staan zoals u typt. Een lege regel begint een nieuwe alinea, een streepje (-) of 1. een "
    "lijst; **twee sterren** maken woorden vet."
)


def light_html(source: str, grammar: int = AS_TYPED, *, labels: Labels = "text", heading: int = 3) -> Html:
    """Return a light text as safe HTML; `heading` is the level of its headings, from before the law two may follow."""
    return Html(render(source)) if grammar == AS_BEFORE else _as_typed(source, labels, heading)


@lru_cache(maxsize=1024)
def _as_typed(source: str, labels: Labels, heading: int) -> Html:
    """A page shows many texts on every visit, so each process keeps the latest."""
    return Html(html(read(source, light=True), labels=labels, heading=heading))
