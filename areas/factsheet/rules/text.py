"""The text of a factsheet: what a photo keeps, a print shows and a comparison reads. Pure: no ORM, no clock.

It is stored as JSON and read for as long as the portal lives: `FORMAT` goes up when its shape changes,
and `from_json` keeps reading every older shape. It holds no e-mail address and no telephone number.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from areas.factsheet.enums import FactsheetHeading
from novex_portal.toolkit.law_text.light import AS_BEFORE, AS_TYPED

FORMAT = 1


@dataclass(frozen=True)
class FactLine:
    """One row under a heading, in words: an opgave, a milestone, a contribution."""

    text: str
    detail: str = ""  # may have several lines
    source: str = ""
    status: str = ""  # what kind of row it is: "Hoofdopgave", "Concreet doel", "Mijlpaal, gemaakt"


@dataclass(frozen=True)
class HeadingText:
    """What stands under one heading; `text` is a light text, `heading` a value of FactsheetHeading."""

    heading: str
    text: str = ""
    source: str = ""
    percentage: int | None = None  # only how far the ontwikkelperspectief is
    lines: tuple[FactLine, ...] = ()

    @property
    def label(self) -> str:
        """Hoofdopgave, Ruimtelijke schuurpunten; a heading that is no longer known keeps its own word."""
        known = self.heading in FactsheetHeading.values
        return str(FactsheetHeading(self.heading).label) if known else self.heading.replace("-", " ").capitalize()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return not self.text and not self.lines and self.percentage is None


@dataclass(frozen=True)
class FactsheetText:
    """A whole factsheet: all headings in their order, also the empty ones."""

    area: str
    slug: str
    headings: tuple[HeadingText, ...]
    grammar: int = AS_TYPED  # how its texts are read

    def under(self, heading: str) -> HeadingText:
        """Return what stands under a heading; nothing when this text does not know it."""
        return next((found for found in self.headings if found.heading == heading), HeadingText(str(heading)))


def to_json(text: FactsheetText) -> dict[str, Any]:
    """Return plain values that JSON can hold."""
    headings = [
        {**asdict(heading), "heading": str(heading.heading), "lines": [asdict(line) for line in heading.lines]}
        for heading in text.headings
    ]
    plain: dict[str, Any] = {"format": FORMAT, "area": text.area, "slug": text.slug, "headings": headings}
    # Photos from before have no grammar, and their fingerprint is of what they hold.
    return plain if text.grammar == AS_BEFORE else plain | {"grammar": text.grammar}


def from_json(data: dict[str, Any]) -> FactsheetText:
    """Read back what `to_json` gave. Raises ValueError for a format this code does not know."""
    if data.get("format") != FORMAT:
        raise ValueError(f"Onbekende vorm van een factsheet: {data.get('format')!r}")
    return FactsheetText(
        area=data["area"],
        slug=data["slug"],
        headings=tuple(
            HeadingText(**row | {"lines": tuple(FactLine(**line) for line in row["lines"])})
            for row in data["headings"]
        ),
        grammar=data.get("grammar", AS_BEFORE),
    )


def sha256_of(text: FactsheetText) -> str:
    """Return the SHA-256 a photo of this text bears: of the one way to write it in bytes."""
    canonical = json.dumps(to_json(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()
