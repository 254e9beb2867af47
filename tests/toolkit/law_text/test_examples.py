"""Law text as it is read: the worked examples."""

import tomllib
from pathlib import Path

import pytest

from novex_portal.toolkit.law_text.inline import Found
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.references import read_reference
from novex_portal.toolkit.law_text.showing import plain_lines
from tests.toolkit.law_text.notation import notation, told

ARTICLES = {"3.2": {(), ("1",), ("2",), ("2", "a"), ("2", "a", "1°"), ("2", "a", "2°"), ("2", "b")}}
EXAMPLES = tomllib.loads((Path(__file__).parent / "examples.toml").read_text("utf-8"))["examples"]


def resolve(typed: str) -> Found | None:
    """Find what is referred to in the agreement of the examples: article 3.2 and one term."""
    if typed.lower() == "begrip natte natuur":
        return Found(typed.split(" ", 1)[1], "#begrippen")
    reference = read_reference(typed)
    if reference and reference.labels in ARTICLES.get(reference.article, ()):
        return Found(reference.words, "#artikel")
    return None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_example_is_read_shown_and_told(example: dict[str, str]) -> None:
    document = read(example["typed"], resolve)
    assert notation(document) == example["tree"]
    assert "\n".join(plain_lines(document)) == example["visible"]
    assert told(document) == example["told"]
