"""The texts of the practice environment: nothing in the files that no seed reads, and nothing that does not fit."""

import ast
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

from areas.parties.enums import OrganisationKind
from novex_portal.demo import content
from novex_portal.demo.content.reading import TEXTS, shaped

DEMO = TEXTS.parent
MODULES = [import_module(module.name) for module in walk_packages(content.__path__, f"{content.__name__}.")]


@dataclass(frozen=True)
class Stone:
    name: str
    kind: OrganisationKind
    weight: int | None = None
    near: tuple[str, ...] = ()


def asked_for() -> set[str]:
    """Return every name that a seed takes from something."""
    trees = [ast.parse(path.read_text("utf-8")) for path in [DEMO / "seed.py", *DEMO.glob("seeds/**/*.py")]]
    return {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_every_key_of_the_texts_is_read_by_a_seed() -> None:
    shapes = {shape for module in MODULES for shape in vars(module).values() if isinstance(shape, type)}
    known = {field.name for shape in shapes if is_dataclass(shape) for field in fields(shape)}

    assert len(known) > 100
    assert known - asked_for() == set()


def test_every_file_of_texts_is_read() -> None:
    sources = "".join(Path(str(module.__file__)).read_text("utf-8") for module in MODULES)

    assert [path.name for path in TEXTS.iterdir() if f'read("{path.name}"' not in sources] == []


def test_table_becomes_what_its_shape_asks_for() -> None:
    found = shaped(Stone, {"name": "Rijk", "kind": "rijk", "weight": 3, "near": ["a"]}, "stone")

    assert found == Stone("Rijk", OrganisationKind.NATIONAL, 3, ("a",))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"name": "a", "kind": "rijk", "naem": "b"}, "stone: unknown naem"),
        ({"name": "a"}, "stone: .*'kind'"),
        ({"name": "a", "kind": "rijkje"}, "stone.kind: 'rijkje'"),
        ({"name": 3, "kind": "rijk"}, "stone.name: 3 is no"),
        ({"name": "a", "kind": "rijk", "near": [1]}, r"stone.near\[0\]: 1 is no"),
        ({"name": "a", "kind": "rijk", "weight": "3"}, "stone.weight: '3' is no"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(value: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        shaped(Stone, value, "stone")
