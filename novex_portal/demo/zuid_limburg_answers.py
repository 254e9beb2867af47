"""What was marked in reports, what parties heard back, and what they said of how they were understood. Made up for practice."""

from coalition.conversations.feedback.enums import FeedbackOutcome as Outcome
from coalition.conversations.passages.enums import PassageMark as Mark

# How the position of the statement begins, what was done with it, and why.
FEEDBACK: tuple[tuple[str, str, str], ...] = (
    ("Beekdalen krijgen meer ruimte", Outcome.TAKEN_OVER, "Staat in het hoofdstuk over ambities van het akkoord."),
    ("Maatregelen stemmen we af", Outcome.PARTLY, "Met de buren in België is overleg. Met Duitsland begint het dit najaar."),
    ("Sluit in het seizoen", Outcome.NOT_TAKEN_OVER, "Bij hoog water moet een pad dicht kunnen. Er komen omleidingen."),
    ("Wie grond geeft", Outcome.TAKEN_OVER, ""),
    ("Water vasthouden op de hellingen", Outcome.CONSIDERED, "Wacht op de uitkomst van de twee proefstroken."),
    ("Vergroen de wijk", Outcome.TAKEN_OVER, ""),
)  # fmt: skip
# Of these statements their party got a letter, with this opening.
LETTERS: tuple[tuple[str, str], ...] = (
    ("Beekdalen krijgen meer ruimte", "Dank voor het gesprek. Sindsdien is er een eerste versie van het akkoord."),
    ("Sluit in het seizoen", "Dank voor het open gesprek. Wij wilden u dit zelf vertellen."),
)
# Of these statements their party was asked whether it is right: with what summary, and what it answered
# (klopt, anders, or nothing yet), with a remark and other words for the statement.
REPLIES: tuple[tuple[str, str, str, str, str], ...] = (
    ("Beekdalen krijgen meer ruimte", "Wij spraken over ruimte voor water en over de buren over de grens.", "klopt", "", ""),
    ("Trek het groen", "Wij spraken over stad en land als één opgave.", "klopt", "Graag ook de randen van de stad noemen.", ""),
    (
        "Hergebruik van proceswater",
        "Wij spraken over reststromen en over ruimte op bestaande terreinen.",
        "anders",
        "Wij noemden ook de kosten van een aansluiting.",
        "Hergebruik van proceswater hoort bij de aanpak van de beken, als de aansluiting betaalbaar is.",
    ),
    ("Maak één uitvoeringsagenda", "Wij spraken over de volgorde van het werk.", "", "", ""),
)  # fmt: skip
# Words of a report, what they are, and how the position begins of the statement they belong to (empty: of none).
PASSAGES: tuple[tuple[str, str, str], ...] = (
    ("Water moet langer op de helling en in het dal blijven.", Mark.POSITION, "Beekdalen krijgen meer ruimte"),
    ("Dat kan alleen samen met wie de grond gebruikt", Mark.FACT, "Beekdalen krijgen meer ruimte"),
    ("niet zonder zekerheid over hun grond en hun inkomen", Mark.POSITION, "Water vasthouden op de hellingen"),
    ("Boeren zien de erosie en het water zelf als eersten.", Mark.FACT, "Water vasthouden op de hellingen"),
    ("wachten op leidingen en ruimte op het net", Mark.COMMERCIAL, "Reststromen en restwarmte delen we"),
)  # fmt: skip
