"""The quick widgets draw what Django's own draw with our templates."""

import re

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from novex_portal.toolkit.forms.fields import PortalRenderer
from novex_portal.toolkit.forms.widgets import QuickRadios, QuickSelect

CHOICES = [("", "Kies <een> soort"), ("a", "Eén"), ("b", "Twee & drie"), (3, "Vier")]


class Slow(forms.Form):
    use_required_attribute = False
    pick = forms.ChoiceField(choices=CHOICES)
    radio = forms.ChoiceField(choices=CHOICES[1:], widget=forms.RadioSelect({"class": "choices--row"}))


class Quick(Slow):
    pick = forms.ChoiceField(choices=CHOICES, widget=QuickSelect)
    radio = forms.ChoiceField(choices=CHOICES[1:], widget=QuickRadios({"class": "choices--row"}))


class Plain(forms.Form):
    use_required_attribute = False
    words = forms.CharField(help_text="Uitleg")
    day = forms.DateField(required=False)
    number = forms.IntegerField(min_value=1)
    address = forms.EmailField()
    secret = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(widget=forms.Textarea({"rows": 3, "data-x": True, "data-y": False}))


def marks(html: str) -> list[tuple[str, list[str]]]:
    """Return tags and texts with their attributes in alphabetical order; a class on a radio means nothing."""
    found = []
    for tag, text in re.findall(r"<([^>]+)>|([^<]+)", html):
        name, *_ = tag.split() if tag else ["text"]
        attributes = sorted(re.findall(r'[\w-]+="[^"]*"|(?<=\s)(?:checked|selected)', tag))
        if name == "input":
            attributes = [one for one in attributes if not one.startswith("class=")]
        if tag or text.strip():
            found.append((name, attributes or [text.strip()]))
    return found


@pytest.mark.parametrize("field", ["pick", "radio"])
@pytest.mark.parametrize("initial", [{}, {"pick": "b", "radio": "b"}, {"pick": 3, "radio": 3}])
def test_a_quick_widget_draws_the_same(field: str, initial: dict[str, object]) -> None:
    slow, quick = Slow(initial=initial), Quick(initial=initial)
    assert marks(str(quick[field])) == marks(str(slow[field]))


@pytest.mark.parametrize("field", ["pick", "radio"])
def test_a_quick_widget_keeps_what_was_sent_and_what_is_wrong(field: str) -> None:
    sent = {"pick": "onzin", "radio": "a"}
    assert marks(str(Quick(sent)[field])) == marks(str(Slow(sent)[field]))


@pytest.mark.parametrize("field", list(Plain.base_fields))
@pytest.mark.parametrize("value", [None, "", "<b>'\"&", "1"])
def test_a_drawn_input_equals_what_the_template_of_django_gives(field: str, value: str | None) -> None:
    drawn, template = Plain({field: value}), Plain({field: value}, renderer=TemplatesSetting())
    widget = drawn[field].field.widget
    attributes = drawn[field].build_widget_attrs({"id": "id_x"}, widget)
    shown = drawn[field].value()
    ours = widget.render(field, shown, attributes, PortalRenderer())
    theirs = template[field].field.widget.render(field, shown, attributes, TemplatesSetting())
    assert ours == theirs
