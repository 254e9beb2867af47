"""Forms come out as the guidelines ask, whatever form it is."""

import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template

from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchAmountField, DutchDateField, error_lines


class MeetingForm(forms.Form):
    date = DutchDateField(label="Datum", help_text="Bijvoorbeeld 31-10-2022")
    place = forms.CharField(label="Plaats", required=False)
    note = forms.CharField(label="Aantekeningen", widget=forms.Textarea)
    kind = forms.ChoiceField(
        label="Soort gesprek",
        choices=[("een", "Individueel"), ("groep", "In een groep")],
        widget=DescribedRadioSelect(descriptions={"groep": "Drie of meer mensen"}),
    )
    agreed = forms.BooleanField(label="Gelezen", required=False)


def html(form: forms.Form) -> str:
    return str(form)


def test_label_stands_above_help_error_and_input() -> None:
    page = html(MeetingForm({}))
    order = [
        page.index(part)
        for part in (">Datum<", 'id="id_date_helptext"', 'id="id_date_error"', '<input type="text" name="date"')
    ]

    assert order == sorted(order)


def test_input_is_described_by_help_and_error_in_that_order() -> None:
    assert 'aria-describedby="id_date_helptext id_date_error"' in html(MeetingForm({}))


def test_input_without_an_error_is_described_by_its_help_alone() -> None:
    assert 'aria-describedby="id_date_helptext"' in html(MeetingForm())


def test_what_must_be_filled_in_is_said_without_browser_bubbles() -> None:
    page = html(MeetingForm())

    assert (page.count('aria-required="true"'), " required" in page) == (2, False)


def test_what_may_stay_empty_says_so_behind_its_label() -> None:
    page = html(MeetingForm())

    assert (page.count("(niet verplicht)"), "Plaats (niet verplicht)" in page) == (1, True)


def test_field_with_an_error_is_marked_invalid() -> None:
    field = str(MeetingForm({})["note"])

    assert ('aria-invalid="true"' in field, "utrecht-textarea--invalid" in field) == (True, True)


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    group = MeetingForm()["kind"].as_field_group()

    assert '<legend class="utrecht-form-label">Soort gesprek</legend>' in group


def test_choice_with_help_is_described_by_it() -> None:
    group = str(MeetingForm()["kind"])

    assert ('aria-describedby="id_kind_1_help"' in group, 'id="id_kind_1_help">Drie of meer' in group) == (True, True)


def test_placeholder_of_another_package_is_left_out() -> None:
    class Other(forms.Form):
        login = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "E-mail"}))

    assert "placeholder" not in html(Other())


def test_unnamed_required_error_names_its_field() -> None:
    assert error_lines(MeetingForm({"date": "31-10-2022", "kind": "een"})) == [
        ("id_note", "Vul dit in: aantekeningen.")
    ]


def test_error_of_a_group_points_to_its_first_choice() -> None:
    lines = dict(error_lines(MeetingForm({"date": "1-1-2026", "note": "x"})))

    assert lines == {"id_kind_0": "Maak een keuze bij “Soort gesprek”."}


def test_error_summary_counts_and_links() -> None:
    template = Template("{% load portal %}{% error_summary form %}")
    page = template.render(Context({"form": MeetingForm({"kind": "een"})}))

    assert ("Er zijn 2 fouten gevonden" in page, 'href="#id_date"' in page) == (True, True)


def test_error_summary_is_absent_when_nothing_is_wrong() -> None:
    assert Template("{% load portal %}{% error_summary form %}").render(Context({"form": MeetingForm()})).strip() == ""


def test_error_summary_takes_formsets_too() -> None:
    formset = forms.formset_factory(MeetingForm, min_num=1, validate_min=True)(
        {
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "0",
            "form-0-date": "x",
            "form-0-note": "x",
            "form-0-kind": "een",
        }
    )

    assert ("id_form-0-date", "Vul een bestaande datum in, bijvoorbeeld 31-10-2022.") in error_lines(formset)


@pytest.mark.parametrize("typed", ["31-10-2022", "31/10/2022", "2022-10-31", "31 okt 2022"])
def test_date_field_takes_what_people_type(typed: str) -> None:
    assert DutchDateField().clean(typed) == dt.date(2022, 10, 31)


def test_date_field_shows_two_digits() -> None:
    assert 'value="03-01-2026"' in html(MeetingForm(initial={"date": dt.date(2026, 1, 3)}))


def test_date_field_gives_back_what_could_not_be_read() -> None:
    assert 'value="31 februari"' in html(MeetingForm({"date": "31 februari"}))


def test_amount_field_takes_and_shows_dutch_amounts() -> None:
    field = DutchAmountField()

    assert (field.clean("€ 1.250,50"), field.prepare_value(Decimal("1250.50"))) == (Decimal("1250.50"), "1.250,50")
