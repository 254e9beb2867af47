"""Choices drawn in one go instead of a template per option, for forms with many of them.

They give the same markup as Django's own widgets with our templates; a test holds them side by side.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


class QuickSelect(forms.Select):
    """A select without groups."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        chosen = set(self.format_value(value))
        options = "".join(
            f'<option value="{conditional_escape(_text(key))}"{" selected" if _text(key) in chosen else ""}>'
            f"{conditional_escape(label)}</option>"
            for key, label in _pairs(self)
        )
        attributes = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<select{}>{}</select>", attributes, mark_safe(options))  # noqa: S308


class QuickRadios(forms.RadioSelect):
    """Radio buttons without groups and without a line of help under each."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        chosen = set(self.format_value(value))
        own = self.build_attrs(self.attrs, attrs)
        row = str(own.pop("class", ""))
        base = str(own.pop("id", ""))
        rest = flatatt(own)
        choices = "".join(
            f'<div class="choice"><input type="radio" name="{conditional_escape(name)}" '
            f'value="{conditional_escape(_text(key))}" id="{conditional_escape(base)}_{index}"{rest}'
            f"{' checked' if _text(key) in chosen else ''}>"
            f'<label for="{conditional_escape(base)}_{index}">{conditional_escape(label)}</label></div>'
            for index, (key, label) in enumerate(_pairs(self))
        )
        css = f"choices {row}".strip()
        return format_html('<div class="{}" id="{}">{}</div>', css, base, mark_safe(choices))  # noqa: S308


def draw_input(widget: dict[str, Any]) -> SafeString:
    """Draw an input from the context its template would get."""
    value = "" if widget["value"] is None else format_html(' value="{}"', str(widget["value"]))
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, _attributes(widget))


def draw_textarea(widget: dict[str, Any]) -> SafeString:
    """Draw a text box; the empty first line is one that browsers skip."""
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attributes(widget), widget["value"] or ""
    )


# Templates of Django's widgets that are drawn here instead.
DRAWN: dict[str, Callable[[dict[str, Any]], SafeString]] = {
    **{f"django/forms/widgets/{sort}.html": draw_input for sort in ("text", "hidden", "date", "number", "email")},
    "django/forms/widgets/textarea.html": draw_textarea,
}


def _attributes(widget: dict[str, Any]) -> SafeString:
    kept = {name: value for name, value in widget["attrs"].items() if value is not False}
    return format_html_join(
        "",
        "{}",
        (
            (format_html(" {}", name) if value is True else format_html(' {}="{}"', name, str(value)),)
            for name, value in kept.items()
        ),
    )


def _pairs(widget: forms.widgets.ChoiceWidget) -> list[tuple[Any, Any]]:
    return list(widget.choices)


def _text(key: Any) -> str:
    return "" if key is None else str(key)
