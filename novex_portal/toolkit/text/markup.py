"""Texts of people: cleaning what comes in, and Markdown, which only what was written before the law is read by."""

import re
from functools import cache, lru_cache

import nh3
from markdown_it import MarkdownIt

TAGS = {
    "p", "br", "strong", "em", "u", "s", "ul", "ol", "li", "h2", "h3", "h4", "blockquote", "a",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
NO_WORDS = {"script", "style", "title"}
"""Tags whose content is not for reading."""
ATTRIBUTES = {"a": {"href"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto"}

# NUL and lone surrogates cannot be stored; the other control characters mean nothing in a text.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Html(str):
    """HTML that was made of words that are all escaped: a template shows it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def clean(value: str) -> str:
    """Return value without characters that PostgreSQL or XML cannot hold; line ends become \\n."""
    return UNWANTED.sub("", value).replace("\r\n", "\n").replace("\r", "\n")


def sanitise(html: str) -> str:
    """Return html with only the tags, attributes and link schemes we allow; scripts and styles go with their content."""
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=NO_WORDS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])


@lru_cache(maxsize=1024)
def render(source: str) -> str:
    """Return Markdown source as safe HTML. HTML in the source is shown as text; headings start at h3.

    A long akkoord is rendered on every visit, so each process keeps the latest texts: the same
    source always gives the same HTML.
    """
    html = _parser().render(clean(source))
    html = re.sub(r"(</?h)([1-6])\b", lambda match: f"{match[1]}{min(int(match[2]) + 2, 4)}", html)
    return sanitise(html.replace("<th>", '<th scope="col">'))
