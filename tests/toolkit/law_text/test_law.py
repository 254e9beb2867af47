"""The law of law text: every typed sign is visible once, as typed and in order, and every line stands in the tree once."""

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from novex_portal.toolkit.law_text.labels import labels_of
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.showing import plain_lines
from novex_portal.toolkit.law_text.tree import Block, Entry, Item, Paragraph
from novex_portal.toolkit.law_text.writing import literal

LABELS = [
    "1.",
    "2.",
    "2a.",
    "4.",
    "a.",
    "b.",
    "b)",
    "h.",
    "i.",
    "ii.",
    "v.",
    "z.",
    "aa.",
    "1°",
    "2°.",
    "1)",
    "–",
    "•",
    "o",
    "3.1",
    "A.",
]
ENDS = ["", ".", ";", "; en", ":", ",", " lid", " week", "!"]
MARKS = [
    "*",
    "**",
    "***",
    "\\",
    "|",
    "[^1]",
    "[^1]: ",
    "[[artikel 1]]",
    "|--|--|",
    "| a | b |",
    "*schuin*",
    "`",
    "#",
    "> ",
]
WORDS = st.sampled_from(["water", "Het Rijk", "2030", "artikel", "i.v.m.", "€ 5", "overwegende dat", "ﬁ", "‰", "水"])
INDENT = st.sampled_from(["", "", "", "  ", "   ", "    ", "\t", "\u00a0\u00a0"])


def line(*, marks: bool) -> st.SearchStrategy[str]:
    word = st.one_of(WORDS, st.sampled_from(MARKS)) if marks else WORDS
    return st.builds(
        lambda indent, label, words, end: f"{indent}{label}{' ' if label else ''}{' '.join(words)}{end}",
        INDENT,
        st.one_of(st.just(""), st.sampled_from(LABELS)),
        st.lists(word, max_size=4),
        st.sampled_from(ENDS),
    )


def texts(*, marks: bool) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(line(marks=marks), st.just("")), max_size=12).map("\n".join)


def signs(text: str) -> str:
    return "".join(text.split())


def shown(text: str) -> str:
    return signs("".join(plain_lines(read(text))))


def numbers(blocks: Sequence[Block]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (row.number for row in block.lines)
        elif isinstance(block, Entry):
            yield block.line.number
        elif isinstance(block, Item):
            yield block.line
            yield from (number for number in numbers(block.children) if number != block.line)
        else:
            rows = (block.head, *block.rows, *block.foot)
            yield from dict.fromkeys(
                [*([block.caption.number] if block.caption else []), *(row[0].number for row in rows)]
            )


@given(texts(marks=False))
def test_text_without_marks_is_shown_sign_by_sign(text: str) -> None:
    assert shown(text) == signs(text)


@given(texts(marks=True))
def test_nothing_but_marks_is_ever_left_out(text: str) -> None:
    left = iter(sorted(shown(text)))
    rest = sorted(signs(text))
    missing, sign = [], next(left, None)
    for typed in rest:
        if typed == sign:
            sign = next(left, None)
        else:
            missing.append(typed)
    assert set(missing) <= set("*\\|-:[]^")


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t*\\|[]^1ai.)°-"), max_size=80
    )
)
def test_escaped_text_shows_what_was_given(text: str) -> None:
    assert shown(literal(text)) == signs(text)


@given(texts(marks=True))
def test_every_line_stands_in_the_tree_once(text: str) -> None:
    document = read(text)
    there = [*numbers(document.children), *(note.line.number for note in document.notes)]
    assert len(there) == len(set(there))
    dashes = {
        number
        for number, row in enumerate(text.split("\n"), 1)
        if set(row) & set("-") and not set(signs(row)) - set("|-:")
    }
    assert set(there) | dashes >= {number for number, row in enumerate(text.split("\n"), 1) if row.strip()}


@given(texts(marks=False))
def test_labels_begin_their_lines(text: str) -> None:
    rows = text.split("\n")

    def items(blocks: Sequence[Block]) -> Iterator[Item]:
        for block in blocks:
            if isinstance(block, Item):
                yield block
                yield from items(block.children)

    assert all(rows[item.line - 1].strip().startswith(item.label) for item in items(read(text).children))


@given(texts(marks=False))
def test_line_with_a_label_that_is_no_item_is_told(text: str) -> None:
    document = read(text)
    items = set()

    def walk(blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Item):
                items.add(block.line)
                walk(block.children)

    walk(document.children)
    told = {row.line for row in document.told}
    for number, row in enumerate(text.split("\n"), 1):
        if any(not label.is_doubled for label in labels_of(row.strip())):
            assert number in items or number in told


@given(texts(marks=False), st.integers(0, 12))
def test_line_is_read_from_the_lines_above_it(text: str, count: int) -> None:
    lines = [row.replace(":", ",").replace("overwegende dat", "water") for row in text.split("\n")]
    begun = "\n".join(lines[:count])
    whole = read("\n".join(lines)).told
    assert read(begun).told == [row for row in whole if row.line <= count]


def test_text_of_great_depth_is_read() -> None:
    text = "\n".join(" " * 2 * depth + ("1." if depth % 2 else "a.") + " x" for depth in range(400))
    assert shown(text) == signs(text)
