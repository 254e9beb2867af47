"""Word differences on a page: what is new and what is gone, in sign, colour and hidden words."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from novex_portal.toolkit.text.differences import Piece, side

register = template.Library()

_MARKS = {
    "same": "{}",
    "gone": '<del><span class="vh">[vervalt:] </span>{}</del>',
    "new": '<ins><span class="vh">[nieuw:] </span>{}</ins>',
}


@register.filter
def differences(pieces: Iterable[Piece]) -> SafeString:
    """The text with what is gone and what is new; put it in an element of class `differences`."""
    return format_html_join("", "{}", ((format_html(_MARKS[piece.kind], piece.text),) for piece in pieces))


@register.filter
def old_side(pieces: Iterable[Piece]) -> SafeString:
    """The old text, with what is gone marked: the left of two columns."""
    return differences(side(pieces, without="new"))


@register.filter
def new_side(pieces: Iterable[Piece]) -> SafeString:
    """The new text, with what is new marked: the right of two columns."""
    return differences(side(pieces, without="gone"))
