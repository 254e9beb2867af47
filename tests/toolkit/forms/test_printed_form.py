"""Words that come on paper: signs a PDF cannot show are told of before anything is saved, once."""

import pytest
from django import forms
from django.http import QueryDict

from novex_portal.toolkit.forms.printed import PrintedForm


class _Form(PrintedForm):
    title = forms.CharField()
    text = forms.CharField(required=False)


def sent(**given: str) -> _Form:
    data = QueryDict(mutable=True)
    data.update(given)
    return _Form(data)


def test_signs_that_do_not_print_are_told_of_beside_their_field() -> None:
    form = sent(title="Beekdal", text="水 in het dal")
    assert not form.is_valid()
    assert list(form.errors) == ["text"]
    assert "‘水’" in str(form.errors["text"])
    assert "bewaar opnieuw" in str(form.errors["text"])


def test_who_saw_it_and_sends_it_again_means_it() -> None:
    told = sent(title="水")
    assert not told.is_valid()
    again = sent(title="水", told_seen=told["told_seen"].value())
    assert again.is_valid()
    assert again.cleaned_data == {"title": "水", "text": ""}


def test_other_signs_are_told_of_anew() -> None:
    told = sent(title="水")
    assert not told.is_valid()
    assert not sent(title="漢", told_seen=told["told_seen"].value()).is_valid()


@pytest.mark.parametrize("words", ["", "CO₂ en 10⁶ m³, € 1.000 – ‘zo’ 😀 Ω"])
def test_what_prints_is_not_told_of(words: str) -> None:
    form = sent(title="Beekdal", text=words)
    assert form.is_valid()
    assert "told_seen" not in form.cleaned_data
