"""Footnotes: which lines are one, and which calls lead nowhere. Pure."""

import re
from collections.abc import Sequence

from novex_portal.toolkit.law_text.lines import Source
from novex_portal.toolkit.law_text.tree import Told

_LABEL = r"\[\^(\d{1,3}|[a-z]|\*{1,3})\]"
_NOTE = re.compile(rf"{_LABEL}:\s+(\S.*)")
_CALL = re.compile(rf"{_LABEL}(?!:\s)")


def notes_of(lines: Sequence[Source]) -> tuple[dict[int, str], list[Told]]:
    """Return the lines that are footnotes with their labels, the first of each that is called, and what to tell."""
    called = {label for line in lines for label in _CALL.findall(line.body)}
    found: dict[int, str] = {}
    told, seen = list[Told](), set[str]()
    for line in lines:
        match = _NOTE.match(line.body)
        if match is None:
            continue
        if match[1] in seen:
            told.append(Told(line.number, "N3", match[1]))
        elif match[1] in called:
            found[line.number] = match[1]
            seen.add(match[1])
        else:
            told.append(Told(line.number, "N2", match[1]))
    return found, told


def words_of_note(body: str) -> str:
    """Return what a footnote says. Raises ValueError for a line that is none."""
    match = _NOTE.match(body)
    if match is None:
        raise ValueError(body)
    return match[2]
