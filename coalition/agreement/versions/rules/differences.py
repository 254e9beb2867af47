"""How two frozen versions of an akkoord differ: article by article, and in all else that was frozen. Pure: no ORM, no clock."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.provenance.rules import in_a_row
from coalition.agreement.versions.rules.snapshot import ArticleText, ChapterText, ExhibitText, VersionText
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.differences import Piece, is_changed, word_differences

Pieces = list[Piece]
Named = dict[str, str]
"""Words by what they are of."""
EXHIBITS = "Figuren en stukken"


@dataclass(frozen=True)
class ArticleDifference:
    """One article in both versions, or in one of them alone; numbers are empty where it is not."""

    old_number: str
    new_number: str
    title: Pieces
    text: Pieces

    @property
    def number(self) -> str:
        """The number people read now, or read then when it is gone."""
        return self.new_number or self.old_number

    @property
    def is_changed(self) -> bool:
        """Whether its words, or its place, are other than they were."""
        return self.old_number != self.new_number or is_changed(self.title) or is_changed(self.text)

    @property
    def words(self) -> str:
        """Nieuw, vervallen, gewijzigd, or only another number."""
        if not self.old_number:
            return "nieuw"
        if not self.new_number:
            return "vervallen"
        moved = f"was {self.old_number}" if self.old_number != self.new_number else ""
        changed = "gewijzigd" if is_changed(self.title) or is_changed(self.text) else ""
        return ", ".join(filter(None, [changed, moved])) or "niet gewijzigd"


@dataclass(frozen=True)
class Difference:
    """Something else that was frozen and reads otherwise: a term, a party, a point, an annex."""

    name: str
    words: Pieces
    was: ExhibitText | None = None  # of a figure or document: as it stood in the older version
    now: ExhibitText | None = None


@dataclass(frozen=True)
class Section:
    """All of one kind that reads otherwise."""

    title: str
    rows: tuple[Difference, ...]


@dataclass(frozen=True)
class VersionDifference:
    """All that differs, in the order of the newer version; what is gone stands after what came before it."""

    articles: tuple[ArticleDifference, ...]
    sections: tuple[Section, ...]

    @property
    def changed(self) -> tuple[ArticleDifference, ...]:
        """The articles that differ."""
        return tuple(row for row in self.articles if row.is_changed)

    @property
    def kept(self) -> tuple[ArticleDifference, ...]:
        """The articles that are as they were."""
        return tuple(row for row in self.articles if not row.is_changed)

    @property
    def finding(self) -> str:
        """2 artikelen gewijzigd, 1 nieuw, 1 vervallen; 5 bleven gelijk."""
        new = sum(not row.old_number for row in self.changed)
        gone = sum(not row.new_number for row in self.changed)
        other = len(self.changed) - new - gone
        parts = [f"{counted(other, 'artikel', 'artikelen')} gewijzigd" if other else ""]
        parts += [f"{new} nieuw" if new else "", f"{gone} vervallen" if gone else ""]
        said = ", ".join(filter(None, parts)) or "Geen artikel is gewijzigd"
        said = f"{said}; {counted(len(self.kept), 'bleef', 'bleven')} gelijk." if self.kept else f"{said}."
        other_kinds = in_a_row([section.title.lower() for section in self.sections])
        return f"{said} Ook anders: {other_kinds}." if other_kinds else said


def compare(old: VersionText, new: VersionText) -> VersionDifference:
    """Compare two versions as they read; an article is the same one by its id, whatever its number is now."""
    return VersionDifference(tuple(_articles(old, new)), tuple(_sections(old, new)))


def in_short(old: VersionText, new: VersionText) -> str:
    """Return in a line how a version differs from the one before, without looking at the words: for a list."""
    before, now = ({row.id: (row.title, row.text) for row in version.articles} for version in (old, new))
    changed = sum(before[key] != now[key] for key in before.keys() & now.keys())
    counts = [(changed, "gewijzigd"), (len(now.keys() - before.keys()), "nieuw")]
    counts.append((len(before.keys() - now.keys()), "vervallen"))
    said = [f"{number} {word}" for number, word in counts if number]
    other = [title.lower() for title, words in _PARTS.items() if words(old) != words(new)]
    return (
        "; ".join(filter(None, [f"artikelen: {', '.join(said)}" if said else "", in_a_row(other)])) or "geen verschil"
    )


def _sections(old: VersionText, new: VersionText) -> Iterator[Section]:
    shown = [{key: row for row, key in _keyed(version)} for version in (old, new)]
    for title, words in _PARTS.items():
        before, now = words(old), words(new)
        names = [name for name in dict.fromkeys([*now, *before]) if before.get(name, "") != now.get(name, "")]
        if names:
            rows = (Difference(name, word_differences(before.get(name, ""), now.get(name, ""))) for name in names)
            if title == EXHIBITS:
                rows = (_of_exhibit(row, *(there.get(row.name) for there in shown)) for row in rows)
            yield Section(title, tuple(rows))


def _of_exhibit(row: Difference, was: ExhibitText | None, now: ExhibitText | None) -> Difference:
    """Name a figure or document by its label, and show how it looked."""
    there = now or was
    return replace(row, name=there.label if there else row.name, was=was, now=now)


def _articles(old: VersionText, new: VersionText) -> Iterator[ArticleDifference]:
    readers = old.readable, new.readable

    def differs(one: ArticleText | None, other: ArticleText | None) -> ArticleDifference:
        return _differs(one, other, readers)

    before = {article.id: article for article in old.articles}
    there = {article.id for article in new.articles}
    gone: dict[str, list[ArticleText]] = {}
    last = ""
    for article in old.articles:
        if article.id in there:
            last = article.id
        else:
            gone.setdefault(last, []).append(article)
    yield from (differs(article, None) for article in gone.get("", ()))
    for article in new.articles:
        yield differs(before.get(article.id), article)
        yield from (differs(row, None) for row in gone.get(article.id, ()))


def _differs(
    old: ArticleText | None, new: ArticleText | None, readers: tuple[Readable, Readable]
) -> ArticleDifference:
    return ArticleDifference(
        old.number if old else "",
        new.number if new else "",
        word_differences(old.title if old else "", new.title if new else ""),
        word_differences(readers[0].words(old.text) if old else "", readers[1].words(new.text) if new else ""),
    )


def _title(version: VersionText) -> Named:
    return {
        "Titel": version.title,
        "Citeertitel": version.citation_title,
        "Aanhef": "\n".join(map(_facts, version.opening)),
        "Overwegingen": version.preamble,
        "Herkomst in het document": "ja" if version.with_provenance else "nee",
        "Soort versie": version.kind_words,
    }


def _chapters(version: VersionText) -> Named:
    """Chapters and annexes by what they are; a new name or number is a difference."""
    return {row.id: _chapter(row) for row in version.chapters}


def _chapter(row: ChapterText) -> str:
    named = f"{'Bijlage' if row.is_annex else 'Hoofdstuk'} {row.shown_number}: {row.title}"
    return "\n".join([named, *(words for name, value in _others(row, _OF_A_CHAPTER) for words in _words(name, value))])


_OF_A_CHAPTER = {"id", "number", "title", "articles", "label", "is_annex", "exhibits"}


def _exhibits(version: VersionText) -> Named:
    """Figures and documents by their file: whatever they are numbered now, and another file is another one."""
    return {key: exhibit_words(row) for row, key in _keyed(version)}


def _keyed(version: VersionText) -> Iterator[tuple[ExhibitText, str]]:
    """Yield each with its key; a file that stands there twice has two."""
    times: Counter[str] = Counter()
    for row in version.exhibits:
        times[row.sha256] += 1
        yield row, f"{row.sha256} {times[row.sha256]}"


def exhibit_words(row: ExhibitText) -> str:
    """Return all there is to say of a figure or document: what it is called and shows, and which file it is."""
    pages = counted(len(row.pages), "bladzijde", "bladzijden")
    kind = f"Een stuk van {pages}" if row.pages else "Een figuur"
    size = dutch.number(row.size)
    lines = [f"{row.label}. {row.caption}", f"Te zien: {row.alt}", f"{kind}, {size} bytes, SHA-256 {row.sha256}"]
    return "\n".join(
        [*lines, *(f"Bladzijde {number}: SHA-256 {page}" for number, page in enumerate(row.pages, start=1))]
    )


def _others(row: Any, told: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a row that are not told elsewhere."""
    return ((field.name, getattr(row, field.name)) for field in fields(row) if field.name not in told)


def _terms(version: VersionText) -> Named:
    return {row.term: row.meaning for row in version.terms}


def _parties(version: VersionText) -> Named:
    return {row.name: _facts(row) for row in version.parties}


def _points(version: VersionText) -> Named:
    return {row.title: _facts(row) for row in version.points}


def _positions(version: VersionText) -> Named:
    return {
        f"Artikel {article.number}: {row.party}": _facts(row)
        for article in version.articles
        for row in article.positions
    }


def _amendments(version: VersionText) -> Named:
    found: dict[str, list[str]] = {}
    for article in version.articles:
        for row in article.amendments:
            found.setdefault(f"Artikel {article.number}: {row.party}", []).append(_facts(row))
    for row in version.amendments:
        found.setdefault(f"{row.place}: {row.party}", []).append(_facts(row))
    return {name: "\n".join(rows) for name, rows in found.items()}


def _origins(version: VersionText) -> Named:
    """What articles rest on, by their id: a number may move."""
    return {
        f"Artikel {row.number}": "\n".join([*row.ambitions, row.provenance.sentence, *map(_facts, row.sources)])
        for row in version.articles
    }


_PARTS: dict[str, Callable[[VersionText], Named]] = {
    "Titel": _title,
    "Hoofdstukken en bijlagen": _chapters,
    EXHIBITS: _exhibits,
    "Begrippen": _terms,
    "Partijen": _parties,
    "Punten zonder overeenstemming": _points,
    "Standpunten": _positions,
    "Wijzigingsvoorstellen": _amendments,
    "Herkomst": _origins,
}


def _facts(row: Any) -> str:
    """Return all that was frozen of a row as words, whatever fields it has: none can be left out by mistake."""
    return "\n".join(words for field in fields(row) for words in _words(field.name, getattr(row, field.name)))


def _words(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for row in value:
            yield from [_facts(row)] if is_dataclass(row) else _words(name, row)
    elif is_dataclass(value):
        yield _facts(value)
    elif isinstance(value, bool):
        yield from [_TRUE.get(name, name)] if value else []
    elif isinstance(value, date):
        yield dutch.short_date(value)
    elif value not in (None, ""):
        yield str(value)


_TRUE = {"signs": "tekent", "is_stale": "op vorige tekst"}
"""What is told of what is so; of what is not so, nothing."""
