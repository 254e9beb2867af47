"""Where one is in an area: its parts in the chain of the work, and the pages of each part.

Pure: an address and what somebody may do go in, what the frame of the page shows comes out. Addresses, not URL names:
the pages live in rooms above this one. `tests/areas/test_navigation.py` asks for every role that each entry leads somewhere.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from areas.enums import Permission


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the second row of its part: its word there, its address below the area, who may open it."""

    label: str
    below: str
    need: Permission
    name: str = ""  # its word in a path, where `label` alone would say too little
    holds: tuple[str, ...] = ()  # addresses of pages below this one that do not start with its own


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an area. It leads to the first of its places one may open, and is not there when there is none."""

    label: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A link in a row; `current` is the value of aria-current: page, true for what is above the page, or nothing."""

    label: str
    url: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Navigation:
    """The two rows of the frame: the parts, and the places of the open part or else the path to a page below one."""

    home: str  # where the name of the area leads: the first page one may open
    part: str  # the word of the open part
    parts: list[Entry]
    places: list[Entry]  # empty for a part with one place
    above: Entry | None  # the place the page stands below; None when it is a place itself


PARTS = (
    Part("Overzicht", (Place("Overzicht", "", Permission.VIEW_AREA),)),
    Part(
        "Gebied",
        (
            Place("Factsheet", "factsheet/", Permission.VIEW_FACTSHEET),
            Place("Foto’s", "factsheet/fotos/", Permission.VIEW_FACTSHEET),
        ),
    ),
    Part(
        "Partijen",
        (
            Place(
                "Lijst",
                "partijen/",
                Permission.VIEW_PARTIES,
                name="Partijen",
                holds=("rollen/*/bewerken/", "rollen/*/samenvoegen/"),
            ),
            Place("Planningsgroep", "planningsgroep/", Permission.VIEW_PLANNING_GROUP),
            Place("Krachtenveld", "krachtenveld/", Permission.VIEW_ANALYSIS),
            Place("Netwerk", "netwerk/", Permission.VIEW_ANALYSIS),
            Place("Mandaten", "partijen/mandaten/", Permission.VIEW_PARTIES),
        ),
    ),
    Part(
        "Gesprekken",
        (
            Place("Lijst", "gesprekken/", Permission.VIEW_CONVERSATIONS, name="Gesprekken", holds=("analyse/",)),
            Place("Rondes", "gesprekken/rondes/", Permission.LOG_CONVERSATION),
            Place("Stiltekaart", "analyse/stiltekaart/", Permission.VIEW_ANALYSIS),
            Place("Thema’s", "analyse/themas/", Permission.VIEW_ANALYSIS),
            Place("Scan", "scan/", Permission.VIEW_CONVERSATIONS, name="Samenwerkingsscan"),
            Place("Terugkoppeling", "terugkoppeling/", Permission.LOG_CONVERSATION),
        ),
    ),
    Part(
        "Akkoord",
        (
            Place("Ambities", "ambities/", Permission.VIEW_AMBITIONS),
            Place("Tekst", "akkoord/", Permission.VIEW_AGREEMENT),
            Place("Voorstellen", "akkoord/wijzigingen/", Permission.VIEW_AGREEMENT),
            Place("Thermometer", "akkoord/thermometer/", Permission.VIEW_AGREEMENT),
            Place("Pakketten", "akkoord/pakket/", Permission.EDIT_AGREEMENT),
            Place("Geen overeenstemming", "akkoord/geen-overeenstemming/", Permission.VIEW_AGREEMENT),
            Place("Versies", "akkoord/versies/", Permission.VIEW_AGREEMENT),
            Place("Gouden draad", "gouden-draad/", Permission.VIEW_AGREEMENT),
        ),
    ),
    Part(
        "Uitvoering",
        (
            Place(
                "Ontwikkelperspectief",
                "ontwikkelperspectief/",
                Permission.VIEW_PERSPECTIVE,
                holds=("wisselwerking/*",),
            ),
            Place("Uitvoeringsagenda", "uitvoeringsagenda/", Permission.VIEW_AGENDA),
            Place(
                "Voorwaarden", "uitvoeringsagenda/voorwaarden/", Permission.VIEW_AGENDA, name="Voorwaarden van buiten"
            ),
            Place("Investeringen", "investeringen/", Permission.VIEW_INVESTMENTS),
            Place("Arrangement", "arrangement/", Permission.VIEW_ARRANGEMENT),
        ),
    ),
    Part(
        "Planning",
        (
            Place("IJkmomenten", "ijkmomenten/", Permission.VIEW_CHECKPOINTS),
            Place("Bestuurlijk overleg", "overleggen/", Permission.VIEW_CHECKPOINTS),
            Place("Besluiten", "planningsgroep/besluiten/", Permission.VIEW_PLANNING_GROUP),
        ),
    ),
    Part(
        "Beheer",
        (
            Place("Leden", "leden/", Permission.MANAGE_MEMBERS),
            Place("Rollen", "rollen/", Permission.HAND_OVER_ROLES),
            Place("Samenvoegingen", "partijen/samenvoegingen/", Permission.MERGE_PARTIES),
            Place("Privacy", "privacy/", Permission.MANAGE_PERSONAL_DATA),
            Place("Leeslog", "leeslog/", Permission.VIEW_READ_LOG),
        ),
    ),
)


def navigation(root: str, path: str, granted: frozenset[Permission]) -> Navigation:
    """Return what the frame shows on the page at `path`, in the area at `root`, to who may do what is `granted`.

    Who stands on a page below a place that is not theirs (an executive who fills in a scan) is led to the first
    place of the part that is, or else to the front page of the area.
    """
    below = path.removeprefix(root)
    part, place = _home_of(below)
    shown = {each: [place for place in each.places if place.need in granted] for each in PARTS}
    mine = shown[part]
    is_place = below == place.below and place in mine
    alone = "page" if is_place and len(mine) == 1 else "true"
    parts = [
        Entry(each.label, root + places[0].below, alone if each is part else "")
        for each, places in shown.items()
        if places
    ]
    home = parts[0].url if parts else root
    if is_place:
        row = [Entry(each.label, root + each.below, "page" if each is place else "") for each in mine]
        return Navigation(home, part.label, parts, row if len(row) > 1 else [], None)
    over = place if place in mine else mine[0] if mine else PARTS[0].places[0]
    return Navigation(home, part.label, parts, [], Entry(over.name or over.label, root + over.below))


def _home_of(below: str) -> tuple[Part, Place]:
    """Return the place a page stands at or below: of all that hold its address the one that says most of it."""
    fits = [
        (len(address), part, place)
        for part in PARTS
        for place in part.places
        for address in (place.below + "*", *place.holds)
        if fnmatchcase(below, address) and (place.below or not below)
    ]
    return max(fits, key=lambda fit: fit[0])[1:] if fits else (PARTS[0], PARTS[0].places[0])
