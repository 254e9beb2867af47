"""How two frozen versions of an akkoord differ, article by article. Pure: no ORM, no clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.versions.rules.snapshot import ArticleText, PartyText, VersionText
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text.differences import Piece, is_changed, word_differences

Pieces = list[Piece]


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
class PartyDifference:
    """A party whose place or status is other than it was, in words; empty where it is not in a version."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class VersionDifference:
    """All that differs, in the order of the newer version; what is gone stands after what came before it."""

    articles: tuple[ArticleDifference, ...]
    parties: tuple[PartyDifference, ...]

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
        return f"{said}; {counted(len(self.kept), 'bleef', 'bleven')} gelijk." if self.kept else f"{said}."


def compare(old: VersionText, new: VersionText) -> VersionDifference:
    """Compare two versions as they read; an article is the same one by its id, whatever its number is now."""
    return VersionDifference(tuple(_articles(old, new)), tuple(_parties(old, new)))


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


def _parties(old: VersionText, new: VersionText) -> Iterator[PartyDifference]:
    before, now = ({row.name: _place(row) for row in version.parties} for version in (old, new))
    for name in dict.fromkeys([*now, *before]):
        if before.get(name, "") != now.get(name, ""):
            yield PartyDifference(name, before.get(name, ""), now.get(name, ""))


def _place(party: PartyText) -> str:
    reservation = f", voorbehoud: {party.reservation}" if party.reservation else ""
    return f"{party.role}, {party.status.lower()}{reservation}"
