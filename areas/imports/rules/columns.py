"""The columns of a file, and the lines below them as they are kept. Pure; each kind of file has columns of its own."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, how it may be called there too, and how long its text may be.

    `title` is what its field is called where a line is corrected. `choices` are the values it may have with their
    words, and `chosen` finds which one a text means. One that `is_shown` is among the cells of every line with a
    fault, one that `is_long` keeps its line ends.
    """

    key: str
    label: str
    most: int
    aliases: tuple[str, ...] = ()
    title: str = ""
    is_long: bool = False
    is_shown: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    chosen: Callable[[str], str] | None = None


@dataclass(frozen=True)
class Header:
    """Which place in a line holds which column, and what to tell about the columns that do not take part."""

    places: dict[int, str]
    notes: tuple[str, ...]


class HeaderFault(ValueError):
    """The first line does not name the columns as it should; the message is for the screen."""


@dataclass(frozen=True)
class Columns:
    """The columns a kind of file may have; a file without the `needed` one says nothing."""

    every: tuple[Column, ...]
    needed: Column

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.every}

    @cached_property
    def _known(self) -> dict[str, str]:
        return {
            squeezed(name): column.key for column in self.every for name in (column.key, column.label, *column.aliases)
        }

    def read_header(self, cells: Sequence[str]) -> Header:
        """Return where each column stands; raises HeaderFault for one that is missing or there twice."""
        places: dict[int, str] = {}
        notes = []
        for place, cell in enumerate(cells):
            key = self._known.get(squeezed(cell))
            if key is None:
                if cell:
                    notes.append(self._passed_over(cell[:60]))
            elif key in places.values():
                raise HeaderFault(f"De kolom “{self.by_key[key].label}” staat er twee keer. Haal er een weg.")
            else:
                places[place] = key
        if self.needed.key not in places.values():
            raise HeaderFault(
                f"De kolom “{self.needed.label}” ontbreekt. Zet op de eerste regel de namen van de kolommen: "
                f"{self.names()}. Alleen “{self.needed.label}” is altijd nodig. Gebruik zo nodig het voorbeeldbestand."
            )
        return Header(places, tuple(notes))

    def names(self) -> str:
        """Return the names of all columns for a sentence."""
        names = [column.label for column in self.every]
        return f"{', '.join(names[:-1])} en {names[-1]}"

    def row_of(self, number: int, cells: Sequence[str], header: Header) -> dict[str, object]:
        """Return a line as it is kept: its number, its cells by column, and which cells were cut."""
        values = {key: cells[place] if place < len(cells) else "" for place, key in header.places.items()}
        return self.kept(number, values)

    def kept(self, number: int, values: Mapping[str, str]) -> dict[str, object]:
        """Return the cells tidied and no longer than they may be."""
        tidied = {key: self._tidy(key, text) for key, text in values.items()}
        cut = [key for key, text in tidied.items() if len(text) > self.by_key[key].most]
        shown = {key: text[: self.by_key[key].most] for key, text in tidied.items()}
        return {"number": number, "values": shown} | ({"cut": cut} if cut else {})

    def _tidy(self, key: str, text: str) -> str:
        return text.replace("\r\n", "\n").strip() if self.by_key[key].is_long else " ".join(text.split())

    def _passed_over(self, name: str) -> str:
        near = difflib.get_close_matches(squeezed(name), list(self._known), n=1, cutoff=0.75)
        label = self.by_key[self._known[near[0]]].label if near else ""
        hint = f" Bedoelt u “{label}”? Pas dan de eerste regel van het bestand aan." if near else ""
        return f"De kolom “{name}” kent het portaal niet. Die doet niet mee.{hint}"


def squeezed(text: str) -> str:
    """Return text without capitals, accents, spaces and signs: how people name a column or a kind."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def names_in(text: str) -> list[str]:
    """Return the names in a cell with more of them, each once."""
    found: dict[str, str] = {}
    for part in re.split(r"[;\n]", text):
        name = " ".join(part.split())
        if name:
            found.setdefault(name.lower(), name)
    return list(found.values())


def sound(text: str) -> str:
    """Return the text of a cell; raises ValueError for what a spreadsheet shows when it cannot work something out."""
    if is_spreadsheet_error(text):
        raise ValueError(f"Hier staat een foutmelding van Excel ({text}). Vul de waarde zelf in, of maak de cel leeg.")
    return text


def is_spreadsheet_error(text: str) -> bool:
    """Tell whether a cell holds what a spreadsheet shows when it cannot work something out."""
    return bool(
        re.fullmatch(r"#(N/?[AB]|NAME|NAAM|REF|VERW|VALUE|WAARDE|DIV/0|DEEL/0|NULL|LEEG|NUM|GETAL)[!?]?", text)
    )


def listed(names: Iterable[str]) -> str:
    """Return names in quotes for a sentence."""
    return ", ".join(f"“{name}”" for name in names)
