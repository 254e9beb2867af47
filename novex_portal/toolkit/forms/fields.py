"""Forms in the look of the portal: renderer, bound field, Dutch date and amount fields.

`FORM_RENDERER` points here, so every Django form (allauth's too) comes out as NL Design System
markup: label above, help and error above the input, `aria-required` instead of `required`,
"(niet verplicht)" behind the label of what may stay empty.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input

from novex_portal.toolkit.forms.widgets import DRAWN
from novex_portal.toolkit.text import dutch

TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, ""),
    (forms.RadioSelect, ""),
    (forms.CheckboxInput, ""),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.SelectMultiple, "utrecht-select utrecht-select--html-select utrecht-select--multiple"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.FileInput, "file-input"),
    (Input, TEXTBOX),
)
_GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


class PortalBoundField(BoundField):
    """A field that knows its classes, whether it must be filled in, and what describes it."""

    @property
    def is_group(self) -> bool:
        """Whether the field is a set of choices that belongs in a fieldset."""
        return isinstance(self.field.widget, _GROUPS)

    @property
    def is_checkbox(self) -> bool:
        """Whether the label stands behind the input."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def must_fill(self) -> bool:
        """Whether leaving it empty is an error."""
        return self.field.required and not self.form.empty_permitted

    @property
    def says_optional(self) -> bool:
        """Whether "(niet verplicht)" stands behind the label; a lone checkbox explains itself.

        A field that is asked for by what was chosen above it says no: `field.says_optional = False`.
        """
        says: bool = getattr(self.field, "says_optional", not self.field.required)
        return says and not self.is_checkbox

    @property
    def help_id(self) -> str:
        return f"{self.auto_id}_helptext"

    @property
    def error_id(self) -> str:
        return f"{self.auto_id}_error"

    @property
    def target_id(self) -> str:
        """The id of the first control, for a link in the error summary."""
        return f"{self.auto_id}_0" if self.is_group else self.id_for_label or self.auto_id

    @property
    def messages(self) -> list[str]:
        """What is wrong, in words; Django's bare "this field is required" names the field instead."""
        standard = str(forms.Field.default_error_messages["required"])
        texts = []
        for error in self.errors.as_data():
            text = " ".join(str(message) for message in error.messages)
            texts.append(self._fill_in if error.code == "required" and text == standard else text)
        return texts

    @property
    def _fill_in(self) -> str:
        label = str(self.label)
        label = label[:1].lower() + label[1:].rstrip("?")
        chooses = self.is_group or isinstance(self.field.widget, forms.Select | forms.CheckboxInput)
        return f"Maak een keuze bij “{self.label}”." if chooses else f"Vul dit in: {label}."

    @property
    def described_by(self) -> str:
        """The ids of help and error, in the order they stand on the page."""
        own = str(self.field.widget.attrs.get("aria-describedby", ""))
        ids = [own] if own else []
        if self.help_text:
            ids.append(self.help_id)
        if self.errors:
            ids.append(self.error_id)
        return " ".join(ids)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)
        attrs.pop("aria-describedby", None)
        attrs["placeholder"] = False  # a placeholder vanishes while one types; help stands above the input
        if widget.is_hidden or self.is_group:
            attrs.pop("aria-invalid", None)
            return attrs
        if self.must_fill:
            attrs["aria-required"] = "true"
        if self.described_by:
            attrs["aria-describedby"] = self.described_by
        css = [*widget_class(widget).split(), *str(widget.attrs.get("class", "")).split()]
        if self.errors:
            attrs["aria-invalid"] = "true"
            css += [f"{name}--invalid" for name in css[:1] if name.startswith("utrecht-")]
        attrs["class"] = " ".join(css)
        return attrs


def widget_class(widget: forms.Widget) -> str:
    """Return the component classes for a widget."""
    return next((css for kind, css in _CLASSES if isinstance(widget, kind)), "")


class PortalRenderer(TemplatesSetting):
    """Renders forms with our own templates; see templates/components. Plain inputs need none."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    formset_template_name = "components/formset.html"
    bound_field_class = PortalBoundField

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


class _Described:
    """Choices with a line of help under each: `descriptions` maps a value to that line."""

    def __init__(self, *args: Any, descriptions: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.descriptions = dict(descriptions or {})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        if help_text := self.descriptions.get(str(value)):
            option["help"] = help_text
            option["attrs"]["aria-describedby"] = f"{option['attrs'].get('id', name)}_help"
        return option


class DescribedRadioSelect(_Described, forms.RadioSelect):
    """Radio buttons with a line of help under each."""


class DescribedCheckboxes(_Described, forms.CheckboxSelectMultiple):
    """Checkboxes with a line of help under each."""


class DutchDateField(forms.DateField):
    """A date as people type it: 31-10-2022, 31/10/2022, 2022-10-31, 31 okt 2022. Shown as 31-10-2022."""

    default_error_messages = {
        "invalid": "Vul een bestaande datum in, bijvoorbeeld 31-10-2022.",
        "required": "Vul de datum in, bijvoorbeeld 31-10-2022.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.DateInput(format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off"})
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        try:
            return dutch.parse_date(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class WholeNumberField(forms.IntegerField):
    """A whole number as people type it: 1.000 is a thousand, and any minus is one."""

    def to_python(self, value: Any) -> int | None:
        typed = str("" if value is None else value).replace(".", "").replace("\u2212", "-").replace("\u2013", "-")
        return super().to_python(typed)


class DutchAmountField(forms.DecimalField):
    """An amount as people type it: 1.250,50, 1250,5, € 1.250. Shown as 1.250,50."""

    default_error_messages = {
        "invalid": "Vul een bedrag in met cijfers, bijvoorbeeld 1.250,50.",
        "required": "Vul het bedrag in, bijvoorbeeld 1.250,50.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        kwargs.setdefault("decimal_places", 2)
        kwargs.setdefault("max_digits", 16)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal | int):
            return Decimal(value)
        try:
            return dutch.parse_amount(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal | int):
            return dutch.number(value, 0 if value == int(value) else 2)
        return value


def error_lines(*bound: Any) -> list[tuple[str, str]]:
    """Return (id of the control, message) for every error in forms and formsets, in page order.

    The id is empty for an error that belongs to no single field.
    """
    lines: list[tuple[str, str]] = []
    for item in bound:
        if not item:
            continue
        if isinstance(item, forms.BaseFormSet):
            if item.is_bound:
                lines += [("", str(message)) for message in item.non_form_errors()]
                lines += error_lines(*item.forms)
        elif item.is_bound:
            lines += _form_lines(item)
    return lines


def _form_lines(form: forms.BaseForm) -> Iterable[tuple[str, str]]:
    for message in form.non_field_errors():
        yield "", str(message)
    for field in form:
        if isinstance(field, PortalBoundField):
            yield from ((field.target_id, message) for message in field.messages)
