"""At what height a heading of a factsheet flies: 0 to 3, with the rule in words. Pure: no ORM, no clock.

The same rules hold for every area, so that sixteen factsheets can be compared. A level counts only
when all below it hold. It says how complete a heading is, never how good.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from areas.factsheet.enums import FactsheetHeading

LEVELS = ("Leeg", "Begonnen", "Ingevuld", "Compleet")
HIGHEST = len(LEVELS) - 1
FRESH = timedelta(days=365)


@dataclass(frozen=True)
class HeadingFacts:
    """What the rules look at, counted for one heading of one area on one day."""

    heading: str
    text: bool = False
    source: bool = False  # of the text
    percentage: bool = False
    rows: int = 0
    sourced: int = 0  # rows with a source
    described: int = 0  # rows of which all that belongs to them is filled in
    coming: int = 0  # milestones that are still to come
    late: int = 0  # of those: whose date has passed
    current: int = 0  # contact persons who hold their role on that day
    duos: int = 0  # kinds of duo that answer on that day: 0, 1 or 2
    changed_on: date | None = None


@dataclass(frozen=True)
class Step:
    """One level of a heading: its rule, whether it holds, and what to do when it does not."""

    level: int
    rule: str
    met: bool
    to_do: str


@dataclass(frozen=True)
class Altitude:
    """The level of one heading, and why."""

    heading: str
    level: int
    steps: tuple[Step, ...]

    @property
    def word(self) -> str:
        """Leeg, Begonnen, Ingevuld or Compleet."""
        return LEVELS[self.level]

    @property
    def missing(self) -> str:
        """What is needed for the next level; empty at the highest."""
        return self.steps[self.level].to_do if self.level < HIGHEST else ""


Test = Callable[[HeadingFacts, date], bool]
Rule = tuple[str, Test, str]


def altitude(facts: HeadingFacts, today: date) -> Altitude:
    """Return the level of a heading on a day."""
    steps = tuple(
        Step(level, rule, test(facts, today), to_do)
        for level, (rule, test, to_do) in enumerate(RULES[FactsheetHeading(facts.heading)], 1)
    )
    level = 0
    while level < HIGHEST and steps[level].met:
        level += 1
    return Altitude(facts.heading, level, steps)


def _begun(facts: HeadingFacts, _today: date) -> bool:
    return facts.text or facts.rows > 0 or facts.percentage


def _has_rows(facts: HeadingFacts, _today: date) -> bool:
    return facts.rows > 0


def _all_sourced(facts: HeadingFacts, _today: date) -> bool:
    return facts.rows > 0 and facts.sourced == facts.rows and (facts.source or not facts.text)


def _all_described(facts: HeadingFacts, _today: date) -> bool:
    return facts.rows > 0 and facts.described == facts.rows


def _fresh(facts: HeadingFacts, today: date) -> bool:
    return facts.changed_on is not None and today - facts.changed_on <= FRESH


RULES: dict[FactsheetHeading, tuple[Rule, Rule, Rule]] = {
    FactsheetHeading.STATE: (
        ("Er staat een tekst of een aandachtspunt.", _begun, "Schrijf hoe het gebied ervoor staat."),
        (
            "Er staat een tekst met een bron.",
            lambda facts, _: facts.text and facts.source,
            "Schrijf een tekst en noem de bron.",
        ),
        ("De tekst is in het afgelopen jaar gewijzigd.", _fresh, "Werk de tekst bij: hij is ouder dan een jaar."),
    ),
    FactsheetHeading.MAIN: (
        ("Er staat een tekst of een opgave.", _begun, "Beschrijf de hoofdopgave."),
        (
            "Er is een opgave, en elke opgave heeft een thema.",
            _all_described,
            "Voeg een opgave toe en kies bij elke opgave een thema.",
        ),
        ("De tekst en elke opgave hebben een bron.", _all_sourced, "Noem bij de tekst en bij elke opgave de bron."),
    ),
    FactsheetHeading.LINKED: (
        ("Er staat een tekst of een opgave.", _begun, "Noem de opgaven die meekoppelen."),
        (
            "Er is een opgave, en elke opgave heeft een thema en een toelichting.",
            _all_described,
            "Voeg een opgave toe en vul bij elke opgave thema en toelichting in.",
        ),
        ("De tekst en elke opgave hebben een bron.", _all_sourced, "Noem bij de tekst en bij elke opgave de bron."),
    ),
    FactsheetHeading.PROGRAMMES: (
        ("Er staat een tekst of een bijdrage.", _begun, "Beschrijf waaraan het gebied bijdraagt."),
        ("Er is een bijdrage met programma en soort doel.", _has_rows, "Voeg een bijdrage aan een programma toe."),
        ("De tekst en elke bijdrage hebben een bron.", _all_sourced, "Noem bij de tekst en elke bijdrage de bron."),
    ),
    FactsheetHeading.FRICTIONS: (
        ("Er staat een tekst of een schuurpunt.", _begun, "Beschrijf waar opgaven om dezelfde ruimte vragen."),
        (
            "Er is een schuurpunt, en elk schuurpunt heeft opties en eigenaren.",
            _all_described,
            "Voeg een schuurpunt toe en vul bij elk schuurpunt opties en eigenaren in.",
        ),
        ("De tekst en elk schuurpunt hebben een bron.", _all_sourced, "Noem bij de tekst en elk schuurpunt de bron."),
    ),
    FactsheetHeading.MILESTONES: (
        ("Er staat een tekst, een afspraak of een mijlpaal.", _begun, "Voeg een afspraak of mijlpaal toe."),
        (
            "Er is een afspraak of mijlpaal, en elke regel en de tekst hebben een bron.",
            _all_sourced,
            "Noem bij de tekst en bij elke afspraak en mijlpaal de bron.",
        ),
        (
            "Er is een afspraak of mijlpaal in het verschiet, en geen ervan is te laat.",
            lambda facts, _: facts.coming > 0 and facts.late == 0,
            "Voeg toe wat nog komt, en werk bij wat te laat is.",
        ),
    ),
    FactsheetHeading.CONTACTS: (
        ("Er staat een tekst of een contactpersoon.", _begun, "Kies een contactpersoon."),
        (
            "Er is een contactpersoon, en bij elk van hen staat waarvoor.",
            _all_described,
            "Kies een contactpersoon en vul in waarvoor men bij wie terecht kan.",
        ),
        (
            "Er zijn twee of meer contactpersonen, en allen vervullen hun rol nog.",
            lambda facts, _: facts.current == facts.rows > 1,
            "Kies minstens twee contactpersonen die hun rol nu vervullen.",
        ),
    ),
    FactsheetHeading.PERSPECTIVE: (
        ("Er staat een percentage of een toelichting.", _begun, "Vul in hoe ver het ontwikkelperspectief is."),
        (
            "Er staan een percentage en een toelichting.",
            lambda facts, _: facts.text and facts.percentage,
            "Vul zowel het percentage als een toelichting in.",
        ),
        ("Er staat een bron bij.", lambda facts, _: facts.source, "Noem de bron."),
    ),
    FactsheetHeading.PROVINCES: (
        ("Er staat een tekst of een provincie.", _begun, "Noem de provincies."),
        (
            "Er is een provincie, en het rijk-regio duo en het ambtelijk duo zijn bekend.",
            lambda facts, _: facts.rows > 0 and facts.duos == 2,
            "Noem de provincies en vul beide duo’s in.",
        ),
        (
            "Bij elke provincie staat een toelichting op haar rol.",
            _all_described,
            "Licht bij elke provincie haar rol toe.",
        ),
    ),
}
