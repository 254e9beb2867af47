"""Reads a file of texts into dataclasses, and takes nothing it does not know."""

import tomllib
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

TEXTS = Path(__file__).resolve().parent.parent / "texts"


def read[Shape](name: str, shape: type[Shape]) -> Shape:
    """Return what the file `name` of texts says, as `shape`.

    Raises ValueError, with the place in the file, for a key that is unknown or missing and for a value that does
    not fit.
    """
    found: Shape = shaped(shape, tomllib.loads((TEXTS / name).read_text("utf-8")), name)
    return found


def shaped(shape: Any, value: Any, place: str) -> Any:
    """Return a value of TOML as what an annotation asks for."""
    kind, parts = get_origin(shape) or shape, get_args(shape)
    if is_dataclass(shape):
        return _table(shape, value, place)
    if kind is tuple:
        return tuple(shaped(parts[0], item, f"{place}[{rank}]") for rank, item in enumerate(value))
    if kind is dict:
        return {key: shaped(parts[1], item, f"{place}.{key}") for key, item in value.items()}
    if kind is UnionType:  # optional: there is no way to write nothing in TOML but leaving it out
        return shaped(parts[0], value, place)
    fits = value in parts if kind is Literal else issubclass(kind, Enum) or isinstance(value, kind)
    if not fits:
        raise ValueError(f"{place}: {value!r} is no {shape}")
    try:
        return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error


def _table(shape: Any, value: Any, place: str) -> Any:
    hints = get_type_hints(shape)
    if strange := value.keys() - hints.keys():
        raise ValueError(f"{place}: unknown {', '.join(sorted(strange))}")
    parts = {name: shaped(hints[name], part, f"{place}.{name}") for name, part in value.items()}
    try:
        return shape(**parts)
    except TypeError as error:
        raise ValueError(f"{place}: {error}") from error
