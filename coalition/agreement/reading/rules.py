"""What a text from before the law would look like by it. Pure."""

import html as entities
import re
from collections import Counter
from dataclasses import dataclass, replace

from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import Grammar
from novex_portal.toolkit.text.markup import Html

_TAG = re.compile(r"<[^<>]*>")
_BLOCKS = re.compile(r"<(p|li|table|tr|blockquote|h\d|strong|em)\b")


@dataclass(frozen=True)
class Reading:
    """A text as it is read now and as it would be, with what there is to tell of it and what must be mended first."""

    now: Html
    then: Html
    told: tuple[str, ...]
    stops: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether other signs are seen, or they stand in other blocks."""
        return bool(self.stops) or _seen(self.now) != _seen(self.then) or _blocks(self.now) != _blocks(self.then)


def reading_of(text: str, readable: Readable) -> Reading:
    """Return how a stored text reads now and by the law."""
    law = replace(readable, grammar=Grammar.LAW)
    before = replace(readable, grammar=Grammar.MARKDOWN)
    return Reading(before.html(text), law.html(text), tuple(law.told(text)), tuple(law.stops(text)))


def _seen(html: str) -> str:
    """Return the signs one sees, without the numbers of lists: a browser counts those, the law has them as typed."""
    words = entities.unescape(_TAG.sub(" ", html))
    return "".join(re.sub(r"(?m)(?<!\S)(?:\d+\.|[-*•])(?=\s)", "", words).split())


def _blocks(html: str) -> Counter[str]:
    found = Counter(match[1] for match in _BLOCKS.finditer(html))
    found["p"] = 0  # inside an item the one writes a paragraph where the other writes none
    return found
