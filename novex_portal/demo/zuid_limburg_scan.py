"""Two measurements of the samenwerkingsscan in the practice area. All made up.

The stories to find: the urgency is shared by all, the process divides them (residents and farmers wait for a next step that
the public bodies believe is clear), and since the first measurement people trust each other more while the process fell back.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Filled:
    """What a party answered: a digit for each statement, one group for each part; ? is "onbekend".

    `why` gives the reasoning with the first statement of a part, by the number of that part.
    """

    party: str
    role: str
    scores: str
    why: dict[int, str]


@dataclass(frozen=True)
class Measured:
    """A measurement; days count from today."""

    title: str
    opened: int
    closes: int
    filled: tuple[Filled, ...]
    silent: tuple[str, ...] = ()
    improvements: tuple[tuple[str, str, str, int], ...] = ()  # part, what, who, days from today


_URGENCY, _AMBITION, _INTERESTS, _RELATION, _ORGANISATION, _PROCESS = 0, 3, 4, 5, 6, 7

MEASURED = (
    Measured(
        "Eerste meting",
        opened=-190,
        closes=-169,
        filled=(
            Filled("Waterschap Limburg", "Omgevingsmanager", "54 33 32 333 332 23 333 43", {}),
            Filled("Provincie Limburg", "Programmamanager", "44 43 33 434 333 33 434 44", {}),
            Filled("Gemeente Maastricht", "Beleidsadviseur", "43 32 22 333 322 22 323 33", {}),
            Filled("Gemeente Heerlen", "Beleidsadviseur", "54 33 22 334 332 32 333 43", {}),
            Filled("Landbouworganisatie", "Regiobestuurder", "42 32 2? 223 221 22 323 32", {}),
            Filled("Natuurorganisatie", "Directeur", "55 43 22 343 322 23 33? 33", {}),
        ),
    ),
    Measured(
        "Tweede meting",
        opened=-12,
        closes=9,
        filled=(
            Filled(
                "Waterschap Limburg",
                "Omgevingsmanager",
                "54 44 44 434 443 44 443 43",
                {
                    _URGENCY: "Het beekdal staat elk jaar twee keer onder water.",
                    _RELATION: "Wij bellen elkaar nu eerst.",
                },
            ),
            Filled(
                "Provincie Limburg",
                "Programmamanager",
                "54 44 34 444 433 34 434 55",
                {_PROCESS: "De planning tot aan het akkoord ligt er, met data en namen."},
            ),
            Filled("Gemeente Maastricht", "Beleidsadviseur", "44 33 33 434 333 33 333 43", {}),
            Filled(
                "Gemeente Heerlen",
                "Beleidsadviseur",
                "54 43 33 444 433 44 343 43",
                {_AMBITION: "Wijken aanpakken en water vasthouden zien wij nu als één opgave."},
            ),
            Filled(
                "Landbouworganisatie",
                "Regiobestuurder",
                "43 33 33 323 221 33 32? 11",
                {
                    _INTERESTS: "Over grond wordt gepraat, over inkomen nog niet.",
                    _PROCESS: "Wij horen pas wat de volgende stap is als zij al gezet is.",
                },
            ),
            Filled(
                "Natuurorganisatie",
                "Directeur",
                "55 44 33 443 433 34 333 32",
                {_URGENCY: "Wat nu verdroogt, komt niet terug."},
            ),
            Filled("Woningcorporatie", "Directeur", "44 33 3? 334 333 34 343 32", {}),
            Filled(
                "Bewonersvereniging beekdal",
                "Voorzitter",
                "55 32 2? 324 322 33 223 12",
                {
                    _ORGANISATION: "Wij weten niet wie er over de oever beslist.",
                    _PROCESS: "Een jaar lang bijeenkomsten, en nog geen datum voor de eerste schop.",
                },
            ),
        ),
        silent=("Recreatieondernemers Heuvelland", "Kennisinstelling voor water en bodem"),
        improvements=(
            ("Proces", "Elke maand op één bladzijde laten weten wat de volgende stap is", "Programmamanager", 21),
            ("Organisatie", "Opschrijven wie beslist over oevers, grond en geld", "Omgevingsmanager", 35),
        ),
    ),
)
