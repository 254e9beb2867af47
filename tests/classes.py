"""Which classes our style sheets speak of, and which a page, a script or a form can have."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("areas", "coalition", "deliverables", "novex_portal")
HOLE = "{}"

_NO_SELECTOR = re.compile(r'/\*.*?\*/|"[^"]*"|url\([^)]*\)', re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_ATTRIBUTE = re.compile(r'class="((?:{%.*?%}|{{.*?}}|[^"{])*)"', re.DOTALL)
_BLOCK = re.compile(r"{% block \w*class %}(.*?){% endblock %}", re.DOTALL)
_OPEN_CLASS = re.compile(r"[a-z][\w{}-]{3,}")
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")


def classes_of(css: str) -> set[str]:
    """Return every class that a selector of this sheet names."""
    selectors = re.findall(r"([^{};]+)\{", _NO_SELECTOR.sub("", css))
    return {name for selector in selectors for name in _CLASS.findall(selector)}


def unused(css: str) -> list[str]:
    """Return the classes of this sheet that nothing of ours can have."""
    whole, with_hole = _said()
    return sorted(name for name in classes_of(css) - whole if not any(form.fullmatch(name) for form in with_hole))


@cache
def _said() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The words that are, or may be, a class; and those of which a part is filled in (`status--{}`)."""
    words = {word for text in (*_of_templates(), *_of_python(), *_of_scripts()) for word in text.split()}
    holes = {word for word in words if HOLE in word and _OPEN_CLASS.fullmatch(word)}
    forms = tuple(re.compile(re.escape(word).replace(re.escape(HOLE), r"[\w-]*")) for word in holes if "-" in word)
    return frozenset(words | {word.replace(HOLE, "") for word in holes}), forms


def _of_templates() -> Iterator[str]:
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        yield from _in_html(text)
        yield from (_TAG.sub(HOLE, block) for block in _BLOCK.findall(text))
        # a class may also be chosen inside a tag, or given to an include
        yield from ("".join(quoted) for tag in _TAG.findall(text) for quoted in _QUOTED.findall(tag))


def _of_python() -> Iterator[str]:
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    yield from _in_code(
                        "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
                    )
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from _in_code(node.value)


def _of_scripts() -> Iterator[str]:
    for path in (ROOT / "static/js").rglob("*.js"):
        yield from (re.sub(r"[.#>+,:]", " ", "".join(quoted)) for quoted in _QUOTED.findall(path.read_text("utf-8")))


def _in_html(text: str) -> Iterator[str]:
    """Every attribute `class`, with a hole for what is filled in, and what may be filled in besides."""
    for attribute in _ATTRIBUTE.findall(text):
        yield _TAG.sub(HOLE, attribute)
        yield from _TAG.split(attribute)


def _in_code(text: str) -> Iterator[str]:
    """HTML as a page has it; other text only when it could be classes, and is no sentence."""
    if "class=" in text:
        yield from _in_html(text.replace("'", '"').replace(HOLE, "{{ }}"))
    elif re.fullmatch(r"[a-z{][\w{} -]*", text):
        yield text
