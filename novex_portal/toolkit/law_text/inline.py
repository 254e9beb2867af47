"""Marks inside a line: bold and italic, calls of notes, references, and what a backslash keeps as it is. Pure.

Whatever is no understood mark stays as it was typed. A light text has links as well: their words, and behind them the
address between its brackets.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from novex_portal.toolkit.law_text.labels import labels_of
from novex_portal.toolkit.law_text.tree import Line, Run, Told

ESCAPED = "\\*|[]"
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_TOKEN = re.compile(r"\\[\\*|\[\]]|\*+|\[\[[^\[\]\n]{1,150}\]\]|\[\^(?:\d{1,3}|[a-z]|\*{1,3})\]")
_LINK = r"(?<!!)\[(?P<words>[^\[\]\\\n]{1,300})\]\((?P<address>(?:https?://|mailto:)[^\s()<>\"\\*|\[\]]{1,1000})\)"
_LIGHT_TOKEN = re.compile(f"{_LINK}|{_TOKEN.pattern}")
_BEFORE = re.compile(r"[\s(\[{\"'“‘„«‚\-–—/]")
_AFTER = re.compile(r"[\s)\]}\"'”’»\-–—/.,;:!?]")
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What a reference leads to, and how it reads."""

    words: str
    target: str


Resolve = Callable[[str], Found | None]
"""Takes what stands between the brackets of a reference; None when there is nothing of that name."""


@dataclass(slots=True)
class _Piece:
    text: str
    kind: str = "text"  # text, stars, call, reference, link
    opens: bool = False
    closes: bool = False
    target: str = ""
    pair: int = -1


def read_line(
    number: int, text: str, *, notes: Collection[str] = (), resolve: Resolve | None = None, light: bool = False
) -> tuple[Line, list[Told]]:
    """Return a line with its marks understood, and what there is to tell about them.

    `notes` are the labels of footnotes that exist; a call of any other, and a reference to nothing, stay as typed.
    """
    told: list[Told] = []
    text = _without_escaped_label(text, light=light)
    pieces = list(_pieces(number, text, notes, resolve, told, light=light))
    _pair(pieces)
    if any(piece.kind == "stars" and piece.pair < 0 and (piece.opens or piece.closes) for piece in pieces):
        told.append(Told(number, "M1"))
    return Line(number, tuple(_runs(pieces))), told


def _without_escaped_label(text: str, *, light: bool) -> str:
    is_mark = text.startswith("\\") and (labels_of(text[1:]) or (light and HEADING.match(text[1:])))
    return text[1:] if is_mark else text


def _pieces(
    number: int, text: str, notes: Collection[str], resolve: Resolve | None, told: list[Told], *, light: bool
) -> Iterator[_Piece]:
    at = 0
    for match in (_LIGHT_TOKEN if light else _TOKEN).finditer(text):
        if match.start() > at:
            yield _Piece(text[at : match.start()])
        at = match.end()
        mark = match[0]
        if light and match["address"]:
            yield _Piece(match["words"], "link", target=match["address"])
            yield _Piece(f" ({match['address']})")
        elif mark.startswith("\\"):
            yield _Piece(mark[1])
        elif mark.startswith("*"):
            yield _stars(text, match)
        elif mark.startswith("[^"):
            yield _call(number, mark, notes, told)
        else:
            yield _reference(number, mark, resolve, told)
    if at < len(text):
        yield _Piece(text[at:])


def _stars(text: str, match: re.Match[str]) -> _Piece:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    short = len(match[0]) <= _LONGEST
    opens = bool((not before or _BEFORE.match(before)) and after.strip())
    closes = bool(before.strip() and (not after or _AFTER.match(after)))
    return _Piece(match[0], "stars", opens=opens and short, closes=closes and short)


def _call(number: int, mark: str, notes: Collection[str], told: list[Told]) -> _Piece:
    label = mark[2:-1]
    if label in notes:
        return _Piece(f"[{label}]", "call", target=label)
    told.append(Told(number, "N1", label))
    return _Piece(mark)


def _reference(number: int, mark: str, resolve: Resolve | None, told: list[Told]) -> _Piece:
    words = " ".join(mark[2:-2].split())
    found = resolve(words) if resolve else None
    if found:
        return _Piece(found.words, "reference", target=found.target)
    told.append(Told(number, "R1", words))
    return _Piece(mark)


def _pair(pieces: list[_Piece]) -> None:
    """Let every opening run of stars find the closing one of its length; those that cross each other find none."""
    waiting: list[int] = []
    of_length: dict[int, list[int]] = {}
    for place, piece in enumerate(pieces):
        if piece.kind != "stars":
            continue
        length = len(piece.text)
        if piece.closes and of_length.get(length):
            opener = of_length[length][-1]
            if waiting[-1] == opener:
                pieces[opener].pair, piece.pair = place, opener
            while of_length[length] and of_length[length][-1] == opener:
                of_length[len(pieces[waiting[-1]].text)].pop()
                waiting.pop()
        elif piece.opens:
            waiting.append(place)
            of_length.setdefault(length, []).append(place)


def _runs(pieces: list[_Piece]) -> Iterator[Run]:
    """Yield the words between the marks, neighbours that look the same together."""
    bold = italic = 0
    waiting: Run | None = None
    for place, piece in enumerate(pieces):
        if piece.kind == "stars" and piece.pair >= 0:
            step = 1 if piece.pair > place else -1
            bold += step * (len(piece.text) >= 2)
            italic += step * (len(piece.text) != 2)
            continue
        style = piece.kind if piece.kind in {"call", "reference", "link"} else "text"
        run = Run(piece.text, bool(bold), bool(italic), style, piece.target)  # type: ignore[arg-type]
        if (
            waiting
            and style == "text"
            and (waiting.bold, waiting.italic, waiting.style) == (run.bold, run.italic, "text")
        ):
            waiting = Run(waiting.text + run.text, run.bold, run.italic)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting
