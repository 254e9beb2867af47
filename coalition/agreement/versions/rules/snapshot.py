"""The frozen text of an akkoord: everything a version shows and its PDF needs. Pure: no ORM, no clock.

It is stored as JSON once and read for as long as the portal lives: `FORMAT` goes up when its shape
changes, and `from_json` keeps reading every older shape. It holds no text of a conversation and no
name of a person: of a source only the kind of party and the date.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from coalition.agreement.amendments.enums import Verb
from coalition.agreement.annexes.rules import page_alt
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.rules.parties import OpeningLine, opening_html
from coalition.agreement.provenance.rules import Provenance
from coalition.agreement.versions.enums import VersionKind
from novex_portal.toolkit.law_text.light import AS_BEFORE
from novex_portal.toolkit.text.markup import Html

FORMAT = 6
_READABLE = {1, 2, 3, 4, 5, 6}
# From here on the parties and why they agree stand before the first article, annexes behind the signatures, and what
# is settled shows no stand. What was frozen before keeps its shape.
CONVENANT = 5

NOT_KEPT = "toen niet bijgehouden wie dit zei"
"""What stands beside a position that was frozen before that was kept."""


@dataclass(frozen=True)
class SourceRow:
    """One line of the provenance table: a statement an article rests on."""

    ambition: str  # "Ambitie 2: Ruimte voor de beek"; empty when the article rests on it directly
    party_kind: str  # "Gemeente"
    held_on: date


@dataclass(frozen=True)
class PositionText:
    """Where a party stood on an article; consent and mandate are the words people read."""

    party: str
    consent: str
    condition: str
    mandate: str
    stated_on: date
    is_stale: bool  # said of another text than the one that was frozen
    given: str = NOT_KEPT  # by the party itself, recorded for it, or by the link
    source: str = ""


@dataclass(frozen=True)
class AmendmentText:
    """A proposal that was open: what a party would have a text say."""

    party: str
    status: str
    title: str
    text: str
    reason: str
    verb: str = Verb.CHANGE
    place: str = ""  # "Nieuw begrip": of what stands beside no article
    was: str = ""  # the words there were, of a text that is no article
    given: str = ""  # how one knew of it, when the party had not said it itself


@dataclass(frozen=True)
class PointPositionText:
    """Where a party stood on a point of no agreement, in its own words."""

    party: str
    words: str
    given: str = ""  # how one knew it, when the party had not said it itself


@dataclass(frozen=True)
class PointText:
    """A point there was no agreement on."""

    title: str
    text: str
    stands: tuple[PointPositionText, ...]
    number: int = 0  # 0 in the shapes before they had one


@dataclass(frozen=True)
class TermText:
    """A term and its meaning."""

    term: str
    meaning: str


@dataclass(frozen=True)
class ExhibitText:
    """A figure or document of an annex. Its bytes are kept beside the version, under these checksums."""

    label: str  # "Figuur B1.1"
    caption: str
    alt: str
    sha256: str  # of the picture, or of the document as it was brought
    size: int
    pages: tuple[str, ...] = ()  # of a document: the checksum of each page as a picture

    @property
    def name(self) -> str:
        """What its file is called: stuk-b1-2."""
        return self.label.lower().replace(" ", "-").replace(".", "-")

    @property
    def pictures(self) -> list[tuple[str, str]]:
        """The pictures it is shown by, each as its checksum and what it shows in words."""
        if not self.pages:
            return [(self.sha256, self.alt)]
        alts = (page_alt(self.alt, page, len(self.pages)) for page in range(1, len(self.pages) + 1))
        return list(zip(self.pages, alts, strict=True))


@dataclass(frozen=True)
class ArticleText:
    """An article as it stood; how `text` is read says the grammar of its version."""

    id: str  # of the live article, to compare versions by
    number: str  # "3.2"
    title: str
    text: str
    ambitions: tuple[str, ...]  # titles of the ambitions it rests on, also those without statements
    provenance: Provenance
    sources: tuple[SourceRow, ...]
    positions: tuple[PositionText, ...] = ()
    amendments: tuple[AmendmentText, ...] = ()


@dataclass(frozen=True)
class ChapterText:
    """A chapter as it stood; one without articles keeps its number."""

    id: str
    number: int
    title: str
    articles: tuple[ArticleText, ...]
    label: str = ""  # the number people read; empty in the first shape, where it was the place
    is_annex: bool = False
    exhibits: tuple[ExhibitText, ...] = ()
    is_landscape: bool = False

    @property
    def shown_number(self) -> str:
        """The number people read: 3, 3a, or B1 for an annex."""
        return self.label or str(self.number)


@dataclass(frozen=True)
class PartyText:
    """A party as it stood; role, status and kind are the words people read."""

    name: str
    kind: str
    role: str
    signs: bool
    status: str
    deciding_body: str
    signatories: tuple[str, ...]  # the functions of who sign
    decided_on: date | None
    reservation: str
    short_name: str = ""

    @property
    def plain_formula(self) -> str:
        """How the shapes before the fifth named a party: "<deciding body>, namens deze <function>, hierna te noemen: <name>"."""
        acting = f"namens deze {self.signatories[0]}" if self.signatories else ""
        named = f"hierna te noemen: {self.name}" if self.deciding_body else ""
        return ", ".join(part for part in (self.deciding_body or self.name, acting, named) if part)


@dataclass(frozen=True)
class VersionText:
    """A whole frozen version."""

    area: str
    area_slug: str
    title: str
    number: int
    label: str  # why this version was made; may be empty
    frozen_at: datetime  # aware, in Dutch time
    frozen_by: str  # role and organisation: "Planningsgroep, provincie Limburg"; never a name
    chapters: tuple[ChapterText, ...]
    parties: tuple[PartyText, ...]
    kind: str = VersionKind.CONCEPT
    points: tuple[PointText, ...] = ()
    terms: tuple[TermText, ...] = ()
    grammar: int = Grammar.MARKDOWN  # what versions have that were frozen before there was another
    light_grammar: int = AS_BEFORE  # likewise: how its points and terms are read
    citation_title: str = ""
    opening: tuple[OpeningLine, ...] = ()  # the list of who signs, as it was made then
    preamble: str = ""
    amendments: tuple[AmendmentText, ...] = ()  # those that are about no article of the text
    with_provenance: bool = True  # whether where articles come from is part of the document
    format: int = FORMAT  # the shape it was frozen in

    @property
    def readable(self) -> Readable:
        """What is needed to read its texts: they refer to each other by number."""
        articles = list(self.articles)
        return Readable(
            {article.number: article.number for article in articles},
            {term.term: term.term for term in self.terms},
            {article.number: article.text for article in articles},
            self.grammar,
        )

    @property
    def shown(self) -> list[tuple[ChapterText, list[tuple[ArticleText, Html]]]]:
        """The chapters with their articles, each with its text for the page."""
        readable = self.readable
        return [
            (chapter, [(row, readable.html(row.text, anchor=f"artikel-{row.number}")) for row in chapter.articles])
            for chapter in self.chapters
        ]

    @property
    def kind_words(self) -> str:
        """Concept, ter consultatie, ter besluitvorming or definitief, with a capital."""
        return str(VersionKind(self.kind).label)

    @property
    def is_final(self) -> bool:
        """Whether it is the text to sign, and no draft."""
        return self.kind == VersionKind.FINAL

    @property
    def is_convenant(self) -> bool:
        """Whether it has the shape of a convenant, or that of before."""
        return self.format >= CONVENANT

    @property
    def is_settled(self) -> bool:
        """Whether it shows no stand of a decision, nor what is missing: what parties sign is no report."""
        return self.is_final and self.is_convenant

    @property
    def bears_concept(self) -> bool:
        """Whether CONCEPT stands across its pages; not across what parties decide about."""
        return not self.is_final and not (self.is_convenant and self.kind == VersionKind.DECISION)

    @property
    def shown_opening(self) -> Html:
        """The list of who signs, for the page."""
        return opening_html(self.opening)

    @property
    def shown_preamble(self) -> Html:
        """Why the parties agree, for the page."""
        return self.readable.html(self.preamble, anchor="overwegingen")

    @property
    def articles(self) -> Iterator[ArticleText]:
        """All articles in the order of the text."""
        return (article for chapter in self.chapters for article in chapter.articles)

    @property
    def exhibits(self) -> Iterator[ExhibitText]:
        """All figures and documents in the order of the text."""
        return (exhibit for chapter in self.chapters for exhibit in chapter.exhibits)

    @property
    def beside(self) -> list[tuple[str, list[str]]]:
        """The parties that do not sign, by their role: "Ondersteuner" with their names."""
        roles = dict.fromkeys(party.role for party in self.parties if not party.signs)
        return [(role, [party.name for party in self.parties if party.role == role]) for role in roles]

    @property
    def signatories(self) -> tuple[PartyText, ...]:
        """The parties that sign, in the order of the list."""
        return tuple(party for party in self.parties if party.signs)

    def to_json(self) -> dict[str, Any]:
        """Return plain values that JSON can hold."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def without_provenance(chapter: ChapterText) -> ChapterText:
    """Return a chapter without where its articles come from."""
    articles = [replace(row, ambitions=(), provenance=Provenance(), sources=()) for row in chapter.articles]
    return replace(chapter, articles=tuple(articles))


def from_json(data: dict[str, Any]) -> VersionText:
    """Read back what `to_json` gave. Raises ValueError for a format this code does not know."""
    if data.get("format") not in _READABLE:
        raise ValueError(f"Onbekende vorm van een bevroren tekst: {data.get('format')!r}")
    return VersionText(
        **data
        | {
            "frozen_at": datetime.fromisoformat(data["frozen_at"]),
            "chapters": tuple(_chapter(row) for row in data["chapters"]),
            "points": tuple(_point(row) for row in data.get("points", ())),
            "terms": tuple(TermText(**row) for row in data.get("terms", ())),
            "parties": tuple(_party(row) for row in data["parties"]),
            "amendments": tuple(AmendmentText(**row) for row in data.get("amendments", ())),
            "opening": tuple(OpeningLine(**row) for row in data.get("opening", ())),
        }
    )


def _chapter(row: dict[str, Any]) -> ChapterText:
    exhibits = (ExhibitText(**one | {"pages": tuple(one["pages"])}) for one in row.get("exhibits", ()))
    articles = (_article(article) for article in row["articles"])
    return ChapterText(**row | {"articles": tuple(articles), "exhibits": tuple(exhibits)})


def _party(row: dict[str, Any]) -> PartyText:
    """Read a party; before the fifth shape one function at most signed for it, `signatory_role`."""
    values = {name: value for name, value in row.items() if name != "signatory_role"}
    functions = row.get("signatories", [row["signatory_role"]] if row.get("signatory_role") else ())
    return PartyText(**values | {"signatories": tuple(functions), "decided_on": _day(row["decided_on"])})


def _point(row: dict[str, Any]) -> PointText:
    return PointText(**row | {"stands": tuple(PointPositionText(**position) for position in row["stands"])})


def _position(row: dict[str, Any]) -> PositionText:
    return PositionText(**row | {"stated_on": _day(row["stated_on"])})


def _article(row: dict[str, Any]) -> ArticleText:
    origin = row["provenance"]
    return ArticleText(
        **row
        | {
            "ambitions": tuple(row["ambitions"]),
            "provenance": Provenance(
                **origin
                | {
                    "party_kinds": tuple(origin["party_kinds"]),
                    "first": _day(origin["first"]),
                    "last": _day(origin["last"]),
                }
            ),
            "positions": tuple(_position(position) for position in row.get("positions", ())),
            "amendments": tuple(AmendmentText(**amendment) for amendment in row.get("amendments", ())),
            "sources": tuple(SourceRow(**source | {"held_on": _day(source["held_on"])}) for source in row["sources"]),
        }
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _plain(value: Any) -> Any:
    """Turn tuples into lists and moments into ISO texts, all the way down."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
