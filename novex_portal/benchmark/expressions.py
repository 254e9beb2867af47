"""Finds every regular expression in the portal's own code, wherever it stands and however it is used."""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("areas", "coalition", "deliverables", "novex_portal")
# How each function of `re` meets a text, and where its flags stand among its arguments.
FLAGS_AT = {"compile": 1, "search": 2, "match": 2, "fullmatch": 2, "findall": 2, "finditer": 2, "split": 3, "sub": 4}
FLAGS_AT |= {"subn": 4, "RegexValidator": 3}
WAYS = {"match": "match", "fullmatch": "fullmatch"}
SPOKEN_OF = re.compile(r"\bre\.|\bRegexValidator\b")
EVERY_WAY = ("match", "fullmatch", "search")


@dataclass(frozen=True)
class Found:
    """An expression in the code; `pattern` is None when it is only known once the code runs."""

    place: str
    function: str
    written: str
    pattern: re.Pattern[Any] | None
    ways: tuple[str, ...] = field(default=EVERY_WAY)


def module_files() -> Iterator[Path]:
    """Yield every file of code of ours that people can type to: migrations ran before, a benchmark makes its own texts."""
    for room in ROOMS:
        files = sorted((ROOT / room).rglob("*.py"))
        yield from (path for path in files if not {"migrations", "benchmark"} & set(path.parts))


@cache
def module_of(path: Path) -> ModuleType:
    """Return the module that a file is."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return importlib.import_module(name.removesuffix(".__init__"))


def every_expression() -> list[Found]:
    """Return each call that makes or uses an expression."""
    return [found for path in module_files() if SPOKEN_OF.search(path.read_text("utf-8")) for found in _in_file(path)]


def _in_file(path: Path) -> Iterator[Found]:
    tree = ast.parse(path.read_text("utf-8"))
    functions = {inside: node.name for node in ast.walk(tree) if _is_function(node) for inside in ast.walk(node)}
    named = (node for node in ast.walk(tree) if isinstance(node, ast.Assign))
    names = {node.value: one.id for node in named for one in node.targets[:1] if isinstance(one, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (method := _method(node.func)):
            written = next((word.value for word in node.keywords if word.arg in {"pattern", "regex"}), None)
            written = written or node.args[0]
            used = _ways_of(tree, names.get(node, "")) if method == "compile" else {WAYS.get(method, "search")}
            yield Found(
                place=f"{path.relative_to(ROOT)}:{node.lineno}",
                function=functions.get(node, ""),
                written=ast.unparse(written),
                pattern=_evaluated(path, written, _flags(node, method)),
                ways=tuple(way for way in EVERY_WAY if way in used),
            )


def _is_function(node: ast.AST) -> TypeGuard[ast.FunctionDef | ast.AsyncFunctionDef]:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _method(function: ast.expr) -> str:
    """Return which function of `re` is called; empty for any other call."""
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
        return function.attr if function.attr in FLAGS_AT else ""
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name if name == "RegexValidator" else ""


def _flags(call: ast.Call, method: str) -> ast.expr | None:
    named = next((word.value for word in call.keywords if word.arg == "flags"), None)
    at = FLAGS_AT[method]
    return named or (call.args[at] if len(call.args) > at else None)


def _evaluated(path: Path, written: ast.expr, flags: ast.expr | None) -> re.Pattern[Any] | None:
    """Compile what is written, with the names its module knows; None when it needs more than those."""
    known = vars(module_of(path))
    try:
        pattern, given = (
            eval(ast.unparse(node), known)  # noqa: S307  our own code
            for node in (written, flags or ast.Constant(0))
        )
    except NameError:
        return None
    return re.compile(pattern, given)


def _ways_of(tree: ast.Module, name: str) -> set[str]:
    """Return how an expression with a name is used: by which methods, or in every way when others may use it too."""
    uses = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name]
    methods = [
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.value in uses
    ]
    is_alone = name.startswith("_") and len(methods) == len(uses) - 1  # the one other time it is made
    return {WAYS.get(method, "search") for method in methods} if is_alone else set(EVERY_WAY)


def kept_patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield every compiled expression that a module or a class of ours holds, with where it is."""
    for path in module_files():
        module = module_of(path)
        classes = [value for value in vars(module).values() if isinstance(value, type)]
        ours = [vars(kind) for kind in classes if kind.__module__ == module.__name__]
        for names in (vars(module), *ours):
            for name, value in names.items():
                yield from ((f"{module.__name__}: {name}", pattern) for pattern in _patterns(value))


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (part for part in value.values() if isinstance(part, re.Pattern))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (pattern for part in value for pattern in _patterns(part))


def functions_that_say(wanted: str) -> set[str]:
    """Return the functions in which a text or the name of an argument has these words."""
    return {
        function.name
        for path in module_files()
        if "regex" in (text := path.read_text("utf-8"))
        for function in ast.walk(ast.parse(text))
        if _is_function(function)
        for node in ast.walk(function)
        if (said := getattr(node, "arg", None) or getattr(node, "value", None)) and isinstance(said, str)
        if re.search(wanted, said)
    }
