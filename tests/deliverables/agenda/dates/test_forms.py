"""A date of a plan in a form."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError

from deliverables.agenda.dates.forms import PlanDateField
from deliverables.agenda.dates.rules.words import PlanDate


@pytest.mark.parametrize("typed", ["12-03-2027", "maart 2027", "Q3 2027", "2028"])
def test_what_is_shown_is_read_back(typed: str) -> None:
    field = PlanDateField()
    read = field.clean(typed)
    assert isinstance(read, PlanDate)
    assert field.prepare_value(read) == typed


@pytest.mark.parametrize("typed", ["0022", "12-03-0022", "31-02-2027", "straks", "Q5 2027", "9" * 60])
def test_what_is_no_date_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(ValidationError):
        PlanDateField().clean(typed)


def test_year_0022_says_which_years_there_are() -> None:
    with pytest.raises(ValidationError, match="tussen 2000 en 2100"):
        PlanDateField().clean("12-03-0022")


def test_empty_is_nothing_where_it_may_be() -> None:
    assert PlanDateField(required=False).clean("") is None
    assert PlanDateField().clean(" 2 mei 2027 ") == PlanDate(date(2027, 5, 2), "dag")


def test_typed_text_stays_in_the_form() -> None:
    class Form(forms.Form):
        day = PlanDateField()

    assert 'value="straks"' in str(Form({"day": "straks"})["day"])
